/** The sandbox as one person sees it: what the page draws from. */
export type State = {
  now: number | string
  bot: { open_id: string; name: string }
  seats: Seat[]
  seat: string
  chats: Chat[]
  messages: Message[]
  refusals: Refusal[]
  deliveries: Delivery[]
  faults: unknown
  /** What can be tried from this chair. */
  examples?: Example[]
}

export type Example = { title: string; shows: string; text: string; choose: string }

export type Seat = { open_id: string; name: string; title: string; body: string }

export type Chat = { chat_id: string; name: string; kind: 'group' | 'p2p'; members: unknown }

export type Json = { readonly [key: string]: unknown }

export type Message = {
  message_id: string
  chat_id: string
  sender: { open_id: string; name: string; bot: boolean }
  create_time: number | string
  update_time: number | string
  msg_type: string
  text?: string
  card?: Json
  parent_id?: string
  files?: { key: string; type: 'file' | 'image'; name: string; bytes: number }[]
  state: 'sent' | 'clicked' | 'recalled'
  /** Names of those who were rung for it. */
  urged?: string[]
  error?: string | { code?: number | string; text?: string }
}

export type Refusal = {
  at: number | string
  method: string
  path: string
  code: number
  msg: string
  rule: string
}

export type Delivery = {
  at: number | string
  kind: string
  event_id: string
  attempt: number
  status: number | string
  ms: number
}

/** What the person typed into one field. */
export type Value = string | boolean | string[]

export type Press = { name?: string; label?: string; values?: Record<string, Value> }

export type PressResult = {
  toast?: { type?: string; content?: string }
  card?: unknown
  clientError?: { code?: number | string; text?: string }
}

/** The answer of the sandbox; throws Error with its words when it says no or is not there. */
async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const json = { 'content-type': 'application/json' }
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : body instanceof Blob
        ? { method: 'POST', body }
        : { method: 'POST', headers: json, body: JSON.stringify(body) },
  )
  const text = await response.text()
  if (!response.ok) throw new Error(wordsOf(text) ?? `演练平台答复 ${response.status}`)
  return (text === '' ? {} : JSON.parse(text)) as Answer
}

function wordsOf(text: string): string | undefined {
  try {
    const { error, msg, message } = JSON.parse(text) as Json
    return [error, msg, message].find((words): words is string => typeof words === 'string')
  } catch {
    return text.length > 0 && text.length < 200 && !text.includes('<') ? text : undefined
  }
}

export const sandbox = {
  state: (seat: string | undefined) =>
    ask<State>(`/sandbox/state${seat === undefined ? '' : `?seat=${encodeURIComponent(seat)}`}`),
  say: (line: { seat: string; chat_id: string; text: string; reply_to?: string; mention?: boolean }) =>
    ask<unknown>('/sandbox/say', line),
  /** A file as it is; what the browser knows as a picture is sent as one. */
  file: (where: { seat: string; chat_id: string }, file: File) => {
    const as = file.type.startsWith('image/') ? 'image' : 'file'
    return ask<unknown>(`/sandbox/file?${new URLSearchParams({ ...where, name: file.name, as })}`, file)
  },
  press: (press: Press & { seat: string; message_id: string }) => ask<PressResult>('/sandbox/press', press),
  wind: (move: { ms: number } | { to: string }) => ask<unknown>('/sandbox/wind', move),
  faults: (order: Json) => ask<unknown>('/sandbox/faults', order),
}
