import { FeishuUnreachable } from './failure.ts'

const kinds = { om: ':message_id', oc: ':chat_id', ou: ':open_id', on: ':union_id' } as const

type Prefix = keyof typeof kinds

const ID = /^(om|oc|ou|on)_[A-Za-z0-9_-]+$/

/**
 * The id itself, when it is one of the given kinds (`om` message, `oc` chat, `ou` and `on` person). The SDK
 * puts ids into paths as they are, so an id such as `../x` would lead our token elsewhere: anything else is
 * refused.
 */
export function checkedId(id: string, ...allowed: readonly Prefix[]): string {
  const prefix = ID.exec(id)?.[1]
  if (!allowed.some((one) => one === prefix)) {
    throw new FeishuUnreachable({
      reason: 'refused_url',
      call: `id of ${allowed.join(' or ')}`,
      mayHaveArrived: false,
    })
  }
  return id
}

/** The key of a file or picture, for the same reason; the platform's keys have no dot and no slash. */
export function checkedKey(key: string): string {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(key)) {
    throw new FeishuUnreachable({ reason: 'refused_url', call: 'key of a file', mayHaveArrived: false })
  }
  return key
}

/** A path with its ids left out, for logs and errors. */
export function pathTemplate(path: string): string {
  return path
    .replace(/(?<=\/)(om|oc|ou|on)_[^/]*/g, (_id, prefix: Prefix) => kinds[prefix])
    .replace(/(?<=\/resources\/)[^/]+/, ':file_key')
}
