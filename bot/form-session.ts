import { randomBytes } from 'node:crypto'
import type { FormAct } from '../cards/action.ts'
import type { AdviceCode } from '../src/domain/advice.ts'
import type { Target } from '../src/domain/decide.ts'
import type { Person } from '../src/domain/directory.ts'
import { type Instant, MINUTE } from '../src/domain/time.ts'
import type { OpenForm, Tx } from '../src/ports.ts'

/** How long an opened form is kept from being redrawn under its writer's hands. */
const FORM_TIME = 15 * MINUTE

/** The form that somebody else is writing in on this card; null when the card is free for this person. */
export function heldByAnother(form: OpenForm | null, person: Person | null, now: Instant): OpenForm | null {
  return form !== null && form.until > now && form.by !== person?.openId ? form : null
}

export function openedBy(person: Person, act: FormAct, on: Target, nonce: string, now: Instant): OpenForm {
  return { act, on, by: person.openId, name: person.name, nonce, until: now + FORM_TIME }
}

/** `advised` is what has been pointed out to this person by now; a refusal in between does not make it new. */
export function givenBackTo(
  person: Person,
  act: FormAct,
  on: Target,
  nonce: string,
  now: Instant,
  advised: readonly AdviceCode[],
): OpenForm {
  return {
    ...openedBy(person, act, on, nonce, now),
    givenBack: true,
    ...(advised.length === 0 ? {} : { advised }),
  }
}

/**
 * The advice this person has had on this card's form. Null where it could not be remembered, on a card that is not
 * known yet or in which somebody else writes: then there is nowhere to give it.
 */
export async function advisedOn(
  tx: Tx,
  messageId: string,
  person: Person | null,
  act: FormAct,
  on: Target,
  now: Instant,
): Promise<readonly AdviceCode[] | null> {
  const posted = await tx.lockPosted(messageId)
  if (!posted || heldByAnother(posted.form, person, now)) return null
  const { form } = posted
  const same = form?.by === person?.openId && form?.act === act && isSame(form.on, on)
  return same ? (form.advised ?? []) : []
}

function isSame(one: Target, other: Target): boolean {
  return 'slipId' in one
    ? 'slipId' in other && one.slipId === other.slipId
    : 'matterId' in other && one.matterId === other.matterId
}

/** Letters and digits: the nonce travels in a button's name. */
export function newNonce(): string {
  return randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x')
}

/**
 * Puts a form on the posted card, or takes it off, and has the card redrawn when that is over.
 * Gives the form of somebody else instead when they are writing: then nothing changes.
 */
export async function changeForm(
  tx: Tx,
  messageId: string,
  person: Person | null,
  now: Instant,
  change: ((person: Person) => OpenForm) | null,
): Promise<OpenForm | null> {
  const posted = await tx.lockPosted(messageId)
  const other = posted && heldByAnother(posted.form, person, now)
  if (!posted || other) return other
  await tx.setForm(posted.id, change && person ? change(person) : null)
  await tx.markRedraw(posted.id)
  return null
}
