import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FormAct, type Subject, submitName } from '../../cards/action.ts'
import { events } from '../../db/schema/index.ts'
import type { App } from '../../src/app.ts'
import { encrypted, post, signatureHeaders } from '../sandbox/delivery/wire.ts'
import { chanceOf } from '../sandbox/random.ts'
import type { PressResult, SandboxMessage } from '../sandbox/sandbox.ts'
import { pressAnything, readBy } from '../support/crowd.ts'
import { describeOnDatabases, testDatabases, withCleanDatabase } from '../support/database.ts'
import { draft, issue, yellowWater } from '../support/matters.ts'
import { type Office, openOffice } from '../support/office.ts'
import { calmDown, expectBooksInOrder } from '../support/reckoning.ts'
import { anotherBot } from '../support/second-bot.ts'

const POST_MESSAGE = 'POST /open-apis/im/v1/messages'
const MINUTE = 60_000

/** As many as one matter takes. */
const twelveUnits = '住建、公安、教育局、城管、卫健、医保、民政、公交、供电、云溪区、石梁、经开区'

/** Everything the platform can do to us at once, short of falling silent. */
function stumble({ sandbox: { faults } }: Office): void {
  faults.next('reset_after', { times: 6, probability: 0.3 })
  faults.next('http500', { times: 6, probability: 0.3 })
  faults.next('http502_html', { times: 4, probability: 0.3 })
  faults.next('chat_rate', { times: 4, probability: 0.3 })
  faults.next('token_revoked', { times: 2, probability: 0.3 })
}

function thirty<T>(act: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: 30 }, (_, n) => act(n)))
}

/** Each of them in turn. */
function turn<T>(all: readonly T[], n: number): T {
  const one = all[n % all.length]
  if (one === undefined) throw new Error('nobody is there')
  return one
}

/** One of them was the first; whoever else pressed was told so calmly. Late answers are no wrong answers. */
function expectOneSuccess(results: readonly PressResult[]): void {
  const read = readBy(results)
  expect(read.get('error')).toBeUndefined()
  expect(read.get('success') ?? 0).toBeLessThanOrEqual(1)
  if (!read.has('client 200341')) expect(read.get('success')).toBe(1)
}

/** A form of a card sent by a client that still shows it, whatever the card shows by now. */
async function submits(
  office: Office,
  who: string,
  messageId: string,
  form: { act: FormAct; on: Subject; nonce: string; values: Record<string, string> },
): Promise<string> {
  const { app, clock } = office.sandbox
  const event = {
    operator: { open_id: office.id(who) },
    token: 'c-storm',
    action: { tag: 'button', name: submitName(form.act, form.on, form.nonce), form_value: form.values },
    host: 'im_message',
    context: { open_message_id: messageId, open_chat_id: 'oc_any' },
  }
  const header = {
    event_id: randomBytes(16).toString('hex'),
    event_type: 'card.action.trigger',
    create_time: String(clock.now()),
    token: app.verificationToken,
    app_id: app.appId,
    tenant_key: 'storm',
  }
  const payload = JSON.stringify({ schema: '2.0', header, event })
  const raw = Buffer.from(JSON.stringify({ encrypt: encrypted(payload, app.encryptKey) }))
  const headers = signatureHeaders(raw, app.encryptKey, clock.now())
  const answer = await post(`${office.app.url}/feishu/webhook`, raw, headers, 20_000)
  if ('failed' in answer) return answer.failed
  expect(answer.status).toBe(200)
  return JSON.parse(answer.body).toast?.type ?? 'card'
}

