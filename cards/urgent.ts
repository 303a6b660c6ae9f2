import { nameOf } from '../src/domain/decision.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import type { Slip } from '../src/domain/slip.ts'
import { officeCould } from './could.ts'
import { button, type Element, hr, row, text } from './elements.ts'
import { formElements, freshForm } from './form-face.ts'
import { formalOf } from './formal.ts'
import { draftOf, matterTitle, slipRows, withdrawnLine } from './matter-parts.ts'
import { monitoringOf } from './monitoring.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { phoneRecordOf, releasesOf } from './urgent-parts.ts'
import { bodyName, colourOf, noOf, onSlip, urgencyTags } from './view.ts'
import { matterStatusWords } from './wording-dictionary.ts'
import { draftLines } from './wording-sentences.ts'
import { urgentLines } from './wording-urgent.ts'

/** 紧急交办 at the office: the form of the call, and afterwards what is owed and how far each unit is. */
export function urgentSheet(dossier: Dossier, scene: Scene): Sheet {
  const { matter } = dossier
  const live = matter.status === 'drafting' || matter.status === 'issued'
  const level = matter.draft?.level ?? 'major'
  const drafting = matter.status === 'drafting'
  const title = drafting ? '' : matterTitle(matter, scene)
  const state = drafting ? urgentLines.title : `${urgentLines.title} · ${matterStatusWords[matter.status]}`
  return {
    header: {
      title: `${matter.ref} · ${state}`,
      subtitle: title,
      colour: colourOf(level, live),
      tags: urgencyTags(level),
    },
    summary: `${matter.ref}（${state}）${title}`,
    fact: drafting ? urgentLines.fill : `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: bodyOf(dossier, scene),
  }
}

function bodyOf({ matter, slips }: Dossier, scene: Scene): readonly Element[] {
  const { phone, draft, closed } = matter
  if (matter.status === 'drafting') return formOf(matter, scene)
  if (!phone) return [text(withdrawnLine(matter, scene) ?? matterStatusWords[matter.status])]
  return [
    text(urgentLines.assigned(nameOf(phone.by), phone.call.at, scene.now), 'heading'),
    ...(closed ? [text(draftLines.closed(closed.at, scene.now))] : []),
    ...formalOf(matter, scene),
    hr,
    ...slipRows(slips, scene),
    ...slips.flatMap((slip) => spokenFor(slip, scene)),
    hr,
    ...monitoringOf(matter, scene),
    hr,
    ...phoneRecordOf(matter, scene),
    ...(draft ? [hr, ...draftOf(draft, scene)] : []),
  ]
}

function formOf(matter: Matter, scene: Scene): readonly Element[] {
  const on = { matter: matter.id, rev: matter.rev }
  return [
    text(urgentLines.fill),
    ...formElements(
      freshForm('assign_urgently', on, matter.rev),
      { matter, slip: null },
      scene.redacted,
      scene,
    ),
    button('withdraw_draft', on, 'danger'),
  ]
}

/** What the lead unit released, and the ruling on the press conference. */
function spokenFor(slip: Slip, scene: Scene): readonly Element[] {
  const told = releasesOf(slip, scene.redacted, scene.now)
  const waive = officeCould('waive_conference', slip, scene)
  const clue = slip.duty === 'lead' && officeCould('hand_over_clue', slip, scene)
  return [
    ...(told.length === 0 ? [] : [text(`${noOf(slip)}　${bodyName(scene, slip.unitId)}`), ...told]),
    ...row([
      ...(waive ? [button('waive_conference', onSlip(slip))] : []),
      ...(clue ? [button('hand_over_clue', onSlip(slip))] : []),
    ]),
  ]
}
