import { conferencesOf } from '../src/domain/conference.ts'
import type { Matter } from '../src/domain/matter.ts'
import { clip, type Element, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { bodyName } from './view.ts'
import { watchState } from './watch.ts'
import { conferenceLines } from './wording-conference.ts'
import { internalLines } from './wording-sentences.ts'
import { watchLines } from './wording-watch.ts'

/** A ledger card is about slips; what is kept beside them takes no more room than this. */
const MOST_ROWS = 8

/** What the office keeps in view beside its slips: 预警, and 专用群 that are still to be dissolved. */
export function keptElements(matters: readonly Matter[], scene: Scene): readonly Element[] {
  const watches = matters.filter(({ watch }) => watch?.about && !watch.lifted)
  const groups = matters.flatMap((matter) =>
    conferencesOf(matter).flatMap(({ group, groupDissolved }) =>
      group && !groupDissolved ? [groupLine(matter, group, scene)] : [],
    ),
  )
  return [
    ...(watches.length === 0
      ? []
      : [
          strong(watchLines.section(watches.length)),
          ...watches.slice(0, MOST_ROWS).map((matter) => text(watchLine(matter, scene))),
        ]),
    ...(groups.length === 0
      ? []
      : [
          strong(conferenceLines.groups(groups.length)),
          ...groups.slice(0, MOST_ROWS).map((line) => text(line)),
        ]),
  ]
}

function watchLine(matter: Matter, scene: Scene): string {
  const about = matter.watch?.about
  if (!about) return matter.ref
  const bodies = about.watchers.map((id) => bodyName(scene, id)).join('、')
  const subject = scene.redacted ? internalLines.untold : clip(about.subject, 60)
  const state = watchLines.states[watchState(matter)]
  return watchLines.row(matter.ref, state, subject, about.until, clip(bodies, 60), scene.now)
}

function groupLine(
  { ref }: Matter,
  { purpose, keeper, dissolveBy }: { purpose: string; keeper: string; dissolveBy: number },
  { now, redacted }: Scene,
): string {
  const told = redacted ? internalLines.untold : purpose
  return `${ref}　${conferenceLines.groupLine(told, keeper, dissolveBy, now)}`
}
