import {
  backIntoOfficeTime,
  type Calendar,
  closingOf,
  intoOfficeTime,
  type OfficeHours,
  periodsOf,
} from './calendar.ts'
import {
  addDays,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  nextDay,
  type TimeOfDay,
  timeOfDay,
  yearOf,
} from './time.ts'

/**
 * How long a unit is given.
 * `workdays` ends at closing time of the n-th working day after the day of the start, `days` of the n-th day whatever
 * it is; `hours` and `minutes` run day
 * and night; `work_hours` are counted inside office hours only; `until` is a moment somebody named.
 */
export type Term =
  | { readonly kind: 'workdays'; readonly n: number }
  | { readonly kind: 'hours'; readonly n: number }
  | { readonly kind: 'minutes'; readonly n: number }
  | { readonly kind: 'work_hours'; readonly n: number }
  | { readonly kind: 'days'; readonly n: number }
  | { readonly kind: 'until'; readonly at: Instant }

/** One line of 为什么是这个时限: a fact, in the order it was reckoned. The cards word it. */
export type DerivationStep =
  | { readonly kind: 'starts'; readonly at: Instant }
  | { readonly kind: 'named'; readonly at: Instant }
  | { readonly kind: 'natural'; readonly n: number; readonly unit: 'hours' | 'minutes' }
  /** The start lay outside office hours: counting begins at this opening. */
  | { readonly kind: 'opens'; readonly day: Day; readonly time: TimeOfDay }
  /** Consecutive rest days of one reason: the weekend, or the festival of that name. */
  | { readonly kind: 'skipped'; readonly days: readonly Day[]; readonly why: SkipReason }
  /** The day that follows is worked in exchange (调休上班) for this festival. */
  | { readonly kind: 'makeup'; readonly day: Day; readonly name: string }
  | { readonly kind: 'workday'; readonly n: number; readonly day: Day }
  /** The n-th day after the day of the start, rest days counted. */
  | { readonly kind: 'calendar_day'; readonly n: number; readonly day: Day }
  | { readonly kind: 'closes'; readonly day: Day; readonly time: TimeOfDay }
  | {
      readonly kind: 'worked'
      readonly day: Day
      readonly from: TimeOfDay
      readonly to: TimeOfDay
      readonly minutes: number
    }
  /** From here on the holiday notice of this year is unknown, and Monday to Friday are assumed. */
  | { readonly kind: 'year_uncovered'; readonly year: number }

export type SkipReason = 'weekend' | { readonly festival: string }

export interface Deadline {
  readonly at: Instant
  readonly term: Term
  readonly start: Instant
  readonly steps: readonly DerivationStep[]
}

/** Ten years: beyond it a term is a mistake of the caller. */
const LONGEST_MINUTES = 10 * 366 * 24 * 60

/**
 * When a term given at `start` runs out, with its derivation.
 * Throws RangeError for a term that is no length of time: not above zero, endless, or a broken number of working days.
 */
export function deadlineOf(term: Term, start: Instant, calendar: Calendar, hours: OfficeHours): Deadline {
  switch (term.kind) {
    case 'until':
      return {
        at: term.at,
        term,
        start,
        steps: [
          { kind: 'starts', at: start },
          { kind: 'named', at: term.at },
        ],
      }
    case 'days': {
      const day = addDays(dayOf(start), lengthOf(term.n, 1))
      const time = closingOf(hours, day)
      return {
        at: instantOf(day, time),
        term,
        start,
        steps: [
          { kind: 'starts', at: start },
          { kind: 'calendar_day', n: term.n, day },
          { kind: 'closes', day, time },
        ],
      }
    }
    case 'hours':
    case 'minutes': {
      const at = start + lengthOf(term.n, term.kind === 'hours' ? HOUR : MINUTE)
      return {
        at,
        term,
        start,
        steps: [
          { kind: 'starts', at: start },
          { kind: 'natural', n: term.n, unit: term.kind },
        ],
      }
    }
    case 'workdays':
      return inWorkdays(term, start, calendar, hours)
    case 'work_hours':
      return inWorkHours(term, start, calendar, hours)
  }
}

function lengthOf(n: number, unit: number): number {
  const length = Math.round(n * unit)
  if (!(length > 0 && length <= LONGEST_MINUTES * MINUTE)) throw new RangeError(`not a length of time: ${n}`)
  return length
}

function inWorkdays(
  term: Term & { kind: 'workdays' },
  start: Instant,
  calendar: Calendar,
  hours: OfficeHours,
): Deadline {
  if (!Number.isInteger(term.n) || term.n < 1) throw new RangeError(`not a count of working days: ${term.n}`)
  const last = calendar.addWorkdays(dayOf(start), term.n)
  const walk = walkFrom(start, calendar)
  let n = 0
  let day = dayOf(start)
  while (day < last) {
    day = nextDay(day)
    if (walk.enters(day)) walk.steps.push({ kind: 'workday', n: ++n, day })
  }
  const time = closingOf(hours, last)
  walk.steps.push({ kind: 'closes', day: last, time })
  return { at: instantOf(last, time), term, start, steps: walk.steps }
}

