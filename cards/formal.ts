import { nameOf } from '../src/domain/decision.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { FormalDraft } from '../src/domain/emergency.ts'
import type { Matter } from '../src/domain/matter.ts'
import { clockOf, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, row, strong, text } from './elements.ts'
import { draftOf, matterTitle, slipRows } from './matter-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { actionsOf } from './slip.ts'
import { unitSheet } from './unit-notices.ts'
import { phoneRecordOf } from './urgent-parts.ts'
import { colourOf, hiddenFromUnit, stateWord, urgencyTags } from './view.ts'
import { answerFormWords } from './wording-dictionary.ts'
import { draftLines, internalLines } from './wording-sentences.ts'
import { urgentLines } from './wording-urgent.ts'

/** 补发交办单: what is owed, submitted or issued of the paper that follows the call. */
export function formalOf(matter: Matter, scene: Scene): readonly Element[] {
  const { formal, status } = matter
  if (!formal) return []
  const on = { matter: matter.id, rev: matter.rev }
  return [
    strong(urgentLines.formalSection),
    text(
      formalLines(matter, scene).join('\n'),
      !formal.issued && scene.now > formal.owed.at ? 'warning' : 'normal',
    ),
    ...(status === 'issued' && !formal.issued && !formal.submitted
      ? [button('submit_formal', on, 'primary_filled')]
      : []),
  ]
}

export function formalLines({ formal }: Matter, { now, redacted }: Scene): readonly string[] {
  if (!formal) return []
  const { owed, submitted, returned, issued } = formal
  if (issued) return [urgentLines.formalIssued(nameOf(issued.by), issued.at, now)]
  return [
    urgentLines.formalOwed(owed.at, now),
    ...(submitted ? [urgentLines.formalWaiting(nameOf(submitted.by), submitted.at, now)] : []),
    ...(returned && !submitted
      ? [
          urgentLines.formalReturned(
            nameOf(returned.by),
            returned.at,
            redacted ? internalLines.untold : clip(returned.reason, 300),
            now,
          ),
        ]
      : []),
  ]
}

/** 审核把关 of the paper: the whole matter, what was added to it, 签发 or 退回修改. */
export function formalApprovalSheet({ matter, slips }: Dossier, n: number, scene: Scene): Sheet {
  const formal = matter.formal
  const submitted = formal?.submitted?.n === n && !formal.issued ? formal.submitted : null
  const live = submitted !== null && matter.status === 'issued'
  const word = live ? '补发待签发' : formal?.issued ? '补发已签发' : '补发已有后续'
  const level = matter.draft?.level ?? 'major'
  const title = matterTitle(matter, scene)
  return {
    header: {
      title: `${matter.ref} · ${word}`,
      subtitle: title,
      colour: colourOf(level, live),
      tags: urgencyTags(level),
    },
    summary: `${matter.ref}（${word}）${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: live
      ? [
          text(urgentLines.approve(nameOf(submitted.by), submitted.at, scene.now), 'heading'),
          ...row([
            button('issue_formal', { matter: matter.id, rev: n }, 'primary_filled'),
            button('return_formal', { matter: matter.id, rev: n }),
          ]),
          text(addedLines(submitted, scene)),
          hr,
          ...slipRows(slips, scene),
          hr,
          ...phoneRecordOf(matter, scene),
          ...(matter.draft ? [hr, ...draftOf(matter.draft, scene)] : []),
        ]
      : [text(urgentLines.superseded), ...formalOf(matter, scene)],
  }
}

function addedLines({ answerForm, term, demand }: FormalDraft, { redacted }: Scene): string {
  return [
    `答复形式：${answerFormWords[answerForm]}`,
    `办理时限：${draftLines.term(term)}（自通话时起算）`,
    `办理要求：${redacted ? internalLines.untold : demand}`,
  ].join('\n')
}

/** To the unit: the paper has come, under the same number; whether it must be signed for again. */
export function formalisedSheet(slip: Slip, matter: Matter | null, scene: Scene): Sheet {
  const { now } = scene
  const issued = matter?.formal?.issued
  const hidden = hiddenFromUnit(slip, scene)
  const receipt = clockOf(slip, 'receipt')
  const again = slip.status === 'awaiting_receipt' && receipt !== undefined
  return unitSheet(slip, scene, again ? '已补发交办单' : `已补发交办单（${stateWord(slip)}）`, again, [
    text(issued ? urgentLines.formalised(nameOf(issued.by), issued.at, now) : stateWord(slip), 'heading'),
    text(again ? urgentLines.signAgain(receipt.deadline.at, now) : urgentLines.unchanged),
    ...(again ? actionsOf(slip) : []),
    text(
      [
        `答复形式：${answerFormWords[slip.brief.answerForm]}`,
        ...(hidden || slip.brief.demand === '' ? [] : [`办理要求：${slip.brief.demand}`]),
      ].join('\n'),
    ),
  ])
}
