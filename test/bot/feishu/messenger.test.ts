import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMessenger } from '../../../bot/feishu/messenger.ts'
import { fixture, keptLog } from './deliveries.ts'

const ORIGIN = 'https://feishu.binjiang.example'
const CARD = { schema: '2.0', body: { elements: [] } }
const CONTENT = JSON.stringify(CARD)

const log = keptLog()
const messenger = createMessenger({
  appId: 'cli_1',
  appSecret: 'app-secret-of-binjiang',
  domain: `${ORIGIN}/`,
  log,
  pause: async () => {},
})

const api = () => nock(ORIGIN, { reqheaders: { authorization: 'Bearer t-1' } })
const data = (value: object) => ({ code: 0, msg: 'success', data: value })
const said = (about: object) => ({
  message_id: 'om_1',
  msg_type: 'text',
  create_time: '1764000000123',
  deleted: false,
  chat_id: 'oc_water',
  sender: { id: 'ou_wang', id_type: 'open_id', sender_type: 'user' },
  body: { content: '{"text":"翠湖苑自来水发黄"}' },
  ...about,
})

beforeAll(() => {
  nock.disableNetConnect()
  nock(ORIGIN)
    .post('/open-apis/auth/v3/tenant_access_token/internal')
    .reply(200, { code: 0, tenant_access_token: 't-1', expire: 7200 })
})
beforeEach(() => void log.lines.splice(0))
afterEach(() => {
  expect(nock.pendingMocks().filter((one) => !one.includes('/auth/'))).toEqual([])
  nock.cleanAll()
})
afterAll(() => {
  nock.enableNetConnect()
  nock.restore()
})

describe('posting a slip', () => {
  it('goes to the group of 市水务集团, once per uuid', async () => {
    api()
      .post('/open-apis/im/v1/messages', {
        receive_id: 'oc_water',
        msg_type: 'interactive',
        content: CONTENT,
        uuid: 'row-1',
      })
      .query({ receive_id_type: 'chat_id' })
      .matchHeader('content-type', 'application/json; charset=utf-8')
      .reply(200, data({ message_id: 'om_1', chat_id: 'oc_water' }))
    expect(await messenger.post({ chat: 'oc_water' }, CARD, 'row-1')).toEqual({
      messageId: 'om_1',
      chatId: 'oc_water',
    })
  })

  it.each([
    ['ou_wang', 'open_id'],
    ['on_wang', 'union_id'],
  ])('goes to a person by %s', async (person, type) => {
    api()
      .post('/open-apis/im/v1/messages', {
        receive_id: person,
        msg_type: 'interactive',
        content: CONTENT,
        uuid: 'row-2',
      })
      .query({ receive_id_type: type })
      .reply(200, data({ message_id: 'om_2' }))
    expect(await messenger.post({ person }, CARD, 'row-2')).toEqual({ messageId: 'om_2' })
  })

  it('stands under the message that asked for it', async () => {
    api()
      .post('/open-apis/im/v1/messages/om_asked/reply', {
        msg_type: 'interactive',
        content: CONTENT,
        uuid: 'row-3',
      })
      .query({})
      .reply(200, data({ message_id: 'om_3', chat_id: 'oc_office' }))
    expect(await messenger.post({ chat: 'oc_office' }, CARD, 'row-3', 'om_asked')).toEqual({
      messageId: 'om_3',
      chatId: 'oc_office',
    })
  })

  it('is posted plainly when the message that asked was recalled meanwhile', async () => {
    api().post('/open-apis/im/v1/messages/om_asked/reply').reply(400, { code: 230011, msg: 'recalled' })
    api()
      .post('/open-apis/im/v1/messages', /"uuid":"row-4"/)
      .query({ receive_id_type: 'chat_id' })
      .reply(200, data({ message_id: 'om_4', chat_id: 'oc_office' }))
    expect(await messenger.post({ chat: 'oc_office' }, CARD, 'row-4', 'om_asked')).toMatchObject({
      messageId: 'om_4',
    })
  })

  it('is not tried elsewhere when the reply is refused for another reason', async () => {
    api().post('/open-apis/im/v1/messages/om_asked/reply').reply(400, { code: 230022, msg: 'sensitive' })
    await expect(messenger.post({ chat: 'oc_office' }, CARD, 'row-5', 'om_asked')).rejects.toMatchObject({
      code: 230022,
    })
  })

  it('answered without a message id is in doubt', async () => {
    api().post('/open-apis/im/v1/messages').query(true).reply(200, data({}))
    await expect(messenger.post({ chat: 'oc_office' }, CARD, 'row-6')).rejects.toMatchObject({
      mayHaveArrived: true,
    })
  })

  it.each([
    ['a chat that is a path', { chat: '../oc_1' }, undefined],
    ['a person as a chat', { chat: 'ou_1' }, undefined],
    ['a chat as a person', { person: 'oc_1' }, undefined],
    ['a parent with a query', { chat: 'oc_1' }, 'om_1?x=1'],
    ['a parent that climbs', { chat: 'oc_1' }, 'om_1/../../evil'],
  ])('is refused to %s before anything is sent', async (_what, to, replyTo) => {
    await expect(messenger.post(to, CARD, 'row-7', replyTo)).rejects.toMatchObject({ reason: 'refused_url' })
  })

  it.each(['', 'x'.repeat(51)])('needs a uuid of 1 to 50: %j', async (uuid) => {
    await expect(messenger.post({ chat: 'oc_1' }, CARD, uuid)).rejects.toThrow(RangeError)
  })
})

