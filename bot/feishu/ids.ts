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

/** A path with its ids left out, for logs and errors. */
export function pathTemplate(path: string): string {
  return path.replace(/(?<=\/)(om|oc|ou|on)_[^/]*/g, (_id, prefix: Prefix) => kinds[prefix])
}
