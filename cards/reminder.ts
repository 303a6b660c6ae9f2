import { latestRung, rungInstant } from '../src/domain/ladder.ts'
import type { Rung } from '../src/domain/policy.ts'
import { isOpen, openSupervision, runningClocks, type Slip, type SlipClock } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { button, type Element, hr, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { askOf } from './slip.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, itemUnless } from './slip-parts.ts'
import {
  colourOf,
  hiddenFromUnit,
  lateClocks,
  noOf,
  officeName,
  onSlip,
  owesFirstResponse,
  stateWord,
  supervisionName,
} from './view.ts'
import { reminderLines } from './wording-sentences.ts'

/** What a reminder is about: a clock the unit still runs against, or why there is nothing to remind of. */
export type ReminderState =
  | { readonly kind: 'due'; readonly clocks: readonly SlipClock[]; readonly rung: Rung | null }
  | { readonly kind: 'over'; readonly why: 'settled' | 'superseded' }

/** `rungKey` names the rung and the revision its clock started at; null when the office reminds by hand. */
export function reminderState(slip: Slip, rungKey: string | null, now: Instant): ReminderState {
  const over = (why: 'settled' | 'superseded'): ReminderState => ({ kind: 'over', why })
  if (!isOpen(slip)) return over('settled')
  if (rungKey === null) {
    const clocks = runningClocks(slip)
    return slip.status === 'under_review' || clocks.length === 0
      ? over('settled')
      : { kind: 'due', clocks, rung: null }
  }
  const [rungId, since] = rungKey.split('@')
  const rung = slip.policy.ladder.find(({ id }) => id === rungId)
  const clock = rung && slip.clocks.find(({ name }) => name === rung.clock)
  if (!rung || !clock || String(clock.since) !== since) return over('superseded')
  if (!runningClocks(slip).includes(clock)) return over('settled')
  return laterThan(slip, rung, clock, rungKey, now)
    ? over('superseded')
    : { kind: 'due', clocks: [clock], rung }
}

/**
 * Held over night or already sent: once a later rung was climbed that speaks for this clock too, only its message stays
 * live. What is late is named by every later one; what is not, only by those of its own clock.
 */
function laterThan(slip: Slip, rung: Rung, clock: SlipClock, rungKey: string, now: Instant): boolean {
  const latest = latestRung(slip)
  const at = slip.rungs[rungKey]
  if (at === undefined || latest === null || (slip.rungs[latest] ?? 0) <= at) return false
  const ofClock = slip.policy.ladder.some(
    ({ id, clock: name }) => id === latest.split('@')[0] && name === rung.clock,
  )
  return ofClock || now > clock.deadline.at
}

/** 提醒 before the limit, 催办 at and after it: what is missing, since when, and what comes next. */
export function reminderSheet(slip: Slip, state: ReminderState, scene: Scene): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const due = state.kind === 'due'
  const late = due && lateClocks(slip, now).length > 0
  const word = !due ? stateWord(slip) : late || state.rung === null ? '催办' : '到期提醒'
  return {
    ...slipHead(slip, scene, word, hidden, late ? 'red' : colourOf(slip.brief.level, due)),
    body: [
      ...(due
        ? [...said(slip, state, scene), ...action(slip, state.clocks)]
        : [
            text(
              state.why === 'superseded' && runningClocks(slip).length > 0
                ? reminderLines.later
                : settledWord(slip, scene),
            ),
          ]),
      hr,
      ...clocksOf(slip, now),
      ...(due && hidden ? itemUnless(hidden, slip, scene) : []),
    ],
  }
}

function said(slip: Slip, state: ReminderState & { kind: 'due' }, scene: Scene): readonly Element[] {
  const { now } = scene
  const no = noOf(slip)
  const late = lateClocks(slip, now)
  const named = spokenOf(state, late).map((clock) =>
    late.includes(clock)
      ? reminderLines.late(no, clock.name, clock.deadline.at, now)
      : reminderLines.ahead(no, clock.name, clock.deadline.at, now),
  )
  const lines = [...(state.rung === null ? [reminderLines.byOffice(officeName(scene, slip))] : []), ...named]
  const next = consequence(slip, state.clocks, scene)
  return [text(lines.join('\n'), 'heading'), ...(next === null ? [] : [text(next)])]
}

/** All that is late, or else what the rung is about; by hand only what comes next. The other clocks stand below anyway. */
function spokenOf({ clocks, rung }: ReminderState & { kind: 'due' }, late: readonly SlipClock[]) {
  if (rung !== null && late.length === 0) return clocks
  return late.length > 0 ? late : [...clocks].sort((a, b) => a.deadline.at - b.deadline.at).slice(0, 1)
}

function consequence(slip: Slip, clocks: readonly SlipClock[], scene: Scene): string | null {
  const { now, calendar } = scene
  if (openSupervision(slip)) return reminderLines.proposed(supervisionName(scene))
  const next = clocks
    .flatMap((clock) =>
      slip.policy.ladder
        .filter((rung) => rung.clock === clock.name && rung.act === 'escalate')
        .map((rung) => ({ name: clock.name, at: rungInstant(rung.offset, clock, slip, calendar) })),
    )
    .sort((a, b) => a.at - b.at)
    .find(({ at }) => at > now)
  return next ? reminderLines.consequence(next.name, next.at, supervisionName(scene), now) : null
}

/** The reminder's button does the missing act itself. */
function action(slip: Slip, clocks: readonly SlipClock[]): readonly Element[] {
  const on = onSlip(slip)
  if (slip.status === 'contested') return []
  if (slip.status === 'awaiting_receipt') return [button('sign_receipt', on, 'primary_filled')]
  const released = clocks.some(({ name }) => name === 'authoritative_info' || name === 'press_conference')
  if (released) return [button('record_release', on, 'primary_filled')]
  if (clocks.every(({ name }) => name === 'rolling_report' || name === 'first_report')) {
    return [button('report_progress', on, 'primary_filled')]
  }
  const answer = owesFirstResponse(slip) && clocks.some(({ name }) => name === 'first_response')
  return row([
    ...(answer ? [button('report_first_response', on, 'primary_filled')] : []),
    button('submit_final', on, answer ? 'default' : 'primary_filled'),
  ])
}

/** What stands on a reminder whose duty was met after it was sent. */
function settledWord(slip: Slip, scene: Scene): string {
  const waits = slip.status === 'under_review' || slip.status === 'deferred'
  return isOpen(slip) && !waits ? reminderLines.met : askOf(slip, scene)
}
