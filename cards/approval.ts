import { nameOf } from '../src/domain/decision.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import { isOpen } from '../src/domain/slip.ts'
import { button, type Element, hr, row, text } from './elements.ts'
import { endLine, repeatsOf, similarOf, waysOut } from './intake-parts.ts'
import { draftOf, limitsOf, matterTitle, returnedLine, slipRows, withdrawnLine } from './matter-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { colourOf, urgencyTags } from './view.ts'
import { draftLines } from './wording-sentences.ts'

/** 审核把关 in the office's group: the whole draft, its limits if issued now, 签发 or 退回修改. */
export function approvalSheet(dossier: Dossier, draftRev: number, scene: Scene): Sheet {
  const { matter } = dossier
  const title = matterTitle(matter, scene)
  const state = stateOf(dossier, draftRev)
  return {
    header: {
      title: `${matter.ref} · ${state}`,
      subtitle: title,
      colour: colourOf(matter.draft?.level ?? 'ordinary', state === '待签发'),
      tags: matter.draft ? urgencyTags(matter.draft.level) : [],
    },
    summary: `${matter.ref}（${state}）${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: bodyOf(dossier, draftRev, state, scene),
  }
}

type ApprovalState = '待签发' | '已签发' | '已退回修改' | '已有新稿' | '已撤回' | '不予受理' | '已并案'

function stateOf({ matter }: Dossier, draftRev: number): ApprovalState {
  if (matter.draftRev !== draftRev) return '已有新稿'
  if (matter.approved) return '已签发'
  if (matter.withdrawn) return '已撤回'
  if (matter.declined) return '不予受理'
  if (matter.merged) return '已并案'
  return matter.status === 'awaiting_approval' ? '待签发' : '已退回修改'
}

/** Of a 举报件: who is named may have to change, when one leaves. */
function circleRow({ circle, id }: Matter, rev: number): readonly Element[] {
  return circle ? [button('replace_confidant', { matter: id, rev })] : []
}

function bodyOf(
  { matter, slips }: Dossier,
  draftRev: number,
  state: ApprovalState,
  scene: Scene,
): readonly Element[] {
  const { now } = scene
  const { draft, submitted, approved } = matter
  const content = draft ? [hr, ...draftOf(draft, scene)] : []
  switch (state) {
    case '待签发': {
      const on = { matter: matter.id, rev: draftRev }
      return [
        ...(submitted ? [text(draftLines.approve(nameOf(submitted.by), submitted.at, now), 'heading')] : []),
        ...row([button('approve_issue', on, 'primary_filled'), button('return_draft', on)]),
        ...similarOf(scene),
        ...(scene.similar?.length ? waysOut(matter, false) : []),
        ...repeatsOf(matter),
        ...content,
        ...circleRow(matter, draftRev),
        hr,
        ...(draft ? limitsOf(draft, scene) : []),
      ]
    }
    case '已签发':
      return [
        ...(approved ? [text(draftLines.issued(nameOf(approved.by), approved.at, now), 'heading')] : []),
        hr,
        ...slipRows(slips, scene),
        ...(slips.some(isOpen) ? circleRow(matter, draftRev) : []),
        ...content,
      ]
    case '已退回修改':
      return [text(returnedLine(matter, scene) ?? draftLines.superseded)]
    case '已有新稿':
      return [text(draftLines.superseded)]
    case '不予受理':
    case '已并案':
      return [text(endLine(matter, scene) ?? draftLines.superseded)]
    case '已撤回':
      return [text(withdrawnLine(matter, scene) ?? draftLines.superseded)]
  }
}
