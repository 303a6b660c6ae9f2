import { recheckOf } from '../src/domain/decide-deferral.ts'
import { partnersIn } from '../src/domain/findings.ts'
import { clockOf, givesAnswer, isOpen, type Slip } from '../src/domain/slip.ts'
import { dayOf } from '../src/domain/time.ts'
import { attachmentsOf } from './attachments.ts'
import { clueButton } from './clue.ts'
import { unitCould } from './could.ts'
import { button, type Element, hr, panel, row, text } from './elements.ts'
import { repeatsOf } from './intake-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { standing } from './slip-facts.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, feedbackOf, footOf, itemUnless, progressOf, whoOf, whyOf } from './slip-parts.ts'
import {
  bodyName,
  colourOf,
  hiddenFromUnit,
  isRework,
  officeName,
  onSlip,
  owesFirstResponse,
  speaksForAll,
  stateWord,
  successorName,
  waitsForSignoff,
} from './view.ts'
import { defectWords } from './wording-dictionary.ts'
import { asks, sections } from './wording-sentences.ts'
import { dayWord } from './wording-times.ts'

/** 交办单 in the unit's group: what is asked, by when, and the one thing to press. */
export function slipSheet(slip: Slip, scene: Scene): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const recheckAt = recheckOf(slip)
  const state =
    recheckAt === null ? stateWord(slip) : `${stateWord(slip)} 至${dayWord(dayOf(recheckAt), now)}`
  return {
    ...slipHead(slip, scene, state, hidden, colourOf(slip.brief.level, isOpen(slip))),
    body: [
      text(askOf(slip, scene), 'heading'),
      ...actionsOf(slip, [
        ...asksOf(slip, scene),
        ...clueButton(slip, scene),
        ...findingsButton(slip, scene),
      ]),
      ...standing(slip, scene),
      hr,
      ...itemUnless(hidden, slip, scene),
      ...(scene.dossier ? repeatsOf(scene.dossier.matter) : []),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...whoOf(slip, scene),
      ...(hidden ? [] : progressOf(slip, now, 2, 90)),
      ...attachmentsOf(slip, hidden, now),
      ...(hidden || !slip.final ? [] : [panel(sections.feedback, feedbackOf(slip, now, hidden))]),
      whyOf(slip, now),
      footOf(slip, now),
    ],
  }
}

/** 各单位口径, while the lead has an answer to give and others to agree with. */
function findingsButton(slip: Slip, { dossier }: Scene): readonly Element[] {
  const asks = isOpen(slip) && slip.duty === 'lead' && dossier !== null && partnersIn(dossier).length > 1
  return asks && slip.status !== 'awaiting_receipt' ? [button('show_findings', onSlip(slip))] : []
}

/** What is asked of the unit now, in one sentence. */
export function askOf(slip: Slip, scene: Scene): string {
  const { now } = scene
  const office = officeName(scene, slip)
  const limit = (name: 'receipt' | 'feedback') => clockOf(slip, name)?.deadline.at ?? null
  const answer = (clockOf(slip, 'first_response') ?? clockOf(slip, 'authoritative_info'))?.deadline.at ?? null
  const feedback = limit('feedback') ?? now
  // A slip that was passed on leads no more.
  const lead = scene.dossier?.slips.find(({ duty, voided }) => duty === 'lead' && !voided)
  const asked = {
    office,
    duty: slip.duty,
    answers: givesAnswer(slip),
    leadName: lead ? bodyName(scene, lead.unitId) : '牵头单位',
    answerForm: slip.brief.answerForm,
    // The platform is somebody's free text, which an internal matter keeps out of the group.
    platform: hiddenFromUnit(slip, scene) ? '原平台' : slip.brief.platform,
  }
  switch (slip.status) {
    case 'awaiting_receipt':
      return asks.sign(asked, limit('receipt') ?? feedback, answer, feedback, now)
    case 'in_hand': {
      const last = slip.sentBack.at(-1)
      if (isRework(slip) && last) return asks.rework(defectWords[last.defect], feedback, now)
      if (!givesAnswer(slip)) return asks.support(asked, feedback, now)
      return owesFirstResponse(slip)
        ? asks.answer(asked, answer, feedback, now)
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
      return asks.contested(office)
    case 'deferred':
      return asks.deferred(recheckOf(slip) ?? feedback, now)
    case 'voided':
      return asks.voided(successorName(slip, scene))
  }
}

export function signerWord(slip: Slip): string {
  return slip.policy.signoff === 'chief' ? '主要领导' : '主要领导或分管领导'
}

/**
 * One primary action, the rest small. What no longer applies is gone. `asking` are the buttons by which the unit asks
 * something of the office: beside a single button, or else in a row of their own.
 */
export function actionsOf(slip: Slip, asking: readonly Element[] = []): readonly Element[] {
  const on = onSlip(slip)
  switch (slip.status) {
    case 'awaiting_receipt':
      return row([button('sign_receipt', on, 'primary_filled'), ...asking])
    case 'in_hand':
    case 'deferred':
      return [
        ...row([
          ...(speaksForAll(slip) && owesFirstResponse(slip)
            ? [button('record_release', on, 'primary_filled'), button('submit_final', on)]
            : [button('submit_final', on, 'primary_filled'), ...publishing(slip)]),
          button('report_progress', on),
        ]),
        ...row(asking),
      ]
    case 'under_review':
      if (!waitsForSignoff(slip)) return row([...releasing(slip), ...asking])
      return row(
        slip.signoff.requested
          ? [button('sign_off', on, 'primary_filled'), ...releasing(slip), ...asking]
          : [
              button('request_signoff', on, 'primary_filled'),
              button('sign_off', on),
              ...releasing(slip),
              ...asking,
            ],
      )
    case 'contested':
    case 'closed':
    case 'withdrawn':
    case 'voided':
      return []
  }
}

function publishing(slip: Slip): readonly Element[] {
  if (speaksForAll(slip)) return releasing(slip)
  return owesFirstResponse(slip) ? [button('report_first_response', onSlip(slip))] : []
}

/** 持续发布: as long as the matter is open. */
function releasing(slip: Slip): readonly Element[] {
  return speaksForAll(slip) ? [button('record_release', onSlip(slip))] : []
}

/** What the unit may ask of the office; gone where the rules leave no room for it, and while the clock is suspended. */
function asksOf(slip: Slip, scene: Scene): readonly Element[] {
  if (slip.status === 'deferred') return []
  const acts = ['request_extension', 'request_deferral', 'contest'] as const
  return acts.filter((act) => unitCould(act, slip, scene)).map((act) => button(act, onSlip(slip)))
}
