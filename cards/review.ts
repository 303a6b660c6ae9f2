import { nameOf } from '../src/domain/decision.ts'
import type { Slip } from '../src/domain/slip.ts'
import { evidenceOf, keptByOffice } from './attachments.ts'
import { button, clip, type Element, hr, row, strong, text } from './elements.ts'
import { comparedOf } from './findings.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { signerWord } from './slip.ts'
import { slipHead } from './slip-head.ts'
import {
  clocksOf,
  feedbackOf,
  firstResponseOf,
  footOf,
  itemUnless,
  progressOf,
  wholeReceiptLines,
} from './slip-parts.ts'
import { bodyName, colourOf, noOf, onSlip, stateWord, waitsForSignoff } from './view.ts'
import { defectWords } from './wording-dictionary.ts'
import { orderLines } from './wording-order.ts'
import { reviewLines, sections } from './wording-sentences.ts'

/** The office's look at a final feedback, in full: 审核通过 or 退回重办. */
export function reviewSheet(slip: Slip, finalRev: number, scene: Scene): Sheet {
  const { now } = scene
  const current = slip.final?.rev === finalRev
  const live = current && slip.status === 'under_review'
  return {
    ...slipHead(
      slip,
      scene,
      live ? '反馈待审核' : stateWord(slip),
      scene.redacted,
      colourOf(slip.brief.level, live),
    ),
    body: [
      ...top(slip, current, live, scene),
      hr,
      ...(current ? [strong(sections.feedback), ...feedbackOf(slip, now, scene.redacted)] : []),
      ...evidenceOf(slip, scene),
      ...keptByOffice(slip, scene),
      ...(current && scene.dossier ? comparedOf(scene.dossier, scene) : []),
      ...firstResponseOf(slip, now, scene.redacted),
      hr,
      ...clocksOf(slip, now),
      ...(scene.redacted ? [] : progressOf(slip, now, 2, 200)),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
      ...orderOf(slip, scene),
      footOf(slip, now),
    ],
  }
}

/** Whether the 批示 was carried out is for the office to judge; the whole of it stands on the matter's own card. */
function orderOf({ brief: { order } }: Slip, { redacted }: Scene): readonly Element[] {
  return order && !redacted ? [text(orderLines.text(clip(order.text, 50)))] : []
}

function top(slip: Slip, current: boolean, live: boolean, scene: Scene): readonly Element[] {
  const { now } = scene
  const { final, signoff, closed } = slip
  const unit = bodyName(scene, slip.unitId)
  const on = onSlip(slip)
  const last = slip.sentBack.at(-1)
  const lines = [
    ...wholeReceiptLines(slip, now),
    ...(current && signoff.requested
      ? [reviewLines.requested(nameOf(signoff.requested.by), signoff.requested.at, now)]
      : []),
    ...(current && signoff.signed
      ? [reviewLines.signed(nameOf(signoff.signed.by), signoff.signed.at, now)]
      : []),
    ...(waitsForSignoff(slip) && live ? [reviewLines.waiting(signerWord(slip))] : []),
    ...(closed && current ? [reviewLines.accepted(nameOf(closed.by), closed.at, now)] : []),
    ...(!live && last && final && last.at >= final.at
      ? [reviewLines.sentBack(nameOf(last.by), last.at, defectWords[last.defect], now)]
      : []),
    ...(current ? [] : [reviewLines.older]),
  ]
  return [
    ...(live && final ? [text(reviewLines.ask(unit, nameOf(final.by), final.at, now), 'heading')] : []),
    ...(live
      ? row([
          // Before 同意签发 a press is refused with the reason, so the button is there but does not lead.
          button('accept_feedback', on, waitsForSignoff(slip) ? 'default' : 'primary_filled'),
          button('send_back', on),
          button('withdraw_slip', on, 'danger'),
        ])
      : []),
    ...(lines.length === 0 ? [] : [text(lines.join('\n'))]),
  ]
}

/** 送签 in private: the feedback for the one who answers for the unit. */
export function signoffSheet(slip: Slip, finalRev: number, scene: Scene): Sheet {
  const { now } = scene
  const unit = bodyName(scene, slip.unitId)
  const current = slip.final?.rev === finalRev
  const live = current && waitsForSignoff(slip)
  const { signed } = slip.signoff
  const state = live ? '待您签发' : current && signed ? '已同意签发' : stateWord(slip)
  return {
    ...slipHead(slip, scene, state, scene.redacted, colourOf(slip.brief.level, live)),
    body: [
      ...(live
        ? [
            text(reviewLines.signoffAsk(unit, noOf(slip)), 'heading'),
            button('sign_off', onSlip(slip), 'primary_filled'),
          ]
        : [
            text(
              current && signed ? reviewLines.signed(nameOf(signed.by), signed.at, now) : reviewLines.older,
            ),
          ]),
      hr,
      ...(current ? [strong(sections.feedback), ...feedbackOf(slip, now, scene.redacted)] : []),
      ...evidenceOf(slip, scene),
      ...firstResponseOf(slip, now, scene.redacted),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}
