import { officeOnly, systemOnly } from './authority.ts'
import { deadlineOf, type Term } from './clocks.ts'
import type { MatterCommandOf } from './command.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { MatterEvent, MatterFact } from './event.ts'
import type { Draft, Matter } from './matter.ts'
import { endOfHold } from './quiet.ts'

/** 全网监测 by the office, and what time brings about when the office does not do what it owes. */
export const monitoringGate = {
  start_monitoring: (matter: Matter, context: Context): Stop | null =>
    officeOnly(matter.officeId, context) ??
    onlyIssued(matter) ??
    (matter.monitoring && !matter.monitoring.ended
      ? calm({
          code: 'already_monitored',
          by: nameOf(matter.monitoring.started.by),
          at: matter.monitoring.started.at,
        })
      : null),
  log_monitoring: (matter: Matter, context: Context): Stop | null =>
    officeOnly(matter.officeId, context) ??
    onlyIssued(matter) ??
    (matter.monitoring && !matter.monitoring.ended ? null : refuse({ code: 'not_monitored' })),
  end_monitoring: (matter: Matter, context: Context): Stop | null => {
    const stop = officeOnly(matter.officeId, context)
    if (stop) return stop
    const ended = matter.monitoring?.ended
    if (ended) return calm({ code: 'monitoring_ended', by: nameOf(ended.by), at: ended.at })
    return onlyIssued(matter) ?? (matter.monitoring ? null : refuse({ code: 'not_monitored' }))
  },
  climb_matter_rungs: (_: Matter, context: Context): Stop | null => systemOnly(context),
}

function onlyIssued({ status }: Matter): Stop | null {
  return status === 'issued' ? null : refuse({ code: 'matter_not_issued', status })
}

export function startMonitoring(every: Term, fact: MatterFact, context: Context): MatterEvent {
  return { ...fact, type: 'monitoring_started', every, next: nextEntry(every, context) }
}

/** 特别重大 and 重大 emergencies are watched from the first minute, without anybody asking for it. */
export function monitoringAtIssue(
  { category, level }: Pick<Draft, 'category' | 'level'>,
  fact: MatterFact,
  context: Context,
): readonly MatterEvent[] {
  const { every, categories, levels } = context.policy.monitoring
  return categories.includes(category) && levels.includes(level)
    ? [startMonitoring(every, fact, context)]
    : []
}

export function logMonitoring(
  { text, figures }: MatterCommandOf<'log_monitoring'>,
  { monitoring }: Matter,
  fact: MatterFact,
  context: Context,
): Decision {
  const every = monitoring?.every ?? context.policy.monitoring.every
  return done({ ...fact, type: 'monitoring_logged', text, figures, next: nextEntry(every, context) })
}

function nextEntry(every: Term, { now, calendar, policy }: Context) {
  return deadlineOf(every, now, calendar, policy.hours)
}

/** The reminders of this minute. One given before is left out; nothing left is quiet. */
export function climbMatterRungs(
  command: MatterCommandOf<'climb_matter_rungs'>,
  matter: Matter,
  fact: MatterFact,
  { now, calendar, policy }: Context,
): Decision {
  const rungs = command.rungs.filter(({ key }) => !(key in matter.rungs))
  if (rungs.length === 0) return calm({ code: 'rungs_already_climbed' })
  const urgent = matter.draft !== null && policy.urgentLevels.includes(matter.draft.level)
  const sendAt = urgent ? now : endOfHold(now, policy.quiet, calendar)
  return done({ ...fact, type: 'matter_rungs_climbed', rungs, sendAt })
}