function inWorkHours(
  term: Term & { kind: 'work_hours' },
  start: Instant,
  calendar: Calendar,
  hours: OfficeHours,
): Deadline {
  let left = Math.max(1, Math.round(lengthOf(term.n, HOUR) / MINUTE))
  // Counted in whole minutes from the next full one, so that what is printed adds up and nobody loses the begun minute.
  const from = Math.ceil(start / MINUTE) * MINUTE
  const walk = walkFrom(start, calendar)
  let at = from
  for (let day = dayOf(from), counting = false; left > 0; day = nextDay(day)) {
    if (!walk.enters(day)) continue
    for (const period of periodsOf(hours, day)) {
      const opens = Math.max(instantOf(day, period.from), from)
      const minutes = Math.min(left, (instantOf(day, period.to) - opens) / MINUTE)
      if (minutes <= 0 || left === 0) continue
      if (!counting && opens > from) walk.steps.push({ kind: 'opens', day, time: period.from })
      counting = true
      at = opens + minutes * MINUTE
      const whole = minutes < left || at === instantOf(day, period.to)
      const to = whole ? period.to : timeOfDay(at)
      walk.steps.push({ kind: 'worked', day, from: timeOfDay(opens), to, minutes })
      left -= minutes
    }
  }
  return { at, term, start, steps: walk.steps }
}

/** Walks day by day, noting rest days in groups, make-up days, and years whose notice is missing. */
function walkFrom(start: Instant, calendar: Calendar) {
  const steps: DerivationStep[] = [{ kind: 'starts', at: start }]
  const uncovered = new Set<number>()
  /** Whether the day is worked; notes what is special about it. */
  const enters = (day: Day): boolean => {
    const year = yearOf(day)
    if (!calendar.covers(year) && !uncovered.has(year)) {
      uncovered.add(year)
      steps.push({ kind: 'year_uncovered', year })
    }
    if (calendar.isWorkday(day)) {
      if (calendar.isMakeup(day)) steps.push({ kind: 'makeup', day, name: calendar.nameOf(day) ?? '' })
      return true
    }
    const festival = calendar.nameOf(day)
    const last = steps.at(-1)
    const lastFestival = last?.kind === 'skipped' && last.why !== 'weekend' ? last.why.festival : undefined
    if (last?.kind === 'skipped' && lastFestival === festival) {
      steps[steps.length - 1] = { ...last, days: [...last.days, day] }
    } else {
      steps.push({ kind: 'skipped', days: [day], why: festival === undefined ? 'weekend' : { festival } })
    }
    return false
  }
  return { steps, enters }
}

/**
 * The instant a derivation leads to, reckoned from its lines alone, as a person with pencil and paper would.
 * Throws RangeError for lines that lead nowhere.
 */
export function derivedInstant(steps: readonly DerivationStep[]): Instant {
  let at: Instant | undefined
  let counted: Day | undefined
  for (const step of steps) {
    switch (step.kind) {
      case 'starts':
      case 'named':
        at = step.at
        break
      case 'natural':
        at = (at ?? Number.NaN) + Math.round(step.n * (step.unit === 'hours' ? HOUR : MINUTE))
        break
      case 'workday':
      case 'calendar_day':
        counted = step.day
        break
      case 'closes':
        at = counted === undefined ? undefined : instantOf(counted, step.time)
        break
      case 'worked':
        at = instantOf(step.day, step.from) + step.minutes * MINUTE
        break
      case 'opens':
      case 'skipped':
      case 'makeup':
      case 'year_uncovered':
        break
    }
  }
  if (at === undefined || Number.isNaN(at)) throw new RangeError('a derivation that leads nowhere')
  return at
}

/**
 * Working days after `a` up to and including `b`, so that it undoes `addWorkdays`; negative when `b` is before `a`
 * (working days before `a`, from `b` on).
 */
export function workdaysBetween(a: Day, b: Day, calendar: Calendar): number {
  const forward = b >= a
  let count = 0
  for (let day = a; day !== b; ) {
    day = addDays(day, forward ? 1 : -1)
    if (calendar.isWorkday(day)) count++
  }
  return forward || count === 0 ? count : -count
}

/** Minutes inside office hours between two instants (a fraction for broken minutes); 0 when `b` is not after `a`. */
export function workMinutesBetween(a: Instant, b: Instant, calendar: Calendar, hours: OfficeHours): number {
  let length = 0
  for (let day = dayOf(a); a < b && day <= dayOf(b); day = nextDay(day)) {
    if (!calendar.isWorkday(day)) continue
    for (const { from, to } of periodsOf(hours, day)) {
      length += Math.max(0, Math.min(b, instantOf(day, to)) - Math.max(a, instantOf(day, from)))
    }
  }
  return length / MINUTE
}

/**
 * The instant n working days after `start` (before it, when n is negative) at the same time of day, for reminders and
 * 催办. A time of day outside office hours moves away from `start`, never nearer: a notice "one working day ahead"
 * of a limit at 20:00 falls at closing time of the working day before, one "a working day later" at the opening after.
 * With n = 0 it is `start`, moved to the next opening if need be.
 */
export function addWorkdaysAt(start: Instant, n: number, calendar: Calendar, hours: OfficeHours): Instant {
  if (n === 0) return intoOfficeTime(start, calendar, hours)
  const there =
    instantOf(calendar.addWorkdays(dayOf(start), n), '00:00') + (start - instantOf(dayOf(start), '00:00'))
  return n < 0 ? backIntoOfficeTime(there, calendar, hours) : intoOfficeTime(there, calendar, hours)
}
