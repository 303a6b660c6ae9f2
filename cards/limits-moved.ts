import { runningClocks, type Slip } from '../src/domain/slip.ts'
import { panel, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { actionsOf, askOf } from './slip.ts'
import { unitSheet } from './unit-notices.ts'
import { stateWord } from './view.ts'
import { movedLines } from './wording-holidays.ts'
import { derivationLines } from './wording-times.ts'

/** Whether the n-th move still says where the limits stand. */
export function moveBinds(slip: Slip, n: number): boolean {
  const moved = slip.moves[n - 1]?.moved ?? []
  return runningClocks(slip).some((clock) =>
    moved.some(({ clock: name, deadline }) => name === clock.name && deadline.at === clock.deadline.at),
  )
}

/** 时限调整 to the unit's group: a holiday notice came, and these limits stand elsewhere now. */
export function limitsMovedSheet(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const move = slip.moves[n - 1]
  if (!move) return null
  const live = moveBinds(slip, n)
  return unitSheet(slip, scene, live ? movedLines.word : stateWord(slip), live, [
    text(movedLines.ask, 'heading'),
    text(
      move.moved
        .map(({ clock, from, deadline }) => movedLines.limit(clock, from, deadline.at, now))
        .join('\n'),
    ),
    ...move.moved.map(({ clock, deadline }) =>
      panel(movedLines.why(clock), [text(derivationLines(deadline.steps, now).join('\n'))]),
    ),
    ...(live ? [text(askOf(slip, scene)), ...actionsOf(slip)] : []),
  ])
}
