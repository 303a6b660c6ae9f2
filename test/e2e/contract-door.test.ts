import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Posted, post, sealed, signatureHeaders } from '../sandbox/delivery/wire.ts'
import { chanceOf } from '../sandbox/random.ts'
import type { Forgery, SandboxMessage } from '../sandbox/sandbox.ts'
import { complaint, draft, issue, type Outside, openOutside, wordsOn } from '../support/outside.ts'

let city: Outside
beforeAll(async () => {
  city = await openOutside()
  await city.start()
}, 90_000)
afterAll(() => city.close())

/** Posts any payload to the bot as the platform would: encrypted and signed with the right keys. */
function deliver(payload: unknown): Promise<Posted> {
  const { app } = city.sandbox
  const raw = sealed(payload, app, chanceOf(1))
  return post(city.bot().webhook, raw, signatureHeaders(raw, app.encryptKey, Date.now()), 3000)
}

/** A genuine press of that person with whatever action. */
function pressed(person: string, message: SandboxMessage, action: object): Promise<Posted> {
  const { app } = city.sandbox
  return deliver({
    schema: '2.0',
    header: {
      event_id: `odd-${Math.random()}`,
      token: app.verificationToken,
      create_time: `${Date.now()}`,
      event_type: 'card.action.trigger',
      tenant_key: 't',
      app_id: app.appId,
    },
    event: {
      operator: { open_id: city.id(person) },
      token: 'c-1',
      action,
      host: 'im_message',
      context: { open_message_id: message.messageId, open_chat_id: message.chatId },
    },
  })
}

const all = () => city.sandbox.chats().flatMap(({ chatId }) => city.sandbox.messages(chatId))

describe('the door', () => {
  const forgeries: Forgery[] = [
    'wrong_signature',
    'no_signature',
    'signature_of_other_bytes',
    'wrong_token',
    'wrong_app',
    'plaintext',
    'plaintext_beside_encrypted',
    'wrong_key',
    'not_json',
  ]

  it('proves the address it is asked for', async () => {
    expect(await city.sandbox.challenge()).toBe(true)
  })

  it('answers every forgery with 401 and one identical body, and writes nothing to anybody', async () => {
    const before = all().length
    const answers: Posted[] = []
    for (const kind of forgeries) answers.push(await city.sandbox.forge(kind, city.id('林晓燕'), '/帮助'))
    answers.push(await post(city.bot().webhook, Buffer.alloc(0), {}, 3000))
    await city.bot().settled()
    expect(answers.map((one) => ('status' in one ? one.status : one.failed))).toEqual(answers.map(() => 401))
    expect(new Set(answers.map((one) => ('status' in one ? one.body : one.failed))).size).toBe(1)
    expect(all()).toHaveLength(before)
  })

  it('takes a genuine delivery that is six hours old', async () => {
    const answer = await city.sandbox.forge('old_timestamp', city.id('吴思远'), '/帮助')
    expect(answer).toMatchObject({ status: 200 })
  })

  it('refuses what is oversized with 413, and still takes a long pasted text', async () => {
    const huge = Buffer.alloc(3_000_000, 'x')
    expect(await post(city.bot().webhook, huge, {}, 5000)).toMatchObject({ status: 413 })
    const long = await city.say('林晓燕', '市网信办', `/交办 ${'自来水发黄，请处理。'.repeat(700)}`)
    expect(long).toHaveLength(1)
  })

  it('takes genuine events that mean nothing to it without a complaint', async () => {
    const { app } = city.sandbox
    const header = { event_id: 'odd', token: app.verificationToken, app_id: app.appId, create_time: '1' }
    for (const event_type of ['im.message.reaction.created_v1', 'im.message.receive_v1']) {
      expect(
        await deliver({ schema: '2.0', header: { ...header, event_type }, event: { odd: true } }),
      ).toMatchObject({ status: 200 })
    }
  })
})

