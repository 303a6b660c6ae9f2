import type { Calendar } from './calendar.ts'
import { addWorkdaysAt, type Deadline } from './clocks.ts'
import { recheckOf } from './decide-deferral.ts'
import type { ClimbedRung } from './event.ts'
import { paperLimits } from './papers.ts'
import type { Rung, RungOffset } from './policy.ts'
import { runningClocks, type Slip, type SlipClock } from './slip.ts'
import { type Instant, MINUTE } from './time.ts'

/** When a rung is due on this clock. */
export function rungInstant(offset: RungOffset, clock: SlipClock, slip: Slip, calendar: Calendar): Instant {
  return instantFrom(offset, clock.deadline, slip, calendar)
}

function instantFrom(
  offset: RungOffset,
  { start, at }: Pick<Deadline, 'start' | 'at'>,
  slip: Slip,
  calendar: Calendar,
): Instant {
  if ('share' in offset) return start + Math.round((at - start) * offset.share)
  if ('minutes' in offset) return at + offset.minutes * MINUTE
  return addWorkdaysAt(at, offset.workdays, calendar, slip.policy.hours)
}

interface PlannedRung extends ClimbedRung {
  readonly rung: Rung
}

/** The rungs of the running clocks that were not climbed yet, by when they are due. */
function plannedRungs(slip: Slip, calendar: Calendar): readonly PlannedRung[] {
  const ofClocks = runningClocks(slip).flatMap((clock) =>
    slip.policy.ladder
      .filter((rung) => rung.clock === clock.name)
      .map((rung) => ({
        rung,
        key: `${rung.id}@${clock.since}`,
        rungId: rung.id,
        due: rungInstant(rung.offset, clock, slip, calendar),
      }))
      // A reminder ahead of time that would fall before the slip existed has nobody to help.
      .filter(({ rung, due }) => rung.act !== 'remind' || due > clock.deadline.start),
  )
  return [...ofClocks, ...rungsOfPapers(slip, calendar)]
    .filter(({ key }) => !(key in slip.rungs))
    .sort((a, b) => a.due - b.due)
}

/** A paper climbs once by each rung, whatever later limits it is given; its key counts the paper. */
function rungsOfPapers(slip: Slip, calendar: Calendar): readonly PlannedRung[] {
  return paperLimits(slip).flatMap((limit) =>
    slip.policy.ladder
      .filter((rung) => rung.clock === limit.name)
      .map((rung) => ({
        rung,
        key: `${rung.id}@${limit.n}`,
        rungId: rung.id,
        due: instantFrom(rung.offset, limit, slip, calendar),
      }))
      .filter(({ rung, due }) => rung.act !== 'remind' || due > limit.start),
  )
}

/** The rung of that name, as the slip was issued with it. */
export function rungOf({ policy }: Slip, rungId: string): Rung | undefined {
  return policy.ladder.find(({ id }) => id === rungId)
}

/** Which rungs are due by now: the question is never whether a certain minute was watched, so a missed night is caught up. */
export function dueRungs(slip: Slip, calendar: Calendar, now: Instant): readonly ClimbedRung[] {
  return plannedRungs(slip, calendar)
    .filter(({ due }) => due <= now)
    .map(({ key, rungId, due }) => ({ key, rungId, due }))
}

/** The next instant at which the sweep has something to do on this slip; null when never. */
export function nextLookAt(slip: Slip, calendar: Calendar): Instant | null {
  const looks = [plannedRungs(slip, calendar)[0]?.due, recheckOf(slip)].filter((at) => typeof at === 'number')
  return looks.length > 0 ? Math.min(...looks) : null
}

/** Of the clocks still running, the rung climbed last, by its key: its message speaks for all before it. */
export function latestRung(slip: Slip): string | null {
  const running = new Set(runningClocks(slip).map(({ since, name }) => `${name}@${since}`))
  const clockOfRung = (key: string) => {
    const [id, since] = key.split('@')
    return `${slip.policy.ladder.find((rung) => rung.id === id)?.clock}@${since}`
  }
  const order = (key: string) => slip.policy.ladder.findIndex(({ id }) => id === key.split('@')[0])
  const [last] = Object.entries(slip.rungs)
    .filter(([key]) => running.has(clockOfRung(key)))
    .sort(([a, at], [b, bt]) => bt - at || order(b) - order(a))
  return last?.[0] ?? null
}

/** The gravest of the rungs climbed together, of equal ones the later: one message says it all. */
export function gravest(slip: Slip, rungs: readonly ClimbedRung[]): Rung | undefined {
  const weight = { remind: 0, repeat: 0, urge: 1, report: 1, escalate: 2, accuse: 3 } as const
  return rungs
    .flatMap(({ rungId }) => slip.policy.ladder.filter((rung) => rung.id === rungId))
    .reduce<Rung | undefined>(
      (top, rung) => (top && weight[top.act] > weight[rung.act] ? top : rung),
      undefined,
    )
}
