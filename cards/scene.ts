import type { Advice } from '../src/domain/advice.ts'
import type { Calendar } from '../src/domain/calendar.ts'
import type { Directory } from '../src/domain/directory.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import type { Policy } from '../src/domain/policy.ts'
import type { FieldProblem, Quiet, Refusal } from '../src/domain/refusal.ts'
import type { SimilarMatter } from '../src/domain/similar.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import type { FormAct, Subject } from './action.ts'
import type { FormValues } from './forms.ts'

/** All that a card may show, read before it is drawn. */
export interface Scene {
  readonly now: Instant
  readonly directory: Directory
  readonly calendar: Calendar
  readonly policy: Policy
  /** Feishu refused the text (sensitive words, DLP): the card goes out again without any free text, as an internal one. */
  readonly redacted: boolean
  /** The matter the card is about, with all its slips; null for answers that are about none. */
  readonly dossier: Dossier | null
  /** For lists: the slips the asker and the group may both see, and whether more went to the asker in private. */
  readonly list: {
    readonly slips: readonly Slip[]
    readonly total: number
    readonly pointer: boolean
    /** Which page these are, from 0, and how many there are; a list that has always fitted has one. */
    readonly page?: number
    readonly pages?: number
    /** For the office: matters it keeps in view without a slip (预警), or whose groups are still to be dissolved. */
    readonly kept?: readonly Matter[]
  } | null
  /** Matters that may be the same as this one, while it can still be merged. */
  readonly similar?: readonly SimilarMatter[]
  /** Of a batch that came in at once: its matters, as many as the card shows. */
  readonly batch?: readonly Matter[]
}

/** The card as it stands in the chat, or opened to one of its forms. */
export type Face = { readonly kind: 'plain' } | FormFace

export interface FormFace {
  readonly kind: 'form'
  readonly act: FormAct
  readonly on: Subject
  readonly nonce: string
  readonly values: FormValues
  /** Why the form came back, told at its top; null when it is freshly opened. */
  readonly trouble:
    | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
    | { readonly kind: 'refusal'; readonly refusal: Refusal }
    /** Somebody else was faster: what was typed is given back to its writer all the same. */
    | { readonly kind: 'quiet'; readonly quiet: Quiet }
    | { readonly kind: 'advice'; readonly advice: readonly Advice[] }
    | { readonly kind: 'fault'; readonly reference: string }
    | null
}

/** Card JSON 2.0, to be sent as it is. */
export type Card = { readonly schema: '2.0'; readonly [key: string]: unknown }

/**
 * A card, or the reason why there is nothing left to say (the slip was signed before its reminder went out).
 * `settled` is what a card of this reference that already stands in a chat turns into: without buttons, the fact in
 * their place; null when nothing is known of it any more.
 */
export type Drawing =
  | { readonly kind: 'card'; readonly card: Card }
  | {
      readonly kind: 'nothing'
      readonly why: 'settled' | 'superseded' | 'gone'
      readonly settled: Card | null
    }
