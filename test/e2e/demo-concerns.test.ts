import { describe, expect, it } from 'vitest'
import { at, finished, finishedInPeace, joins, moment } from '../support/demo-days.ts'
import { wordsOn } from '../support/office.ts'
import { shareOffice } from '../support/shared-office.ts'
import { demo, done, holder, issues } from '../support/story.ts'

describe('what moves the public in 滨江市', { timeout: 120_000 }, () => {
  const open = shareOffice({ at: Date.parse(moment('10-12 09:00')) })

  it('D06 the lawn: an empty answer is sent back, the next one is late, and 督办 brings it', async () => {
    const office = open()
    const unit = '市城管局'
    const story = await issues(office, demo('D06'))
    await at(office, '10-12 09:30')
    await story.signs(unit)
    await at(office, '10-12 16:00')
    const link = 'https://wx.example.cn/s/bj-lawn-notice'
    await story.does('崔永亮', unit, '登记首次回应', { 回应链接: link })
    await at(office, '10-14 15:00')
    const slip = story.slip(unit)
    const empty = {
      核查情况: '有关部门高度重视，情况属实。',
      处置措施: '将进一步加强管理，尽快公开费用。',
      办理结果: '解释说明',
    }
    await office.press('崔永亮', slip, '提交反馈')
    const pointed = await office.press('崔永亮', slip.messageId, '提交反馈', empty)
    expect(pointed.toast?.type).not.toBe('error')
    expect(story.reads(unit)).toMatch(/尽快/)
    await office.press('崔永亮', slip.messageId, '提交反馈')
    expect(story.reads(unit)).toContain('待审核')

    await at(office, '10-14 16:00')
    await story.sendsBack(unit, { 退回原因: '内容空泛', 具体说明: '请列明三年费用和每次换植原因。' })
    expect(story.reads(unit)).toContain('请列明三年费用和每次换植原因')
    expect(story.reads(unit)).toContain('10月15日（周四）17:30前')

    await at(office, '10-15 17:31')
    expect(wordsOn(story.seen(unit, unit, '催办'))).toContain('办理反馈')
    await at(office, '10-16 17:31')
    await at(office, '10-20 17:31')
    const proposal = story.seen('市政府督查室', unit, '〔签发督办〕')
    expect(story.heard('市领导', unit)).toHaveLength(1)
    await at(office, '10-21 09:20')
    await story.acts('马振华', proposal, '签发督办', {
      督办要求: '请主要负责同志过问，公开三年养护费用。',
      督办时限: '3个工作日',
    })
    const order = story.seen('白建业', unit, '政督字〔2026〕1号')
    expect(wordsOn(order)).toContain('请主要负责同志过问')
    expect(story.reads(unit)).toContain('已督办：政督字〔2026〕1号')

    await at(office, '10-23 15:00')
    await story.reports(unit, {
      核查情况: '三年换植四次，共支出八十六万元，其中两次因管线施工开挖。',
      处置措施: '费用明细10月23日在政府网站公开，今后换植前公示。',
      办理结果: '已解决',
    })
    await story.accepts(unit)
    finished(story, unit)
    expect(story.heard('白建业', unit).join('\n')).not.toContain('〔提交反馈〕')
  })

  it('D09 a lost old man: 重大, so night and weekend make no difference, and the chief signs', async () => {
    const office = open()
    const [police, welfare, county] = ['市公安局', '市民政局', '石梁市政府']
    await at(office, '10-24 21:00')
    const story = await issues(office, demo('D09'))
    expect(story.reads(police)).toContain('10月25日（周日）21:00前')
    await at(office, '10-24 21:20')
    await story.signs(police)
    await story.signs(welfare)
    await at(office, '10-24 22:01')
    expect(wordsOn(story.seen(county, county, '催办'))).toContain('签收')
    await story.signs(county, holder(office, county, 'handler'))

    await at(office, '10-25 11:00')
    const notice = 'https://www.binjiang.example.cn/notice/1025'
    await story.does('徐鹏飞', police, '登记首次回应', { 回应链接: notice })
    const found = { 核查情况: '老人已送救助站，身体无碍。', 处置措施: '已联系家属。', 办理结果: '已解决' }
    await joins(story, welfare, found, notice)
    await joins(story, county, found, notice)
    await at(office, '10-26 15:00')
    await story.reports(police, {
      核查情况: '涉事仓库看管人将走失老人留宿三日未报警，未发现殴打。',
      处置措施: '已依法传唤看管人，通报未出现老人影像和姓名。',
      办理结果: '已解决',
    })
    await story.signsOff(police)
    await story.accepts(police)
    finishedInPeace(story, police, welfare)
    finished(story, county)
  })

  it('D10 mouldy bread in a kindergarten: three units say one thing', async () => {
    const office = open()
    const [schools, market, health] = ['市教育局', '市市场监管局', '市卫健委']
    await at(office, '10-28 09:00')
    const story = await issues(office, demo('D10'))
    for (const unit of [schools, market, health]) await story.signs(unit)
    for (const unit of [market, health]) expect(story.offers(unit)).not.toContain('登记首次回应')
    await at(office, '10-28 18:00')
    const notice = 'https://www.binjiang.example.cn/notice/1028'
    await joins(
      story,
      market,
      {
        核查情况: '供货商冷链记录缺失，抽检霉菌超标。',
        处置措施: '已封存同批次面包42箱。',
        办理结果: '已解决',
      },
      notice,
    )
    await joins(
      story,
      health,
      { 核查情况: '就诊7人，均已离院。', 处置措施: '已随访。', 办理结果: '已解决' },
      notice,
    )
    await story.does('蔡文静', schools, '登记首次回应', { 回应链接: notice })
    await story.does('蔡文静', schools, '各单位口径')
    const findings = wordsOn(office.card(schools, '各单位口径'))
    expect(findings).toContain('抽检霉菌超标')
    expect(findings).toContain('就诊7人')
    await at(office, '10-29 16:00')
    await story.reports(schools, {
      核查情况: '园方未查验供货凭证，就诊7人。',
      处置措施: '已停用该供货商，园长停职检查；通报未出现儿童信息。',
      办理结果: '已解决',
    })
    await story.accepts(schools)
    finishedInPeace(story, schools, market, health)
  })

  it('D11 sewage at a county border: the city bureau leads and answers within a day', async () => {
    const office = open()
    const [bureau, zone, county] = ['市生态环境局', '临港区政府', '石梁市政府']
    await at(office, '11-02 09:00')
    const story = await issues(office, demo('D11'))
    expect(story.reads(bureau)).toContain('首次回应：11月3日（周二）09:00前')
    expect(story.reads(zone)).toContain('牵头：市生态环境局')
    for (const unit of [bureau, zone, county]) await story.signs(unit)
    await at(office, '11-02 19:00')
    const notice = 'https://www.binjiang.example.cn/notice/1102'
    await story.does('石磊', bureau, '登记首次回应', { 回应链接: notice })
    await at(office, '11-04 10:00')
    const swept = { 核查情况: '辖区排查暗管2处。', 处置措施: '已封堵。', 办理结果: '已解决' }
    await joins(story, zone, swept, notice)
    await joins(story, county, swept, notice)
    await story.reports(bureau, {
      核查情况: '两家企业夜间经暗管排放，采样超标。',
      处置措施: '已立案查处，暗管4处全部封堵，已书面回复媒体。',
      办理结果: '已解决',
    })
    await story.signsOff(bureau)
    await story.accepts(bureau)
    finishedInPeace(story, bureau, zone, county)
  })

  it('D12 an unreadable list of subsidies: nothing is closed before the county’s chief has signed', async () => {
    const office = open()
    const [county, farming] = ['东屏县政府', '市农业农村局']
    await at(office, '11-09 09:00')
    const story = await issues(office, demo('D12'))
    for (const unit of [county, farming]) await story.signs(unit)
    const notice = 'https://www.dongping.example.cn/notice/1109'
    await at(office, '11-09 20:30')
    await story.does('樊小农', county, '登记首次回应', { 回应链接: notice })
    await at(office, '11-11 10:00')
    await joins(
      story,
      farming,
      { 核查情况: '公示系统未作字段转换。', 处置措施: '已更新公示模板。', 办理结果: '已解决' },
      notice,
    )
    await story.reports(county, {
      核查情况: '公示表直接导出自发放系统，未译代码。',
      处置措施: '11月11日起改用中文项目名重新公示七日。',
      办理结果: '已解决',
    })
    const review = story.seen('市网信办', county, '〔审核通过〕')
    const early = await office.press('林晓燕', review, '审核通过')
    expect(early.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('同意签发') })
    expect(story.reads(county)).toContain('待')
    await story.signsOff(county)
    expect(story.reads(county)).toContain('已同意签发：卓远山')
    await story.accepts(county)
    finishedInPeace(story, county, farming)
  })

  it('D13 the mayor gave a week: his limit stands before the rules', async () => {
    const office = open()
    const [traffic, police] = ['市交通运输局', '市公安局']
    await at(office, '11-13 10:00')
    const story = await issues(office, demo('D13'))
    expect(story.reads(traffic)).toContain('于11月20日（周五）17:30前反馈市网信办')
    expect(story.reads(traffic)).toContain('本单为市领导批示件，批示已私信')
    expect(story.reads(traffic)).not.toContain('请交通、公安')
    for (const head of ['陶冶', '钟路遥'])
      expect(wordsOn(story.seen(head, traffic, '领导批示'))).toContain(
        '请交通、公安一周内拿出办法并回复网民。',
      )
    await story.signs(traffic)
    await story.signs(police)
    await at(office, '11-13 17:00')
    const answer = 'https://liuyan.example.cn/threads/18810013#reply'
    await story.does('龙飞', traffic, '登记首次回应', { 回应链接: answer })
    await at(office, '11-18 15:00')
    await joins(
      story,
      police,
      {
        核查情况: '夜间违停集中在东广场。',
        处置措施: '已增设夜间警力。',
        办理结果: '已解决',
      },
      answer,
    )
    await story.reports(traffic, {
      核查情况: '候客区未分流，夜间无人值守。',
      处置措施: '已启用东广场候客区，22时至次日2时专人引导。',
      办理结果: '已解决',
      采纳情况: '采纳',
    })
    await story.signsOff(traffic)
    expect(story.heard('宋明远', traffic)).toEqual([])
    await story.accepts(traffic)
    finishedInPeace(story, traffic, police)
    const report = story.seen('宋明远', traffic, '呈报单')
    const words = wordsOn(report)
    expect(words).toContain('请交通、公安一周内拿出办法并回复网民。')
    expect(words).toContain('批示时限：7天')
    expect(words).toContain('应于11月20日（周五）17:30前办结，11月18日（周三）15:00提交，按期办结。')
    expect(words).toContain('已启用东广场候客区')
    expect(words).toMatch(/协办：市公安局（已办结）　已解决\n夜间违停集中在东广场/)
    expect(words).toContain('〔查看回应〕')
    done(await office.press('宋明远', report, '已阅'))
    expect(wordsOn(story.seen('宋明远', traffic, '呈报单'))).toContain('已阅')
  })

  it('D05 a footbridge without a lift: reposted three thousand times, so 较大 and sooner', async () => {
    const office = open()
    const [lead, builders, welfare] = ['市交通运输局', '市住建局', '市民政局']
    await at(office, '11-19 09:00')
    const story = await issues(office, demo('D05'))
    for (const unit of [lead, builders, welfare]) await story.signs(unit)
    expect(story.reads(lead)).toContain('首次回应：11月21日（周六）09:00前')
    expect(story.reads(lead)).toContain('办理反馈：11月26日（周四）17:30前')

    await at(office, '11-19 15:00')
    const settled = office
      .cards('市网信办', story.matter.title)
      .find((one) => wordsOn(one).includes('〔更正〕'))
    await story.acts('周建国', settled!, '更正', {
      等级: '较大',
      更正原因: '转发已超过三千次，多家媒体跟进。',
    })
    expect(story.reads(lead)).toContain('等级：较大')
    expect(story.reads(lead)).toContain('首次回应：11月20日（周五）15:00前')
    expect(story.reads(lead)).toContain('办理反馈：11月24日（周二）17:30前')
    expect(wordsOn(story.seen(lead, lead, '更正'))).toContain('转发已超过三千次')
    await story.signs(lead)

    await at(office, '11-20 11:00')
    const notice = 'https://weibo.example.cn/binjiang-jt/1120'
    await story.does('龙飞', lead, '登记首次回应', { 回应链接: notice })
    await joins(story, builders, {
      核查情况: '施工图审查未提无障碍电梯。',
      处置措施: '已补充审查意见。',
      办理结果: '解释说明',
    })
    await joins(story, welfare, {
      核查情况: '周边两千米内有养老机构三家。',
      处置措施: '已提供无障碍需求名单。',
      办理结果: '解释说明',
    })
    await at(office, '11-23 10:00')
    await story.reports(lead, {
      核查情况: '原设计为缓坡，施工中因管线改为台阶，未补电梯。',
      处置措施: '已委托加装电梯设计，2027年3月31日前建成。',
      办理结果: '列入计划',
      下一步打算: '12月15日公布加装方案。',
    })
    await story.accepts(lead)
    finishedInPeace(story, lead, builders, welfare)
  })
})
