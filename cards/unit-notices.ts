import { nameOf } from '../src/domain/decision.ts'
import { clockOf, type Slip } from '../src/domain/slip.ts'
import { button, type Element, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { askOf } from './slip.ts'
import { slipHead } from './slip-head.ts'
import { colourOf, hiddenFromUnit, isRework, onSlip, stateWord } from './view.ts'
import { defectWords } from './wording-dictionary.ts'
import { sentBackLines, withdrawnLines } from './wording-sentences.ts'
import { moment } from './wording-times.ts'

/** A short message to the unit's group about one turn of its slip; `word` tells the turn in the header. */
export function unitSheet(
  slip: Slip,
  scene: Scene,
  word: string,
  live: boolean,
  body: readonly Element[],
): Sheet {
  const hidden = hiddenFromUnit(slip, scene)
  return {
    ...slipHead(slip, scene, word, hidden, colourOf(slip.brief.level, live)),
    body,
  }
}

/** The n-th 退回重办 still binds: nothing was submitted since. */
export function sentBackBinds(slip: Slip, n: number): boolean {
  return isRework(slip) && slip.sentBack.length === n
}

export function sentBackSheet(slip: Slip, n: number, scene: Scene): Sheet {
  const { now } = scene
  const live = sentBackBinds(slip, n)
  const back = slip.sentBack[n - 1]
  const limit = clockOf(slip, 'feedback')?.deadline.at ?? now
  const defect = back ? defectWords[back.defect] : ''
  const facts = [
    ...(back ? [`${nameOf(back.by)}　${moment(back.at, now)}退回`] : []),
    ...(back?.note && !hiddenFromUnit(slip, scene) ? [`具体说明：${back.note}`] : []),
  ]
  return unitSheet(slip, scene, live ? '退回重办' : stateWord(slip), live, [
    ...(live
      ? [
          text(sentBackLines.ask(defect, limit, now), 'heading'),
          button('submit_final', onSlip(slip), 'primary_filled'),
        ]
      : [
          text(
            slip.final && slip.status === 'under_review'
              ? sentBackLines.done(slip.final.at, now)
              : askOf(slip, scene),
          ),
        ]),
    ...(facts.length === 0 ? [] : [text(facts.join('\n'))]),
  ])
}

export function withdrawnSheet(slip: Slip, scene: Scene): Sheet {
  const { withdrawn } = slip
  const reason = withdrawn && !hiddenFromUnit(slip, scene) ? [text(`撤回原因：${withdrawn.reason}`)] : []
  return unitSheet(slip, scene, stateWord(slip), false, [
    ...(withdrawn
      ? [text(withdrawnLines.ask(nameOf(withdrawn.by), withdrawn.at, scene.now), 'heading')]
      : []),
    ...reason,
  ])
}
