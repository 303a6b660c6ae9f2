import { describe, expect, it } from 'vitest'
import { normaliseCommandText, readInbound } from '../../../bot/feishu/inbound.ts'
import { type Envelope, event, fixture, press, presses } from './deliveries.ts'

const BOT = 'ou_bot'

interface Named {
  key: string
  name: string
  id: { open_id: string }
  mentioned_type?: string
}

const bot: Named = { key: '@_user_1', name: '交办通', id: { open_id: BOT }, mentioned_type: 'bot' }
const wang: Named = { key: '@_user_10', name: '王建国', id: { open_id: 'ou_wang' }, mentioned_type: 'user' }

function written(
  content: unknown,
  about: { type?: string; mentions?: Named[]; change?: object } = {},
): Envelope {
  const envelope = event('im.message.receive_v1')
  envelope.event.message = {
    ...(envelope.event.message as object),
    message_type: about.type ?? 'text',
    content: typeof content === 'string' ? content : JSON.stringify(content),
    mentions: about.mentions ?? [bot, wang],
    ...about.change,
  }
  return envelope
}

function textOf(envelope: Envelope, botOpenId: string | undefined = BOT): string {
  const read = readInbound(envelope, botOpenId)
  return read.kind === 'message' ? read.text : `not a message: ${read.kind}`
}

