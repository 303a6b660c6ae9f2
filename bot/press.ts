import { createHash } from 'node:crypto'
import {
  type Action,
  type FormAct,
  formActs,
  readAction,
  readListButton,
  type Subject,
} from '../cards/action.ts'
import type { FormValues } from '../cards/forms.ts'
import { readForm } from '../cards/read-form.ts'
import type { Face, FormFace } from '../cards/scene.ts'
import { sayRefusal } from '../cards/wording-refusals.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import type { Target } from '../src/domain/decide.ts'
import type { Person } from '../src/domain/directory.ts'
import { readMatterRef } from '../src/domain/numbering.ts'
import type { Policy } from '../src/domain/policy.ts'
import { isAboutRights, type Refusal } from '../src/domain/refusal.ts'
import { bearsSecrecyMark } from '../src/domain/secrecy.ts'
import type { Execute, Outcome } from '../src/execute.ts'
import { faultOf } from '../src/faults.ts'
import type { Clock, Database, InboxKey, Log, OpenForm } from '../src/ports.ts'
import { formTable, pressTable } from './actions/index.ts'
import type { InboundPress } from './feishu/inbound.ts'
import type { Reply } from './feishu/webhook.ts'
import { advisedOn, changeForm, givenBackTo, heldByAnother, newNonce, openedBy } from './form-session.ts'
import { homeOf } from './home-card.ts'
import { inTime } from './in-time.ts'
import { isKeptFrom } from './kept-from.ts'
import { pressList } from './press-list.ts'
import { dossierOf, type Render, standing } from './render.ts'
import { similarToTyped } from './similar.ts'
import { faultToast, toastOf, unknownAct, writingNow } from './toasts.ts'

const plain: Face = { kind: 'plain' }

export interface PressDeps {
  readonly db: Database
  readonly clock: Clock
  readonly execute: Execute
  readonly render: Render
  readonly policy: Policy
  readonly log: Log
}

interface Pressed {
  readonly press: InboundPress
  readonly action: Action
  readonly key: InboxKey
  readonly ref: CardRef | null
}

/**
 * A press on a card. Answered in the same request, since Feishu never sends a press again: whatever happens the person
 * reads a sentence, and what they typed comes back filled in.
 */
export function createPress(deps: PressDeps): (press: InboundPress) => Promise<Reply> {
  return (press) => {
    const ofList = readListButton(press)
    return inTime(ofList ? pressList(press, ofList, deps) : answer(press, deps))
  }
}

async function answer(press: InboundPress, deps: PressDeps): Promise<Reply> {
  const action = readAction(press)
  if (!action) return { toast: unknownAct }
  let pressed: Pressed = { press, action, key: press.key, ref: homeOf(action) }
  try {
    const posted = await deps.db.read.posted(press.messageId)
    // A button counts only on a card of its own matter, whatever the request claims.
    if (posted && posted.matterId !== matterOf(action.on)) return { toast: unknownAct }
    if (posted) pressed = { ...pressed, ref: posted.card }
    if (action.submit) return await submit(pressed, action, deps)
    if (action.do === 'back') return await closeForm(pressed, deps)
    return isFormAct(action.do)
      ? await openForm(pressed, action.do, deps)
      : await act(pressed, action.do, deps)
  } catch (error) {
    return await afterFault(pressed, error, deps)
  }
}

/** A button without a form. */
async function act(pressed: Pressed, name: keyof typeof pressTable, deps: PressDeps): Promise<Reply> {
  const { action, key, press } = pressed
  const command = pressTable[name](action.on, null)
  if (!command) return { toast: unknownAct }
  const now = deps.clock.now()
  const seen: { writing: OpenForm | null } = { writing: null }
  const outcome = await deps.execute({
    keys: [key],
    who: press.operator,
    wish: {
      type: command.type,
      on: targetOf(action.on),
      make: (dossier) => pressTable[name](action.on, dossier),
    },
    also: async (tx, settled, person) => {
      const posted = await tx.lockPosted(press.messageId)
      seen.writing = posted && heldByAnother(posted.form, person, now)
      if (posted && settled.kind === 'done') await tx.markRedraw(posted.id)
    },
  })
  const toast = toastOf(outcome, command.type, now)
  if (isNotTheirs(outcome)) return { toast }
  return seen.writing ? { toast } : { toast, ...(await drawn(pressed, plain, deps)) }
}

/** 提交反馈 and the like: the card turns to its form, unless somebody else is writing in it. */
async function openForm(pressed: Pressed, name: FormAct, deps: PressDeps): Promise<Reply> {
  const { action, key, press } = pressed
  const now = deps.clock.now()
  const nonce = newNonce()
  const seen: { writing: OpenForm | null } = { writing: null }
  const outcome = await deps.execute({
    keys: [key],
    who: press.operator,
    wish: {
      type: name,
      on: targetOf(action.on),
      make: () => null,
    },
    also: async (tx, settled, person) => {
      if (settled.kind === 'done') {
        seen.writing = await changeForm(tx, press.messageId, person, now, (by) =>
          openedBy(by, name, targetOf(action.on), nonce, now),
        )
      } else {
        seen.writing = heldByAnother((await tx.lockPosted(press.messageId))?.form ?? null, person, now)
      }
    },
  })
  if (outcome.kind === 'done' && seen.writing) return { toast: writingNow(seen.writing.name) }
  if (outcome.kind === 'done') {
    return drawn(pressed, { kind: 'form', act: name, on: action.on, nonce, values: {}, trouble: null }, deps)
  }
  const toast = toastOf(outcome, name, now)
  if (isNotTheirs(outcome)) return { toast }
  return seen.writing ? { toast } : { toast, ...(await drawn(pressed, plain, deps)) }
}

