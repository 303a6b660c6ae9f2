import { slipIn } from '../src/domain/dossier.ts'
import type { About } from './about.ts'
import type { FormAct } from './action.ts'
import { button, clip, type Element, type Header, header, text, tidy } from './elements.ts'
import { formElements, isIssueForm } from './form-face.ts'
import type { Card, Face, Scene } from './scene.ts'
import { factOf } from './slip-parts.ts'

/** What a kind of card says, before it is known whether it stands plain or opened to a form. */
export interface Sheet {
  readonly header: Header
  /** The line in the chat list and the notification. */
  readonly summary: string
  /** What the form is about, told in one line above it. */
  readonly fact: string
  readonly body: readonly Element[]
  readonly about: About
  /** The card stands where its free text may not be read (内部 in a unit's group). */
  readonly hidden: boolean
  /** The form that is the card itself, so that there is nothing to go back to. */
  readonly opensWith?: FormAct
}

export function cardOf(sheet: Sheet, face: Face, scene: Scene): Card {
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      summary: { content: clip(tidy(sheet.summary), 100) },
    },
    header: header(sheet.header),
    body: {
      vertical_spacing: '8px',
      elements: face.kind === 'plain' ? sheet.body : opened(sheet, face, scene),
    },
  }
}

function opened(sheet: Sheet, face: Face & { kind: 'form' }, scene: Scene): readonly Element[] {
  // The issue form is the card itself: there is nothing to go back to.
  const back =
    face.act === sheet.opensWith || (isIssueForm(face.act) && sheet.about.matter?.status === 'drafting')
      ? []
      : [button('back', face.on)]
  const { about, fact } = aboutOf(sheet, face, scene)
  return [text(fact), ...formElements(face, about, sheet.hidden, scene), ...back]
}

/** A card about a whole matter carries buttons about its slips: the form is about the one that was pressed. */
function aboutOf(
  { about, fact, hidden }: Sheet,
  { on }: Face & { kind: 'form' },
  scene: Scene,
): { readonly about: About; readonly fact: string } {
  const slip = 'slip' in on && !about.slip && scene.dossier ? slipIn(scene.dossier, on.slip) : undefined
  return slip ? { about: { ...about, slip }, fact: factOf(slip, scene, hidden) } : { about, fact }
}
