import { type FormAct, formActs } from '../../cards/action.ts'
import type { Calendar } from '../../src/domain/calendar.ts'
import { mayBegin, type Target } from '../../src/domain/decide.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import type { OpenForm, StaleCard } from '../../src/ports.ts'
import { classify } from '../feishu/codes.ts'
import { dossierOf, standing } from '../render.ts'
import type { DeliverDeps } from './deliver.ts'
import { hashOf } from './deliver.ts'
import { budgetsOfPatch, takeTurn } from './pace.ts'

export interface RedrawDeps extends DeliverDeps {
  readonly calendar: Calendar
  readonly policy: Policy
}

/** Brings a posted card up to the state of today, unless somebody is writing in it or it would not change. */
export async function redraw(card: StaleCard, deps: RedrawDeps): Promise<void> {
  const { db, render, messenger, clock, log } = deps
  const now = clock.now()
  if (card.form && card.form.until > now && (await formStillFits(card, card.form, deps))) {
    return db.outbox.postponeRedraw(card, card.form.until, null)
  }
  const drawn = standing((await render(card.card)).drawing)
  if (!drawn) return db.outbox.redrawn(card, card.drawnHash ?? '', now)
  const hash = hashOf(drawn)
  if (hash === card.drawnHash) return db.outbox.redrawn(card, hash, now)
  await takeTurn(db.outbox, budgetsOfPatch(card.messageId), deps.wall)
  try {
    await messenger.patch(card.messageId, drawn)
    await db.outbox.redrawn(card, hash, clock.now())
  } catch (error) {
    const verdict = classify(error)
    log.warn(
      { messageId: card.messageId, code: verdict.code, class: verdict.class },
      'a card was not redrawn',
    )
    switch (verdict.class) {
      case 'gone_message':
      case 'expired':
      case 'chat_gone':
      case 'person_gone':
      case 'permanent':
        return db.outbox.abandon(card, verdict.code)
      case 'content_refused':
      case 'too_long':
      case 'bad_person':
        return patchRedacted(card, deps)
      case 'retry':
      case 'rate_limited':
      case 'token':
      case 'config': {
        const wait = verdict.retryAfterMs ?? Math.min(MINUTE * 10, 1_000 * 2 ** Math.min(card.attempts, 10))
        return db.outbox.postponeRedraw(card, clock.now() + wait, verdict.code)
      }
    }
  }
}

async function patchRedacted(card: StaleCard, { db, render, messenger, clock }: RedrawDeps): Promise<void> {
  const bare = standing((await render(card.card, undefined, true)).drawing)
  if (!bare) return db.outbox.abandon(card, 'refused')
  try {
    await messenger.patch(card.messageId, bare)
    await db.outbox.redrawn(card, hashOf(bare), clock.now())
  } catch (error) {
    await db.outbox.abandon(card, classify(error).code)
  }
}

/** A form that its act can no longer be begun with (the slip was withdrawn meanwhile) is not kept for its writer. */
async function formStillFits(
  card: StaleCard,
  form: OpenForm,
  { db, clock, calendar, policy }: RedrawDeps,
): Promise<boolean> {
  const type = formActs.find((one): one is FormAct => one === form.act)
  const dossier = await dossierOf(card.card, db.read)
  const directory = await db.read.directory()
  const person = directory.person({ openId: form.by })
  const on = targetOf(card)
  if (!type || !dossier || !person || !on) return false
  const next = { matter: 0, slip: 0, supervision: 0 }
  const context = {
    now: clock.now(),
    actor: { kind: 'person', person },
    directory,
    calendar,
    policy,
    next,
  } as const
  return mayBegin(type, on, dossier, context) === null
}

function targetOf({ card }: StaleCard): Target | null {
  if ('slipId' in card) return { slipId: card.slipId }
  return 'matterId' in card ? { matterId: card.matterId } : null
}
