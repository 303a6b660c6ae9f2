import { nameOf } from '../src/domain/decision.ts'
import { clockOf, isOpen, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { actionsOf, askOf } from './slip.ts'
import { factOf, itemUnless, titleUnless } from './slip-parts.ts'
import {
  bodyName,
  colourOf,
  hiddenFromUnit,
  isRework,
  noOf,
  onSlip,
  owesDirectiveAnswer,
  slipTags,
  stateWord,
} from './view.ts'
import { defectWords } from './wording-dictionary.ts'
import {
  directiveLines,
  internalLines,
  sections,
  sentBackLines,
  withdrawnLines,
} from './wording-sentences.ts'
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
  const title = titleUnless(hidden, slip)
  return {
    header: {
      title: `${noOf(slip)} · ${word}`,
      subtitle: title,
      colour: colourOf(slip.brief.level, live),
      tags: slipTags(slip, scene),
    },
    summary: `${noOf(slip)}（${word}）${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
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

/** In the group: only that there is a 批示. Its text went to the unit's leaders in private. */
export function directivePendingSheet(slip: Slip, scene: Scene): Sheet {
  const open = isOpen(slip)
  const owed = owesDirectiveAnswer(slip)
  const word = !open ? stateWord(slip) : owed ? '有批示待办理' : '批示已回复'
  const told = owed ? directiveLines.pending : directiveLines.answered
  return unitSheet(slip, scene, word, open && owed, [
    text(open ? told : askOf(slip, scene), 'heading'),
    ...(open ? [text(askOf(slip, scene)), ...(owed ? actionsOf(slip) : [])] : []),
  ])
}

/** The 批示 itself, in private, and the answer to it. */
export function directiveSheet(slip: Slip, n: number, scene: Scene): Sheet {
  const { now } = scene
  const directive = slip.directives.find((one) => one.n === n)
  const open = isOpen(slip)
  const live = directive?.answer === null && !slip.withdrawn && !slip.voided
  const word = directive?.answer ? '批示已回复' : open ? '批示' : `批示（${stateWord(slip)}）`
  const base = unitSheet(slip, scene, word, live, [])
  const told = (said: string, most: number) => (scene.redacted ? internalLines.untold : clip(said, most))
  return {
    ...base,
    header: { ...base.header, subtitle: titleUnless(scene.redacted, slip) },
    hidden: scene.redacted,
    fact: factOf(slip, scene, scene.redacted),
    body: [
      ...(directive
        ? [
            text(directiveLines[live ? 'ask' : 'made'](nameOf(directive.by), directive.at, now), 'heading'),
            text(`${sections.directive}：${told(directive.text, 400)}`),
          ]
        : []),
      ...(live ? [button('answer_directive', onSlip(slip, n), 'primary_filled')] : []),
      ...(directive?.answer
        ? [
            text(
              `${directiveLines.answer(nameOf(directive.answer.by), directive.answer.at, now)}：${told(directive.answer.text, 600)}`,
            ),
          ]
        : []),
      text(`承办单位：${bodyName(scene, slip.unitId)}\n目前状态：${stateWord(slip)}\n${askOf(slip, scene)}`),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}
