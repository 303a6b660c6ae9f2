import type { AskKind, Contest, Deferral, Extension } from '../src/domain/asks.ts'
import { addWorkdaysAt, deadlineOf, workdaysBetween } from '../src/domain/clocks.ts'
import { nameOf } from '../src/domain/decision.ts'
import { type Act, clockOf, isOpen, type Slip } from '../src/domain/slip.ts'
import { dayOf } from '../src/domain/time.ts'
import { button, clip, type Element, hr, panel, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { askOf } from './slip.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, footOf, itemUnless, progressOf } from './slip-parts.ts'
import { bodyName, colourOf, noOf, onSlip, stateWord } from './view.ts'
import { askLines, askWords } from './wording-asks.ts'
import { internalLines, sections } from './wording-sentences.ts'
import { derivationLines } from './wording-times.ts'

/** One ask as its card needs it: the question, the facts to judge by, the buttons, and the ruling once there is one. */
interface Told {
  readonly ask: string
  readonly facts: readonly string[]
  readonly buttons: readonly Element[]
  /** The ruling in a sentence, and its reason where one was given. */
  readonly ruled: { readonly said: string; readonly reason: string | null } | null
  readonly why: Element | null
}

/** 单位申请 in the office's group: what is asked and why, and the two buttons; the ruling in their place afterwards. */
export function askSheet(slip: Slip, of: AskKind, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const told = toldOf(slip, of, n, scene)
  if (!told) return null
  const live = told.ruled === null && isOpen(slip)
  const word = wordOf(slip, of, n)
  return {
    ...slipHead(slip, scene, word, scene.redacted, colourOf(slip.brief.level, live)),
    body: [
      text(live ? `${told.ask}${askLines.please}` : (told.ruled?.said ?? askOf(slip, scene)), 'heading'),
      ...(live ? row(told.buttons) : []),
      ...(told.ruled?.reason ? [text(`理由：${words(told.ruled.reason, scene)}`)] : []),
      text([...(live ? [] : [`${told.ask}。`]), ...told.facts].join('\n')),
      ...(live && told.why ? [told.why] : []),
      hr,
      ...clocksOf(slip, now),
      ...(scene.redacted ? [] : progressOf(slip, now, 2, 200)),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
      footOf(slip, now),
    ],
  }
}

function wordOf(slip: Slip, of: AskKind, n: number): string {
  const ruling = asksOf(slip, of)[n - 1]?.ruling
  if (ruling) return ruling.kind === 'refused' ? askWords[of].refused : askWords[of].granted
  return isOpen(slip) ? `${askWords[of].asked}待裁定` : stateWord(slip)
}

function asksOf(slip: Slip, of: AskKind): readonly (Extension | Contest | Deferral)[] {
  switch (of) {
    case 'extension':
      return slip.extensions
    case 'contest':
      return slip.contests
    case 'deferral':
      return slip.deferrals
  }
}

function toldOf(slip: Slip, of: AskKind, n: number, scene: Scene): Told | null {
  switch (of) {
    case 'extension': {
      const extension = slip.extensions[n - 1]
      return extension ? ofExtension(extension, slip, scene) : null
    }
    case 'contest': {
      const contest = slip.contests[n - 1]
      return contest ? ofContest(contest, slip, scene) : null
    }
    case 'deferral': {
      const deferral = slip.deferrals[n - 1]
      return deferral ? ofDeferral(deferral, slip, scene) : null
    }
  }
}

function ofExtension({ n, asked, ruling }: Extension, slip: Slip, scene: Scene): Told {
  const { now, calendar } = scene
  const { due, until } = asked
  const longer = workdaysBetween(dayOf(due), dayOf(until), calendar)
  return {
    ask: askLines.extension(who(asked, slip, scene), asked.at, until, now),
    facts: [
      `延期原因：${words(asked.reason, scene)}`,
      `进展情况：${words(asked.progress, scene)}`,
      ...(ruling
        ? [askLines.former(due, now)]
        : [askLines.present(due, now), askLines.wouldBe(until, longer, now)]),
    ],
    buttons: [
      button('grant_extension', onSlip(slip, n), 'primary_filled'),
      button('refuse_extension', onSlip(slip, n)),
    ],
    ruled:
      ruling &&
      (ruling.kind === 'granted'
        ? {
            said: askLines.grantedUntil(
              nameOf(ruling.by),
              ruling.at,
              ruling.deadline.at,
              ruling.deadline.at < until,
              now,
            ),
            reason: null,
          }
        : refusal(ruling, 'extension', scene)),
    why: panel(sections.why, [
      text([...derivationOf(slip, asked, longer, scene), latestLine(slip, scene)].join('\n')),
    ]),
  }
}

/** Counted in working days from the limit in force where that gives the date; otherwise the date somebody named. */
function derivationOf(
  slip: Slip,
  { due, until }: Extension['asked'],
  workdays: number,
  { now, calendar }: Scene,
): readonly string[] {
  const { hours } = slip.policy
  const counted = workdays > 0 ? deadlineOf({ kind: 'workdays', n: workdays }, due, calendar, hours) : null
  const start = clockOf(slip, 'feedback')?.deadline.start ?? slip.issued.at
  const derived =
    counted?.at === until ? counted : deadlineOf({ kind: 'until', at: until }, start, calendar, hours)
  return derivationLines(derived.steps, now)
}

function latestLine(slip: Slip, { now, calendar }: Scene): string {
  const { workdays } = slip.policy.extension
  const granted = slip.extensions.find(({ ruling }) => ruling?.kind === 'granted')
  const first = granted?.asked.due ?? clockOf(slip, 'feedback')?.deadline.at ?? slip.issued.at
  return askLines.latest(workdays, addWorkdaysAt(first, workdays, calendar, slip.policy.hours), now)
}

function ofContest({ n, asked, ruling }: Contest, slip: Slip, scene: Scene): Told {
  const { now } = scene
  return {
    ask: askLines.contest(who(asked, slip, scene), asked.at, bodyName(scene, asked.proposed), now),
    facts: [
      `退回原因：${words(asked.reason, scene)}`,
      `职责依据：${words(asked.basis, scene)}`,
      ...(ruling ? [] : [askLines.hops(slip.hops, slip.policy.contest.hops), askLines.reassigned]),
    ],
    buttons: [
      button('reassign', onSlip(slip, n), 'primary_filled'),
      button('refuse_contest', onSlip(slip, n)),
    ],
    ruled:
      ruling &&
      (ruling.kind === 'reassigned'
        ? {
            said: askLines.reassignedTo(nameOf(ruling.by), ruling.at, successorOf(ruling, scene), now),
            reason: null,
          }
        : refusal(ruling, 'contest', scene)),
    why: null,
  }
}

/** The unit and the number it got; the office issued both and may read them together. */
function successorOf(
  { unitId, slipId }: { readonly unitId: string; readonly slipId: string },
  scene: Scene,
): string {
  const next = scene.dossier?.slips.find(({ id }) => id === slipId)
  return `${bodyName(scene, unitId)}${next ? `（${noOf(next)}）` : ''}`
}

function ofDeferral({ n, asked, ruling, revivedAt }: Deferral, slip: Slip, scene: Scene): Told {
  const { now } = scene
  return {
    ask: askLines.deferral(who(asked, slip, scene), asked.at, asked.recheckAt, now),
    facts: [
      `原因：${words(asked.reason, scene)}`,
      `已做的工作：${words(asked.progress, scene)}`,
      ...(ruling ? [] : [askLines.suspended(slip.policy.deferral.term)]),
      ...(revivedAt === null ? [] : [askLines.revived(revivedAt, now)]),
    ],
    buttons: [
      button('grant_deferral', onSlip(slip, n), 'primary_filled'),
      button('refuse_deferral', onSlip(slip, n)),
    ],
    ruled:
      ruling &&
      (ruling.kind === 'granted'
        ? {
            said: askLines.ruled(askWords.deferral.granted, nameOf(ruling.by), ruling.at, now),
            reason: null,
          }
        : refusal(ruling, 'deferral', scene)),
    why: null,
  }
}

function refusal(
  ruling: Act & { readonly reason: string },
  of: AskKind,
  { now }: Scene,
): NonNullable<Told['ruled']> {
  return {
    said: askLines.ruled(askWords[of].refused, nameOf(ruling.by), ruling.at, now),
    reason: ruling.reason,
  }
}

function who({ by }: Act, slip: Slip, scene: Scene): string {
  return `${bodyName(scene, slip.unitId)}${nameOf(by)}`
}

function words(said: string, { redacted }: Scene): string {
  return redacted ? internalLines.untold : clip(said, 400)
}
