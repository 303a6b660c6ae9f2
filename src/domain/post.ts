import type { Calendar } from './calendar.ts'
import type { CardRef } from './card-ref.ts'
import { type Confided, insiders } from './circle.ts'
import type { BodyId, ChatId, Directory, OpenId } from './directory.ts'
import type { Instant } from './time.ts'

export type Address = { readonly chat: ChatId } | { readonly person: OpenId }

/** A message to send. `key` names it once and for all: the same key is never sent twice. */
export interface Post {
  readonly key: string
  readonly officeId: BodyId
  readonly to: Address
  readonly card: CardRef
  /** Not before this instant: the end of the quiet hours for what the bot says by itself about non-urgent matters. */
  readonly notBefore: Instant
  /** Answer under this message, when it is still there. */
  readonly replyTo: string | null
}

export interface EffectContext {
  readonly now: Instant
  readonly directory: Directory
  readonly calendar: Calendar
}

/** Writes the posts of one fact: all for one office, all at one time. A body the directory no longer has gets none. */
export interface Mail {
  toBody(bodyId: BodyId, key: string, card: CardRef): readonly Post[]
  toPeople(people: readonly { readonly openId: OpenId }[], key: string, card: CardRef): readonly Post[]
  toChat(chatId: ChatId, key: string, card: CardRef): readonly Post[]
}

/**
 * The mail of a matter or slip. That of a 举报件 knows no chats: what is meant for a body goes to those of its people who
 * are named, each in private, and what is meant for anybody else is not written.
 */
export function mailOf(of: Confided, notBefore: Instant, directory: Directory): Mail {
  const { officeId } = of
  const post = (to: Address, key: string, card: CardRef): Post => ({
    key,
    officeId,
    to,
    card,
    notBefore,
    replyTo: null,
  })
  const toPeople: Mail['toPeople'] = (people, key, card) =>
    people.map(({ openId }) => post({ person: openId }, `${key}/${openId}`, card))
  const { circle } = of
  if (circle) {
    const { office, unit } = insiders(circle, officeId, directory)
    const known = (openId: OpenId) => [...office, ...unit].some((one) => one.openId === openId)
    return {
      toChat: (_, key, card) => toPeople(known(circle.drafter.openId) ? [circle.drafter] : [], key, card),
      toBody: (bodyId, key, card) => [
        ...toPeople(bodyId === officeId ? office : [], key, card),
        ...toPeople(bodyId === circle.unitId ? unit : [], key, card),
      ],
      toPeople: (people, key, card) =>
        toPeople(
          people.filter(({ openId }) => known(openId)),
          key,
          card,
        ),
    }
  }
  return {
    toPeople,
    toChat: (chat, key, card) => [post({ chat }, key, card)],
    toBody: (bodyId, key, card) => {
      const body = directory.body(bodyId)
      return body ? [post({ chat: body.chatId }, key, card)] : []
    },
  }
}
