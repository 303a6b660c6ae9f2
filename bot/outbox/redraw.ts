import { type FormAct, formActs } from '../../cards/action.ts'
import type { Calendars } from '../../src/domain/calendars.ts'
import { mayBegin } from '../../src/domain/decide.ts'
import { perSeries } from '../../src/domain/decision.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { MINUTE } from '../../src/domain/time.ts'
import type { OpenForm, Reader, StaleCard } from '../../src/ports.ts'
import { classify, type Failure } from '../feishu/codes.ts'
import { isKeptFrom } from '../kept-from.ts'
import { dossierOf, type Render, type Rendered, standing } from '../render.ts'
import type { DeliverDeps } from './deliver.ts'
import { hashOf, tried } from './deliver.ts'
import { budgetsOfPatch, takeTurn } from './pace.ts'

export interface RedrawDeps extends DeliverDeps {
  readonly calendars: Calendars
  readonly policy: Policy
}

/** A look at the state of some moment. */
export interface Glance {
  readonly read: Reader
  readonly render: Render
}

/** Brings a posted card up to the state of today, unless somebody is writing in it or it would not change by that glance. */
export async function redraw(card: StaleCard, deps: RedrawDeps, glance: Glance): Promise<void> {
  const { db, messenger, clock } = deps
  const now = clock.now()
  if (card.form && card.form.until > now && (await formStillFits(card, card.form, deps))) {
    return db.outbox.postponeRedraw(card, card.form.until, null)
  }
  const known = standing((await asReader(card, glance)).drawing)
  if (!known || hashOf(known) === card.drawnHash) return db.outbox.redrawn(card, card.drawnHash ?? '', now)
  const waited = await takeTurn(db.outbox, budgetsOfPatch(card.messageId), deps.wall)
  // What was drawn before a wait may be overtaken.
  const drawn = waited ? standing((await asReader(card, anew(deps))).drawing) : known
  if (!drawn) return db.outbox.redrawn(card, '', now)
  const patched = await tried(() => messenger.patch(card.messageId, drawn))
  if (patched.ok) return db.outbox.redrawn(card, hashOf(drawn), clock.now())
  const verdict = classify(patched.error)
  if (!textRefused(verdict)) return afterRefusal(card, verdict, deps)
  const bare = standing((await asReader(card, anew(deps), true)).drawing)
  if (!bare) return db.outbox.abandon(card, verdict.code)
  await takeTurn(db.outbox, budgetsOfPatch(card.messageId), deps.wall)
  const again = await tried(() => messenger.patch(card.messageId, bare))
  if (again.ok) return db.outbox.redrawn(card, hashOf(bare), clock.now())
  const second = classify(again.error)
  return textRefused(second) ? db.outbox.abandon(card, second.code) : afterRefusal(card, second, deps)
}

function anew({ db, render }: RedrawDeps): Glance {
  return { read: db.read, render }
}

/** What the card shows to the one whose private chat it stands in: of a 举报件 nothing more, once they are named no longer. */
async function asReader(card: StaleCard, { render, read }: Glance, redacted = false): Promise<Rendered> {
  const rendered = await render(card.card, undefined, redacted)
  const { openId } = card
  const kept = await isKeptFrom(openId === null ? {} : { openId }, rendered.dossier, read)
  return kept ? render({ kind: 'answer', answer: { say: 'recalled' } }) : rendered
}

function textRefused({ class: kind }: Failure): boolean {
  return kind === 'content_refused' || kind === 'too_long' || kind === 'bad_person'
}

async function afterRefusal(card: StaleCard, verdict: Failure, deps: RedrawDeps): Promise<void> {
  const { db, clock, log } = deps
  const { code } = verdict
  log.warn({ messageId: card.messageId, code, class: verdict.class }, 'a card was not redrawn')
  switch (verdict.class) {
    case 'expired':
      await postAnew(card, deps)
      return db.outbox.abandon(card, code)
    case 'retry':
    case 'rate_limited':
    case 'token':
    case 'config': {
      const wait = verdict.retryAfterMs ?? Math.min(MINUTE * 10, 1_000 * 2 ** Math.min(card.attempts, 10))
      return db.outbox.postponeRedraw(card, clock.now() + wait, code)
    }
    default:
      return db.outbox.abandon(card, code)
  }
}

/** Past Feishu's fourteen days a card can neither be pressed nor changed: what is still owed gets a fresh one. */
async function postAnew(card: StaleCard, deps: RedrawDeps): Promise<void> {
  const { db, clock } = deps
  const { drawing, dossier } = await asReader(card, anew(deps))
  if (drawing.kind !== 'card' || !dossier || dossier.matter.status === 'closed') return
  await db.transact((tx) =>
    tx.enqueue([
      {
        key: `again/${card.id}`,
        officeId: dossier.matter.officeId,
        to: card.openId === null ? { chat: card.chatId } : { person: card.openId },
        card: card.card,
        notBefore: clock.now(),
        replyTo: null,
      },
    ]),
  )
}

/** A form that its act can no longer be begun with (the slip was withdrawn meanwhile) is not kept for its writer. */
async function formStillFits(
  card: StaleCard,
  form: OpenForm,
  { db, clock, calendars, policy }: RedrawDeps,
): Promise<boolean> {
  // Given back to its writer because somebody was faster: it stays readable whatever the state.
  if (form.givenBack) return true
  const type = formActs.find((one): one is FormAct => one === form.act)
  const dossier = await dossierOf(card.card, db.read)
  const directory = await db.read.directory()
  const person = directory.person({ openId: form.by })
  if (!type || !dossier || !person) return false
  const next = perSeries(() => 0)
  const context = {
    now: clock.now(),
    actor: { kind: 'person', person },
    directory,
    calendar: calendars(await db.read.arrangements()),
    policy,
    next,
  } as const
  return mayBegin(type, form.on, dossier, context) === null
}
