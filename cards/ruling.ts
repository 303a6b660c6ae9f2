import type { AskKind } from '../src/domain/asks.ts'
import { nameOf } from '../src/domain/decision.ts'
import { type Act, clockOf, isOpen, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, panel, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { askOf } from './slip.ts'
import { unitSheet } from './unit-notices.ts'
import { bodyName, hiddenFromUnit, onSlip, stateWord } from './view.ts'
import { askWords, rulingLines } from './wording-asks.ts'
import { sections } from './wording-sentences.ts'
import { derivationLines } from './wording-times.ts'

type Ruling = Act &
  ({ readonly kind: 'granted' | 'reassigned' } | { readonly kind: 'refused'; readonly reason: string })

/** 裁定通知 to the unit's group: how the office ruled on what was asked, and why not where it did not agree. */
export function rulingSheet(slip: Slip, of: AskKind, n: number, scene: Scene): Sheet | null {
  switch (of) {
    case 'extension':
      return extensionRuling(slip, n, scene)
    case 'contest':
      return contestRuling(slip, n, scene)
    case 'deferral':
      return deferralRuling(slip, n, scene)
  }
}

function extensionRuling(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const extension = slip.extensions[n - 1]
  const ruling = extension?.ruling
  if (!extension || !ruling) return null
  const { due, until } = extension.asked
  return ruling.kind === 'granted'
    ? sheetOf(slip, 'extension', ruling, rulingLines.extended(until, ruling.deadline.at, now), scene, [
        panel(sections.why, [text(derivationLines(ruling.deadline.steps, now).join('\n'))]),
      ])
    : sheetOf(slip, 'extension', ruling, rulingLines.notExtended(due, ruling.at > due, now), scene)
}

function contestRuling(slip: Slip, n: number, scene: Scene): Sheet | null {
  const ruling = slip.contests[n - 1]?.ruling
  if (!ruling) return null
  if (ruling.kind === 'reassigned') {
    const said = rulingLines.reassigned(bodyName(scene, ruling.unitId))
    return sheetOf(slip, 'contest', ruling, said, scene)
  }
  return sheetOf(slip, 'contest', ruling, rulingLines.notReturned, scene, signing(slip))
}

function deferralRuling(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const deferral = slip.deferrals[n - 1]
  const ruling = deferral?.ruling
  if (!deferral || !ruling) return null
  const due = clockOf(slip, 'feedback')?.deadline.at ?? now
  const said =
    ruling.kind === 'granted'
      ? rulingLines.deferred(deferral.asked.recheckAt, now)
      : rulingLines.notDeferred(due, ruling.at > due, now)
  return sheetOf(slip, 'deferral', ruling, said, scene)
}

/** A slip that stays with the unit is to be signed for. */
function signing(slip: Slip): readonly Element[] {
  return slip.status === 'awaiting_receipt' ? [button('sign_receipt', onSlip(slip), 'primary_filled')] : []
}

function sheetOf(
  slip: Slip,
  of: AskKind,
  ruling: Ruling,
  said: string,
  scene: Scene,
  more: readonly Element[] = [],
): Sheet {
  const word = askWords[of][ruling.kind === 'refused' ? 'refused' : 'granted']
  const live = isOpen(slip)
  const shown = live || ruling.kind === 'reassigned' ? word : `${word}（${stateWord(slip)}）`
  const reason =
    ruling.kind === 'refused' && !hiddenFromUnit(slip, scene) ? [`理由：${clip(ruling.reason, 300)}`] : []
  return unitSheet(slip, scene, shown, live, [
    text(said, 'heading'),
    text([rulingLines.by(nameOf(ruling.by), ruling.at, scene.now), ...reason].join('\n')),
    ...more,
  ])
}

/** The n-th deferral ran out and the slip is in hand again; false once it was answered or overtaken. */
export function revivedBinds(slip: Slip, n: number): boolean {
  return slip.status === 'in_hand' && slip.deferrals.length === n
}

/** 恢复办理: the promised day has come. */
export function revivedSheet(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  if (!slip.deferrals[n - 1]) return null
  const live = revivedBinds(slip, n)
  const limit = clockOf(slip, 'feedback')?.deadline
  return unitSheet(slip, scene, live ? rulingLines.revivedWord : stateWord(slip), live, [
    ...(live && limit
      ? [
          text(rulingLines.revived(limit.at, now), 'heading'),
          button('submit_final', onSlip(slip), 'primary_filled'),
          panel(sections.why, [text(derivationLines(limit.steps, now).join('\n'))]),
        ]
      : [text(askOf(slip, scene), 'heading')]),
  ])
}
