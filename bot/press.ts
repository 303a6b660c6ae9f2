import { randomBytes } from 'node:crypto'
import { type Action, type FormAct, formActs, readAction, type Subject } from '../cards/action.ts'
import { type FormValues, readForm } from '../cards/forms.ts'
import type { Face, FormFace } from '../cards/scene.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import type { Target } from '../src/domain/decide.ts'
import { isAboutRights, type Refusal } from '../src/domain/refusal.ts'
import { MINUTE } from '../src/domain/time.ts'
import type { Execute, Outcome, Wish } from '../src/execute.ts'
import { faultOf } from '../src/faults.ts'
import type { Clock, Database, InboxKey, Log, OpenForm, PostedCard } from '../src/ports.ts'
import { formTable, pressTable } from './actions/index.ts'
import type { InboundPress } from './feishu/inbound.ts'
import type { Reply } from './feishu/webhook.ts'
import type { Render } from './render.ts'
import { faultToast, toastOf, unknownAct, writingNow } from './toasts.ts'

/** How long an opened form is kept from being redrawn under its writer's hands. */
const FORM_TIME = 15 * MINUTE

export interface PressDeps {
  readonly db: Database
  readonly clock: Clock
  readonly execute: Execute
  readonly render: Render
  readonly log: Log
}

interface Pressed {
  readonly press: InboundPress
  readonly action: Action
  readonly key: InboxKey
  readonly posted: PostedCard | null
  readonly ref: CardRef | null
}

/**
 * A press on a card. Answered in the same request, since Feishu never sends a press again: whatever happens the person
 * reads a sentence, and what they typed comes back filled in.
 */
export function createPress(deps: PressDeps): (press: InboundPress) => Promise<Reply> {
  return async (press) => {
    const action = readAction(press)
    if (!action) return { toast: unknownAct }
    let pressed: Pressed = { press, action, key: press.key, posted: null, ref: homeOf(action) }
    try {
      const posted = await deps.db.read.posted(press.messageId)
      pressed = { ...pressed, posted, ref: posted?.card ?? pressed.ref }
      if (action.submit) return await submit(pressed, action, deps)
      if (action.do === 'back') return await closeForm(pressed, deps)
      return isFormAct(action.do)
        ? await openForm(pressed, action.do, deps)
        : await act(pressed, action.do, deps)
    } catch (error) {
      return await afterFault(pressed, error, deps)
    }
  }
}

/** A button without a form. */
async function act(pressed: Pressed, name: keyof typeof pressTable, deps: PressDeps): Promise<Reply> {
  const { action, key, press } = pressed
  const command = pressTable[name](action.on)
  if (!command) return { toast: unknownAct }
  const wish: Wish = { type: command.type, on: targetOf(action.on), make: () => command }
  const open: { form: OpenForm | null } = { form: null }
  const outcome = await deps.execute({
    keys: [key],
    who: press.operator,
    wish,
    also: async (tx, settled) => {
      const posted = await tx.lockPosted(press.messageId)
      if (!posted) return
      open.form = posted.form
      if (settled.kind === 'done') await tx.markRedraw(posted.id)
    },
  })
  return {
    toast: toastOf(outcome, command.type, deps.clock.now()),
    ...(await plainCard(pressed, open.form, deps)),
  }
}

/** 提交反馈 and the like: the card turns to its form, unless somebody else is writing in it. */
async function openForm(pressed: Pressed, name: FormAct, deps: PressDeps): Promise<Reply> {
  const { action, key, press } = pressed
  const nonce = newNonce()
  let values: FormValues = {}
  const other: { form: OpenForm | null } = { form: null }
  const outcome = await deps.execute({
    keys: [key],
    who: press.operator,
    wish: {
      type: name,
      on: targetOf(action.on),
      make: (dossier, context) => {
        if (dossier) values = formTable[name].prefill?.({ on: action.on, dossier, context }) ?? {}
        return null
      },
    },
    also: async (tx, settled) => {
      const posted = await tx.lockPosted(press.messageId)
      other.form = posted && heldByAnother(posted.form, press, deps.clock) ? posted.form : null
      if (!posted || other.form || settled.kind !== 'done') return
      await tx.setForm(posted.id, await writer(name, nonce, press, deps, await tx.directory()))
      await tx.markRedraw(posted.id)
    },
  })
  if (other.form) return { toast: writingNow(other.form.name) }
  if (outcome.kind !== 'done') {
    return { toast: toastOf(outcome, name, deps.clock.now()), ...(await plainCard(pressed, null, deps)) }
  }
  return drawn(pressed, { kind: 'form', act: name, on: action.on, nonce, values, trouble: null }, deps)
}

