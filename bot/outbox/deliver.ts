import { createHash } from 'node:crypto'
import type { Card } from '../../cards/scene.ts'
import { slipIn } from '../../src/domain/dossier.ts'
import { formatNo } from '../../src/domain/numbering.ts'
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts'
import type { Clock, Database, Log, OutboxItem } from '../../src/ports.ts'
import { classify } from '../feishu/codes.ts'
import type { Messenger } from '../feishu/messenger.ts'
import type { Render, Rendered } from '../render.ts'
import { budgetsOfPost, takeTurn } from './pace.ts'

export interface DeliverDeps {
  readonly db: Database
  readonly messenger: Messenger
  readonly render: Render
  /** How the history of a chat names what this bot sent. */
  readonly appId: string
  readonly clock: Clock
  /** Feishu's limits run on the wall clock whatever the bot's own clock says. */
  readonly wall: () => number
  readonly log: Log
}

/** Feishu remembers a uuid for one hour (im/message/create); a little less is trusted. */
const UUID_MEMORY = 55 * MINUTE

/** Waits between tries, the last one for ever after: long outages end, and what was held is still owed. */
const RETRY_AFTER = [1_000, 5_000, 30_000, 2 * MINUTE, 10 * MINUTE] as const

/** Sends one message of the outbox, or settles why it will not be sent. */
export async function deliver(item: OutboxItem, deps: DeliverDeps): Promise<void> {
  const rendered = await deps.render(item.card)
  if (rendered.drawing.kind === 'nothing') {
    return deps.db.outbox.drop(item, 'skipped', rendered.drawing.why, deps.clock.now())
  }
  if (isUncertain(item, deps.clock.now())) return reconcile(item, rendered, deps)
  await takeTurn(deps.db.outbox, budgetsOfPost(item.to), deps.wall)
  try {
    await send(item, rendered.drawing.card, rendered, deps)
  } catch (error) {
    await afterRefusal(item, error, rendered, deps)
  }
}

async function send(item: OutboxItem, card: Card, { dossier }: Rendered, deps: DeliverDeps): Promise<void> {
  const { messageId, chatId } = await deps.messenger.post(item.to, card, item.id, item.replyTo)
  await deps.db.outbox.sent(item, {
    messageId,
    chatId: chatId ?? ('chat' in item.to ? item.to.chat : ''),
    at: deps.clock.now(),
    hash: hashOf(card),
    matterId: dossier?.matter.id ?? null,
  })
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
  const now = deps.clock.now()
  const verdict = classify(error)
  deps.log.warn(
    { key: item.key, code: verdict.code, class: verdict.class, attempts: item.attempts },
    'a message was not taken',
  )
  switch (verdict.class) {
    case 'retry':
    case 'rate_limited':
    case 'token':
    case 'config': {
      const wait =
        verdict.retryAfterMs ?? RETRY_AFTER[Math.min(item.attempts, RETRY_AFTER.length - 1)] ?? HOUR
      return outbox.retry(item, now + wait, verdict.code, !verdict.uncertain)
    }
    case 'content_refused':
    case 'too_long':
    case 'bad_person':
      return sendRedacted(item, verdict.code, rendered, deps)
    case 'gone_message':
    case 'chat_gone':
    case 'person_gone':
    case 'expired':
    case 'permanent':
      return bury(item, verdict.code, rendered, deps)
  }
}

function cardOf({ drawing }: Rendered): Card {
  if (drawing.kind !== 'card') throw new TypeError('only a drawn card is sent')
  return drawing.card
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
  try {
    // Another card under the same uuid is another request: Feishu took nothing of the first.
    await send(item, bare.drawing.card, bare, deps)
  } catch (error) {
    const again = classify(error)
    if (again.class === 'retry' || again.class === 'rate_limited') {
      return deps.db.outbox.retry(item, deps.clock.now() + MINUTE, again.code, !again.uncertain)
    }
    await bury(item, again.code, rendered, deps)
  }
}

/** Will never arrive: an operator finds it in the log, and the office reads it in its group. */
async function bury(
  item: OutboxItem,
  code: string,
  { dossier }: Rendered,
  { db, log, clock }: DeliverDeps,
): Promise<void> {
  const now = clock.now()
  log.error({ key: item.key, code }, 'a message could not be delivered')
  await db.outbox.drop(item, 'buried', code, now)
  const directory = await db.read.directory()
  const office = directory.bodiesOfKind('office')[0]
  if (!office || ('chat' in item.to && item.to.chat === office.chatId)) return
  const slip = dossier && 'slipId' in item.card ? slipIn(dossier, item.card.slipId) : undefined
  const where =
    'chat' in item.to
      ? (directory.bodyOfChat(item.to.chat)?.name ?? item.to.chat)
      : (directory.person({ openId: item.to.person })?.name ?? item.to.person)
  await db.transact((tx) =>
    tx.enqueue([
      {
        key: `undelivered/${item.key}`,
        officeId: office.id,
        to: { chat: office.chatId },
        card: {
          kind: 'answer',
          answer: {
            say: 'undelivered',
            where,
            card: item.card.kind,
            no: slip ? formatNo(slip.no) : null,
            code: code,
          },
        },
        notBefore: now,
        replyTo: null,
      },
    ]),
  )
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
  const since = item.firstAttemptAt ?? deps.clock.now()
  if (!('chat' in item.to)) return bury(item, 'uncertain', rendered, deps)
  const unknown = []
  for (const message of await deps.messenger.history(item.to.chat, since - MINUTE)) {
    const ours = message.senderId === deps.appId
    if (ours && (await deps.db.read.posted(message.messageId)) === null) unknown.push(message)
  }
  const [found, ...others] = unknown
  if (others.length > 0) return bury(item, 'uncertain', rendered, deps)
  if (found) {
    return deps.db.outbox.sent(item, {
      messageId: found.messageId,
      chatId: item.to.chat,
      at: found.createdAt,
      hash: '',
      matterId: rendered.dossier?.matter.id ?? null,
    })
  }
  await takeTurn(deps.db.outbox, budgetsOfPost(item.to), deps.wall)
  try {
    await send(item, cardOf(rendered), rendered, deps)
  } catch (error) {
    await afterRefusal(item, error, rendered, deps)
  }
}
