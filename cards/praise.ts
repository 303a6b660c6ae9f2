import type { Praise } from '../src/domain/accountability.ts'
import { nameOf } from '../src/domain/decision.ts'
import type { Slip } from '../src/domain/slip.ts'
import { clip, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { bodyName, hiddenFromUnit, noOf } from './view.ts'
import { praiseLines } from './wording-accountability.ts'
import { internalLines } from './wording-sentences.ts'

/** 表扬 to the unit's group. */
export function praiseSheet(slip: Slip, { by, at, ground }: Praise, scene: Scene): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  return {
    ...slipHead(slip, scene, praiseLines.word, hidden, 'green'),
    body: [
      text(praiseLines.told(noOf(slip), praiserBody(by, slip, scene), nameOf(by), at, now), 'heading'),
      text(praiseLines.ground(hidden ? internalLines.untold : clip(ground, 400))),
    ],
  }
}

/** The body the praiser speaks for: the issuing office, or the one that supervises. */
function praiserBody(by: Praise['by'], slip: Slip, scene: Scene): string {
  const person = by === 'system' ? undefined : scene.directory.person({ openId: by.openId })
  const bodies = person?.posts.map(({ bodyId }) => bodyId) ?? []
  const supervising = scene.directory.bodiesOfKind('supervision').find(({ id }) => bodies.includes(id))
  return bodies.includes(slip.officeId) || !supervising ? bodyName(scene, slip.officeId) : supervising.name
}
