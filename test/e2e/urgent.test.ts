import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

/** D15 of the demo matters: a bang in the chemical park at 12:20, the call at 12:40. */
const bang: Readonly<Record<string, string>> = {
  标题: '经开区化工园传出巨响冒黑烟',
  摘要: '12:20左右巨响，周边玻璃震碎，有没有人员伤亡不清楚。',
  来源平台: '微博',
  原文链接: 'https://weibo.example.cn/d15',
  分类: 'U1',
  等级: 'extraordinary',
  '承办单位（牵头）': '经开区',
  协办单位: '应急办、公安、生态环境局',
  办理要求: '请立即核实伤亡，先行处置，及时发布权威信息。',
  接听人及职务: '祝兴业主任',
  通话时间: '12:40',
  通话要点: '请立即核实伤亡，5小时内发布权威信息。',
  已报告的市领导及时间: '宋明远副市长，12:45',
  与市政府办沟通人: '程雅琴',
}

describeOnDatabases('紧急交办 of a bang in the chemical park', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database(), at: Date.parse('2026-11-23T12:46:00+08:00') })
  })
  afterEach(() => office.close())

  const zone = '经济技术开发区'
  const slip = () => office.cards(zone, '网舆交〔2026〕1号')[0]!
  const mine = () => office.cards('市网信办', '电话交办记录')[0]!
  const rings = () => office.sandbox.calls.filter(({ path }) => path.endsWith('/urgent_app'))
  const fill = async (
    name: string,
    card: { messageId: string },
    act: string,
    values: Record<string, string>,
  ) => {
    await office.press(name, card.messageId, act)
    return office.press(name, card.messageId, act, values)
  }

  /** Gives every unit its provisional slip, rings it, and tells 市政府办 and the leaders in the same minute. */
  const assigned = async () => {
    const [form] = await office.say('林晓燕', '市网信办', '/紧急交办')
    expect(buttonsOn(form!)).toContain('紧急交办')
    const assigned = await office.press('林晓燕', form!, '紧急交办', { ...bang })
    expect(assigned).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(slip())).toContain('来电先行交办，已于11月23日（周一）12:40电话交办祝兴业主任')
    expect(wordsOn(slip())).toContain('先行交办（待补正式交办单）')
    expect(slip().urged).toEqual(
      expect.arrayContaining([office.id('鲁志成'), office.id('连杰'), office.id('祝兴业')]),
    )
    for (const unit of ['市应急办', '市公安局', '市生态环境局']) {
      const card = office.card(unit, '网舆交〔2026〕')
      expect(wordsOn(card)).toContain('先行交办')
      expect(card.urged?.length).toBeGreaterThan(0)
    }
    expect(buttonsOn(office.card('市领导', '紧急交办报告'))).toEqual(expect.arrayContaining(['已阅', '批示']))
    const told = office.card('市政府办公室', '紧急交办报告')
    expect(buttonsOn(told)).not.toContain('批示')
    expect(await office.press('程雅琴', told, '已阅')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(office.card('市政府办公室', '紧急交办报告'))).toContain('程雅琴')
    // Rung once, however often the outbox looks.
    await office.settle()
    expect(rings()).toHaveLength(4)
  }

  /** Is 鲁志成’s to sign, with all clocks from the call. */
  const signed = async () => {
    expect(await office.press('鲁志成', slip(), '确认签收')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(slip())).toContain('权威信息：11月23日（周一）17:40前')
    expect(wordsOn(slip())).toContain('新闻发布会：11月24日（周二）12:40前')
  }

  /** Chases the formal slip, and issues it under the same number. */
  const formal = async () => {
    await office.wind('2026-11-23T14:40:30+08:00')
    const reminder = office.card('市网信办', '补单提醒')
    await fill('林晓燕', reminder, '补发交办单', {
      答复形式: 'press_conference',
      办理要求: bang.办理要求 ?? '',
    })
    const approval = office.card('市网信办', '补发待签发')
    expect(await office.press('林晓燕', approval, '签发')).toMatchObject({ toast: { type: 'warning' } })
    expect(await office.press('周建国', approval, '签发')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(office.card(zone, '已先行电话交办，现补办交办单'))).toContain('网舆交〔2026〕1号')
    expect(wordsOn(slip())).not.toContain('待补正式交办单')
    const before = office.cards('市网信办', '补单提醒').length
    await office.wind('2026-11-23T16:30:00+08:00')
    expect(office.cards('市网信办', '补单提醒')).toHaveLength(before)
  }

  /** Records 权威信息 within five hours and the press conference within a day. */
  const released = async () => {
    const reminded = office.card(zone, '〔登记发布〕')
    expect(wordsOn(reminded)).toContain('网舆交〔2026〕1号')
    await fill('鲁志成', slip(), '登记发布', {
      发布类型: 'authoritative_info',
      发布内容: '火已扑灭，暂未发现人员伤亡。',
      发布平台或地点: '政务微博“滨江发布”',
      发布链接: 'https://weibo.example.cn/binjiang/1',
    })
    expect(wordsOn(slip())).toContain('权威信息：11月23日（周一）16:30完成')
    await office.wind('2026-11-24T10:00:00+08:00')
    await fill('连杰', slip(), '登记发布', {
      发布类型: 'press_conference',
      发布内容: '通报事故原因和善后安排。',
      发布平台或地点: '市政府新闻发布厅',
      发布链接: 'https://weibo.example.cn/binjiang/2',
    })
    expect(wordsOn(slip())).toContain('新闻发布会：11月24日（周二）10:00完成')
    expect(wordsOn(office.card('市领导', '紧急交办报告'))).toContain('火已扑灭')
  }

  /** Owes a report every day, and the office an entry every two hours. */
  const reported = async () => {
    await office.wind('2026-11-24T12:41:00+08:00')
    const urged = office.card(zone, '报告阶段进展')
    await fill('鲁志成', urged, '阶段进展', { 进展情况: '现场处置完毕，正在排查周边企业。' })
    expect(wordsOn(slip())).toContain('滚动报告：11月25日（周三）12:41前')
    const watch = office.card('市网信办', '监测提醒')
    await fill('林晓燕', watch, '登记监测', { 监测情况: '热度回落，焦点转为赔偿。', 传播数据: '阅读12万' })
    const [answer] = await office.say('林晓燕', '市网信办', '/监测 1号 未见新的焦点')
    expect(wordsOn(answer!)).toContain('已登记')
    expect(wordsOn(mine())).toContain('热度回落')
    expect(wordsOn(mine())).toContain('未见新的焦点')
  }

  /** Shows in 待办 and ends like any other. */
  const ended = async () => {
    const [list] = await office.say('鲁志成', zone, '/待办')
    expect(wordsOn(list!)).toContain('网舆交〔2026〕1号')
    const { 回应链接: _, ...report } = finalReport
    await fill('鲁志成', slip(), '提交反馈', report)
    expect(wordsOn(office.card('市网信办', '〔审核通过〕'))).toContain('网舆交〔2026〕1号')
  }

  it('goes from the call to the report, an afternoon and the day after it', async () => {
    await assigned()
    await signed()
    await formal()
    await released()
    await reported()
    await ended()
  })

  it('tells the office once when nobody could be rung, and does not try for ever', async () => {
    const members = office.sandbox.chats().find(({ chatId }) => chatId === office.group(zone))?.members
    for (const name of ['鲁志成', '连杰', '祝兴业']) members?.delete(office.id(name))
    const [form] = await office.say('林晓燕', '市网信办', '/紧急交办')
    await office.press('林晓燕', form!, '紧急交办', { ...bang, 协办单位: '' })
    await office.wind('2026-11-23T12:55:00+08:00')
    expect(office.cards('市网信办', '加急提醒未能送达')).toHaveLength(1)
    expect(wordsOn(office.card(zone, '〔确认签收〕'))).toContain('先行交办')
    expect(rings()).toHaveLength(1)
  })
})