describeOnDatabases('a storm of presses', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const inOrder = async () => {
    await calmDown(office, database())
    await expectBooksInOrder(office, database())
  }
  const slipOf = async (messageId: string): Promise<{ slip: string; rev: number }> => {
    const posted = await database().read.posted(messageId)
    if (posted?.card.kind !== 'slip') throw new Error('not a slip card')
    const dossier = await database().read.dossierOfSlip(posted.card.slipId)
    const { slipId } = posted.card
    return { slip: slipId, rev: dossier?.slips.find(({ id }) => id === slipId)?.rev ?? 0 }
  }
  const statuses = async () => {
    const { slips } = await database().read.slips({
      within: [{ all: true }],
      outside: null,
      openOnly: false,
      grams: null,
      limit: 100,
      offset: 0,
    })
    return slips.map(({ status }) => status)
  }

  it('issues thirteen slips once, though thirty press 签发 together and the platform stumbles', async () => {
    const approval = await draft(office, { ...yellowWater, 协办单位: twelveUnits })
    stumble(office)
    const people = ['周建国', '何文斌', '林晓燕']
    const results = await thirty((n) =>
      office.sandbox.press(office.id(turn(people, n)), approval.messageId, '签发'),
    )
    expectOneSuccess(results)
    await inOrder()
    expect(await statuses()).toHaveLength(13)
  })

  it('numbers twelve matters without a gap, approved by two people in the same moment', async () => {
    const approvals: SandboxMessage[] = []
    for (let n = 0; n < 12; n++) {
      approvals.push(await draft(office, { ...yellowWater, 标题: `第${n}件`, 协办单位: '住建、公安' }))
    }
    stumble(office)
    await thirty((n) =>
      office.sandbox.press(
        office.id(turn(['周建国', '何文斌'], n)),
        turn(approvals, n).messageId,
        turn(['签发', '签发', '退回修改'], n),
      ),
    )
    await inOrder()
    const waiting = await database().read.mattersWaiting('wangxinban', { all: true })
    expect((await statuses()).length).toBe(3 * (12 - waiting.length))
  })

  it('takes one receipt, one report of each text and one end, whoever presses what at once', async () => {
    const slip = await issue(office)
    stumble(office)
    const people = ['赵海涛', '孙丽萍', '李建民', '王振江']
    expectOneSuccess(
      await thirty((n) => office.sandbox.press(office.id(turn(people, n)), slip.messageId, '确认签收')),
    )
    const on = await slipOf(slip.messageId)
    stumble(office)
    const read = await thirty((n) =>
      submits(
        office,
        turn(people, n),
        slip.messageId,
        n % 3 === 0
          ? { act: 'submit_final', on, nonce: `f${n}`, values: finalBy(n) }
          : { act: 'report_progress', on, nonce: `p${n % 5}`, values: { progress: `第${n % 5}次进展` } },
      ),
    )
    expect(read).not.toContain('error')
    await inOrder()
    expect(await statuses()).toEqual(['under_review'])

    const review = office.card('市网信办', '〔审核通过〕')
    const accepts = async (who: string, { messageId }: SandboxMessage) =>
      (await office.sandbox.press(office.id(who), messageId, '审核通过')).toast?.type ?? 'card'
    stumble(office)
    await thirty((n) =>
      n % 3 === 0
        ? submits(office, '周建国', slip.messageId, {
            act: 'withdraw_slip',
            on,
            nonce: `w${n}`,
            values: { reason: '重复交办' },
          })
        : accepts(turn(['林晓燕', '吴思远'], n), review),
    )
    await inOrder()
    expect(['closed', 'withdrawn']).toContain((await statuses())[0])
  })

  it('takes receipts for a slip it cannot know to have arrived, and sends it no second time after a long outage', async () => {
    const approval = await draft(office, { ...yellowWater, 协办单位: '住建' })
    office.sandbox.faults.next('reset_after', { matching: POST_MESSAGE, times: 2 })
    await office.press('周建国', approval, '签发')
    const slip = office.card('市水务集团', '〔确认签收〕')
    office.sandbox.faults.down(office.clock.now() + 70 * MINUTE)
    expectOneSuccess(
      await thirty((n) =>
        office.sandbox.press(office.id(turn(['赵海涛', '孙丽萍'], n)), slip.messageId, '确认签收'),
      ),
    )
    await office.clock.wind(71 * MINUTE)
    await inOrder()
    expect((await statuses()).sort()).toEqual(['awaiting_receipt', 'in_hand'])
  })

  it('answers a flood of commands once each, redelivered or not, and keeps other groups waiting for none of it', async () => {
    await issue(office, { ...yellowWater, 协办单位: '住建' })
    stumble(office)
    const words = ['/待办', '/查 1号', '/帮助', '/查 自来水', '/时限 5个工作日', '/没有这个']
    const said = await thirty(async (n) => {
      const [who, where] = turn([['赵海涛', '市水务集团'] as const, ['刘志强', '市住建局'] as const], n)
      const one = await office.sandbox.say(office.id(who), office.group(where), turn(words, n))
      await one.delivered
      if (n % 3 === 0) await office.sandbox.redeliver(one.messageId, { newEventId: n % 2 === 0 })
      return { ...one, where }
    })
    await inOrder()
    for (const { messageId, where } of said) {
      const answers = office.sandbox
        .messages(office.group(where))
        .filter(({ byBot, parentId }) => byBot && parentId === messageId)
      expect(answers).toHaveLength(1)
    }
  })

  it.each([20261124, 7, 4711])('keeps its books whatever a crowd presses (seed %i)', async (seed) => {
    const chance = chanceOf(seed)
    await issue(office, { ...yellowWater, 协办单位: '住建' })
    await issue(office, { ...yellowWater, 等级: 'major', 标题: '泵站夜间停水' })
    await draft(office, { ...yellowWater, 标题: '还没有签发的一件' })
    const groups = ['市网信办', '市水务集团', '市水务集团', '市住建局', '市政府督查室', '市领导']
    for (let wave = 0; wave < 8; wave++) {
      stumble(office)
      if (wave % 4 === 3) office.sandbox.faults.down(office.clock.now() + 3 * MINUTE)
      const results = await thirty(async () => (await pressAnything(office, groups, chance)) ?? {})
      expect(readBy(results).get('error')).toBeUndefined()
      await calmDown(office, database())
      if (wave % 2 === 1) await office.clock.wind(6 * 60 * MINUTE)
      await inOrder()
    }
    const facts = await database().sql.selectDistinct({ type: events.type }).from(events)
    expect(facts.length).toBeGreaterThan(9)
  })
})

