import type { Matter } from '../src/domain/matter.ts'
import { aboutNothing } from './about.ts'
import { clip, text } from './elements.ts'
import { matterTitle } from './matter-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { bodyName } from './view.ts'
import { matterStatusWords } from './wording-dictionary.ts'
import { batchLines, declineLines, registrationLines } from './wording-intake.ts'
import { internalLines } from './wording-sentences.ts'

/** To who registered it for a unit: why it was not taken up, or where it went. */
export function registrationSheet(matter: Matter, scene: Scene): Sheet {
  const { ref, declined, merged } = matter
  const title = matterTitle(matter, scene)
  const state = merged
    ? matterStatusWords.merged
    : declined
      ? declineLines.state
      : matterStatusWords[matter.status]
  const lines = merged
    ? [declineLines.toldMerged(ref, merged.ref)]
    : declined
      ? [
          declineLines.told(bodyName(scene, matter.officeId), ref),
          declineLines.ground(
            declined.ground,
            declined.note !== null && scene.redacted ? internalLines.untold : declined.note,
          ),
          ...declineLines.call(declined.ground),
        ]
      : [registrationLines[matter.status](ref, bodyName(scene, matter.officeId))]
  return {
    header: {
      title: `${ref} · ${state}`,
      subtitle: title,
      colour: declined || merged ? 'grey' : 'green',
      tags: [],
    },
    summary: `${ref}（${state}）${title}`,
    fact: `${ref}\n${title}`,
    about: aboutNothing,
    hidden: scene.redacted,
    body: [text([...lines, ...(declined || merged ? [declineLines.thanks] : [])].join('\n'))],
  }
}

/** However many came in at once, no more lines than these fit one card. */
export const MOST_BATCH_LINES = 30

/** What came in at once, told once: a line each, and how to take one up. */
export function batchSheet(source: string, total: number, scene: Scene): Sheet {
  const { batch = [], redacted } = scene
  const shown = batch.slice(0, MOST_BATCH_LINES)
  const title = batchLines.title(clip(source, 40), total)
  const example = shown.find(({ status }) => status === 'registered') ?? shown[0]
  return {
    header: {
      title,
      subtitle: '',
      colour: shown.some(({ status }) => status === 'registered') ? 'blue' : 'grey',
      tags: [],
    },
    summary: title,
    fact: title,
    about: aboutNothing,
    hidden: redacted,
    body: [
      text(batchLines.told(clip(source, 40), total)),
      text(
        shown
          .map((matter) =>
            batchLines.line(
              matter.ref,
              clip(matterTitle(matter, scene), 40),
              matter.status === 'registered' ? '' : matterStatusWords[matter.status],
            ),
          )
          .join('\n'),
      ),
      ...(total > shown.length ? [text(batchLines.more(total - shown.length))] : []),
      ...(example ? [text(`${batchLines.how}\n${batchLines.example(example.ref)}`)] : []),
    ],
  }
}
