import type { Subject } from '../../cards/action.ts'
import type { FormValues } from '../../cards/forms.ts'
import { closingOf } from '../../src/domain/calendar.ts'
import type { Term } from '../../src/domain/clocks.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Context } from '../../src/domain/decision.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { slipIn } from '../../src/domain/dossier.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import type { SimilarMatter } from '../../src/domain/similar.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import type { Advised } from '../../src/execute.ts'

/** What the values of a form mean: the command, with what had better be pointed out first, or what is wrong with them. */
export type FormAct = (values: FormValues, about: About) => Command | Advised | readonly FieldProblem[]

export interface About {
  readonly on: Subject
  readonly dossier: Dossier
  readonly context: Context
  /** Matters that may be the same as what was typed; read only where the act wants them. */
  readonly similar?: readonly SimilarMatter[]
}

export function slipOf({ on, dossier }: About): Slip | undefined {
  return 'slip' in on ? slipIn(dossier, on.slip) : undefined
}

export function slipIdOf({ on }: About): string {
  return 'slip' in on ? on.slip : ''
}

/** The number of the paper that the button is about. */
export function numberOf({ on }: About): number {
  return on.n ?? 0
}

/** A limit as typed; empty takes the policy's. */
export function readTerm(
  text: string | undefined,
  { context }: About,
):
  | { readonly ok: true; readonly term: Term | null }
  | { readonly ok: false; readonly problem: FieldProblem } {
  if (text === undefined) return { ok: true, term: null }
  const read = parseTerm(text, context.now, (day) => closingOf(context.policy.hours, day))
  if (read.ok) return read
  const why = {
    past: 'past_term',
    too_long: 'too_long_term',
    unreadable: 'unreadable_term',
    not_a_day: 'unreadable_term',
  } as const
  return { ok: false, problem: { field: 'term', why: why[read.why] } }
}
