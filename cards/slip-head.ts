import type { Slip } from '../src/domain/slip.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { factOf, titleUnless } from './slip-parts.ts'
import { noOf, slipTags } from './view.ts'

/** All of a sheet about one slip but its body: number and turn, title, tags, and what is told in the list of chats. */
export function slipHead(
  slip: Slip,
  scene: Scene,
  word: string,
  hidden: boolean,
  colour: Sheet['header']['colour'],
): Omit<Sheet, 'body'> {
  const title = titleUnless(hidden, slip)
  return {
    header: { title: `${noOf(slip)} · ${word}`, subtitle: title, colour, tags: slipTags(slip, scene) },
    summary: `${noOf(slip)}（${word}）${title}`,
    fact: factOf(slip, scene, hidden),
    about: { matter: null, slip },
    hidden,
  }
}