/** The submit of a form. One nonce, one effect: a second press after a time-out changes nothing. */
async function submit(pressed: Pressed, action: Action & { submit: true }, deps: PressDeps): Promise<Reply> {
  const { key, press } = pressed
  const { values, problems } = readForm(action.do, press.form ?? {})
  const wish: Wish = {
    type: action.do,
    on: targetOf(action.on),
    make: (dossier, context) => {
      if (problems.length > 0 || !dossier) return problems
      return formTable[action.do].command(values, { on: action.on, dossier, context })
    },
  }
  const nonce = newNonce()
  const outcome = await deps.execute({
    keys: [key, `n:${action.do}/${subjectOf(action.on)}/${action.nonce}`],
    who: press.operator,
    wish,
    also: async (tx, settled) => {
      const posted = await tx.lockPosted(press.messageId)
      if (!posted || (settled.kind === 'refused' && isAboutRights(settled.refusal))) return
      const again =
        settled.kind === 'refused' ? await writer(action.do, nonce, press, deps, await tx.directory()) : null
      await tx.setForm(posted.id, again)
      await tx.markRedraw(posted.id)
    },
  })
  const toast = toastOf(outcome, action.do, deps.clock.now())
  const refusal = refusalIn(outcome)
  if (!refusal) return { toast, ...(await plainCard(pressed, null, deps)) }
  if (isAboutRights(refusal)) return { toast }
  const trouble: FormFace['trouble'] =
    refusal.code === 'form_incomplete'
      ? { kind: 'problems', problems: refusal.problems }
      : { kind: 'refusal', refusal }
  const face: FormFace = { kind: 'form', act: action.do, on: action.on, nonce, values, trouble }
  return { toast, ...(await drawn(pressed, face, deps)) }
}

/** 返回: the form is given up and the card stands as before. */
async function closeForm(pressed: Pressed, deps: PressDeps): Promise<Reply> {
  const { press, key } = pressed
  const other: { form: OpenForm | null } = { form: null }
  await deps.execute({
    keys: [key],
    who: press.operator,
    wish: null,
    also: async (tx) => {
      const posted = await tx.lockPosted(press.messageId)
      if (!posted) return
      other.form = heldByAnother(posted.form, press, deps.clock) ? posted.form : null
      if (other.form) return
      await tx.setForm(posted.id, null)
      await tx.markRedraw(posted.id)
    },
  })
  return other.form ? { toast: writingNow(other.form.name) } : plainCard(pressed, null, deps)
}

/** Nothing was kept, so pressing again is safe: the same nonce goes back with what was typed. */
async function afterFault(pressed: Pressed, error: unknown, deps: PressDeps): Promise<Reply> {
  const fault = faultOf(error)
  const { action, press } = pressed
  deps.log.error(
    { reference: fault.reference, code: fault.code, act: action.do, eventId: press.eventId, error },
    'a press failed',
  )
  const toast = faultToast(fault.reference)
  if (!action.submit) return { toast }
  const { values } = readForm(action.do, press.form ?? {})
  const face: FormFace = {
    kind: 'form',
    act: action.do,
    on: action.on,
    nonce: action.nonce,
    values,
    trouble: { kind: 'fault', reference: fault.reference },
  }
  try {
    return { toast, ...(await drawn(pressed, face, deps)) }
  } catch {
    // The database is out of reach altogether: the sentence with its reference is all that can be given.
    return { toast }
  }
}

/** The card as it is now, but never over the form that somebody else is writing in. */
async function plainCard(pressed: Pressed, form: OpenForm | null, deps: PressDeps): Promise<Reply> {
  if (heldByAnother(form ?? pressed.posted?.form ?? null, pressed.press, deps.clock)) return {}
  return drawn(pressed, { kind: 'plain' }, deps)
}

async function drawn({ ref }: Pressed, face: Face, { render }: PressDeps): Promise<Reply> {
  if (!ref) return {}
  const { drawing } = await render(ref, face)
  return drawing.kind === 'card' ? { card: drawing.card } : {}
}

function heldByAnother(form: OpenForm | null, { operator }: InboundPress, clock: Clock): boolean {
  return form !== null && form.until > clock.now() && form.by !== operator.openId
}

async function writer(
  name: FormAct,
  nonce: string,
  { operator }: InboundPress,
  { clock }: PressDeps,
  directory: { person(ids: typeof operator): { openId: string; name: string } | undefined },
): Promise<OpenForm | null> {
  const person = directory.person(operator)
  return person
    ? { act: name, by: person.openId, name: person.name, nonce, until: clock.now() + FORM_TIME }
    : null
}

function refusalIn(outcome: Outcome): Refusal | null {
  if (outcome.kind === 'refused') return outcome.refusal
  return outcome.kind === 'repeat' && outcome.outcome.kind === 'refused' ? outcome.outcome.refusal : null
}

function isFormAct(name: string): name is FormAct {
  return formActs.some((one) => one === name)
}

function targetOf(on: Subject): Target {
  return 'matter' in on ? { matterId: on.matter } : { slipId: on.slip }
}

function subjectOf(on: Subject): string {
  return 'matter' in on ? on.matter : on.slip
}

/** Letters and digits: the nonce travels in a button's name. */
function newNonce(): string {
  return randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')
}

/**
 * The card a button belongs to when the message it was pressed on is not known yet: the press can be faster than the
 * answer to our own sending. Null where several cards carry the button; then the answer is a line only.
 */
function homeOf({ do: name, on }: Action): CardRef | null {
  if ('matter' in on) {
    if (name === 'submit_draft' || name === 'withdraw_draft')
      return { kind: 'issue_form', matterId: on.matter }
    return { kind: 'approval', matterId: on.matter, draftRev: on.rev }
  }
  switch (name) {
    case 'sign_receipt':
    case 'submit_final':
    case 'report_first_response':
    case 'report_progress':
    case 'request_signoff':
      return { kind: 'slip', slipId: on.slip }
    default:
      return null
  }
}
