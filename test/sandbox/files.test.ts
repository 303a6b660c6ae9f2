import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chats, people } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'
import { platformClient } from './support.ts'

let sandbox: Sandbox
let api: ReturnType<typeof platformClient>
let token: string

beforeEach(async () => {
  sandbox = await createSandbox({
    clock: frozenClock(Date.parse('2026-11-23T09:00:00+08:00')),
    limits: false,
  })
  api = platformClient(sandbox.url, sandbox.app)
  token = await api.login()
})
afterEach(() => sandbox.close())

const report = { name: '水质检测报告.pdf', bytes: Buffer.from('%PDF-1.7 水质') }

const keyOf = (messageId: string, chat: string) =>
  sandbox.messages(chat).find((one) => one.messageId === messageId)?.files?.[0] ?? ''

const get = (messageId: string, key: string, type = 'file') =>
  fetch(`${sandbox.url}/open-apis/im/v1/messages/${messageId}/resources/${key}?type=${type}`, {
    headers: { authorization: `Bearer ${token}` },
  })

const codeOf = async (answer: Response) => ((await answer.json()) as { code: number }).code

async function upload(fields: Record<string, string | Blob>): Promise<{ code: number; key: string }> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  const answer = await fetch(`${sandbox.url}/open-apis/im/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  const { code, data } = (await answer.json()) as { code: number; data?: { file_key: string } }
  return { code, key: data?.file_key ?? '' }
}

describe('a file in a group', () => {
  it('gives out the file of a message to a bot in the chat, and to no other', async () => {
    const { messageId } = await sandbox.sendFile(people.zhaoHaitao.openId, chats.shuiwuJituan, report)
    const key = keyOf(messageId, chats.shuiwuJituan)
    expect(Buffer.from(await (await get(messageId, key)).arrayBuffer())).toEqual(report.bytes)
    expect(await codeOf(await get(messageId, 'file_v3_unknown'))).toBe(234003)
    expect(await codeOf(await get(messageId, key, 'image'))).toBe(234001)
    sandbox.restrict(chats.shuiwuJituan)
    expect(await codeOf(await get(messageId, key))).toBe(234038)
    sandbox.faults.removeBot(chats.shuiwuJituan)
    expect(await codeOf(await get(messageId, key))).toBe(234004)
  })

  it('never tells the bot of it, since a file mentions nobody', async () => {
    const said = await sandbox.sendFile(people.zhaoHaitao.openId, chats.shuiwuJituan, report)
    expect((await said.delivered).state).toBe('unseen')
  })
})

describe('an upload', () => {
  it('takes an upload and lets the bot send what it uploaded itself', async () => {
    const file = new Blob([report.bytes])
    const { code, key } = await upload({ file_type: 'pdf', file_name: report.name, file })
    expect(code).toBe(0)
    expect((await api.sendTo(chats.shuiwuJituan, 'file', { file_key: key })).code).toBe(0)
    expect(sandbox.messages(chats.shuiwuJituan)[0]).toMatchObject({ msgType: 'file', files: [key] })
    const { messageId } = await sandbox.sendFile(people.zhaoHaitao.openId, chats.shuiwuJituan, report)
    const foreign = { file_key: keyOf(messageId, chats.shuiwuJituan) }
    expect((await api.sendTo(chats.shuiwuJituan, 'file', foreign)).code).toBe(230017)
    expect((await api.sendTo(chats.shuiwuJituan, 'file', { file_key: 'none' })).code).toBe(230001)
  })

  it('is refused empty, without a name, or of a type that there is not', async () => {
    const file = new Blob(['x'])
    expect((await upload({ file_type: 'pdf', file_name: 'a.pdf', file: new Blob([]) })).code).toBe(234010)
    expect((await upload({ file_type: 'pdf', file_name: '', file })).code).toBe(99992402)
    expect((await upload({ file_type: 'docx', file_name: 'a.docx', file })).code).toBe(234001)
  })
})