describe('a message', () => {
  it('is read from the documented event, its parent and its times included', () => {
    expect(readInbound(event('im.message.receive_v1'), BOT)).toEqual({
      kind: 'message',
      key: 'm:om_5ce6d572455d361153b7cb51da133945',
      eventId: '5e3702a84e847582be8db7fb73283c02',
      messageId: 'om_5ce6d572455d361153b7cb51da133945',
      chatId: 'oc_5ce6d572455d361153b7xx51da133945',
      chatType: 'group',
      sender: {
        openId: 'ou_84aad35d084aa403a838cf73ee18467',
        unionId: 'on_8ed6aa67826108097d9ee143816345',
        userId: 'e33ggbyz',
      },
      text: '@Tom hello',
      parentId: 'om_5ce6d572455d361153b7cb5xxfsdfsdfdsf',
      mentions: [
        { key: '@_user_1', name: 'Tom', openId: 'ou_84aad35d084aa403a838cf73ee18467', isBot: false },
      ],
      mentionsBot: false,
      files: [],
      messageType: 'text',
      createdAt: 1609073151345,
    })
  })

  it.each([
    ['in front', '@_user_1 /交办 翠湖苑停水', '/交办 翠湖苑停水'],
    ['glued to the command', '@_user_1/交办 翠湖苑停水', '/交办 翠湖苑停水'],
    ['at the end', '/查 12 @_user_1', '/查 12'],
    ['in the middle', '/查 @_user_1 12', '/查 12'],
    ['before a wide space', '@_user_1　/待办', '/待办'],
    ['with another mention that begins alike', '@_user_1 请 @_user_10 看', '请 @王建国 看'],
    ['alone', '@_user_1', ''],
  ])('loses the bot’s own mention %s', (_where, raw, read) => {
    expect(textOf(written({ text: raw }))).toBe(read)
  })

  it('names everybody as people do and leaves what only looks like a mention', () => {
    expect(textOf(written({ text: '@_all @_user_7 看 a@_b' }))).toBe('@所有人 @_user_7 看 a@_b')
  })

  it('knows the bot by being the only one mentioned until it knows its own id', () => {
    const read = readInbound(written({ text: '@_user_1 /帮助' }), undefined)
    expect(read).toMatchObject({ text: '/帮助', mentionsBot: true })
    const two = [bot, { ...bot, key: '@_user_2', id: { open_id: 'ou_other_bot' } }]
    const unsure = readInbound(written({ text: '@_user_1 @_user_2 /帮助' }, { mentions: two }), undefined)
    expect(unsure).toMatchObject({ text: '@交办通 @交办通 /帮助', mentionsBot: false })
  })

  it('tells group talk from what was said to the bot', () => {
    expect(readInbound(written({ text: '@_user_10 下班了' }, { mentions: [wang] }), BOT)).toMatchObject({
      mentionsBot: false,
    })
  })

  it('keeps content as typed and folds only what recognises the command', () => {
    const typed = '\u200b／交办　ＡＢＣ１２３ 编号①\u00a0'
    expect(textOf(written({ text: typed }))).toBe('／交办　ＡＢＣ１２３ 编号①')
    expect(normaliseCommandText('\u200b／ｊｉａｏ\u00adｂａｎ\u00a0 ')).toBe('/jiaoban')
    expect(normaliseCommandText('\ufeff／交\u200d办　翠湖苑')).toBe('/交办 翠湖苑')
  })

  it('is read from rich text: a pasted complaint with its link', () => {
    const content = {
      title: '',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '交办通' },
          { tag: 'text', text: ' /交办 翠湖苑小区自来水发黄' },
        ],
        [
          { tag: 'text', text: '见' },
          { tag: 'a', href: 'https://bbs.example.cn/t/1', text: '原帖' },
          { tag: 'text', text: '，请' },
          { tag: 'at', user_id: '@_user_10', user_name: '' },
        ],
        [{ tag: 'img', image_key: 'img_1' }],
      ],
    }
    expect(textOf(written(content, { type: 'post' }))).toBe(
      '/交办 翠湖苑小区自来水发黄\n见原帖 https://bbs.example.cn/t/1 ，请@王建国',
    )
  })

  it('is read from the documented rich text, and from one under its language', () => {
    const { post } = fixture<{ post: object }>('message-content')
    const read =
      '我是一个标题\n第一行 :超链接 http://www.feishu.cn @Tom\n第二行:文本测试\nfunc main() int64 {\n    return 0\n}'
    const mentions = [{ key: '@_user_1', name: 'Tom', id: { open_id: 'ou_tom' } }]
    expect(textOf(written(post, { type: 'post', mentions }))).toBe(read)
    expect(textOf(written({ zh_cn: post }, { type: 'post', mentions }))).toBe(read)
  })

  it.each([
    ['a picture', 'image', { image_key: 'img_1' }],
    ['a file', 'file', { file_key: 'f', file_name: '整改报告.pdf' }],
    ['a message recalled before it came', 'text', ''],
    ['broken content', 'text', '{"text":'],
    ['content of another shape', 'text', '[1]'],
  ])('has no text when it is %s', (_what, type, content) => {
    const read = readInbound(written(content, { type }), BOT)
    expect(read).toMatchObject({ kind: 'message', text: '', messageType: type })
  })

  it('of another bot is left alone', () => {
    const envelope = written({ text: '/待办' })
    envelope.event.sender = { ...(envelope.event.sender as object), sender_type: 'bot' }
    expect(readInbound(envelope, BOT)).toEqual({ kind: 'other', type: 'im.message.receive_v1' })
  })

  it.each([
    ['a sender', { sender: { sender_id: { open_id: '', union_id: null }, sender_type: 'user' } }, 'nobody'],
    ['a message', { message: undefined }, 'message'],
  ])('without %s is malformed, and says which field', (_what, change, why) => {
    const envelope = written({ text: '/待办' })
    Object.assign(envelope.event, change)
    const read = readInbound(envelope, BOT)
    expect(read.kind).toBe('malformed')
    if (why !== 'nobody') expect(read).toMatchObject({ why })
  })
})

