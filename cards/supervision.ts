import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { isOpen, type Slip, type Supervision } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, panel, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { actionsOf, askOf } from './slip.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, factOf, itemUnless, titleUnless, whyOf } from './slip-parts.ts'
import { timelineOf } from './timeline.ts'
import {
  bodyName,
  colourOf,
  hiddenFromUnit,
  noOf,
  officeName,
  onSlip,
  slipTags,
  stateWord,
  supervisionName,
} from './view.ts'
import { causeWords } from './wording-dictionary.ts'
import { internalLines, sections, supervisionLines, timesWord } from './wording-sentences.ts'
import { derivationLines, moment } from './wording-times.ts'

/** 提请督办 to the supervision office, with the evidence: the bot proposes, a named person signs. */
export function proposalSheet(slip: Slip, supervision: Supervision, scene: Scene, again?: number): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const { ruling } = supervision
  const live = ruling === null && isOpen(slip)
  const word = live
    ? `提请督办${timesWord(again)}`
    : ruling?.kind === 'issued'
      ? '已签发督办'
      : ruling
        ? '不予督办'
        : stateWord(slip)
  return {
    ...slipHead(slip, scene, word, hidden, live ? 'red' : 'grey'),
    body: [
      ...(live
        ? [
            text(proposalWords(slip, supervision, scene), 'heading'),
            ...row([
              button('issue_supervision', onSlip(slip, supervision.n), 'primary_filled'),
              button('decline_supervision', onSlip(slip, supervision.n)),
            ]),
          ]
        : rulingLines(supervision, slip, scene)),
      text(groundWords(slip, supervision, scene)),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...timelineOf(slip, scene, now),
      hr,
      ...itemUnless(hidden, slip, scene),
      whyOf(slip, now),
    ],
  }
}

function proposalWords(slip: Slip, { proposed }: Supervision, scene: Scene): string {
  const about = [noOf(slip), bodyName(scene, slip.unitId)] as const
  const to = supervisionName(scene)
  return proposed.by === 'system'
    ? supervisionLines.proposal(...about, to)
    : supervisionLines.proposalFor(...about, causeWords[proposed.cause], to)
}

/** Why: what the proposer wrote, or what the procedure itself goes by. */
function groundWords(slip: Slip, { proposed }: Supervision, scene: Scene): string {
  const { by, at, cause, ground } = proposed
  const cited = supervisionLines.cause(causeWords[cause])
  if (ground !== null) {
    const said = hiddenFromUnit(slip, scene) ? internalLines.untold : clip(ground, 400)
    return `${cited}\n${supervisionLines.officeGround(nameOf(by), said)}`
  }
  const times = slip.sentBack.filter((back) => back.at <= at).length
  return `${cited}\n${by === 'system' ? supervisionLines.ladderGround : supervisionLines.sentBackGround(nameOf(by), times)}`
}

function rulingLines({ ruling }: Supervision, slip: Slip, scene: Scene): readonly Element[] {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  if (ruling?.kind === 'issued') {
    return [
      text(supervisionLines.ruledIssued(nameOf(ruling.by), formatNo(ruling.no), ruling.at, now), 'heading'),
      text(
        `督办要求：${hidden ? internalLines.untold : ruling.demand}\n办结时限：${moment(ruling.deadline.at, now)}前`,
      ),
    ]
  }
  if (ruling) {
    return [
      text(supervisionLines.ruledDeclined(nameOf(ruling.by), ruling.at, now), 'heading'),
      text(`理由：${hidden ? internalLines.untold : ruling.reason}`),
    ]
  }
  return [text(askOf(slip, scene), 'heading')]
}

/** 督办通知 to the unit, under a number of its own. */
export function supervisionSheet(slip: Slip, { proposed, ruling }: Supervision, scene: Scene): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const live = isOpen(slip)
  const issued = ruling?.kind === 'issued' ? ruling : null
  const no = issued ? formatNo(issued.no) : noOf(slip)
  const title = titleUnless(hidden, slip)
  const word = live ? '督办通知' : `督办（${stateWord(slip)}）`
  return {
    header: {
      title: `${no} · ${word}`,
      subtitle: title,
      colour: live ? 'red' : colourOf(slip.brief.level, false),
      tags: slipTags(slip, scene),
    },
    summary: `${no}（${word}）${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
    body: [
      ...(issued && live
        ? [
            text(
              supervisionLines.issued(
                officeName(scene, slip),
                slip.issued.at,
                bodyName(scene, slip.unitId),
                issued.deadline.at,
                now,
              ),
              'heading',
            ),
            text(supervisionLines.consequence),
            ...actionsOf(slip),
          ]
        : [text(askOf(slip, scene), 'heading')]),
      text(
        [
          `交办单：${noOf(slip)}（${stateWord(slip)}）`,
          ...(issued
            ? [
                `签发：${supervisionName(scene)}${nameOf(issued.by)}　${moment(issued.at, now)}`,
                supervisionLines.cause(causeWords[proposed.cause]),
                ...(hidden ? [] : [`督办要求：${issued.demand}`]),
              ]
            : []),
        ].join('\n'),
      ),
      hr,
      ...clocksOf(slip, now),
      ...(issued
        ? [panel(sections.why, [text(derivationLines(issued.deadline.steps, now).join('\n'))])]
        : []),
    ],
  }
}