describe('redrawing a card', () => {
  it('sends the card alone', async () => {
    api().patch('/open-apis/im/v1/messages/om_1', { content: CONTENT }).query({}).reply(200, data({}))
    await messenger.patch('om_1', CARD)
    expect(nock.isDone()).toBe(true)
  })

  it('while a press is unanswered is refused, and only the outbox tries again', async () => {
    api().patch('/open-apis/im/v1/messages/om_1').reply(400, {
      code: 230099,
      msg: 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; code:230099',
    })
    await expect(messenger.patch('om_1', CARD)).rejects.toMatchObject({ code: 230099, subCode: 11310 })
  })

  it('leaves nothing of the card and no secret in the log', async () => {
    api().patch('/open-apis/im/v1/messages/om_1').reply(400, { code: 230025, msg: 'too long' })
    await expect(messenger.patch('om_1', { text: '群众来电' })).rejects.toMatchObject({ code: 230025 })
    const lines = JSON.stringify(log.lines)
    expect(lines).toContain('230025')
    expect(lines).not.toMatch(/群众来电|app-secret-of-binjiang|t-1/)
  })
})

describe('reading a quoted message', () => {
  const quoted = (reply: object, status = 200) =>
    void api().get('/open-apis/im/v1/messages/om_1').query({}).reply(status, reply)

  it('gives text with names', async () => {
    quoted(
      data({
        items: [
          said({
            body: { content: '{"text":"@_user_1 看：翠湖苑自来水发黄"}' },
            mentions: [{ key: '@_user_1', id: 'ou_li', id_type: 'open_id', name: '李敏' }],
          }),
        ],
      }),
    )
    expect(await messenger.readMessage('om_1')).toEqual({
      kind: 'read',
      files: [],
      text: '@李敏 看：翠湖苑自来水发黄',
      messageType: 'text',
      senderOpenId: 'ou_wang',
    })
  })

  it('gives a card as its texts', async () => {
    const { interactive } = fixture<{ interactive: object }>('message-content')
    const sender = { id: 'cli_1', id_type: 'app_id', sender_type: 'app' }
    quoted(
      data({
        items: [said({ msg_type: 'interactive', sender, body: { content: JSON.stringify(interactive) } })],
      }),
    )
    const read = await messenger.readMessage('om_1')
    expect(read).toMatchObject({ kind: 'read', text: expect.stringContaining('卡片标题') })
    expect(read).not.toHaveProperty('senderOpenId')
  })

  it('gives a forwarded bundle as the messages in it', async () => {
    quoted(
      data({
        items: [
          said({ msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } }),
          said({ message_id: 'om_2' }),
          said({ message_id: 'om_3', body: { content: '{"text":"已有三百户反映"}' } }),
        ],
      }),
    )
    expect(await messenger.readMessage('om_1')).toMatchObject({ text: '翠湖苑自来水发黄\n已有三百户反映' })
  })

  it.each([
    ['was recalled', data({ items: [said({ deleted: true })] }), 200, 'gone'],
    ['is not there', data({ items: [] }), 200, 'gone'],
    ['was deleted', { code: 230110, msg: 'deleted' }, 400, 'gone'],
    ['may not be read', { code: 99991672, msg: 'scopes: [im:message:readonly]' }, 400, 'scope_missing'],
    ['may not be read there', { code: 230027, msg: 'Lack of necessary permissions.' }, 400, 'scope_missing'],
    ['is in another chat', { code: 230002, msg: 'outside' }, 400, 'other'],
    ['comes in an unknown shape', data({ items: [{ message_id: 1 }] }), 200, 'other'],
  ])('says why when it %s', async (_what, reply, status, why) => {
    quoted(reply, status)
    expect(await messenger.readMessage('om_1')).toEqual({ kind: 'unread', why })
  })

  it('does not ask for what is no message', async () => {
    expect(await messenger.readMessage('../om_1')).toEqual({ kind: 'unread', why: 'other' })
  })
})

