import { createHash } from 'node:crypto'
import type { Card } from '../../cards/scene.ts'
import { insiders } from '../../src/domain/circle.ts'
import type { Body, Directory } from '../../src/domain/directory.ts'
import { type Dossier, slipIn } from '../../src/domain/dossier.ts'
import type { Address } from '../../src/domain/effects.ts'
import { formatNo } from '../../src/domain/numbering.ts'
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts'
import type { Clock, Database, Log, OutboxItem } from '../../src/ports.ts'
import { classify } from '../feishu/codes.ts'
import type { Messenger } from '../feishu/messenger.ts'
import { mayNotReceive } from '../kept-from.ts'
import type { Render, Rendered } from '../render.ts'
import { budgetsOfPost, takeTurn, type Wall } from './pace.ts'

export interface DeliverDeps {
  readonly db: Database
  readonly messenger: Messenger
  readonly render: Render
  /** How the history of a chat names what this bot sent. */
  readonly appId: string
  readonly clock: Clock
  readonly wall: Wall
  readonly log: Log
}

/** Feishu remembers a uuid for one hour (im/message/create); a little less is trusted. */
const UUID_MEMORY = 55 * MINUTE

/** A lost message was sent within this time of its attempt, or not at all. */
const LOST_WITHIN = 2 * MINUTE

/** The try at which a group that will not take messages is told to the office. */
const TELL_AFTER = 3

/** Waits between tries, the last one for ever after: long outages end, and what was held is still owed. */
const RETRY_AFTER = [1_000, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE] as const

/** Sends one message of the outbox, or settles why it will not be sent. */
export async function deliver(item: OutboxItem, deps: DeliverDeps): Promise<void> {
  const rendered = await deps.render(item.card)
  if (rendered.drawing.kind === 'nothing') {
    return deps.db.outbox.drop(item, 'skipped', rendered.drawing.why, deps.clock.now())
  }
  if (await mayNotReceive(item.to, rendered.dossier, deps.db.read)) {
    return deps.db.outbox.drop(item, 'skipped', 'not_named', deps.clock.now())
  }
  if (isUncertain(item, deps.clock.now())) return reconcile(item, rendered, deps)
  await takeTurn(deps.db.outbox, budgetsOfPost(item.to), deps.wall)
  await send(item, rendered.drawing.card, rendered, deps)
}

/**
 * Only Feishu's own refusals are judged. When the message stands but could not be written down, the lease brings the row
 * back, and the same uuid gives the same message.
 */
async function send(
  item: OutboxItem,
  card: Card,
  rendered: Rendered,
  deps: DeliverDeps,
  refused: typeof afterRefusal = afterRefusal,
): Promise<void> {
  const posted = await tried(() => deps.messenger.post(item.to, card, item.id, item.replyTo))
  if (!posted.ok) return refused(item, posted.error, rendered, deps)
  const { messageId, chatId } = posted.value
  await deps.db.outbox.sent(item, {
    messageId,
    chatId: chatId ?? ('chat' in item.to ? item.to.chat : ''),
    at: deps.clock.now(),
    hash: hashOf(card),
    matterId: rendered.dossier?.matter.id ?? null,
  })
}

type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

/** A call to Feishu whose failure is an answer like another. */
export async function tried<T>(call: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    return { ok: false, error }
  }
}

export function hashOf(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url')
}

async function afterRefusal(
  item: OutboxItem,
  error: unknown,
  rendered: Rendered,
  deps: DeliverDeps,
): Promise<void> {
  const { outbox } = deps.db
  const verdict = classify(error)
  const { code, uncertain } = verdict
  deps.log.warn(
    { key: item.key, code, class: verdict.class, attempts: item.attempts },
    'a message was not taken',
  )
  switch (verdict.class) {
    case 'retry':
    case 'rate_limited':
    case 'token':
    case 'config': {
      // Settings of one group (muted, external) are not mended by waiting: somebody must hear of it while we wait.
      if (verdict.class === 'config' && item.attempts === TELL_AFTER)
        await tellOffice(item, code, rendered.dossier, deps)
      const wait =
        verdict.retryAfterMs ?? RETRY_AFTER[Math.min(item.attempts, RETRY_AFTER.length - 1)] ?? HOUR
      return outbox.retry(item, deps.clock.now() + wait, code, !uncertain)
    }
    case 'content_refused':
    case 'too_long':
    case 'bad_person':
      return sendRedacted(item, code, rendered, deps)
    case 'gone_message':
    case 'chat_gone':
    case 'person_gone':
    case 'expired':
    case 'permanent':
      return bury(item, code, rendered, deps)
  }
}

