import type { Clue } from '../src/domain/clue.ts'
import { nameOf } from '../src/domain/decision.ts'
import type { BodyId } from '../src/domain/directory.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { unitCould } from './could.ts'
import { button, type Element, hr, link, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { factOf, itemUnless, titleUnless } from './slip-parts.ts'
import { bodyName, colourOf, hiddenFromUnit, noOf, onSlip } from './view.ts'
import { clueLines } from './wording-clue.ts'
import { internalLines } from './wording-sentences.ts'

/** 线索移交单 to the group of one body it was handed to; afterwards who received it, and when. */
export function clueSheet(slip: Slip, clue: Clue, bodyId: BodyId, scene: Scene): Sheet {
  const { now } = scene
  // The office's own group reads what the office keeps.
  const hidden = bodyId === slip.officeId ? scene.redacted : hiddenFromUnit(slip, scene)
  const received = clue.received.find((one) => one.bodyId === bodyId)
  const title = titleUnless(hidden, slip)
  const word = `${clueLines.word} · ${received ? clueLines.received : clueLines.waiting}`
  const told = (said: string) => (hidden ? internalLines.untold : said)
  return {
    header: { title: word, subtitle: title, colour: colourOf(slip.brief.level, !received), tags: [] },
    summary: `${word} ${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
    body: [
      text(clueLines.ask(noOf(slip), bodyName(scene, bodyId)), 'heading'),
      ...(received
        ? [text(clueLines.receivedBy(nameOf(received.by), received.at, now))]
        : [button('receive_clue', onSlip(slip, clue.n), 'primary_filled')]),
      text(clueLines.by(nameOf(clue.by), clue.at, namesOf(clue, scene), now)),
      strong(clueLines.what),
      text(told(clue.what)),
      strong(clueLines.evidence),
      text(told(clue.evidence)),
      ...(clue.link === null || hidden ? [] : row([link(clueLines.see, clue.link)])),
      hr,
      ...itemUnless(hidden, slip, scene),
    ],
  }
}

/** On the slip: to whom the latest clue went, and who has received it. */
export function clueOf({ clues }: Slip, scene: Scene): readonly string[] {
  const last = clues.at(-1)
  return last ? [clueLine(last, scene, scene.now)] : []
}

export function clueLine(clue: Clue, scene: Scene, now: Instant): string {
  const received = clue.received.map(({ bodyId, by, at }) =>
    clueLines.receivedShort(bodyName(scene, bodyId), nameOf(by), at, now),
  )
  return `${clueLines.by(nameOf(clue.by), clue.at, namesOf(clue, scene), now)}${received.join('')}`
}

/** Every turn of a clue, for the course of events. */
export function clueTurns(
  { clues }: Slip,
  scene: Scene,
): readonly { readonly at: Instant; readonly what: string }[] {
  return clues.flatMap((clue) => [
    { at: clue.at, what: clueLines.handed(nameOf(clue.by), namesOf(clue, scene)) },
    ...clue.received.map(({ bodyId, by, at }) => ({
      at,
      what: clueLines.taken(bodyName(scene, bodyId), nameOf(by)),
    })),
  ])
}

/** The button of the unit, once it has the slip in hand. */
export function clueButton(slip: Slip, scene: Scene): readonly Element[] {
  const fitting = isOpen(slip) && slip.status !== 'awaiting_receipt' && slip.status !== 'contested'
  return fitting && unitCould('hand_over_clue', slip, scene) ? [button('hand_over_clue', onSlip(slip))] : []
}

function namesOf({ to }: Clue, scene: Scene): string {
  return to.map((id) => bodyName(scene, id)).join('、')
}
