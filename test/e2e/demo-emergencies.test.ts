import { describe, expect, it } from 'vitest'
import { at, finished, joins, moment } from '../support/demo-days.ts'
import { wordsOn } from '../support/office.ts'
import { shareOffice } from '../support/shared-office.ts'
import { calls, done, emergency, formalises, holder, type Story, storyOf } from '../support/story.ts'

describe('emergencies in 滨江市', { timeout: 120_000 }, () => {
  const open = shareOffice({ at: Date.parse(moment('10-03 21:20')) })
  const released = (kind: string, what: string, link: string) => ({
    发布类型: kind,
    发布内容: what,
    发布平台或地点: '政务微博“滨江发布”',
    发布链接: link,
  })

  /** The approver rules on the office's own card that no press conference is held. */
  const waives = (story: Story, why: string) => {
    const own = open()
      .cards('市网信办', story.matter.title)
      .find((one) => wordsOn(one).includes('〔不召开发布会〕'))
    return story.acts('周建国', own!, '不召开发布会', { 不召开的理由: why })
  }

  it('D20 a cracked slope on a holiday night: telephoned first, heard at once in spite of the hour', async () => {
    const office = open()
    const [county, land, rescue] = ['东屏县政府', '市自然资源局', '市应急办']
    const story = await calls(office, emergency('D20'), '21:10')
    expect(story.reads(county)).toContain('已于10月3日（周六）21:10电话交办值班室屈平安')
    expect(story.reads(county)).toContain('首报：10月3日（周六）22:10前')
    expect(wordsOn(office.card('市领导', '紧急交办报告'))).toContain(story.no(county))
    await at(office, '10-03 21:30')
    await story.signs(county)
    await story.signs(land)

    await at(office, '10-03 22:11')
    expect(wordsOn(story.seen(county, county, '催办'))).toContain('仍未首报现场处置情况')
    await story.does('樊小农', county, '阶段进展', { 进展情况: '已到现场，正在组织转移。' })
    expect(story.reads(county)).toContain('首报：10月3日（周六）22:11完成')
    await at(office, '10-03 23:11')
    expect(wordsOn(story.seen(rescue, rescue, '催办'))).toContain('签收')
    await story.signs(rescue)
    await formalises(office, story, '原平台跟帖')
    expect(story.reads(county)).not.toContain('待补正式交办单')

    await at(office, '10-04 01:20')
    const link = 'https://note.example.cn/xhs/5520#reply'
    await story.does('樊小农', county, '登记首次回应', { 回应链接: link })
    expect(story.reads(county)).toContain('首次回应：10月4日（周日）01:20完成')
    await at(office, '10-04 16:00')
    await story.does('樊小农', county, '阶段进展', { 进展情况: '坡面已覆盖，专家正在监测。' })
    const looked = {
      核查情况: '滑坡体约八百方，处于蠕变。',
      处置措施: '已设监测点四处。',
      办理结果: '部分解决',
    }
    await joins(story, land, { ...looked, 下一步打算: '10月20日前提出治理方案。' })
    await joins(story, rescue, { ...looked, 处置措施: '已调配帐篷和食品。', 下一步打算: '值守到险情解除。' })
    await story.reports(county, {
      核查情况: '连续降雨致山坡裂缝，宽约四厘米。',
      处置措施: '十一户三十四人安置在村小学，已电话答复反映人。',
      办理结果: '部分解决',
      下一步打算: '10月20日前完成治理设计。',
    })
    await story.accepts(county)
    finished(story, county, land, rescue)
  })

  it('D19 a sagging power line: first put right, then answered', async () => {
    const office = open()
    const [city, power, schools] = ['石梁市政府', '市供电公司', '市教育局']
    await at(office, '10-12 13:10')
    const story = await calls(office, emergency('D19'), '13:05')
    await at(office, '10-12 13:20')
    expect(story.reads(city)).toContain('首报：10月12日（周一）14:05前')
    for (const unit of [city, power, schools]) await story.signs(unit)
    await at(office, '10-12 13:50')
    await story.does('梅雪峰', city, '阶段进展', { 进展情况: '已拉警戒，学生改走东门。' })
    expect(story.reads(city)).toContain('已拉警戒，学生改走东门')
    expect(story.reads(city)).toContain('首报：10月12日（周一）13:50完成')
    expect(story.reads(power)).not.toContain('首报')
    expect(story.heard(city, city)).toHaveLength(1)
    await formalises(office, story, '原平台跟帖')
    await at(office, '10-12 16:30')
    await story.does(
      '梅雪峰',
      city,
      '登记发布',
      released('权威信息', '线路已于15时抬高。', 'https://bbs.binjiang.example.cn/thread/31519#r2'),
    )
    expect(story.reads(city)).not.toContain('新闻发布会：')
    await joins(story, power, {
      核查情况: '横担锈断致导线下垂。',
      处置措施: '15时抢修完毕，对地6.8米。',
      办理结果: '已解决',
    })
    await joins(story, schools, { 核查情况: '学生无伤。', 处置措施: '已改走东门。', 办理结果: '已解决' })
    await story.reports(city, {
      核查情况: '横担锈断，导线最低处离地3.1米。',
      处置措施: '13时20分警戒，15时修复，同线路已排查。',
      办理结果: '已解决',
    })
    await story.signsOff(city)
    await story.accepts(city)
    finished(story, city, power, schools)
  })

  it('D16 a pile-up in the fog: signed within the half hour, the conference ruled unnecessary', async () => {
    const office = open()
    const [police, traffic, health] = ['市公安局', '市交通运输局', '市卫健委']
    await at(office, '10-14 07:25')
    const story = await calls(office, emergency('D16'), '07:15')
    expect(story.reads(police)).toContain('签收：10月14日（周三）07:45前')
    for (const unit of [police, traffic, health]) {
      expect(story.slip(unit).urged).toContain(office.id(holder(office, unit, 'handler')))
    }
    await at(office, '10-14 07:40')
    for (const unit of [police, traffic, health]) await story.signs(unit)
    expect(story.heard(police, police)).toHaveLength(1)
    await formalises(office, story, '情况通报或权威发布')
    await at(office, '10-14 09:30')
    await story.does(
      '徐鹏飞',
      police,
      '登记发布',
      released('权威信息', '十三车相撞，六人轻伤，北行半幅已通。', 'https://weibo.example.cn/binjiang/16'),
    )
    await waives(story, '无重大伤亡，通报已说明情况。')
    expect(story.reads(police)).toContain('经审定不召开')
    await at(office, '10-14 16:00')
    await joins(story, traffic, {
      核查情况: '大桥15时全线恢复。',
      处置措施: '已增设雾区提示。',
      办理结果: '已解决',
    })
    await joins(story, health, {
      核查情况: '收治6人，均为轻伤。',
      处置措施: '5人已离院。',
      办理结果: '已解决',
    })
    await story.reports(police, {
      核查情况: '能见度不足五十米，十三车相撞，六人轻伤。',
      处置措施: '15时全线恢复通行，责任认定进行中。',
      办理结果: '已解决',
    })
    await story.signsOff(police)
    await story.accepts(police)
    finished(story, police, traffic, health)
  })

  it('D17 a rumour of poisoned children: denied within five hours by the police', async () => {
    const office = open()
    const [police, schools, health, district] = ['市公安局', '市教育局', '市卫健委', '云溪区政府']
    await at(office, '10-15 16:20')
    const story = await calls(office, emergency('D17'))
    for (const unit of [police, schools, health, district]) await story.signs(unit)
    expect(story.reads(police)).toContain('权威信息：10月15日（周四）21:20前')
    expect(story.reads(police)).toContain('不实的立即辟谣，固定线索')
    await formalises(office, story, '情况通报或权威发布')
    await at(office, '10-15 19:00')
    await story.does(
      '徐鹏飞',
      police,
      '登记发布',
      released(
        '权威信息',
        '网传死亡不实，四名学生腹痛已回家，造谣线索正在核查。',
        'https://weibo.example.cn/binjiang/17',
      ),
    )
    await waives(story, '不实信息已辟谣。')
    await story.does('徐鹏飞', police, '线索移交', {
      线索内容: '某账号15时首发拼接截图，二十余个群转发。',
      线索链接: 'https://weibo.example.cn/u/17',
      固定的证据: '截图、转发链已存证。',
    })
    const clue = (body: string) => office.card(body, '线索移交单')
    expect(wordsOn(clue(police))).toMatch(
      /移交市公安局、市网信办[\s\S]*某账号15时首发[\s\S]*截图、转发链已存证[\s\S]*〔查看线索〕/,
    )
    expect(story.reads(police)).toContain('徐鹏飞于10月15日（周四）19:00移交市公安局、市网信办')
    done(await office.press('高云霞', clue(police), '已接收'))
    expect(wordsOn(clue(police))).toContain('已接收：高云霞　10月15日（周四）19:00')
    done(await office.press('林晓燕', clue('市网信办'), '已接收'))
    expect(story.reads(police)).toContain('市公安局高云霞10月15日（周四）19:00接收')
    await at(office, '10-16 10:00')
    const calm = { 核查情况: '四名学生腹痛，均已返校。', 处置措施: '已向家长说明。', 办理结果: '不属实' }
    for (const unit of [schools, health]) await joins(story, unit, calm)
    await joins(story, district, calm, 'https://weibo.example.cn/yunxi/17')
    await story.reports(police, {
      核查情况: '无人死亡，截图系拼接。',
      处置措施: '已锁定首发账号，线索另案办理。',
      办理结果: '不属实',
    })
    const reported = wordsOn(story.seen('市网信办', police, '〔审核通过〕'))
    expect(reported).toContain('线索另案办理')
    expect(reported).toContain('办理结果：不属实')
    await story.signsOff(police)
    await story.accepts(police)
    finished(story, police, schools, health, district)
  })

  it('D18 owners before the district government: a 联席会议 within two hours, its decision a slip', async () => {
    const office = open()
    const [district, builders, police] = ['云溪区政府', '市住建局', '市公安局']
    const [petitions, land] = ['市信访局', '市自然资源局']
    await at(office, '10-19 10:10')
    const story = await calls(office, emergency('D18'), '10:00')
    for (const unit of [district, builders, police, petitions]) await story.signs(unit)
    await formalises(office, story, '情况通报或权威发布')

    const [invitation] = await office.say('程雅琴', '市政府办公室', `/会商 ${story.no(district)}`)
    done(
      await office.press('程雅琴', invitation!, '发出会商通知', {
        议题: '业主聚集事件处置和口径',
        会议时间: '10月19日 11:30',
        地点或方式: '市政府302会议室',
        议程: '通报情况，商定口径和分工。',
      }),
    )
    const notice = office.card(petitions, '〔确认参会〕')
    expect(wordsOn(notice)).toContain('10月19日（周一）11:30召开会商')
    done(await office.press(holder(office, petitions, 'handler'), notice, '确认参会'))

    await at(office, '10-19 12:40')
    const conference = () => office.card('市网信办', '参会回执')
    await story.acts('林晓燕', conference(), '记录纪要', {
      主持人: '梁宏达',
      会议认为: '须当日发布通报，防止周末再次聚集。',
    })
    await story.acts('周建国', conference(), '增加议定事项', {
      议定内容: '请核实该地块土地抵押情况。',
      责任单位: '自然资源局',
      办理方式: '交办（协办）',
      办理时限: '24小时',
    })
    const decided = office.card(land, '请核实该地块土地抵押情况')
    expect(wordsOn(decided)).toContain('10月20日（周二）12:40前')
    expect(wordsOn(office.card(petitions, '会议纪要'))).toContain('防止周末再次聚集')
    const all = storyOf(
      office,
      story.matter,
      new Map([
        ...[district, builders, police, petitions].map((u) => [u, story.slip(u)] as const),
        [land, decided],
      ]),
    )
    await all.signs(land)

    await at(office, '10-19 14:00')
    await story.does(
      '倪小溪',
      district,
      '登记发布',
      released('权威信息', '已现场接访，公布分栋交付时间表。', 'https://weibo.example.cn/yunxi/18'),
    )
    await waives(story, '已现场接访并发布通报。')
    const told = {
      核查情况: '项目延期七个月，资金缺口已落实。',
      处置措施: '已派专班驻场。',
      办理结果: '已解决',
    }
    await at(office, '10-20 09:30')
    for (const unit of [builders, police, petitions, land]) await joins(all, unit, told)
    await story.reports(district, told)
    await story.signsOff(district)
    await story.accepts(district)
    finished(all, district, builders, police, petitions, land)
  })

  it('D15 a bang in the chemical park: five hours, a day, and a report every day after', async () => {
    const office = open()
    const [zone, rescue, police, health, environment] = [
      '经济技术开发区',
      '市应急办',
      '市公安局',
      '市卫健委',
      '市生态环境局',
    ]
    await at(office, '10-26 12:46')
    const story = await calls(office, emergency('D15'), '12:40')
    expect(story.reads(zone)).toContain('已于10月26日（周一）12:40电话交办祝兴业主任')
    expect(story.reads(zone)).toContain('待补正式交办单')
    for (const unit of [zone, rescue, police, health, environment]) await story.signs(unit)
    expect(story.reads(zone)).toContain('权威信息：10月26日（周一）17:40前')
    expect(story.reads(zone)).toContain('新闻发布会：10月27日（周二）12:40前')

    await at(office, '10-26 14:41')
    expect(wordsOn(office.card('市网信办', '补单提醒'))).toContain('补发')
    const number = story.no(zone)
    await formalises(office, story, 'press_conference')
    expect(story.no(zone)).toBe(number)
    expect(story.reads(zone)).not.toContain('待补正式交办单')

    await at(office, '10-26 16:30')
    const said = released(
      '权威信息',
      '火已扑灭，两人轻伤，无人失联。',
      'https://weibo.example.cn/binjiang/15a',
    )
    await story.does('鲁志成', zone, '登记发布', said)
    await at(office, '10-27 10:00')
    const told = released('新闻发布会', '通报初步原因和环境监测。', 'https://weibo.example.cn/binjiang/15b')
    await story.does('鲁志成', zone, '登记发布', told)
    expect(story.reads(zone)).toContain('新闻发布会：10月27日（周二）10:00完成')

    await at(office, '10-27 12:41')
    expect(wordsOn(story.seen(zone, zone, '〔阶段进展〕'))).toContain('阶段进展')
    await story.does('鲁志成', zone, '阶段进展', { 进展情况: '现场清理完毕，周边企业停产排查。' })
    await at(office, '10-28 10:00')
    const helped = { 核查情况: '大气监测六次均达标。', 处置措施: '已持续监测。', 办理结果: '已解决' }
    for (const unit of [rescue, police, health, environment]) await joins(story, unit, helped)
    await story.reports(zone, {
      核查情况: '溶剂罐静电起火，两人轻伤。',
      处置措施: '企业停产，赔偿周边玻璃损失。',
      办理结果: '已解决',
    })
    await story.signsOff(zone)
    await story.accepts(zone)
    finished(story, zone, rescue, police, health, environment)
  })
})