/** Once more without any free text (230022, 230028): better a bare slip than none. */
async function sendRedacted(
  item: OutboxItem,
  code: string,
  rendered: Rendered,
  deps: DeliverDeps,
): Promise<void> {
  const bare = await deps.render(item.card, undefined, true)
  if (bare.drawing.kind !== 'card') return bury(item, code, rendered, deps)
  // Another card under the same uuid is another request: Feishu took nothing of the first.
  await send(item, bare.drawing.card, rendered, deps, afterSecondRefusal)
}

async function afterSecondRefusal(
  item: OutboxItem,
  error: unknown,
  rendered: Rendered,
  deps: DeliverDeps,
): Promise<void> {
  const { class: kind, code, uncertain } = classify(error)
  return kind === 'retry' || kind === 'rate_limited'
    ? deps.db.outbox.retry(item, deps.clock.now() + MINUTE, code, !uncertain)
    : bury(item, code, rendered, deps)
}

/** Will never arrive: an operator finds it in the log, and the office reads it in its group. */
async function bury(item: OutboxItem, code: string, rendered: Rendered, deps: DeliverDeps): Promise<void> {
  deps.log.error({ key: item.key, code }, 'a message could not be delivered')
  await tellOffice(item, code, rendered.dossier, deps)
  await deps.db.outbox.drop(item, 'buried', code, deps.clock.now())
}

export async function tellOffice(
  item: OutboxItem,
  code: string,
  dossier: Dossier | null,
  { db, clock }: DeliverDeps,
): Promise<void> {
  const directory = await db.read.directory()
  const office = directory.bodiesOfKind('office')[0]
  const told = office && whoHears(item, dossier, office, directory)
  if (!office || !told) return
  const slip = dossier && 'slipId' in item.card ? slipIn(dossier, item.card.slipId) : undefined
  const where =
    'chat' in item.to
      ? (directory.bodyOfChat(item.to.chat)?.name ?? item.to.chat)
      : (directory.person({ openId: item.to.person })?.name ?? item.to.person)
  const no = slip ? formatNo(slip.no) : null
  await db.transact((tx) =>
    tx.enqueue([
      {
        key: `undelivered/${item.key}`,
        officeId: office.id,
        to: told,
        card: { kind: 'answer', answer: { say: 'undelivered', where, card: item.card.kind, no, code } },
        notBefore: clock.now(),
        replyTo: null,
      },
    ]),
  )
}

/** The office in its group; of a 举报件 the named approver in private, or the drafter when it is the approver who got nothing. */
function whoHears(
  { to, card }: OutboxItem,
  dossier: Dossier | null,
  office: Body,
  directory: Directory,
): Address | null {
  const circle = dossier?.matter.circle
  if (dossier && circle) {
    const hearers = insiders(circle, dossier.matter.officeId, directory).office
    const reached = hearers.filter(({ openId }) => !('person' in to && to.person === openId))
    const hearer = reached.find(({ openId }) => openId === circle.approver?.openId) ?? reached[0]
    return hearer ? { person: hearer.openId } : null
  }
  // An alarm that fails raises no alarm of its own.
  if (card.kind === 'answer' && card.answer.say === 'undelivered') return null
  return 'chat' in to && to.chat === office.chatId ? null : { chat: office.chatId }
}

/** Somebody began to send it, we never heard the end, and Feishu has forgotten the uuid by now. */
function isUncertain(item: OutboxItem, now: Instant): boolean {
  return item.firstAttemptAt !== null && now - item.firstAttemptAt > UUID_MEMORY
}

/**
 * Looks for the lost message in the chat's history instead of sending blindly: one message of ours that no record knows
 * of, from the minutes of the attempt, is it. Private chats have no history we could name, so there a person decides.
 */
async function reconcile(item: OutboxItem, rendered: Rendered, deps: DeliverDeps): Promise<void> {
  const { to } = item
  const since = item.firstAttemptAt ?? deps.clock.now()
  if (!('chat' in to)) return bury(item, 'uncertain', rendered, deps)
  const history = await tried(() => deps.messenger.history(to.chat, since - MINUTE))
  if (!history.ok) return afterRefusal(item, history.error, rendered, deps)
  const unknown = []
  for (const message of history.value) {
    const ours = message.senderId === deps.appId && message.createdAt <= since + LOST_WITHIN
    if (ours && (await deps.db.read.posted(message.messageId)) === null) unknown.push(message)
  }
  const [found, ...others] = unknown
  if (others.length > 0) return bury(item, 'uncertain', rendered, deps)
  if (found) {
    return deps.db.outbox.sent(item, {
      messageId: found.messageId,
      chatId: to.chat,
      at: found.createdAt,
      hash: '',
      matterId: rendered.dossier?.matter.id ?? null,
    })
  }
  await takeTurn(deps.db.outbox, budgetsOfPost(to), deps.wall)
  if (rendered.drawing.kind === 'card') await send(item, rendered.drawing.card, rendered, deps)
}
