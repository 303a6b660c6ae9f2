import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { clockNames } from '../src/domain/policy.ts'
import { type FinalFeedback, isOpen, type Slip, type SlipClock } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { clip, type Element, link, note, panel, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { bodyName, companions, contactOf, isInternal, noOf, officeName, stateWord } from './view.ts'
import {
  answerFormWords,
  categoryWords,
  clockWords,
  dutyWords,
  levelWords,
  outcomeWords,
  rungActWords,
} from './wording-dictionary.ts'
import { clockLines, internalLines, sections } from './wording-sentences.ts'
import { derivationLines, moment } from './wording-times.ts'

/** Parts that several cards about a slip share. */

const LONG_SUMMARY = 160

/** The item: source, kind, summary (a long one folded), and the original as a button. */
export function itemOf(brief: Slip['brief']): readonly Element[] {
  // Two lines, so that a phone breaks none of them in the middle of a word.
  const kind = `来源：${brief.platform}　等级：${levelWords[brief.level]}\n分类：${categoryWords[brief.category]}`
  const long = [...brief.summary].length > LONG_SUMMARY
  return [
    strong(sections.item),
    text(kind),
    text(clip(brief.summary, LONG_SUMMARY)),
    ...(long ? [panel(sections.summary, [text(brief.summary)])] : []),
    ...(brief.demand === '' ? [] : [text(`${sections.demand}：${brief.demand}`)]),
    ...(brief.link === null ? [] : [link('查看原文', brief.link)]),
  ]
}

/** The item, or where to fetch it when its text may not stand here. */
export function itemUnless(hidden: boolean, slip: Slip, scene: Scene): readonly Element[] {
  return hidden ? [text(fetchLine(slip, scene))] : itemOf(slip.brief)
}

function fetchLine(slip: Slip, scene: Scene): string {
  const office = officeName(scene, slip)
  return isInternal(slip) ? internalLines.fetch(office) : internalLines.refused(office)
}

export function titleUnless(hidden: boolean, slip: Slip): string {
  return hidden ? hiddenTitle(slip) : slip.brief.title
}

function hiddenTitle(slip: Slip): string {
  return isInternal(slip) ? internalLines.title : internalLines.untold
}

export function clockLine(clock: SlipClock, slip: Slip, now: Instant): string {
  const { name, deadline, stoppedAt } = clock
  if (stoppedAt !== null) return clockLines.done(name, stoppedAt, deadline.at, now)
  return isOpen(slip) && now > deadline.at
    ? clockLines.overdue(name, deadline.at, now)
    : clockLines.due(name, deadline.at, now)
}

/** One line a clock; red when one that still binds is overdue. */
export function clocksOf(slip: Slip, now: Instant): readonly Element[] {
  return [
    strong(sections.clocks),
    ...slip.clocks.map((clock) =>
      text(
        clockLine(clock, slip, now),
        clock.stoppedAt === null && isOpen(slip) && now > clock.deadline.at ? 'warning' : 'normal',
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
        `${dutyWords[slip.duty]}：${bodyName(scene, slip.unitId)}（本单）`,
        ...others,
        `${officeName(scene, slip)}联系人：${contactOf(slip.issued, scene)}`,
        `答复形式：${answerFormWords[slip.brief.answerForm]}`,
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
  return slip.receipt ? [`已签收：${nameOf(slip.receipt.by)}　${moment(slip.receipt.at, now)}`] : []
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

function wordsOf({ findings, measures, nextSteps }: FinalFeedback): readonly Element[] {
  return [
    text(`一、核查情况\n${findings}`),
    text(`二、处置措施及结果\n${measures}`),
    ...(nextSteps === null ? [] : [text(`三、下一步打算\n${nextSteps}`)]),
  ]
}

/** 办理经过: what happened and what was done about it, in order; the evidence of a supervision. */
export function timelineOf(slip: Slip, scene: Scene, until: Instant): readonly Element[] {
  const { now } = scene
  const happened: { readonly at: Instant; readonly what: string }[] = [
    { at: slip.issued.at, what: `交办${bodyName(scene, slip.unitId)}（${nameOf(slip.issued.by)}签发）` },
    ...(slip.receipt ? [{ at: slip.receipt.at, what: `${nameOf(slip.receipt.by)}签收` }] : []),
    ...(slip.firstResponse ? [{ at: slip.firstResponse.at, what: '登记首次回应' }] : []),
    ...slip.progress.map(({ by, at }) => ({ at, what: `${nameOf(by)}报告阶段进展` })),
    ...slip.sentBack.map(({ by, at }) => ({ at, what: `${nameOf(by)}退回重办` })),
    ...(slip.final ? [{ at: slip.final.at, what: `${nameOf(slip.final.by)}提交办理反馈` }] : []),
    ...(slip.lastManualReminder === null
      ? []
      : [{ at: slip.lastManualReminder, what: `${officeName(scene, slip)}人工催办` }]),
    ...climbs(slip),
    ...slip.supervisions.flatMap(({ ruling }) =>
      ruling
        ? [
            {
              at: ruling.at,
              what:
                ruling.kind === 'issued'
                  ? `${nameOf(ruling.by)}签发${formatNo(ruling.no)}`
                  : `${nameOf(ruling.by)}决定不予督办`,
            },
          ]
        : [],
    ),
  ]
  const lines = happened
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at)
    .map(({ at, what }) => `${moment(at, now)}　${what}`)
  const shown = lines.length <= 14 ? lines : [...lines.slice(0, 4), '……', ...lines.slice(-9)]
  return [strong(sections.timeline), text([...shown, ...(slip.receipt ? [] : ['至今未签收'])].join('\n'))]
}

/** Rungs climbed together were one message, said by the gravest of them. */
function climbs(slip: Slip): readonly { readonly at: Instant; readonly what: string }[] {
  const instants = [...new Set(Object.values(slip.rungs))]
  return instants.map((at) => {
    const climbed = Object.entries(slip.rungs)
      .filter(([, climbedAt]) => climbedAt === at)
      .flatMap(([key]) => slip.policy.ladder.filter(({ id }) => id === key.split('@')[0]))
    const act = (['escalate', 'urge', 'remind'] as const).find((one) =>
      climbed.some((rung) => rung.act === one),
    )
    const clocks = clockNames.filter((name) =>
      climbed.some((rung) => rung.clock === name && rung.act === act),
    )
    return {
      at,
      what: `${act ? rungActWords[act] : '催办'}（${clocks.map((name) => clockWords[name]).join('、')}）`,
    }
  })
}

/** The line above a form and in lists: number, unit, what it is about. */
export function factOf(slip: Slip, scene: Scene, hidden: boolean): string {
  return `${noOf(slip)}　${bodyName(scene, slip.unitId)}\n${titleUnless(hidden, slip)}`
}
