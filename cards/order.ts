import type { CardRef } from '../src/domain/card-ref.ts'
import { nameOf } from '../src/domain/decision.ts'
import { clockOf, type Notice, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, link, row, strong, text } from './elements.ts'
import { directivesOf, readers } from './notice.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { askOf } from './slip.ts'
import { factOf, itemUnless, titleUnless } from './slip-parts.ts'
import { unitSheet } from './unit-notices.ts'
import { bodyName, hiddenFromUnit, noOf, onSlip, stateWord } from './view.ts'
import { dutyWords, outcomeWords } from './wording-dictionary.ts'
import { orderLines } from './wording-order.ts'
import { internalLines, sections } from './wording-sentences.ts'
import { moment, termWords } from './wording-times.ts'

/** What a unit did is cut; the whole stands on its own slip. */
const MOST_SIGNS = 160

/** 领导批示 in private: what the leader wrote, for those who answer for the unit. */
export function orderSheet(slip: Slip, scene: Scene): Sheet | null {
  const { order } = slip.brief
  if (!order) return null
  const { redacted } = scene
  const base = unitSheet(slip, scene, orderLines.word, slip.closed === null, [])
  return {
    ...base,
    header: { ...base.header, subtitle: titleUnless(redacted, slip) },
    hidden: redacted,
    fact: factOf(slip, scene, redacted),
    body: [
      text(
        orderLines.ask(redacted ? orderLines.someone : order.leader, bodyName(scene, slip.unitId)),
        'heading',
      ),
      text(`${sections.directive}：${redacted ? internalLines.untold : order.text}`),
      text(`目前状态：${stateWord(slip)}\n${askOf(slip, scene)}`),
      hr,
      ...itemUnless(redacted, slip, scene),
    ],
  }
}

type Place = (CardRef & { kind: 'result_report' })['place']

/** 呈报单: what was asked, who did what, the outcome, where it was answered, whether the limit was kept; 已阅 or 批示. */
export function resultReportSheet(slip: Slip, notice: Notice, place: Place, scene: Scene): Sheet {
  const hidden = place === 'leaders' ? hiddenFromUnit(slip, scene) : scene.redacted
  // The name was typed by hand.
  const leader = (hidden ? undefined : notice.result?.leader) ?? orderLines.someone
  const title = titleUnless(hidden, slip)
  const on = onSlip(slip, notice.n)
  const fresh = notice.acknowledged.length === 0
  const made = slip.directives.some((one) => one.notice === notice.n)
  const acts = [button('acknowledge', on, 'primary_filled'), ...(slip.closed ? [button('instruct', on)] : [])]
  return {
    header: {
      title: `${noOf(slip)} · ${orderLines.reportWord}`,
      subtitle: title,
      colour: fresh ? 'blue' : 'grey',
      tags: [],
    },
    summary: `${noOf(slip)}（${orderLines.reportWord}）${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
    body: [
      text(slip.closed ? orderLines.report(leader) : orderLines.withdrawn(leader), 'heading'),
      ...(place === 'office' ? (made ? [text(orderLines.again)] : []) : row(acts)),
      text(orderLines.text(hidden ? internalLines.untold : (slip.brief.order?.text ?? ''))),
      ...limitOf(slip, scene),
      ...directivesOf(slip, notice, scene),
      ...readers(notice, scene),
      hr,
      strong(sections.feedback),
      ...(scene.dossier?.slips ?? [slip]).map((one) => text(doneBy(one, hidden, scene))),
      ...answersOf(slip, hidden, scene),
      hr,
      ...itemUnless(hidden, slip, scene),
    ],
  }
}

/** By the report of the lead, as it was accepted. */
function limitOf(slip: Slip, { now }: Scene): readonly Element[] {
  const clock = clockOf(slip, 'feedback')
  if (!clock) return []
  const { given, deadline, stoppedAt } = clock
  const kept = stoppedAt === null ? orderLines.unfinished : orderLines.kept(stoppedAt, deadline.at, now)
  return [text(`${orderLines.limit(termWords(given))}\n${kept}`)]
}

/** One unit: what it found and did, and what came of it. */
function doneBy(slip: Slip, hidden: boolean, scene: Scene): string {
  const { final, unitId, duty } = slip
  const who = `${dutyWords[duty]}：${bodyName(scene, unitId)}（${stateWord(slip)}）`
  if (!final || slip.voided) return who
  const told = hidden ? [] : [clip(final.findings, MOST_SIGNS), clip(final.measures, MOST_SIGNS)]
  return [`${who}　${outcomeWords[final.outcome]}`, ...told].join('\n')
}

/** Where it was answered in public. */
function answersOf(slip: Slip, hidden: boolean, { now }: Scene): readonly Element[] {
  const answer = slip.firstResponse
  if (!answer) return []
  const said = `已公开回应：${moment(answer.publishedAt, now)}（${nameOf(answer.by)}登记）`
  return [text(said), ...(answer.link === null || hidden ? [] : row([link('查看回应', answer.link)]))]
}
