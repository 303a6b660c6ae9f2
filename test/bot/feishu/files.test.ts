import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesIn } from '../../../bot/feishu/message-files.ts'
import { createMessenger, type Messenger } from '../../../bot/feishu/messenger.ts'
import { MOST_ATTACHMENT_BYTES } from '../../../src/domain/attachment.ts'
import { keptLog } from './deliveries.ts'

/** A platform of one answer for every call but the token's. */
let answer: (res: ServerResponse, body: Buffer) => void
let calls: number
let server: Server
let messenger: Messenger

beforeEach(async () => {
  calls = 0
  server = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      if (req.url?.includes('/auth/')) return json(res, { code: 0, tenant_access_token: 't-1', expire: 7200 })
      calls += 1
      answer(res, Buffer.concat(parts))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  messenger = createMessenger({
    appId: 'cli_1',
    appSecret: 's',
    domain: `http://127.0.0.1:${port}`,
    log: keptLog(),
    pause: async () => {},
  })
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

function json(res: ServerResponse, body: object, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const report = { type: 'file', key: 'file_v3_1', name: '报告.pdf' } as const
const fetched = () => messenger.download('om_1', report)
const mebibyte = Buffer.alloc(1024 * 1024)

describe('a file of a message', () => {
  it('comes whole, whatever its bytes', async () => {
    const bytes = Buffer.from([0xff, 0, 0xd8, 0x7b])
    answer = (res) => res.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
    expect(await fetched()).toEqual({ kind: 'got', content: bytes })
  })

  it('may be JSON itself', async () => {
    answer = (res) =>
      res
        .writeHead(200, { 'content-type': 'application/json', 'content-disposition': 'attachment' })
        .end('{"code":7}')
    expect(await fetched()).toEqual({ kind: 'got', content: Buffer.from('{"code":7}') })
  })

  it('is not begun when it says that it is too large, and broken off when it turns out to be', async () => {
    answer = (res) => res.writeHead(200, { 'content-length': MOST_ATTACHMENT_BYTES + 1 }).flushHeaders()
    expect(await fetched()).toEqual({ kind: 'too_large' })
    let sent = 0
    answer = (res) => {
      const more = () => {
        while (!res.destroyed && res.write(mebibyte)) sent += 1
      }
      res.writeHead(200).on('drain', more)
      more()
    }
    expect(await fetched()).toEqual({ kind: 'too_large' })
    expect(sent).toBeLessThan(60)
    expect(calls).toBe(2)
  })

  it('is asked for again when the connection breaks within it', async () => {
    answer = (res) => {
      res.writeHead(200, { 'content-length': 10 })
      if (calls > 1) res.end('0123456789')
      else res.write('0123', () => res.destroy())
    }
    expect(await fetched()).toEqual({ kind: 'got', content: Buffer.from('0123456789') })
    expect(calls).toBe(2)
  })

  it.each([
    [234037, 'too_large'],
    [234038, 'restricted'],
    [234043, 'forwarded'],
    [234009, 'outside'],
    [234004, 'outside'],
    [234003, 'gone'],
    [230011, 'gone'],
    [99991672, 'scope_missing'],
    [234001, 'other'],
  ])('that Feishu keeps with %i is %s', async (code, why) => {
    answer = (res) => json(res, { code, msg: 'no' }, 400)
    expect(await fetched()).toEqual({ kind: 'refused', why })
  })

  it('that may come later is thrown for, so that the message is told again', async () => {
    answer = (res) => json(res, { code: 5000, msg: 'busy' }, 500)
    await expect(fetched()).rejects.toMatchObject({ code: 5000 })
    expect(calls).toBe(3)
  })

  it('is never fetched under a key that leads elsewhere', async () => {
    answer = (res) => json(res, { code: 0 })
    expect(await messenger.download('om_1', { ...report, key: '../../x' })).toMatchObject({ kind: 'refused' })
    expect(calls).toBe(0)
  })
})

describe('a file to send', () => {
  it('is uploaded under its own name and then posted', async () => {
    const bodies: string[] = []
    answer = (res, body) => {
      bodies.push(body.toString('utf8'))
      const data = bodies.length === 1 ? { file_key: 'file_v3_9' } : { message_id: 'om_2', chat_id: 'oc_1' }
      json(res, { code: 0, msg: 'success', data })
    }
    const file = { name: '水质检测报告.docx', kind: 'docx', content: Buffer.from('PK内容') } as const
    expect(await messenger.postFile({ chat: 'oc_1' }, file, 'u-1')).toEqual({
      messageId: 'om_2',
      chatId: 'oc_1',
    })
    expect(bodies[0]).toMatch(/name="file_type"\s+doc\s[\s\S]*filename="水质检测报告.docx"[\s\S]*PK内容/)
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
      msg_type: 'file',
      content: '{"file_key":"file_v3_9"}',
      uuid: 'u-1',
    })
  })
})

describe('the files in a message', () => {
  it.each([
    ['file', { file_key: 'k', file_name: 'a.pdf' }, [{ type: 'file', key: 'k', name: 'a.pdf' }]],
    ['image', { image_key: 'i' }, [{ type: 'image', key: 'i', name: null }]],
    [
      'media',
      { file_key: 'v', image_key: 'i', file_name: 'a.mp4' },
      [{ type: 'other', key: 'v', name: null }],
    ],
    ['text', { text: '/附件 12号' }, []],
    [
      'post',
      {
        title: '',
        content: [
          [{ tag: 'text', text: '/附件' }],
          [
            { tag: 'img', image_key: 'i' },
            { tag: 'media', file_key: 'v' },
          ],
        ],
      },
      [
        { type: 'image', key: 'i', name: null },
        { type: 'other', key: 'v', name: null },
      ],
    ],
    [
      'post',
      { zh_cn: { content: [[{ tag: 'img', image_key: 'i' }]] } },
      [{ type: 'image', key: 'i', name: null }],
    ],
    ['file', { file_key: 7 }, []],
  ])('of kind %s', (type, content, found) => {
    expect(filesIn(type, JSON.stringify(content))).toEqual(found)
  })
})
