import type { FormValues } from '../../cards/forms.ts'
import { closingOf } from '../../src/domain/calendar.ts'
import { deadlineOf } from '../../src/domain/clocks.ts'
import { readUnits } from '../../src/domain/directory.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { parseTerm } from '../../src/domain/term-text.ts'
import type { Instant } from '../../src/domain/time.ts'
import { type About, type FormAct, numberOf, slipIdOf, slipOf } from './form-act.ts'

/** 申请延期: until when, why, and what has been done. */
export const requestExtension: FormAct = (values, about) => {
  const until = readUntil('until', values, about)
  return until.ok
    ? {
        type: 'request_extension',
        slipId: slipIdOf(about),
        until: until.at,
        reason: values.reason ?? '',
        progress: values.progress ?? '',
      }
    : [until.problem]
}

/** 不同意 an extension; with a date it is granted, only shorter. */
export const refuseExtension: FormAct = (values, about) => {
  const until = values.until === undefined ? null : readUntil('until', values, about)
  if (until && !until.ok) return [until.problem]
  return {
    type: 'refuse_extension',
    slipId: slipIdOf(about),
    n: numberOf(about),
    reason: values.reason ?? '',
    until: until?.at ?? null,
  }
}

/** 申请退回: why it is not this unit's, by which division of duties, and whose it is. */
export const contest: FormAct = (values, about) => {
  const unit = readUnit(values, about)
  return unit.ok
    ? {
        type: 'contest',
        slipId: slipIdOf(about),
        reason: values.reason ?? '',
        basis: values.basis ?? '',
        proposed: unit.id,
      }
    : [unit.problem]
}

/** 改派. */
export const reassign: FormAct = (values, about) => {
  const unit = readUnit(values, about)
  return unit.ok
    ? { type: 'reassign', slipId: slipIdOf(about), n: numberOf(about), unitId: unit.id }
    : [unit.problem]
}

/** 不予退回. */
export const refuseContest: FormAct = (values, about) => ({
  type: 'refuse_contest',
  slipId: slipIdOf(about),
  n: numberOf(about),
  reason: values.reason ?? '',
})

/** 暂不具备条件: why, what was done all the same, and when it will be looked at again. */
export const requestDeferral: FormAct = (values, about) => {
  const recheck = readUntil('recheck', values, about)
  return recheck.ok
    ? {
        type: 'request_deferral',
        slipId: slipIdOf(about),
        recheckAt: recheck.at,
        reason: values.reason ?? '',
        progress: values.progress ?? '',
      }
    : [recheck.problem]
}

/** 不同意 a deferral. */
export const refuseDeferral: FormAct = (values, about) => ({
  type: 'refuse_deferral',
  slipId: slipIdOf(about),
  n: numberOf(about),
  reason: values.reason ?? '',
})

type Until =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly problem: FieldProblem }

/**
 * A date as typed. A length (`3个工作日`) is counted from the limit in force for an extension, and from today for a
 * re-check.
 */
function readUntil(field: 'until' | 'recheck', values: FormValues, about: About): Until {
  const { now, policy, calendar } = about.context
  const read = parseTerm(values[field] ?? '', now, (day) => closingOf(policy.hours, day))
  if (!read.ok) {
    const why = { past: 'past_term', too_long: 'too_long_term' } as const
    return {
      ok: false,
      problem: {
        field,
        why: read.why === 'past' || read.why === 'too_long' ? why[read.why] : 'unreadable_term',
      },
    }
  }
  const due = slipOf(about)?.clocks.find(({ name }) => name === 'feedback')?.deadline.at ?? now
  const start = field === 'until' ? Math.max(due, now) : now
  return { ok: true, at: deadlineOf(read.term, start, calendar, policy.hours).at }
}

type Unit =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly problem: FieldProblem }

function readUnit(values: FormValues, { context: { directory } }: About): Unit {
  const read = readUnits(values.unit ?? '', directory)
  if (!read.ok) {
    return {
      ok: false,
      problem: { field: 'unit', why: 'unknown_unit', typed: read.unknown, near: read.near },
    }
  }
  const [unit, ...others] = read.units
  return unit && others.length === 0
    ? { ok: true, id: unit.id }
    : { ok: false, problem: { field: 'unit', why: 'one_lead_only' } }
}
