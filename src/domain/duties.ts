import { conferencesOf } from './conference.ts'
import type { Matter } from './matter.ts'
import { DAY, type Instant } from './time.ts'

/** What the office itself may owe on a matter. */
export const dutyNames = ['formal_slip', 'monitoring', 'watch', 'group'] as const
export type DutyName = (typeof dutyNames)[number]

/**
 * Something the office owes by a time. `since` is the matter's revision at which it was (re)started and names its
 * reminders, as with the clocks of a slip. A duty not done is spoken of at `due` and again every `again`
 * milliseconds; with `most`, so many times, the last of them to 市政府办 as well.
 */
export interface OfficeDuty {
  readonly name: DutyName
  readonly since: number
  readonly due: Instant
  readonly again: number
  readonly most: number | null
}

/** A reminder to the office: the n-th, counted from 0, of the duty that started at that revision. */
export interface MatterRung {
  /** `monitoring.0@7`: exists once per matter. */
  readonly key: string
  readonly duty: DutyName
  readonly n: number
  readonly due: Instant
  /** Of a duty that is spoken of so many times only: the last, told to 市政府办 as well. */
  readonly last: boolean
}

/** What the office owes on this matter, the nearest first. A matter that is over leaves nothing to do but its groups. */
export function dutiesOf(matter: Matter): readonly OfficeDuty[] {
  const running = matter.status === 'issued' ? [...formalDuty(matter), ...monitoringDuty(matter)] : []
  return [...running, ...watchDuty(matter), ...groupDuties(matter)].sort((a, b) => a.due - b.due)
}

/** Reminded of however far the approval has got: a paper that waits for 签发 is owed all the same. */
function formalDuty({ formal }: Matter): readonly OfficeDuty[] {
  if (!formal || formal.issued) return []
  const { owed, since, again, times } = formal
  return [{ name: 'formal_slip', since, due: owed.at, again, most: times }]
}

/** 关注至 has come: assign it, go on, or lift it. Asked every day, for nothing else would end it. */
function watchDuty({ watch, status }: Matter): readonly OfficeDuty[] {
  if (!watch?.about || !watch.accepted || watch.lifted || status !== 'registered') return []
  return [{ name: 'watch', since: watch.since, due: watch.about.until, again: DAY, most: null }]
}

/** A group made for one matter goes when its day has come, also after the matter is closed. */
function groupDuties(matter: Matter): readonly OfficeDuty[] {
  return conferencesOf(matter).flatMap(({ n, group, groupDissolved }): OfficeDuty[] =>
    group && !groupDissolved
      ? [{ name: 'group', since: n, due: group.dissolveBy, again: 7 * DAY, most: null }]
      : [],
  )
}

function monitoringDuty({ monitoring }: Matter): readonly OfficeDuty[] {
  if (!monitoring || monitoring.ended) return []
  const { since, next } = monitoring
  return [{ name: 'monitoring', since, due: next.at, again: next.at - next.start, most: null }]
}

/**
 * The reminders due by now, at most one a duty: those that a missed night left behind are said together by the
 * latest.
 */
export function dueMatterRungs(matter: Matter, now: Instant): readonly MatterRung[] {
  return dutiesOf(matter).flatMap((duty): MatterRung[] => {
    const next = nextOf(duty, matter)
    if (next === null || instantOfRung(duty, next) > now) return []
    const passed = Math.floor((now - duty.due) / duty.again)
    const n = duty.most === null ? passed : Math.min(passed, duty.most - 1)
    const last = duty.most !== null && n === duty.most - 1
    return [{ key: rungKey(duty, n), duty: duty.name, n, due: instantOfRung(duty, n), last }]
  })
}

/** The next instant at which the sweep has something to say about this matter; null when never. */
export function matterLookAt(matter: Matter): Instant | null {
  const looks = dutiesOf(matter).flatMap((duty) => {
    const next = nextOf(duty, matter)
    return next === null ? [] : [instantOfRung(duty, next)]
  })
  return looks.length > 0 ? Math.min(...looks) : null
}

/** The reminder still speaks of something owed, and none was given since. */
export function rungBinds(matter: Matter, key: string): boolean {
  return dutiesOf(matter).some((duty) => {
    const next = nextOf(duty, matter)
    const last = next === null ? (duty.most ?? 0) - 1 : next - 1
    return key === rungKey(duty, last)
  })
}

function rungKey({ name, since }: OfficeDuty, n: number): string {
  return `${name}.${n}@${since}`
}

/** The name of the duty, and the count, that a key stands for. */
export function readRungKey(key: string): { readonly duty: DutyName; readonly n: number } | null {
  const [, name, n] = /^([a-z_]+)\.(\d+)@\d+$/.exec(key) ?? []
  const duty = dutyNames.find((one) => one === name)
  return duty ? { duty, n: Number(n) } : null
}

function instantOfRung({ due, again }: OfficeDuty, n: number): Instant {
  return due + n * again
}

/** The count of the next reminder of this duty; null when all were given. */
function nextOf(duty: OfficeDuty, { rungs }: Matter): number | null {
  const given = Object.keys(rungs).flatMap((key) => {
    const [, n] = new RegExp(`^${duty.name}\\.(\\d+)@${duty.since}$`).exec(key) ?? []
    return n === undefined ? [] : [Number(n)]
  })
  const next = Math.max(-1, ...given) + 1
  return duty.most !== null && next >= duty.most ? null : next
}
