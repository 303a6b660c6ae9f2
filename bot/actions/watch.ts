import { readBodies } from '../../src/domain/directory.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { watchKinds } from '../../src/domain/watch.ts'
import { readAhead } from './conference.ts'
import type { FormAct } from './form-act.ts'

/** One card is sent to each, and all stand on the office's. */
const MOST_WATCHERS = 20

/** 登记预警: the watchers understood by name or alias, the end as a day or a length. */
export const fileWatch: FormAct = (values, about) => {
  const until = readAhead('until', values, about)
  const watchers = readBodies(values.watchers ?? '', about.context.directory)
  const kind = watchKinds.find((one) => one === values.watch_kind)
  const problems: FieldProblem[] = [
    ...(kind ? [] : [{ field: 'watch_kind', why: 'missing' } as const]),
    ...(watchers.ok
      ? watchers.units.length > MOST_WATCHERS
        ? [{ field: 'watchers', why: 'too_many_members', max: MOST_WATCHERS } as const]
        : []
      : [{ field: 'watchers', why: 'unknown_unit', typed: watchers.unknown, near: watchers.near } as const]),
    ...(until.ok ? [] : [until.problem]),
  ]
  if (problems.length > 0 || !kind || !watchers.ok || !until.ok) return problems
  return {
    type: 'file_watch',
    matterId: about.dossier.matter.id,
    about: {
      kind,
      subject: values.subject ?? '',
      risks: values.risks ?? '',
      watchers: watchers.units.map(({ id }) => id),
      until: until.value,
      preparation: values.preparation ?? null,
    },
  }
}

/** 续期. */
export const extendWatch: FormAct = (values, about) => {
  const until = readAhead('until', values, about)
  return until.ok
    ? {
        type: 'extend_watch',
        matterId: about.dossier.matter.id,
        until: until.value,
        reason: values.reason ?? '',
      }
    : [until.problem]
}

/** 解除, or 不予登记 of a proposal. */
export const liftWatch: FormAct = (values, { dossier }) => ({
  type: 'lift_watch',
  matterId: dossier.matter.id,
  reason: values.reason ?? '',
})
