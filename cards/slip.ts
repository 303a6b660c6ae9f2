import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { clockOf, isOpen, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, panel, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import {
  clocksOf,
  factOf,
  feedbackOf,
  firstResponseOf,
  footOf,
  itemUnless,
  progressOf,
  receiptLines,
  titleUnless,
  whoOf,
  whyOf,
} from './slip-parts.ts'
import {
  bodyName,
  colourOf,
  hiddenFromUnit,
  isRework,
  noOf,
  officeName,
  onSlip,
  owesFirstResponse,
  slipTags,
  stateWord,
  waitsForSignoff,
} from './view.ts'
import { defectWords, outcomeWords } from './wording-dictionary.ts'
import { asks, directiveLines, sections } from './wording-sentences.ts'
import { moment } from './wording-times.ts'

/** 交办单 in the unit's group: what is asked, by when, and the one thing to press. */
export function slipSheet(slip: Slip, scene: Scene): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const title = titleUnless(hidden, slip)
  return {
    header: {
      title: `${noOf(slip)} · ${stateWord(slip)}`,
      subtitle: title,
      colour: colourOf(slip.brief.level, isOpen(slip)),
      tags: slipTags(slip, now),
    },
    summary: `${noOf(slip)}（${stateWord(slip)}）${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
    body: [
      text(askOf(slip, scene), 'heading'),
      ...actionsOf(slip),
      ...standing(slip, scene),
      hr,
      ...itemUnless(hidden, slip, scene),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...whoOf(slip, scene),
      ...(hidden ? [] : progressOf(slip, now, 2, 120)),
      ...(hidden || !slip.final ? [] : [panel(sections.feedback, feedbackOf(slip, now, hidden))]),
      whyOf(slip, now),
      footOf(slip, now),
    ],
  }
}

/** What is asked of the unit now, in one sentence. */
export function askOf(slip: Slip, scene: Scene): string {
  const { now } = scene
  const office = officeName(scene, slip)
  const limit = (name: 'receipt' | 'first_response' | 'feedback') => clockOf(slip, name)?.deadline.at ?? null
  const feedback = limit('feedback') ?? now
  const lead = scene.dossier?.slips.find(({ duty }) => duty === 'lead')
  const asked = {
    office,
    duty: slip.duty,
    leadName: lead ? bodyName(scene, lead.unitId) : '牵头单位',
    answerForm: slip.brief.answerForm,
    // The platform is somebody's free text, which an internal matter keeps out of the group.
    platform: hiddenFromUnit(slip, scene) ? '原平台' : slip.brief.platform,
  }
  switch (slip.status) {
    case 'awaiting_receipt':
      return asks.sign(asked, limit('receipt') ?? feedback, limit('first_response'), feedback, now)
    case 'in_hand': {
      const last = slip.sentBack.at(-1)
      if (isRework(slip) && last) return asks.rework(defectWords[last.defect], feedback, now)
      return owesFirstResponse(slip)
        ? asks.answer(asked, limit('first_response'), feedback, now)
        : asks.feedback(feedback, now)
    }
    case 'under_review':
      return waitsForSignoff(slip)
        ? asks.signoff(signerWord(slip), slip.signoff.requested !== null, office)
        : asks.review(office)
    case 'closed':
      return asks.closed(slip.closed?.at ?? now, now)
    case 'withdrawn':
      return asks.withdrawn(slip.withdrawn?.at ?? now, now)
    case 'contested':
      return asks.contested()
    case 'deferred':
      return asks.deferred()
    case 'voided':
      return asks.voided()
  }
}

export function signerWord(slip: Slip): string {
  return slip.policy.signoff === 'chief' ? '主要领导' : '主要领导或分管领导'
}

/** One primary action, the rest small. What no longer applies is gone. */
export function actionsOf(slip: Slip): readonly Element[] {
  const on = onSlip(slip)
  switch (slip.status) {
    case 'awaiting_receipt':
      return [button('sign_receipt', on, 'primary_filled')]
    case 'in_hand':
    case 'contested':
    case 'deferred':
      return row([
        button('submit_final', on, 'primary_filled'),
        ...(owesFirstResponse(slip) ? [button('report_first_response', on)] : []),
        button('report_progress', on),
      ])
    case 'under_review':
      if (!waitsForSignoff(slip)) return []
      return slip.signoff.requested
        ? [button('sign_off', on, 'primary_filled')]
        : row([button('request_signoff', on, 'primary_filled'), button('sign_off', on)])
    case 'closed':
    case 'withdrawn':
    case 'voided':
      return []
  }
}

/** The facts that stand where buttons stood. */
function standing(slip: Slip, scene: Scene): readonly Element[] {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const last = slip.sentBack.at(-1)
  const { final, signoff, closed, withdrawn } = slip
  const lines = [
    ...receiptLines(slip, now),
    ...(final
      ? [`已提交反馈：${nameOf(final.by)}　${moment(final.at, now)}（${outcomeWords[final.outcome]}）`]
      : []),
    ...(last && slip.status === 'in_hand' && last.note && !hidden ? [`退回说明：${last.note}`] : []),
    ...(signoff.requested
      ? [`已送签：${nameOf(signoff.requested.by)}　${moment(signoff.requested.at, now)}`]
      : []),
    ...(signoff.signed
      ? [`已同意签发：${nameOf(signoff.signed.by)}　${moment(signoff.signed.at, now)}`]
      : []),
    ...(closed ? [`已办结：${nameOf(closed.by)}　${moment(closed.at, now)}审核通过`] : []),
    ...(withdrawn
      ? [
          `已撤回：${nameOf(withdrawn.by)}　${moment(withdrawn.at, now)}`,
          ...(hidden ? [] : [withdrawn.reason]),
        ]
      : []),
    ...supervisionLine(slip, now),
    ...(isOpen(slip) && slip.notices.some(({ directives }) => directives.length > 0)
      ? [directiveLines.pending]
      : []),
  ]
  return [
    ...(lines.length === 0 ? [] : [text(lines.map((line) => clip(line, 420)).join('\n'))]),
    ...firstResponseOf(slip, now, hidden),
  ]
}

function supervisionLine(slip: Slip, now: number): readonly string[] {
  const ruling = slip.supervisions.at(-1)?.ruling
  return ruling?.kind === 'issued' && isOpen(slip)
    ? [`已督办：${formatNo(ruling.no)}，${moment(ruling.deadline.at, now)}前书面报告`]
    : []
}
