import { describe, expect, it } from 'vitest'
import { at, finishedInPeace, joins, moment } from '../support/demo-days.ts'
import { wordsOn } from '../support/office.ts'
import { shareOffice } from '../support/shared-office.ts'
import { demo, done, holder, issues } from '../support/story.ts'

describe('what citizens ask of 滨江市', { timeout: 120_000 }, () => {
  const open = shareOffice({ at: Date.parse(moment('11-02 09:00')) })

  it('D07 a complaint about the service hall: signed, answered under the post, closed', async () => {
    const office = open()
    const hall = await issues(office, demo('D07'))
    expect(hall.reads('市政务办')).toContain(
      '请于11月2日（周一）14:30前确认签收，核实处置，于11月4日（周三）09:00前在本地论坛原帖公开回复，于11月9日（周一）17:30前反馈市网信办。',
    )
    expect(hall.offers('市政务办')).toEqual(['确认签收', '申请退回', '查看原文'])

    await at(office, '11-02 10:20')
    await hall.signs('市政务办')
    expect(hall.reads('市政务办')).toMatch(
      /已签收：齐美华（承办人，电话\S*\*{4}\d{4}）　11月2日（周一）10:20　网舆交〔2026〕1号-回执1/,
    )
    expect(hall.offers('市政务办')).not.toContain('确认签收')

    await at(office, '11-03 16:30')
    await hall.reports('市政务办', {
      核查情况: '10月30日上午三号窗口11点40分停止叫号，当时还有十二人取了号。',
      处置措施: '已向反映人致歉，午间安排两名工作人员轮值，11月3日起执行。',
      办理结果: '已解决',
      回应链接: 'https://bbs.binjiang.example.cn/thread/30307#reply-12',
    })
    expect(hall.reads('市政务办')).toContain('待审核')
    expect(wordsOn(hall.seen('市网信办', '市政务办', '〔审核通过〕'))).toContain('还有十二人取了号')

    await at(office, '11-04 09:10')
    await hall.accepts('市政务办')
    finishedInPeace(hall, '市政务办')
  })

  it('D03 yellow tap water: a company leads, the district and the health commission help', async () => {
    const office = open()
    const [water, district, health] = ['市水务集团', '云溪区政府', '市卫健委']
    await at(office, '11-04 10:00')
    const story = await issues(office, demo('D03'))
    expect(story.reads(water)).toContain('于11月11日（周三）17:30前反馈市网信办')
    expect(story.reads(water)).toMatch(/协办：云溪区政府（待签收）\n协办：市卫健委（待签收）/)
    expect(new Set([water, district, health].map(story.no)).size).toBe(3)

    await at(office, '11-04 11:00')
    for (const unit of [water, district, health]) await story.signs(unit)
    // A department only tells what it found; a district answers for its own area.
    expect(story.offers(health)).not.toContain('登记首次回应')
    expect(story.offers(district)).toContain('登记首次回应')
    await at(office, '11-05 15:00')
    const answer = 'https://bbs.binjiang.example.cn/thread/30218#reply-7'
    await story.does('赵海涛', water, '登记首次回应', { 回应链接: answer })
    expect(story.reads(water)).toContain('已公开回应：11月5日（周四）15:00')
    expect(story.offers(water)).not.toContain('登记首次回应')

    await joins(
      story,
      health,
      {
        核查情况: '入户水样浊度3.2，超出限值，余氯合格。',
        处置措施: '已出具检测报告。',
        办理结果: '解释说明',
      },
      answer,
    )
    await joins(
      story,
      district,
      {
        核查情况: '小区二次供水由物业代管。',
        处置措施: '街道已督促物业清洗水箱。',
        办理结果: '已解决',
      },
      answer,
    )
    expect(story.reads(water)).toContain('协办：市卫健委（已办结）')

    await at(office, '11-09 16:00')
    await story.reports(water, {
      核查情况: '小区立管锈蚀，入户水浊度超标。',
      处置措施: '已冲洗管网，11月9日复测合格；立管更换已列入年内改造。',
      办理结果: '已解决',
    })
    await at(office, '11-10 09:30')
    await story.accepts(water)
    finishedInPeace(story, water, district, health)
    expect(wordsOn(office.cards('市网信办', story.matter.title)[0]!)).toContain('已办结')
  })

  it('D02 a suggestion about lift subsidies has seven working days', async () => {
    const office = open()
    const unit = '市住建局'
    await at(office, '11-11 09:00')
    const story = await issues(office, demo('D02'))
    expect(story.reads(unit)).toContain('于11月20日（周五）17:30前反馈市网信办')
    await story.signs(unit)
    await at(office, '11-12 16:00')
    await story.does('刘志强', unit, '登记首次回应', {
      回应链接: 'https://msh.example.cn/topic/20261102#r1',
    })
    await at(office, '11-19 11:00')
    await story.reports(unit, {
      核查情况: '现行补贴按部计发，未区分楼层。',
      处置措施: '已起草按受益楼层分摊的样板协议，2026年12月15日起公开征求意见。',
      办理结果: '列入计划',
      采纳情况: '部分采纳',
    })
    expect(wordsOn(story.seen('市网信办', unit, '〔审核通过〕'))).toContain('采纳情况：部分采纳')
    await story.accepts(unit)
    finishedInPeace(story, unit)
  })

  it('D01 a dearer parking rule: three units, one explanation', async () => {
    const office = open()
    const [lead, police, wardens] = ['市发改委', '市公安局', '市城管局']
    await at(office, '11-20 10:00')
    const story = await issues(office, demo('D01'))
    expect(story.reads(lead)).toContain('在人民网领导留言板以官方身份公开回复')
    expect(story.reads(police)).toContain('协办')
    for (const unit of [lead, police, wardens]) await story.signs(unit)
    expect(story.offers(lead)).toContain('登记首次回应')
    for (const unit of [police, wardens]) expect(story.offers(unit)).not.toContain('登记首次回应')

    await at(office, '11-21 10:30')
    const answer = 'https://liuyan.example.cn/threads/18810001#reply'
    await story.does('田文博', lead, '登记首次回应', { 回应链接: answer })
    await joins(
      story,
      police,
      {
        核查情况: '路内泊位由市公安局施划，收费标准由市发改委核定。',
        处置措施: '已提供泊位周转数据。',
        办理结果: '解释说明',
      },
      answer,
    )
    await joins(
      story,
      wardens,
      { 核查情况: '收费由平台公司执行。', 处置措施: '已核对收费公示牌。', 办理结果: '解释说明' },
      answer,
    )
    await at(office, '11-25 15:00')
    await story.reports(lead, {
      核查情况: '听证会于9月18日召开，公告登在政府网站，未在现场张贴。',
      处置措施: '已公开听证笔录；上下班接送时段三十分钟免费的建议已采纳，2026年12月1日起试行。',
      办理结果: '解释说明',
    })
    expect(wordsOn(story.seen('市网信办', lead, '〔审核通过〕'))).toContain('三十分钟免费的建议已采纳')
    await story.accepts(lead)
    finishedInPeace(story, lead, police, wardens)
  })

  it('D04 unpaid wages: the supporting district does not sign and is urged, the others are left alone', async () => {
    const office = open()
    const [lead, builders, district] = ['市人社局', '市住建局', '临港区政府']
    await at(office, '11-30 09:00')
    const story = await issues(office, demo('D04'))
    await at(office, '11-30 09:40')
    await story.signs(lead)
    await story.signs(builders)

    await at(office, '11-30 14:31')
    expect(wordsOn(story.seen(district, district, '催办'))).toContain('签收')
    expect(story.heard(lead, lead)).toHaveLength(1)
    await at(office, '11-30 16:00')
    const [answer] = await office.say('林晓燕', '市网信办', `/催办 ${story.no(district)}`)
    expect(wordsOn(answer!)).toContain('催办')
    expect(story.heard(district, district)).toHaveLength(3)
    const urged = story.seen(district, district, '〔确认签收〕', '催办')
    await story.acts(holder(office, district, 'handler'), urged, '确认签收')
    expect(story.reads(district)).toMatch(/已签收：汪洋.*11月30日（周一）16:00/)
    expect(story.heard(district, district).join('\n')).not.toContain('〔确认签收〕')

    await at(office, '12-01 15:00')
    const link = 'https://video.example.cn/dy/7404#comment'
    await joins(
      story,
      district,
      {
        核查情况: '项目部确欠二十三人工资。',
        处置措施: '街道已约谈总包单位，账户已监管。',
        办理结果: '部分解决',
      },
      link,
    )
    await joins(
      story,
      builders,
      { 核查情况: '总包单位工资保证金足额。', 处置措施: '已启用保证金。', 办理结果: '已解决' },
      link,
    )
    await story.reports(lead, {
      核查情况: '二十三名工人欠薪四十一万元。',
      处置措施: '已用工资保证金足额支付，并逐一电话告知。',
      办理结果: '已解决',
      回应链接: link,
    })
    await story.accepts(lead)
    finishedInPeace(story, lead, builders)
    expect(story.reads(district)).toContain('已办结')
  })

  it('D08 gifts at a subsidy check: 市监察局 works in private, the accused county and bureau learn nothing', async () => {
    const office = open()
    const [form] = await office.say('林晓燕', '林晓燕', '/举报')
    done(
      await office.press('林晓燕', form!, '提交审核', {
        标题: '反映低保评定中收受烟酒',
        摘要: '某镇经办人员在低保复核中收受烟酒，反映时间地点具体。',
        来源平台: '微博',
        等级: '较大',
        被举报单位: '东屏县政府、市民政局',
        承办单位: '市监察局',
        承办人: '贺铁军',
        审批人: '周建国',
        办理时限: '10个工作日',
        办理要求: '请核实，结果书面反馈。',
      }),
    )
    await office.press('周建国', office.card('周建国', '〔签发〕'), '签发')
    const slip = office.card('贺铁军', '〔确认签收〕')
    const no = /网舆密〔\d+〕\d+号/.exec(wordsOn(slip))?.[0]
    expect(no).toBe('网舆密〔2026〕1号')
    await office.press('贺铁军', slip, '确认签收')
    await at(office, '12-04 15:00')
    await office.press('贺铁军', slip.messageId, '提交反馈')
    done(
      await office.press('贺铁军', slip.messageId, '提交反馈', {
        核查情况: '经办人员收受烟酒属实。',
        处置措施: '已立案，低保名单由县里另派人员复核。',
        办理结果: '已解决',
      }),
    )
    await office.press('林晓燕', office.card('林晓燕', '〔审核通过〕'), '审核通过')
    expect(wordsOn(office.card('贺铁军', no!))).toContain('已办结')

    for (const body of ['市网信办', '市监察局', '东屏县政府', '市民政局', '市政府督查室', '市领导']) {
      expect(office.cards(body, '网舆密'), body).toEqual([])
      expect(office.cards(body, '烟酒'), body).toEqual([])
    }
    const [nothing] = await office.say('樊小农', '樊小农', `/查 ${no}`)
    const [absent] = await office.say('樊小农', '樊小农', '/查 网舆密〔2026〕77号')
    expect(wordsOn(nothing!)).toBe(wordsOn(absent!).replace('77号', '1号'))
  })

  it('D14 night noise: the police want to pass it on, the office rules that they keep it', async () => {
    const office = open()
    const [police, environment, district] = ['市公安局', '市生态环境局', '云溪区政府']
    await at(office, '12-07 09:00')
    const story = await issues(office, demo('D14'))
    await story.does('徐鹏飞', police, '申请退回', {
      退回原因: '经营场所噪声应由生态环境部门监测处理。',
      职责依据: '噪声污染防治法第八条',
      建议承办单位: '生态环境局',
    })
    expect(story.reads(police)).toContain('待裁定')
    expect(story.offers(police)).toEqual([])

    await at(office, '12-07 11:00')
    const paper = story.seen('市网信办', police, '〔不予退回〕')
    expect(wordsOn(paper)).toContain('噪声污染防治法第八条')
    await story.acts('林晓燕', paper, '不予退回', {
      不予退回的理由: '社会生活噪声由公安机关处理，市生态环境局协助监测。',
    })
    expect(wordsOn(story.seen(police, police, '社会生活噪声由公安机关处理'))).toContain('此件不再退回')
    expect(story.offers(police)).toEqual(['确认签收'])

    await story.signs(police)
    for (const unit of [environment, district]) await story.signs(unit)
    expect(story.offers(police)).not.toContain('申请退回')
    expect(story.offers(police)).not.toContain('登记首次回应')
    await at(office, '12-09 15:00')
    const monitoring = {
      核查情况: '23时监测58分贝，超标。',
      处置措施: '已出具监测报告。',
      办理结果: '已解决',
    }
    const fitting = { 核查情况: '该店未做隔声。', 处置措施: '街道已督促安装隔声门。', 办理结果: '已解决' }
    await joins(story, environment, monitoring)
    await joins(story, district, fitting)
    await at(office, '12-10 10:00')
    await story.reports(police, {
      核查情况: '该店夜间营业噪声超标，三年内被投诉十四次。',
      处置措施: '已依法警告并处罚，零点后停止使用音响；已电话告知居民。',
      办理结果: '已解决',
    })
    await story.signsOff(police)
    await story.accepts(police)
    finishedInPeace(story, police, environment, district)

    const report = story.seen('韩秋实', police, '呈报单')
    expect(wordsOn(report)).toContain('批示内容：请依法处理，结果报我。')
    expect(wordsOn(report)).toContain('零点后停止使用音响')
    await story.acts('韩秋实', report, '批示', {
      批示内容: '请回访居民，一周后报我。',
      回复时限: '5个工作日',
    })
    expect(wordsOn(story.seen('罗永刚', police, '〔回复批示〕'))).toContain('12月17日（周四）17:30前回复批示')
    expect(wordsOn(story.seen('市网信办', police, '呈报单'))).toContain('请回访居民')
    await at(office, '12-18 09:00')
    expect(wordsOn(story.seen(police, police, '有批示待办理', '催办'))).not.toContain('回访')
    expect(wordsOn(story.seen('韩秋实', police, '批示逾期未回复'))).toContain('市公安局应于12月17日')
    expect(wordsOn(story.seen('市政府督查室', police, '批示逾期未回复'))).toContain('请回访居民')
  })
})
