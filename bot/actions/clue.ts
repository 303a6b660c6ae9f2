import { readBodies } from '../../src/domain/directory.ts'
import { isWebLink } from '../../src/domain/intake.ts'
import { maskPersonalNumbers } from '../../src/domain/personal-numbers.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { type FormAct, slipIdOf } from './form-act.ts'

const MOST_RECEIVERS = 3

/** 线索移交: what was found, how it was secured, and to whom it goes, by name or alias. */
export const handOverClue: FormAct = (values, about) => {
  const receivers = readBodies(values.receivers ?? '', about.context.directory)
  const link = values.link ?? null
  const problems: FieldProblem[] = [
    ...(receivers.ok
      ? receivers.units.length > MOST_RECEIVERS
        ? [{ field: 'receivers', why: 'too_many_units', max: MOST_RECEIVERS } as const]
        : []
      : [
          {
            field: 'receivers',
            why: 'unknown_unit',
            typed: receivers.unknown,
            near: receivers.near,
          } as const,
        ]),
    ...(link !== null && !isWebLink(link) ? [{ field: 'link', why: 'not_a_link' } as const] : []),
  ]
  if (problems.length > 0 || !receivers.ok) return problems
  return {
    type: 'hand_over_clue',
    slipId: slipIdOf(about),
    what: maskPersonalNumbers(values.clue ?? ''),
    link,
    evidence: maskPersonalNumbers(values.evidence ?? ''),
    to: receivers.units.map(({ id }) => id),
  }
}
