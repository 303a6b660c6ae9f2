import { sql as raw } from 'drizzle-orm'
import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tableHeads } from '../../cards/wording-lists.ts'
import type { SandboxMessage } from '../sandbox/sandbox.ts'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport, gifts, issue, report, sign, yellowWater } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('台账', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  /** What stands there by now. */
  const shown = ({ chatId, messageId }: SandboxMessage) =>
    office.sandbox
      .messages(chatId)
      .filter((message) => message.messageId === messageId)
      .map(wordsOn)
      .join()

  /** As many more slips of the same unit as if the office had issued one a second before the first. */
  async function many(count: number): Promise<void> {
    await database().sql.execute(raw`
      insert into slips (id, matter_id, office_id, unit_id, position, no_word, no_year, no_serial, status, rev,
        issued_at, due_at, grams, state)
      select id || n, matter_id, office_id, unit_id, n, no_word, no_year, no_serial + n, status, rev,
        issued_at - n * interval '1 second', due_at, grams,
        jsonb_set(jsonb_set(jsonb_set(state, '{id}', to_jsonb(id || n)), '{no,serial}', to_jsonb(no_serial + n)),
          '{issued,at}', to_jsonb((state -> 'issued' ->> 'at')::bigint - n * 1000))
      from slips, generate_series(1, ${count}::int) as n`)
  }

  const privately = (name: string) => office.sandbox.messages(office.sandbox.privateChat(office.id(name)))

  async function tableOf(message: SandboxMessage | undefined): Promise<unknown[][]> {
    const file = office.sandbox.fileOf(message?.files?.[0] ?? '')
    if (!file) throw new Error('no table came')
    return readSheet(Buffer.from(file.bytes))
  }

  const filesTo = (name: string) => privately(name).filter(({ msgType }) => msgType === 'file')

  /** The table that person was last sent. */
  const lastTable = (name: string) => tableOf(filesTo(name).at(-1))

  it('turns its pages in place and keeps its filter; a page that is gone is not shown', async () => {
    await issue(office)
    await many(11)
    const [card] = await office.say('林晓燕', '市网信办', '/待办 待签收 水务集团')
    expect(wordsOn(card!)).toMatch(/筛选：市水务集团 · 待签收\n共12件，第1页，共2页。/)
    expect(wordsOn(card!)).not.toContain('〔上一页〕')
    // Somebody else of the group may turn it: all of them read it.
    await office.press('周建国', card!, '下一页')
    expect(shown(card!)).toMatch(/筛选：市水务集团 · 待签收\n共12件，第2页，共2页。[\s\S]*〔上一页〕/)
    expect(shown(card!)).not.toContain('〔下一页〕')
    await office.press('周建国', card!, '上一页')
    await database().sql.execute(raw`update slips set status = 'withdrawn' where no_serial > 4`)
    await office.press('林晓燕', card!, '下一页')
    expect(shown(card!)).toContain('共4件。')
    expect(shown(card!)).not.toMatch(/〔(上一页|下一页)〕/)
  })

  it('is sent in private, to each their own part: a unit sees its own slips, and no text of an 内部 one', async () => {
    await issue(office, { ...yellowWater, 标题: '=1+1，水黄', 协办单位: '住建' })
    await office.wind('2026-11-23T10:30:00+08:00')
    await sign(office)
    await report(office, office.card('市水务集团', '=1+1，水黄'))
    await issue(office, { ...yellowWater, 标题: '某小区内部情况', 敏感级别: 'internal' })
    const [card] = await office.say('林晓燕', '市网信办', '/台账 11月')
    const inGroup = office.sandbox.messages(card!.chatId).length
    expect((await office.press('林晓燕', card!, '导出表格')).toast?.content).toContain('您与本应用的单聊')
    const [heads, third, second, first] = await lastTable('林晓燕')
    expect(heads).toEqual(Object.values(tableHeads))
    const day = (time: string) => new Date(`2026-11-23T${time}:00Z`)
    const limit = new Date('2026-11-30T17:30:00Z')
    expect(first).toEqual([
      ...['网舆交〔2026〕1号', '=1+1，水黄', '本地论坛', '合理诉求', '一般', '市水务集团', '牵头', '待审核'],
      ...['周建国', day('09:00'), '赵海涛', day('10:30'), day('10:30'), limit, null],
      ...['否', null, null, 0, null, 0, '已解决', finalReport.回应链接],
    ])
    expect(second?.slice(5, 8)).toEqual(['市住建局', '协办', '待签收'])
    expect(third?.[1]).toBe('某小区内部情况')
    // The same card, pressed by somebody of the unit who was taken into the office's group.
    office.invite('赵海涛', '市网信办')
    await office.press('赵海涛', card!, '导出表格')
    expect((await lastTable('赵海涛')).slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['网舆交〔2026〕3号', '内部事项', null, null],
      ['网舆交〔2026〕1号', '=1+1，水黄', '本地论坛', '合理诉求'],
    ])
    expect((await office.press('赵海涛', card!, '导出表格')).toast?.content).toContain('请稍候')
    expect(filesTo('赵海涛')).toHaveLength(1)
    expect(office.sandbox.messages(card!.chatId)).toHaveLength(inGroup)
  })

  it('is exported by a word as well; who finds nothing, and who is nobody here, is told so', async () => {
    await issue(office, { ...yellowWater, 协办单位: '住建' })
    const told = await office.say('赵海涛', '市水务集团', '/台账 待签收 导出')
    expect(told.map(wordsOn)).toEqual([expect.stringMatching(/筛选：待签收\n表格随后发到您与本应用的单聊/)])
    expect(await lastTable('赵海涛')).toHaveLength(2)
    const [file] = filesTo('赵海涛').flatMap(({ files = [] }) => files)
    expect(office.sandbox.fileOf(file ?? '')?.name).toBe('台账（待签收）20261123.xlsx')
    const nothing = await office.say('赵海涛', '赵海涛', '/台账 住建局 导出')
    expect(nothing.map(wordsOn).join('\n')).toMatch(/表格随后发到这里[\s\S]*未生成表格/)
    office.sandbox.faults.next('scope_missing', { matching: '/im/v1/files' })
    const barred = await office.say('刘志强', '刘志强', '/台账 导出')
    expect(barred.map(wordsOn).join('\n')).toContain('台账表格未能发出')
    expect([filesTo('赵海涛').length, filesTo('刘志强').length]).toEqual([1, 0])
  })

  it('has a 举报件 for the named alone, and of it no more than that it is one', async () => {
    const [form] = await office.say('林晓燕', '林晓燕', '/举报')
    await office.press('林晓燕', form!.messageId, '提交审核', gifts)
    await office.press('何文斌', office.card('何文斌', '〔签发〕'), '签发')
    await issue(office)
    for (const name of ['何文斌', '苏静怡', '周建国', '尹守义', '宋明远']) {
      await office.say(name, name, '/台账 导出')
    }
    const confided = (await lastTable('何文斌')).find(([no]) => no === '网舆密〔2026〕1号')
    expect(confided?.slice(0, 3)).toEqual(['网舆密〔2026〕1号', '举报件 · 仅限知悉人员', null])
    const listed = async (name: string) =>
      (await lastTable(name))
        .slice(1)
        .map(([no]) => no)
        .sort()
    expect(await listed('苏静怡')).toEqual(['网舆交〔2026〕1号', '网舆密〔2026〕1号'])
    expect(filesTo('尹守义')).toEqual([])
    // A button on a message of one's own, and somebody else's list, give out nothing.
    const own = privately('尹守义').find(({ byBot }) => !byBot)!
    const value = { v: 1, do: 'export_list', page: 0 }
    const button = { tag: 'button', text: { tag: 'plain_text', content: '导出' } }
    own.card = {
      schema: '2.0',
      body: { elements: [{ ...button, behaviors: [{ type: 'callback', value }] }] },
    }
    const [list] = await office.say('周建国', '周建国', '/台账')
    await database().sql.execute(raw`
      update posted_cards set card = jsonb_set(card, '{list,asker}', to_jsonb(${office.id('何文斌')}::text))
      where message_id = ${list!.messageId}`)
    for (const pressed of [
      await office.press('尹守义', own.messageId, '导出'),
      await office.press('周建国', list!, '导出表格'),
    ]) {
      expect(pressed.toast?.content).toContain('该按钮已失效')
    }
    expect([filesTo('尹守义').length, filesTo('何文斌').length]).toEqual([0, 1])
    for (const name of ['周建国', '宋明远']) {
      expect(await listed(name), name).toEqual(['网舆交〔2026〕1号'])
    }
  })

  it('is answered at once however long it is, and says where it was cut off', async () => {
    await issue(office)
    await many(5_000)
    const [card] = await office.say('林晓燕', '林晓燕', '/台账')
    const pressed = await office.press('林晓燕', card!, '导出表格')
    expect(pressed.delivery?.attempts[0]?.ms).toBeLessThan(1_000)
    const table = await lastTable('林晓燕')
    expect(table).toHaveLength(5_001)
    expect(new Set(table.map(([no]) => no)).size).toBe(5_001)
    expect(office.card('林晓燕', '导出台账')).toBeDefined()
    expect(wordsOn(office.card('林晓燕', '导出台账'))).toContain('共5001件，表格只列出最新的5000件')
  })
})