describe('the history of a chat', () => {
  it('is read page by page from the instant on', async () => {
    const query = {
      container_id_type: 'chat',
      container_id: 'oc_water',
      start_time: '1764000000',
      sort_type: 'ByCreateTimeAsc',
      page_size: '50',
    }
    api()
      .get('/open-apis/im/v1/messages')
      .query(query)
      .reply(
        200,
        data({
          has_more: true,
          page_token: 'p2',
          items: [said({ create_time: '1764000000100' }), said({ message_id: 'om_2' })],
        }),
      )
    api()
      .get('/open-apis/im/v1/messages')
      .query({ ...query, page_token: 'p2' })
      .reply(
        200,
        data({
          has_more: false,
          items: [
            said({
              message_id: 'om_3',
              msg_type: 'text',
              deleted: true,
              sender: { id: 'cli_1', id_type: 'app_id' },
            }),
          ],
        }),
      )
    expect(await messenger.history('oc_water', 1764000000123)).toEqual([
      {
        messageId: 'om_2',
        createdAt: 1764000000123,
        senderId: 'ou_wang',
        messageType: 'text',
        text: '翠湖苑自来水发黄',
      },
      { messageId: 'om_3', createdAt: 1764000000123, senderId: 'cli_1', messageType: 'text', text: '' },
    ])
  })
})

describe('where and who the bot is', () => {
  it('knows its own id', async () => {
    api()
      .get('/open-apis/bot/v3/info')
      .reply(200, { code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: '交办通' } })
    expect(await messenger.whoAmI()).toEqual({ openId: 'ou_bot', name: '交办通' })
  })

  it.each([true, false])('is in the group: %s', async (inside) => {
    api()
      .get('/open-apis/im/v1/chats/oc_water/members/is_in_chat')
      .reply(200, data({ is_in_chat: inside }))
    expect(await messenger.inChat('oc_water')).toBe(inside)
  })

  it('is not in a group that was dissolved', async () => {
    api()
      .get('/open-apis/im/v1/chats/oc_gone/members/is_in_chat')
      .reply(400, { code: 232009, msg: 'dissolved' })
    expect(await messenger.inChat('oc_gone')).toBe(false)
  })

  it('does not know while Feishu does not say', async () => {
    api()
      .get('/open-apis/im/v1/chats/oc_water/members/is_in_chat')
      .reply(400, { code: 99991672, msg: 'scope' })
    await expect(messenger.inChat('oc_water')).rejects.toMatchObject({ code: 99991672 })
    expect(messenger.tokenState()).toBe('ok')
  })
})