describe('a signed but meaningless action', () => {
  it('gets a toast, and changes nothing', async () => {
    const slip = await issue(city)
    const before = all().map(wordsOn)
    const odd: object[] = [
      { tag: 'button', value: { v: 1, do: 'fly', slip: 'abcdefgh', rev: 0 } },
      { tag: 'button', value: { v: 99, do: 'sign_receipt', slip: 'abcdefgh', rev: 0 } },
      { tag: 'button', value: { v: 1, do: 'sign_receipt', slip: 'nosuchslip', rev: 0 } },
      { tag: 'button', value: { v: 1, do: 'approve_issue', matter: 'nosuchmatter', rev: 1 } },
      { tag: 'button', value: { v: 1, do: 'submit_final', slip: 'nosuchslip', rev: 0 } },
      { tag: 'button', value: { v: 1, do: '__proto__', slip: "'; drop table slips", rev: -1 } },
      { tag: 'button', value: 'not json' },
      { tag: 'button' },
      { tag: 'button', name: 'v1__submit_final__s__nosuchslip__0__0__n', form_value: { findings: 'x' } },
      { tag: 'select_static', option: 'x' },
    ]
    for (const action of odd) {
      const answer = await pressed('赵海涛', slip, action)
      expect(answer, JSON.stringify(action)).toMatchObject({ status: 200 })
      const { toast } = JSON.parse('body' in answer ? answer.body : '{}')
      expect(toast?.content, JSON.stringify(action)).toMatch(/\p{Script=Han}/u)
      expect(['info', 'warning'], JSON.stringify(action)).toContain(toast.type)
    }
    await city.bot().settled()
    expect(all().map(wordsOn)).toEqual(before)
  })
})

describe('one command, one message', () => {
  it('however often and under whatever event id it is delivered, and at the same time', async () => {
    for (const text of ['/待办', '/交办', '/帮助', '/飞鸽传书']) {
      const before = city.written('市网信办').length
      const said = await city.sandbox.say(city.id('林晓燕'), city.group('市网信办'), text)
      await said.delivered
      await Promise.all([
        city.sandbox.redeliver(said.messageId, { newEventId: false }),
        city.sandbox.redeliver(said.messageId, { newEventId: true }),
        city.sandbox.redeliver(said.messageId, { newEventId: true }),
      ])
      await city.bot().settled()
      expect(city.written('市网信办').length - before, text).toBe(1)
    }
  })

  it('also when the answer of the sending is lost on the way', async () => {
    for (const kind of ['reset_after', 'http500', 'http502_html', 'token_revoked', 'odd_ok'] as const) {
      city.sandbox.faults.next(kind, { matching: 'POST /open-apis/im/v1/messages' })
      expect(await city.say('林晓燕', '市网信办', '/待办'), kind).toHaveLength(1)
      expect(city.sandbox.faults.list().plans, kind).toEqual([])
    }
  })
})

describe('how a command may be typed', () => {
  it.each([
    '/交办',
    '／交办',
    '/jiaoban',
    '／ＪＩＡＯＢＡＮ',
    '  /交办  ',
    '@交办通 /交办',
    '/交办 @交办通',
    '@交办通 ／jiaoban 自来水发黄',
  ])('%s opens the form', async (text) => {
    const answers = await city.say('林晓燕', '市网信办', text)
    expect(answers.map(wordsOn)).toEqual([expect.stringContaining('〔提交审核〕')])
    expect(wordsOn(answers[0]!)).not.toContain('@交办通')
  })

  it.each(['/飞鸽传书', '你好', '/', '/交办单位是谁呀吗？'])('%s is never met with silence', async (text) => {
    expect(await city.say('吴思远', '吴思远', text)).toHaveLength(1)
  })

  it('shows the commands to whoever types one that does not exist', async () => {
    const [help] = await city.say('吴思远', '市网信办', '/飞鸽传书')
    for (const name of [
      '/交办',
      '/查',
      '/待办',
      '/台账',
      '/催办',
      '/督办',
      '/绑定',
      '/登记',
      '/时限',
      '/帮助',
    ])
      expect(wordsOn(help!)).toContain(name)
  })

  it('fills the form from the message that is quoted', async () => {
    const quoted = await city.sandbox.say(
      city.id('吴思远'),
      city.group('市网信办'),
      '翠湖苑停电三天 https://bbs.example.cn/t/77',
      { mention: false },
    )
    const [form] = await city.say('林晓燕', '市网信办', '/交办', quoted.messageId)
    expect(wordsOn(form!)).toContain('翠湖苑停电三天')
    expect(wordsOn(form!)).toContain('https://bbs.example.cn/t/77')
  })
})

describe('two presses at the same instant', () => {
  it('issue a draft once', async () => {
    const approval = await draft(city, { ...complaint, 承办单位: '市教育局' })
    const both = await Promise.all(
      ['周建国', '何文斌'].map((name) => city.sandbox.press(city.id(name), approval.messageId, '签发')),
    )
    await city.bot().settled()
    expect(both.map(({ toast }) => toast?.type).sort()).toEqual(['info', 'success'])
    expect(city.written('市教育局')).toHaveLength(1)
  })
})
