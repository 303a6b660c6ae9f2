import type { Adoption } from '../src/domain/adoption.ts'
import { recheckOf } from '../src/domain/decide-deferral.ts'
import { nameOf } from '../src/domain/decision.ts'
import {
  type FinalFeedback,
  givesAnswer,
  isOpen,
  runningClocks,
  type Slip,
  type SlipClock,
} from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { clip, type Element, link, note, panel, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import {
  bodyName,
  companions,
  contactOf,
  dutyWord,
  isConfided,
  isInternal,
  noOf,
  officeName,
  stateWord,
} from './view.ts'
import { standingLines } from './wording-asks.ts'
import {
  answerFormWords,
  categoryWords,
  clockWords,
  dutyWords,
  levelWords,
  outcomeWords,
  requestTypeWords,
} from './wording-dictionary.ts'
import { adoptionWords } from './wording-findings.ts'
import { fingerprintLine, receiptLine } from './wording-receipt.ts'
import { clockLines, internalLines, sections } from './wording-sentences.ts'
import { derivationLines, moment } from './wording-times.ts'
import { urgentLines } from './wording-urgent.ts'
import { whistleLines } from './wording-whistle.ts'

/** Parts that several cards about a slip share. */

const LONG_SUMMARY = 160

/** The item: source, kind, summary (a long one folded), and the original as a button. */
export function itemOf(brief: Slip['brief']): readonly Element[] {
  // Two lines, so that a phone breaks none of them in the middle of a word.
  const kind = `来源：${brief.platform}　等级：${levelWords[brief.level]}\n分类：${categoryWords[brief.category]}${brief.requestType ? `　诉求：${requestTypeWords[brief.requestType]}` : ''}`
  const long = [...brief.summary].length > LONG_SUMMARY
  return [
    strong(sections.item),
    ...(isConfided(brief) ? [text(whistleLines.rule), text(brief.title)] : []),
    text(kind),
    text(clip(brief.summary, LONG_SUMMARY)),
    ...(long ? [panel(sections.summary, [text(brief.summary)])] : []),
    ...(brief.demand === '' ? [] : [text(`${sections.demand}：${brief.demand}`)]),
    ...(brief.link === null ? [] : [link('查看原文', brief.link)]),
  ]
}

/** The item, or where to fetch it when its text may not stand here. */
export function itemUnless(hidden: boolean, slip: Slip, scene: Scene): readonly Element[] {
  if (hidden) return [text(fetchLine(slip, scene))]
  const { circle } = slip
  const accused = circle?.excluded.map((id) => bodyName(scene, id)) ?? []
  return [...itemOf(slip.brief), ...(circle ? [text(whistleLines.excluded(accused))] : [])]
}

function fetchLine(slip: Slip, scene: Scene): string {
  const office = officeName(scene, slip)
  return isInternal(slip) ? internalLines.fetch(office) : internalLines.refused(office)
}

export function titleUnless(hidden: boolean, slip: Slip): string {
  if (isConfided(slip.brief)) return whistleLines.title
  return hidden ? hiddenTitle(slip) : slip.brief.title
}

function hiddenTitle(slip: Slip): string {
  return isInternal(slip) ? internalLines.title : internalLines.untold
}

export function clockLine(clock: SlipClock, slip: Slip, now: Instant): string {
  const { name, deadline, stoppedAt } = clock
  if (name === 'press_conference' && slip.conferenceWaived) return urgentLines.waivedClock
  if (stoppedAt !== null) return clockLines.done(name, stoppedAt, deadline.at, now)
  const recheckAt = name === 'feedback' ? recheckOf(slip) : null
  if (recheckAt !== null) return standingLines.suspended(recheckAt, now)
  return isOpen(slip) && now > deadline.at
    ? clockLines.overdue(name, deadline.at, now)
    : clockLines.due(name, deadline.at, now)
}

/** One line a clock; red when one that still binds is overdue. */
export function clocksOf(slip: Slip, now: Instant): readonly Element[] {
  const running = runningClocks(slip)
  return [
    strong(sections.clocks),
    ...slip.clocks.map((clock) =>
      text(
        clockLine(clock, slip, now),
        running.includes(clock) && now > clock.deadline.at ? 'warning' : 'normal',
      ),
    ),
  ]
}

/** Who issued it, who else works on it and how far they are. */
export function whoOf(slip: Slip, scene: Scene): readonly Element[] {
  const others = companions(slip, scene).map(
    (other) => `${dutyWords[other.duty]}：${bodyName(scene, other.unitId)}（${stateWord(other)}）`,
  )
  return [
    strong(sections.who),
    text(
      [
        `${dutyWord(slip, scene)}：${bodyName(scene, slip.unitId)}（本单${slip.voided ? '，已作废' : ''}）`,
        ...(slip.hops > 0 ? [standingLines.hop(slip.hops, slip.policy.contest.hops)] : []),
        ...others,
        `${officeName(scene, slip)}联系人：${contactOf(scene.dossier?.matter.submitted ?? slip.issued, scene)}`,
        `答复形式：${answerFormWords[slip.brief.answerForm]}${givesAnswer(slip) ? '' : '（由牵头单位统一答复）'}`,
      ].join('\n'),
    ),
  ]
}

export function whyOf(slip: Slip, now: Instant): Element {
  return panel(
    sections.why,
    slip.clocks.flatMap(({ name, deadline }) => [
      text([`${clockWords[name]}时限`, ...derivationLines(deadline.steps, now)].join('\n'), 'normal'),
    ]),
  )
}

export function footOf(slip: Slip, now: Instant): Element {
  return note(`${moment(slip.issued.at, now)}交办　第${slip.rev}版`)
}

/** The receipt and the public answer as facts. */
export function receiptLines(slip: Slip, now: Instant): readonly string[] {
  return slip.receipt ? [receiptLine(slip, slip.receipt, false, now)] : []
}

/** The receipt as the office reads it. */
export function wholeReceiptLines({ receipt, ...slip }: Slip, now: Instant): readonly string[] {
  if (!receipt) return []
  const fingerprint = fingerprintLine(receipt)
  return [
    receiptLine({ ...slip, receipt }, receipt, true, now),
    ...(fingerprint === null ? [] : [fingerprint]),
  ]
}

export function firstResponseOf(slip: Slip, now: Instant, hidden: boolean): readonly Element[] {
  const answer = slip.firstResponse
  if (!answer) return []
  const said = `已公开回应：${moment(answer.publishedAt, now)}（${nameOf(answer.by)}登记）`
  if (hidden) return [text(said)]
  return [
    text(answer.noLinkReason === null ? said : `${said}\n无链接：${answer.noLinkReason}`),
    ...(answer.link === null ? [] : row([link('查看回应', answer.link)])),
  ]
}

/** The latest progress reports, newest first. */
export function progressOf(slip: Slip, now: Instant, most: number, signs: number): readonly Element[] {
  const shown = slip.progress.slice(-most).reverse()
  return shown.length === 0
    ? []
    : [
        strong(sections.progress),
        ...shown.map(({ by, at, text: said }) =>
          text(`${moment(at, now)} ${nameOf(by)}：${clip(said, signs)}`),
        ),
      ]
}

/** The feedback in full; of a hidden one only the kind of result. */
export function feedbackOf(slip: Slip, now: Instant, hidden: boolean): readonly Element[] {
  const { final } = slip
  if (!final) return []
  return [
    text(`办理结果：${outcomeWords[final.outcome]}（${nameOf(final.by)}　${moment(final.at, now)}提交）`),
    ...(hidden ? [] : wordsOf(final)),
  ]
}

function wordsOf({ findings, measures, nextSteps, adoption }: FinalFeedback): readonly Element[] {
  return [
    text(`一、核查情况\n${findings}`),
    text(`二、处置措施及结果\n${measures}`),
    ...(adoption ? [text(adoptionLine(adoption))] : []),
    ...(nextSteps === null ? [] : [text(`三、下一步打算\n${nextSteps}`)]),
  ]
}

function adoptionLine({ kind, reason }: Adoption): string {
  return `采纳情况：${adoptionWords[kind]}${reason === null ? '' : `（${reason}）`}`
}

/** The line above a form and in lists: number, unit, what it is about. */
export function factOf(slip: Slip, scene: Scene, hidden: boolean): string {
  return `${noOf(slip)}　${bodyName(scene, slip.unitId)}\n${titleUnless(hidden, slip)}`
}
