import { pending } from '../src/domain/asks.ts'
import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { clueOf } from './clue.ts'
import { clip, type Element, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { firstResponseOf, receiptLines } from './slip-parts.ts'
import { phoneLines, releasesOf } from './urgent-parts.ts'
import { bodyName, hiddenFromUnit, owesDirectiveAnswer, successorName } from './view.ts'
import { askWords, standingLines } from './wording-asks.ts'
import { outcomeWords } from './wording-dictionary.ts'
import { orderLines } from './wording-order.ts'
import { directiveLines } from './wording-sentences.ts'
import { moment } from './wording-times.ts'

/** The facts of a slip that stand where its buttons stood. */
export function standing(slip: Slip, scene: Scene): readonly Element[] {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const { closed, withdrawn, voided } = slip
  const lines = [
    ...phoneLines(slip, now),
    ...(slip.brief.order ? [orderLines.carried] : []),
    ...amendedLine(slip, hidden, now),
    ...receiptLines(slip, now),
    ...feedbackLines(slip, hidden, now),
    ...extensionLine(slip, hidden, now),
    ...contestLine(slip, hidden, scene),
    ...deferralLine(slip, hidden, now),
    ...(closed ? [`已办结：${nameOf(closed.by)}　${moment(closed.at, now)}审核通过`] : []),
    ...(withdrawn
      ? [
          `已撤回：${nameOf(withdrawn.by)}　${moment(withdrawn.at, now)}`,
          ...(hidden ? [] : [withdrawn.reason]),
        ]
      : []),
    ...(voided ? [standingLines.voided(nameOf(voided.by), voided.at, successorName(slip, scene), now)] : []),
    ...supervisionLine(slip, now),
    ...clueOf(slip, scene),
    ...(isOpen(slip) && slip.directives.length > 0
      ? [owesDirectiveAnswer(slip) ? directiveLines.pending : directiveLines.answered]
      : []),
  ]
  return [
    ...(lines.length === 0 ? [] : [text(lines.map((line) => clip(line, 420)).join('\n'))]),
    ...(slip.releases.length > 0 ? [] : firstResponseOf(slip, now, hidden)),
    ...releasesOf(slip, hidden, now),
  ]
}

function feedbackLines(slip: Slip, hidden: boolean, now: Instant): readonly string[] {
  const { final, signoff } = slip
  const last = slip.sentBack.at(-1)
  return [
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
  ]
}

function supervisionLine(slip: Slip, now: Instant): readonly string[] {
  const ruling = slip.supervisions.at(-1)?.ruling
  return ruling?.kind === 'issued' && isOpen(slip)
    ? [`已督办：${formatNo(ruling.no)}，${moment(ruling.deadline.at, now)}前书面报告`]
    : []
}

function amendedLine({ amendments }: Slip, hidden: boolean, now: Instant): readonly string[] {
  const last = amendments.at(-1)
  if (!last) return []
  const reason = hidden ? null : last.reason
  return [standingLines.amended(nameOf(last.by), last.at, amendments.length, reason, now)]
}

/** A granted extension explains the limit for good; a refusal is history once the slip is over. */
function extensionLine(slip: Slip, hidden: boolean, now: Instant): readonly string[] {
  const last = slip.extensions.at(-1)
  if (!last) return []
  const { asked, ruling } = last
  if (pending(slip.extensions)) {
    return isOpen(slip) ? [standingLines.extensionAsked(nameOf(asked.by), asked.at, asked.until, now)] : []
  }
  if (ruling?.kind === 'granted') {
    return [standingLines.extended(nameOf(ruling.by), ruling.at, asked.due, now)]
  }
  return ruling && isOpen(slip) ? [refusedLine(askWords.extension.refused, ruling, hidden, now)] : []
}

function contestLine(slip: Slip, hidden: boolean, scene: Scene): readonly string[] {
  const { now } = scene
  const last = slip.contests.at(-1)
  if (!last || !isOpen(slip)) return []
  const { asked, ruling } = last
  if (!ruling) {
    return [standingLines.contestAsked(nameOf(asked.by), asked.at, bodyName(scene, asked.proposed), now)]
  }
  return ruling.kind === 'refused' ? [refusedLine(askWords.contest.refused, ruling, hidden, now)] : []
}

function deferralLine(slip: Slip, hidden: boolean, now: Instant): readonly string[] {
  const last = slip.deferrals.at(-1)
  if (!last || !isOpen(slip)) return []
  const { asked, ruling, revivedAt } = last
  if (!ruling) return [standingLines.deferralAsked(nameOf(asked.by), asked.at, asked.recheckAt, now)]
  if (ruling.kind === 'refused') return [refusedLine(askWords.deferral.refused, ruling, hidden, now)]
  if (revivedAt !== null) return [standingLines.revived(last, now)]
  return slip.status === 'deferred' ? [standingLines.deferred(nameOf(ruling.by), ruling.at, now)] : []
}

function refusedLine(
  word: string,
  { by, at, reason }: NonNullable<Slip['closed']> & { readonly reason: string },
  hidden: boolean,
  now: Instant,
): string {
  return standingLines.refused(word, nameOf(by), at, hidden ? null : reason, now)
}
