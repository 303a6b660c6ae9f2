import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { issue, report, sign } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('a slip that nobody answers', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const group = () => office.sandbox.messages(office.group('市水务集团')).map(wordsOn)

  it('is urged once when the receipt limit passes, however often the sweep runs', async () => {
    await issue(office)
    await office.wind('2026-11-23T14:31:00+08:00')
    await office.settle()
    await office.settle()
    expect(group()).toHaveLength(2)
    expect(office.card('市水务集团', '〔确认签收〕')).toBeDefined()
    expect(wordsOn(office.card('市水务集团', '催办'))).toContain('网舆交〔2026〕1号')
  })

  it('reaches the supervisors and the leaders by itself, and each of them can act on the card', async () => {
    await issue(office)
    await office.wind('2026-11-26T14:31:00+08:00')

    const notice = office.card('市领导', '网舆交〔2026〕1号')
    expect(buttonsOn(notice)).toEqual(expect.arrayContaining(['已阅', '批示']))
    expect(await office.press('宋明远', notice, '已阅')).toMatchObject({
      toast: { content: expect.stringContaining('已阅') },
    })

    await office.press('宋明远', notice, '批示')
    await office.press('宋明远', notice.messageId, '批示', { 批示: '请今日内签收并说明原因。' })
    expect(wordsOn(office.card('王振江', '请今日内签收并说明原因'))).toContain('宋明远')
    expect(group().join('\n')).not.toContain('请今日内签收并说明原因')
    expect(group().join('\n')).toContain('批示')

    const proposal = office.card('市政府督查室', '〔签发督办〕')
    await office.press('马振华', proposal, '签发督办')
    await office.press('马振华', proposal.messageId, '签发督办', {
      督办要求: '主要负责同志亲自过问，书面报告。',
    })
    expect(wordsOn(office.card('市水务集团', '政督字〔2026〕1号'))).toContain('主要负责同志亲自过问')
    expect(wordsOn(office.card('王振江', '政督字〔2026〕1号'))).toContain('网舆交〔2026〕1号')
    const again = await office
      .press('丁玉洁', proposal.messageId, '不予督办')
      .catch((error: Error) => error.message)
    expect(String(again)).toMatch(/不予督办|already|no button/)
  })

  it('is reported again each working day, to those who have not taken it up', async () => {
    await issue(office)
    await office.wind('2026-11-26T14:31:00+08:00')
    await office.wind('2026-11-27T14:31:00+08:00')
    const again = office.card('市领导', '第2次报送')
    expect(office.cards('市政府督查室', '第2次报送')).toHaveLength(1)
    await office.press('宋明远', again, '已阅')
    await office.wind('2026-12-02T14:31:00+08:00')
    expect(office.cards('市领导', '第3次报送')).toEqual([])
    expect(office.cards('市政府督查室', '次报送').map(wordsOn).join()).toContain('第4次报送')
    await sign(office)
    await office.wind('2026-12-10T14:31:00+08:00')
    expect(office.cards('市政府督查室', '第5次报送')).toEqual([])
  })

  it('is left in peace at night and on rest days, and hears of it in the morning', async () => {
    await office.wind('2026-11-27T15:00:00+08:00')
    await issue(office)
    await office.wind('2026-11-29T23:00:00+08:00')
    expect(group()).toHaveLength(1)
    await office.wind('2026-11-30T08:00:30+08:00')
    expect(group().length).toBe(2)
  })

  it('makes no more noise once somebody acts', async () => {
    await issue(office)
    await office.wind('2026-11-23T14:31:00+08:00')
    await sign(office)
    const before = group().length
    await office.wind('2026-11-24T20:00:00+08:00')
    expect(group()).toHaveLength(before)
    await report(office, office.cards('市水务集团', '〔提交反馈〕')[0]!)
    await office.wind('2026-12-15T12:00:00+08:00')
    expect(group()).toHaveLength(before)
    expect(office.sandbox.messages(office.group('市领导'))).toHaveLength(0)
  })

  it('catches up after a night the bot slept through, once and merged', async () => {
    await issue(office)
    await office.clock.windTo(Date.parse('2026-12-04T10:00:00+08:00'))
    await office.settle()
    expect(group()).toHaveLength(2)
    expect(office.sandbox.messages(office.group('市领导'))).toHaveLength(1)
    expect(office.sandbox.messages(office.group('市政府督查室'))).toHaveLength(1)
  })

  it('gets a fresh slip card after fourteen days, when Feishu lets the first neither be pressed nor changed', async () => {
    const first = await issue(office)
    await office.wind('2026-12-08T10:00:00+08:00')
    const fresh = office.cards('市水务集团', '请立即确认签收').at(-1)!
    expect(fresh.messageId).not.toBe(first.messageId)
    expect(await office.press('赵海涛', fresh, '确认签收')).toMatchObject({ toast: { type: 'success' } })
    await office.wind('2026-12-08T11:00:00+08:00')
    expect(
      office.cards('市水务集团', '请立即确认签收').filter(({ messageId }) => messageId !== first.messageId),
    ).toHaveLength(0)
  })
})