function finalBy(n: number): Record<string, string> {
  return {
    findings: `第${n}份核查`,
    measures: '已冲洗管网。',
    outcome: 'solved',
    answer_link: 'https://bbs.binjiang.example.cn/thread/30218#reply-7',
  }
}

const postgresOnly = testDatabases().find(({ name }) => name === 'postgres')

describe.skipIf(!postgresOnly)('two bots on one PostgreSQL (TEST_DATABASE_URL)', () => {
  const database = withCleanDatabase(postgresOnly)
  let office: Office
  let second: App
  beforeEach(async () => {
    office = await openOffice({ database: database() })
    second = await anotherBot(office, database().another())
  })
  afterEach(async () => {
    await second.close()
    await office.close()
  })

  /** The platform takes this delivery to one of the two. */
  const by = <T>(n: number, deliver: () => T): T => {
    office.sandbox.connect(`${turn([office.app, second], n).url}/feishu/webhook`)
    return deliver()
  }
  const inOrder = async () => {
    await calmDown(office, database(), [second])
    await expectBooksInOrder(office, database())
  }

  it('decide once what both are asked, and answer each command of a flood once between them', async () => {
    const approvals: SandboxMessage[] = []
    for (let n = 0; n < 4; n++) approvals.push(await draft(office, { ...yellowWater, 标题: `第${n}件` }))
    stumble(office)
    const pressed = thirty((n) =>
      by(n, () =>
        office.sandbox.press(
          office.id(turn(['周建国', '何文斌'], n)),
          turn(approvals, n >> 1).messageId,
          '签发',
        ),
      ),
    )
    const said = await thirty((n) =>
      by(n, async () => {
        const one = await office.sandbox.say(office.id('赵海涛'), office.group('市水务集团'), '/查 1号')
        await one.delivered
        // The platform may take the same message to the other bot as well.
        await by(n + 1, () => office.sandbox.redeliver(one.messageId, { newEventId: n % 2 === 0 }))
        return one.messageId
      }),
    )
    const successes = (await pressed).filter(({ toast }) => toast?.type === 'success')
    expect(successes.length).toBeLessThanOrEqual(4)
    await inOrder()
    const answered = office.sandbox
      .messages(office.group('市水务集团'))
      .flatMap(({ byBot, parentId }) => (byBot && parentId ? [parentId] : []))
    expect(answered.sort()).toEqual(said.sort())
  })

  it('keep one set of books whatever a crowd presses at either', async () => {
    const chance = chanceOf(20261124)
    await issue(office, { ...yellowWater, 协办单位: '住建' })
    const groups = ['市网信办', '市水务集团', '市住建局']
    for (let wave = 0; wave < 6; wave++) {
      stumble(office)
      await thirty(async (n) => (await by(n, () => pressAnything(office, groups, chance))) ?? {})
      await inOrder()
      await office.clock.wind(5 * 60 * MINUTE)
    }
    await inOrder()
  })
})
