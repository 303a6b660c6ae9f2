import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { draft, finalReport, issue, report, sign, yellowWater } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('a clear no, and nothing written', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const state = async () => JSON.stringify(await database().read.slips(everything))
  const everything = {
    within: [{ all: true }],
    outside: null,
    openOnly: false,
    grams: null,
    limit: 10,
    offset: 0,
  } as const
  const warned = (words: string) => ({ toast: { type: 'warning', content: expect.stringContaining(words) } })

  it('refuses a handler of another unit', async () => {
    const slip = await issue(office)
    office.invite('刘志强', '市水务集团')
    const before = await state()
    expect(await office.press('刘志强', slip, '确认签收')).toMatchObject(warned('市水务集团'))
    expect(await state()).toBe(before)
  })

  it('refuses an office clerk who approves without the role, and an approver who drafted it', async () => {
    const approval = await draft(office)
    expect(await office.press('吴思远', approval, '签发')).toMatchObject(warned('签发'))
    const [form] = await office.say('周建国', '市网信办', '/交办')
    await office.press('周建国', form!, '提交审核', { ...yellowWater })
    expect(await office.press('周建国', office.card('市网信办', '〔签发〕'), '签发')).toMatchObject(
      warned('另'),
    )
    expect(office.sandbox.messages(office.group('市水务集团'))).toHaveLength(0)
  })

  it('gives an incomplete form back filled, with the reason at its top', async () => {
    const [form] = await office.say('林晓燕', '市网信办', '/交办')
    const result = await office.press('林晓燕', form!, '提交审核', {
      ...yellowWater,
      承办单位: '水利委员会',
      办理时限: '尽快',
    })
    expect(result).toMatchObject({ toast: { type: 'warning' } })
    const back = wordsOn(
      office.sandbox.messages(form!.chatId).find(({ messageId }) => messageId === form!.messageId)!,
    )
    expect(back).toContain('水利委员会')
    expect(back).toContain('尽快')
    expect(back).toContain('早晚放水都是黄的')
    expect(back).toMatch(/承办单位/)
  })

  it('answers a press on an old review card with the state of today', async () => {
    await issue(office)
    const first = await report(office, await sign(office))
    await office.press('林晓燕', first, '退回重办')
    await office.press('林晓燕', first.messageId, '退回重办', { 退回原因: 'core_unanswered' })
    const { 回应链接: _, ...better } = finalReport
    await report(office, office.cards('市水务集团', '〔提交反馈〕')[0]!, '赵海涛', better)
    const old = office.sandbox.messages(first.chatId).find(({ messageId }) => messageId === first.messageId)!
    expect(wordsOn(old)).not.toContain('〔审核通过〕')
  })

  it('answers an unknown command with help, and an unknown number with the same words as a hidden one', async () => {
    expect(wordsOn((await office.say('林晓燕', '市网信办', '/飞鸽传书'))[0]!)).toContain('/帮助')
    await issue(office)
    const hidden = await office.say('刘志强', '市住建局', '/催办 1号')
    const unknown = await office.say('刘志强', '市住建局', '/催办 99号')
    expect(hidden.map(wordsOn)).toEqual(unknown.map(wordsOn))
  })

  it('answers two people who sign at the same instant with one receipt and two calm lines', async () => {
    const slip = await issue(office)
    const { sandbox } = office
    const both = await Promise.all([
      sandbox.press(office.id('赵海涛'), slip.messageId, '确认签收'),
      sandbox.press(office.id('孙丽萍'), slip.messageId, '确认签收'),
    ])
    await office.settle()
    expect(both.map((one) => one.toast?.type).sort()).toEqual(['info', 'success'])
    const events = await database().read.events(matterOf(await state()))
    expect(events.filter(({ type }) => type === 'receipt_signed')).toHaveLength(1)
  })

  it('gives a command one answer although it is delivered three times', async () => {
    const said = await office.sandbox.say(office.id('林晓燕'), office.group('市网信办'), '/待办')
    await said.delivered
    await office.sandbox.redeliver(said.messageId, { newEventId: false })
    await office.sandbox.redeliver(said.messageId, { newEventId: true })
    await office.settle()
    expect(office.sandbox.messages(office.group('市网信办')).filter(({ byBot }) => byBot)).toHaveLength(1)
  })

  it('keeps a form from being redrawn under the writer, and tells the second person who is writing', async () => {
    const slip = await issue(office)
    const signed = await sign(office)
    await office.press('赵海涛', signed, '提交反馈')
    expect(await office.press('孙丽萍', signed.messageId, '返回')).toMatchObject({
      toast: { type: 'info', content: expect.stringContaining('赵海涛') },
    })
    await office.say('林晓燕', '市网信办', '/催办 1号')
    const card = office.sandbox.messages(slip.chatId).find(({ messageId }) => messageId === slip.messageId)!
    expect(wordsOn(card)).toContain('核查情况')
    await office.wind('2026-11-23T09:16:00+08:00')
    const later = office.sandbox.messages(slip.chatId).find(({ messageId }) => messageId === slip.messageId)!
    expect(wordsOn(later)).toContain('〔提交反馈〕')
    expect(wordsOn(later)).not.toContain('核查情况')
  })

  it('shows a group only what it may see, and the rest to the asker in private', async () => {
    await issue(office)
    office.invite('林晓燕', '市住建局')
    office.invite('刘志强', '市水务集团')
    const inOther = await office.say('林晓燕', '市住建局', '/查 自来水')
    expect(inOther).toHaveLength(1)
    expect(wordsOn(inOther[0]!)).not.toContain('翠湖苑')
    expect(wordsOn(office.card('林晓燕', '翠湖苑'))).toContain('网舆交〔2026〕1号')
    const stranger = await office.say('刘志强', '市水务集团', '/待办')
    expect(stranger.map(wordsOn).join()).not.toContain('翠湖苑')
    const own = await office.say('赵海涛', '市水务集团', '/待办')
    expect(wordsOn(own[0]!)).toContain('网舆交〔2026〕1号')
  })
})

function matterOf(state: string): string {
  const { slips } = JSON.parse(state) as { slips: { matterId: string }[] }
  return slips[0]?.matterId ?? ''
}