/** The submit of a form. One nonce, one effect: a second press after a time-out changes nothing. */
async function submit(pressed: Pressed, action: Action & { submit: true }, deps: PressDeps): Promise<Reply> {
  const { key, press } = pressed
  const now = deps.clock.now()
  const { values, problems } = readForm(action.do, press.form ?? {})
  if (bearsSecrecyMark(Object.values(values).join('\n'))) return refuseSecret(pressed, deps)
  const nonce = newNonce()
  const seen: { writing: OpenForm | null } = { writing: null }
  const on = targetOf(action.on)
  const similar = action.do === 'submit_draft' ? await similarToTyped(values, on, deps) : []
  const outcome = await deps.execute({
    keys: [key, nonceKey(action, values, press)],
    who: press.operator,
    wish: {
      type: action.do,
      on,
      make: (dossier, context) =>
        problems.length > 0 || !dossier
          ? problems
          : formTable[action.do](values, { on: action.on, dossier, context, similar }),
      ...(action.do === 'merge_matter' ? { main: readMatterRef(values.into ?? '') ?? undefined } : {}),
      heard: (tx, person) => advisedOn(tx, press.messageId, person, action.do, on, now),
    },
    also: async (tx, settled, person) => {
      if (settled.kind === 'refused' && (isAboutRights(settled.refusal) || isUnknown(settled.refusal))) return
      const before = await advisedOn(tx, press.messageId, person, action.do, on, now)
      const given = settled.kind === 'advised' ? settled.advice.map(({ code }) => code) : []
      const advised = [...new Set([...(before ?? []), ...given])]
      const again =
        settled.kind === 'done' ? null : (by: Person) => givenBackTo(by, action.do, on, nonce, now, advised)
      seen.writing = await changeForm(tx, press.messageId, person, now, again)
    },
  })
  const toast = toastOf(outcome, action.do, now)
  const trouble = troubleIn(outcome)
  if (trouble === 'not_theirs' || seen.writing) return { toast }
  if (trouble === null) return { toast, ...(await drawn(pressed, plain, deps)) }
  const face: FormFace = { kind: 'form', act: action.do, on: action.on, nonce, values, trouble }
  return { toast, ...(await drawn(pressed, face, deps)) }
}

/** Nothing of it is kept, not even that it was pressed; the card stands as before, without what was typed. */
async function refuseSecret(pressed: Pressed, deps: PressDeps): Promise<Reply> {
  const content = sayRefusal({ code: 'secret_text' }, deps.clock.now())
  return { toast: { type: 'warning', content }, ...(await drawn(pressed, plain, deps)) }
}

/**
 * The same words by the same person on the same form are one submit, however often it is pressed. A colleague who
 * writes on the form that stands for all, or a corrected text, is another.
 */
function nonceKey(
  action: Action & { submit: true },
  values: FormValues,
  { operator }: InboundPress,
): InboxKey {
  const who = operator.openId ?? operator.unionId ?? operator.userId ?? ''
  const words = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16)
  return `n:${action.do}/${subjectOf(action.on)}/${action.nonce}/${who}/${words}`
}

/** Why a submitted form comes back, filled as it was; null when it was taken, now or by an earlier press of the same one. */
function troubleIn(outcome: Outcome): FormFace['trouble'] | 'not_theirs' {
  if (outcome.kind === 'quiet') return { kind: 'quiet', quiet: outcome.quiet }
  if (outcome.kind === 'advised') return { kind: 'advice', advice: outcome.advice }
  if (isNotTheirs(outcome)) return 'not_theirs'
  if (outcome.kind !== 'refused') return null
  const { refusal } = outcome
  return refusal.code === 'form_incomplete'
    ? { kind: 'problems', problems: refusal.problems }
    : { kind: 'refusal', refusal }
}

/** Who has no right learns nothing from the card, and changes nothing for those who are using it. */
function isNotTheirs(outcome: Outcome): boolean {
  return outcome.kind === 'refused' && isAboutRights(outcome.refusal)
}

function isUnknown({ code }: Refusal): boolean {
  return code === 'not_found'
}

/** 返回: the form is given up and the card stands as before. */
async function closeForm(pressed: Pressed, deps: PressDeps): Promise<Reply> {
  const { press, key, ref } = pressed
  const { read } = deps.db
  if (ref && (await isKeptFrom(press.operator, await dossierOf(ref, read), read))) return {}
  const seen: { writing: OpenForm | null } = { writing: null }
  const outcome = await deps.execute({
    keys: [key],
    who: press.operator,
    wish: null,
    also: async (tx, _, person) => {
      seen.writing = await changeForm(tx, press.messageId, person, deps.clock.now(), null)
    },
  })
  if (isNotTheirs(outcome)) return { toast: unknownAct }
  return seen.writing ? { toast: writingNow(seen.writing.name) } : drawn(pressed, plain, deps)
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

async function drawn({ ref, press }: Pressed, face: Face, { render, db }: PressDeps): Promise<Reply> {
  if (!ref) return {}
  const { drawing, dossier } = await render(ref, face)
  // To whom it does not exist, not even the card they claim to have pressed is drawn.
  if (await isKeptFrom(press.operator, dossier, db.read)) return {}
  const card = standing(drawing)
  return card ? { card } : {}
}

function isFormAct(name: string): name is FormAct {
  return formActs.some((one) => one === name)
}

function targetOf(on: Subject): Target {
  return 'matter' in on ? { matterId: on.matter } : { slipId: on.slip }
}

/** Slips carry their matter's id and a count. */
function matterOf(on: Subject): string {
  return 'matter' in on ? on.matter : on.slip.replace(/-\d+$/, '')
}

function subjectOf(on: Subject): string {
  return 'matter' in on ? on.matter : on.slip
}
