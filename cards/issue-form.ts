import { nameOf } from '../src/domain/decision.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import { type Element, hr, text } from './elements.ts'
import { formElements, freshForm } from './form-face.ts'
import {
  endLine,
  originOf,
  repeatsOf,
  similarOf,
  suggestionLines,
  suggestionsOf,
  waysOut,
} from './intake-parts.ts'
import { draftOf, limitsOf, matterTitle, returnedLine, slipRows, withdrawnLine } from './matter-parts.ts'
import { monitoringOf } from './monitoring.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { colourOf, urgencyTags } from './view.ts'
import { matterStatusWords } from './wording-dictionary.ts'
import { declineLines } from './wording-intake.ts'
import { draftLines } from './wording-sentences.ts'
import { whistleLines } from './wording-whistle.ts'

/** 拟制交办单: a live form while drafting; afterwards what was understood, and at last the numbers. */
export function issueFormSheet(dossier: Dossier, scene: Scene): Sheet {
  const { matter } = dossier
  const state = matter.withdrawn
    ? '已撤回'
    : matter.declined
      ? declineLines.state
      : matterStatusWords[matter.status]
  const live = matter.status === 'drafting' || matter.status === 'awaiting_approval'
  const title = matterTitle(matter, scene)
  return {
    header: {
      title: `${matter.ref} · ${state}`,
      subtitle: matter.status === 'drafting' && !matter.circle ? '拟制交办单' : title,
      colour: colourOf(matter.draft?.level ?? 'ordinary', live),
      tags: matter.draft ? urgencyTags(matter.draft.level) : [],
    },
    summary: `${matter.ref}（${state}）${title}`,
    fact: matter.status === 'drafting' ? intro(matter, scene) : `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: bodyOf(dossier, scene),
  }
}

function intro(matter: Matter, scene: Scene): string {
  return [
    returnedLine(matter, scene) ?? (matter.circle ? whistleLines.fill : draftLines.fill),
    ...(matter.seed.unread === null || matter.draft ? [] : [draftLines.unread[matter.seed.unread]]),
  ].join('\n')
}

function bodyOf({ matter, slips }: Dossier, scene: Scene): readonly Element[] {
  const { now } = scene
  const { draft, submitted, approved, closed } = matter
  switch (matter.status) {
    case 'registered':
    case 'drafting':
      return [
        text(intro(matter, scene)),
        ...originOf(matter, scene),
        ...suggestionLines(suggestionsOf(matter, scene), scene),
        ...similarOf(scene),
        ...formElements(
          freshForm(
            matter.circle ? 'submit_whistle' : 'submit_draft',
            { matter: matter.id, rev: matter.rev },
            matter.rev,
          ),
          { matter, slip: null },
          scene.redacted,
          scene,
        ),
        ...waysOut(matter, true),
      ]
    case 'awaiting_approval':
      return [
        ...(submitted ? [text(draftLines.waiting(nameOf(submitted.by), submitted.at, now), 'heading')] : []),
        ...waysOut(matter, true),
        ...(draft ? [hr, ...draftOf(draft, scene), hr, ...limitsOf(draft, scene)] : []),
      ]
    case 'issued':
    case 'closed':
      return [
        ...(approved ? [text(draftLines.issued(nameOf(approved.by), approved.at, now), 'heading')] : []),
        ...(closed ? [text(draftLines.closed(closed.at, now))] : []),
        ...repeatsOf(matter),
        hr,
        ...slipRows(slips, scene),
        ...monitoringOf(matter, scene),
        ...(draft ? [hr, ...draftOf(draft, scene)] : []),
      ]
    case 'declined':
      return [text(withdrawnLine(matter, scene) ?? endLine(matter, scene) ?? matterStatusWords.declined)]
    case 'merged':
      return [text(endLine(matter, scene) ?? matterStatusWords.merged)]
  }
}
