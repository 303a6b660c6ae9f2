import type { Accountability } from '../src/domain/accountability.ts'
import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { receiptNo } from '../src/domain/receipt.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { button, clip, type Element, hr, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, factOf, itemUnless, titleUnless } from './slip-parts.ts'
import { type Happened, timelineOf } from './timeline.ts'
import { bodyName, noOf, onSlip, outsideOffice, slipTags, stateWord, supervisionName } from './view.ts'
import { accountabilityLines, fileLines } from './wording-accountability.ts'
import { causeWords } from './wording-dictionary.ts'
import { internalLines } from './wording-sentences.ts'

/** More names than this are not listed: who read first is what counts. */
const MOST_READERS = 12

/** 提请问责 to the supervision office: 移送 or 不移送, signed by a named person. */
export function accountabilityProposalSheet(slip: Slip, one: Accountability, given: Scene): Sheet {
  const scene = outsideOffice(slip, given)
  const { now } = scene
  const { ruling, proposed } = one
  const live = ruling === null && !slip.withdrawn && !slip.voided
  const word = live
    ? accountabilityLines.word.proposed
    : ruling
      ? accountabilityLines.word[ruling.kind]
      : stateWord(slip)
  return {
    ...slipHead(slip, scene, word, scene.redacted, live ? 'red' : 'grey'),
    body: [
      ...(live
        ? [
            text(
              accountabilityLines.proposal(
                noOf(slip),
                bodyName(scene, slip.unitId),
                causeWords[proposed.cause],
              ),
              'heading',
            ),
            ...row([
              button('transfer', onSlip(slip, one.n), 'primary_filled'),
              button('decline_transfer', onSlip(slip, one.n)),
            ]),
          ]
        : rulingLines(one, slip, scene)),
      text([...groundLines(slip, one, scene), ...consequenceLine(one, scene)].join('\n')),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...timelineOf(slip, scene, now, happened(slip)),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}

function rulingLines({ ruling }: Accountability, slip: Slip, scene: Scene): readonly Element[] {
  const { now } = scene
  if (!ruling) return [text(stateWord(slip), 'heading')]
  const name = nameOf(ruling.by)
  return ruling.kind === 'transferred'
    ? [
        text(accountabilityLines.transferred(name, formatNo(ruling.no), ruling.at, now), 'heading'),
        text(accountabilityLines.suggestion(told(ruling.suggestion, scene))),
      ]
    : [
        text(accountabilityLines.declined(name, ruling.at, now), 'heading'),
        text(accountabilityLines.reason(told(ruling.reason, scene))),
      ]
}

/** On what it rests: the signed 督办 that ran out, or what the proposer wrote. */
function groundLines(slip: Slip, { proposed }: Accountability, scene: Scene): readonly string[] {
  const { now } = scene
  const { by, at, cause, evidence, supervision } = proposed
  const ruling = slip.supervisions.find(({ n }) => n === supervision)?.ruling
  return [
    accountabilityLines.cause(causeWords[cause]),
    ...(by === 'system' ? [] : [accountabilityLines.by(nameOf(by), at, now)]),
    ...(ruling?.kind === 'issued'
      ? [accountabilityLines.ladderGround(formatNo(ruling.no), ruling.deadline.at, now)]
      : []),
    ...(evidence === null ? [] : [accountabilityLines.evidence(told(evidence, scene))]),
  ]
}

function consequenceLine({ proposed: { consequence } }: Accountability, scene: Scene): readonly string[] {
  return consequence === null ? [] : [accountabilityLines.consequence(told(consequence, scene))]
}

/** 移送函 to the discipline office: facts, timeline, evidence, harm, suggestion. */
export function transferFileSheet(slip: Slip, one: Accountability, given: Scene): Sheet | null {
  const scene = outsideOffice(slip, given)
  const { now } = scene
  const { ruling, read } = one
  if (ruling?.kind !== 'transferred') return null
  const no = formatNo(ruling.no)
  const live = read.length === 0
  const title = titleUnless(scene.redacted, slip)
  const said = (part: string | null) => (part === null ? accountabilityLines.unsaid : told(part, scene))
  const { sections } = fileLines
  return {
    header: {
      title: `${no} · ${fileLines.word}`,
      subtitle: title,
      colour: live ? 'red' : 'grey',
      tags: slipTags(slip, scene),
    },
    summary: `${no}（${fileLines.word}）${title}`,
    fact: factOf(slip, scene, scene.redacted),
    about: { matter: null, slip },
    hidden: scene.redacted,
    body: [
      text(fileLines.ask(noOf(slip)), 'heading'),
      ...(live ? [button('acknowledge_file', onSlip(slip, one.n), 'primary_filled')] : readers(one, now)),
      strong(sections.facts),
      text(
        [
          fileLines.unit(bodyName(scene, slip.unitId)),
          fileLines.slip(noOf(slip), slip.issued.at, stateWord(slip), now),
          fileLines.signed(supervisionName(scene), nameOf(ruling.by), ruling.at, now),
        ].join('\n'),
      ),
      strong(sections.what),
      text(groundLines(slip, one, scene).join('\n')),
      ...timelineOf(slip, scene, now, happened(slip)),
      strong(sections.evidence),
      text(
        evidenceOf(slip, now)
          .map((item, index) => `${index + 1}. ${item}`)
          .join('\n'),
      ),
      strong(sections.consequence),
      text(said(ruling.consequence)),
      strong(sections.suggestion),
      text(said(ruling.suggestion)),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}

function readers({ read }: Accountability, now: Instant): readonly Element[] {
  const lines = read.slice(0, MOST_READERS).map(({ by, at }) => fileLines.read(nameOf(by), at, now))
  return [text(lines.join('\n'))]
}

/** What can be shown for it, each with its number or its instants. */
function evidenceOf(slip: Slip, now: Instant): readonly string[] {
  const { item } = fileLines
  const { receipt, final, sentBack } = slip
  const urged = urgedAt(slip)
  return [
    item.slip(noOf(slip), nameOf(slip.issued.by), slip.issued.at, now),
    receipt ? item.receipt(receiptNo(slip, receipt), nameOf(receipt.by), receipt.at, now) : item.noReceipt,
    ...(urged.length === 0 ? [] : [item.urged(urged, now)]),
    ...(final ? [item.feedback(nameOf(final.by), final.at, now)] : []),
    ...(sentBack.length === 0 ? [] : [item.sentBack(sentBack, now)]),
    ...slip.supervisions.flatMap(({ ruling }) =>
      ruling?.kind === 'issued'
        ? [item.supervision(formatNo(ruling.no), nameOf(ruling.by), ruling.at, ruling.deadline.at, now)]
        : [],
    ),
  ]
}

/** Rungs climbed in one minute were one message. */
function urgedAt(slip: Slip): readonly Instant[] {
  const urges = slip.policy.ladder.filter(({ act }) => act === 'urge').map(({ id }) => id)
  const climbed = Object.entries(slip.rungs)
    .filter(([key]) => urges.some((id) => key.startsWith(`${id}@`)))
    .map(([, at]) => at)
  const byHand = slip.lastManualReminder === null ? [] : [slip.lastManualReminder]
  return [...new Set([...climbed, ...byHand])].sort((a, b) => a - b)
}

/** 问责 itself is told only on its own cards. */
function happened(slip: Slip): readonly Happened[] {
  return slip.accountabilities.flatMap(({ proposed: { by, at, cause }, ruling }) => [
    ...(by === 'system' ? [] : [{ at, what: `${by.name}提请问责（${causeWords[cause]}）` }]),
    ...(ruling
      ? [
          {
            at: ruling.at,
            what:
              ruling.kind === 'transferred'
                ? `${nameOf(ruling.by)}签发${formatNo(ruling.no)}`
                : `${nameOf(ruling.by)}决定不移送`,
          },
        ]
      : []),
  ])
}

function told(said: string, { redacted }: Scene): string {
  return redacted ? internalLines.untold : clip(said, 600)
}
