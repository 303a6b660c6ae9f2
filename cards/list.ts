import type { ListQuery } from '../src/domain/card-ref.ts'
import { isOpen, runningClocks, type Slip } from '../src/domain/slip.ts'
import { aboutNothing } from './about.ts'
import { clip, type Element, note, text } from './elements.ts'
import { keptElements } from './kept-list.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { titleUnless } from './slip-parts.ts'
import { bodyName, hiddenFromUnit, noOf, stateWord } from './view.ts'
import { clockLines, listLines } from './wording-sentences.ts'

/** However many are read, no more than these fit one card. */
const MOST_ROWS = 20

/** 待办, 查询结果, 台账: one slip a paragraph, the nearest limit told. */
export function listSheet({ of, text: looked, page }: ListQuery, scene: Scene): Sheet {
  const { slips, total, pointer } = scene.list ?? { slips: [], total: 0, pointer: false }
  const shown = slips.slice(0, MOST_ROWS)
  const title = listLines.titles[of]
  return {
    header: { title, subtitle: looked === null ? '' : clip(looked, 60), colour: 'blue', tags: [] },
    summary: `${title}：${total}件`,
    fact: title,
    about: aboutNothing,
    hidden: false,
    body: [
      ...(shown.length > 0
        ? [note(listLines.count(shown.length, total, page + 1)), ...shown.map((slip) => rowOf(slip, scene))]
        : pointer || (scene.list?.kept ?? []).length > 0
          ? []
          : [text(listLines.none[of])]),
      ...(pointer ? [text(listLines.pointer)] : []),
      ...keptElements(scene.list?.kept ?? [], scene),
    ],
  }
}

function rowOf(slip: Slip, scene: Scene): Element {
  const { now } = scene
  const late = runningClocks(slip).some(({ deadline }) => deadline.at < now)
  const next = [...runningClocks(slip)].sort((a, b) => a.deadline.at - b.deadline.at)[0]
  const limit =
    next && isOpen(slip)
      ? [
          late
            ? clockLines.overdue(next.name, next.deadline.at, now)
            : clockLines.due(next.name, next.deadline.at, now),
        ]
      : []
  return text(
    [
      `${noOf(slip)}　${stateWord(slip)}${slip.provisional ? '　先行交办' : ''}${late ? '　逾期' : ''}　${bodyName(scene, slip.unitId)}`,
      titleUnless(hiddenFromUnit(slip, scene), slip),
      ...limit,
    ].join('\n'),
    late ? 'warning' : 'normal',
  )
}