describe('a press', () => {
  it.each(Object.keys(presses))('is read from %s', (name) => {
    const envelope = press(name)
    const action = envelope.event.action as { tag: string; name?: string }
    const read = readInbound(envelope, BOT)
    expect(read).toMatchObject({
      kind: 'press',
      key: `e:${envelope.header.event_id}`,
      messageId: (envelope.event.context as { open_message_id: string }).open_message_id,
      chatId: (envelope.event.context as { open_chat_id: string }).open_chat_id,
      tag: action.tag,
    })
  })

  it('carries the whole form of a submit', () => {
    expect(readInbound(press('form-container'), BOT)).toMatchObject({
      name: 'Button_lvkepfu3',
      value: { key: 'value' },
      form: { Select_a2d5b7l3zd: '1', DatePicker_bpqdq5puvn4: '2024-04-01 +0800' },
      host: 'im_message',
      createdAt: 1603977298000,
    })
  })

  it('of a submit that came without `value` still has its name', () => {
    const read = readInbound(press('form-submit-without-value'), BOT)
    expect(read).toMatchObject({ name: 'custom_submit_1', form: { custom: 'typed text' } })
    expect(read).not.toHaveProperty('value')
  })

  it('hands on a value that is a string', () => {
    expect(readInbound(press('string-value'), BOT)).toMatchObject({ value: 'plain string value' })
  })

  it('takes zero values for absent', () => {
    const read = readInbound(press('all-fields-zero-values'), BOT)
    expect(read).toMatchObject({ form: {}, name: 'btn' })
    expect(read).not.toHaveProperty('option')
  })

  it('has its time from microseconds and from milliseconds', () => {
    expect(readInbound(press('documented'), BOT)).toMatchObject({ createdAt: 1603977298000 })
    expect(readInbound(press('webhook-button-2025-08'), BOT)).toMatchObject({ createdAt: 1754228748449 })
    expect(readInbound(press('longconn-button'), BOT)).not.toHaveProperty('createdAt')
  })

  it.each([
    ['only a union_id', { union_id: 'on_1' }, { unionId: 'on_1' }],
    ['only a user_id', { open_id: '', user_id: 'u1' }, { userId: 'u1' }],
  ])('by somebody with %s', (_what, operator, who) => {
    const envelope = press('documented')
    envelope.event.operator = operator
    expect(readInbound(envelope, BOT)).toMatchObject({ operator: who })
  })

  it('by somebody whose ids stand beside `operator`', () => {
    const envelope = press('documented')
    envelope.event.operator = undefined
    envelope.event.open_id = 'ou_wang'
    expect(readInbound(envelope, BOT)).toMatchObject({ operator: { openId: 'ou_wang' } })
  })

  it('by nobody is malformed', () => {
    const envelope = press('documented')
    envelope.event.operator = { tenant_key: 't' }
    expect(readInbound(envelope, BOT)).toEqual({
      kind: 'malformed',
      type: 'card.action.trigger',
      why: 'operator',
    })
  })

  it('cannot lend its form a prototype', () => {
    const envelope = press('documented')
    envelope.event.action = JSON.parse(
      '{"tag":"button","form_value":{"__proto__":{"admin":"yes"},"constructor":"x","who":["ou_1"],"ok":true,"n":1,"o":{}}}',
    )
    const read = readInbound(envelope, BOT)
    const form = read.kind === 'press' ? read.form : undefined
    expect(Object.getPrototypeOf(form)).toBeNull()
    expect(Object.entries(form ?? {})).toEqual([
      ['constructor', 'x'],
      ['who', ['ou_1']],
      ['ok', true],
    ])
    expect(Object.assign({}, form)).not.toHaveProperty('admin')
  })
})

describe('what happens to groups', () => {
  it.each([
    ['im.chat.member.bot.added_v1', 'bot_added'],
    ['im.chat.member.bot.deleted_v1', 'bot_removed'],
    ['im.chat.disbanded_v1', 'chat_disbanded'],
    ['im.chat.member.user.deleted_v1', 'member_left'],
    ['im.chat.member.user.withdrawn_v1', 'member_left'],
  ])('%s is %s', (type, kind) => {
    expect(readInbound(event(type), BOT)).toMatchObject({
      kind,
      key: 'e:5e3702a84e847582be8db7fb73283c02',
      chatId: event(type).event.chat_id,
    })
  })

  it('says who left', () => {
    expect(readInbound(event('im.chat.member.user.deleted_v1'), BOT)).toMatchObject({
      people: [{ openId: 'ou_84aad35d084aa403a838cf73ee18467' }],
    })
  })
})

describe('everything else', () => {
  it.each([
    'im.message.message_read_v1',
    'im.message.recalled_v1',
    'application.bot.menu_v6',
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    'contact.user.deleted_v3',
  ])('%s is of no interest', (type) => {
    expect(readInbound(event(type), BOT)).toEqual({ kind: 'other', type })
  })

  it('events of the first generation are of no interest', () => {
    expect(readInbound({ type: 'event_callback', event: { type: 'p2p_chat_create' } }, BOT)).toEqual({
      kind: 'other',
      type: 'event_callback',
    })
  })

  it.each([[null], [1], ['text'], [[]], [{}], [{ header: {} }]])('%j is malformed', (raw) => {
    expect(readInbound(raw, BOT).kind).toBe('malformed')
  })
})
