import type { ListQuery } from '../src/domain/card-ref.ts'
import { readUnits } from '../src/domain/directory.ts'
import { unfiltered } from '../src/domain/list-filter.ts'
import { runningClocks, type Slip } from '../src/domain/slip.ts'
import { aboutNothing } from './about.ts'
import { clip, type Element, listButton, note, row, text } from './elements.ts'
import { keptElements } from './kept-list.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { titleUnless } from './slip-parts.ts'
import { bodyName, hiddenFromUnit, noOf, stateWord } from './view.ts'
import { bodyEndings, filterWords, listLines, tableLines } from './wording-lists.ts'

/** However many are read, no more than these fit one card. */
const MOST_ROWS = 20

/** A line of a phone, and a few words more. */
const TITLE_SIGNS = 40

/** 待办, 查询结果, 台账: what was asked for, then each slip with its number, unit, state and nearest limit in one line. */
export function listSheet(query: ListQuery, scene: Scene): Sheet {
  const { of, unread = [] } = query
  const { slips, total, pointer, page = 0, pages = 1, kept = [] } = scene.list ?? nothing
  const shown = slips.slice(0, MOST_ROWS)
  const title = listLines.titles[of]
  return {
    header: { title, subtitle: '', colour: 'blue', tags: [] },
    summary: `${title}：${total}件`,
    fact: title,
    about: aboutNothing,
    hidden: false,
    body: [
      ...askedElements(query, scene),
      ...(shown.length > 0
        ? [note(listLines.count(total, page + 1, pages)), ...shown.map((slip) => rowOf(slip, scene))]
        : pointer || kept.length > 0
          ? []
          : [text(isNarrowed(query) ? noneSuch(of) : listLines.none[of])]),
      ...(pointer ? [text(listLines.pointer)] : []),
      ...keptElements(kept, scene),
      ...(total === 0 ? nearUnits(query, scene) : []),
      ...(unread.length > 0 || (total === 0 && isNarrowed(query)) ? [note(listLines.typeable)] : []),
      ...row(buttonsOf(of, shown.length > 0, page, pages)),
    ],
  }
}

const nothing: NonNullable<Scene['list']> = { slips: [], total: 0, pointer: false }

function isNarrowed({ text, filter }: ListQuery): boolean {
  return text !== null || filter !== undefined
}

function noneSuch(of: ListQuery['of']): string {
  return of === 'search' ? listLines.none.search : listLines.noneSuch
}

/** What was understood, and what was not. */
export function askedElements(query: ListQuery, scene: Scene): readonly Element[] {
  const { text: looked, filter = unfiltered, unread = [] } = query
  // A text that Feishu refused must not come back by way of the question.
  const told = looked === null || scene.redacted ? null : clip(looked, 60)
  const words = filterWords(filter, told, (id) => bodyName(scene, id), scene.now)
  return [
    ...(words.length > 0 ? [text(clip(listLines.filter(words), 300))] : []),
    ...(unread.length > 0 && !scene.redacted
      ? [text(listLines.unread(unread.map((word) => clip(word, 12))), 'warning')]
      : []),
  ]
}

/** A word that was meant as a unit and is none here finds nothing: the units that resemble it. */
function nearUnits({ text: looked }: ListQuery, { directory, redacted }: Scene): readonly Element[] {
  if (looked === null || redacted) return []
  return looked
    .split(' ')
    .filter((word) => bodyEndings.test(word))
    .slice(0, 3)
    .flatMap((word) => {
      const read = readUnits(word, directory)
      return read.ok || read.near.length === 0 ? [] : [text(listLines.noSuchUnit(clip(word, 20), read.near))]
    })
}

function rowOf(slip: Slip, scene: Scene): Element {
  const { now } = scene
  const next = [...runningClocks(slip)].sort((a, b) => a.deadline.at - b.deadline.at)[0]
  const by = next ? now - next.deadline.at : 0
  const limit = !next
    ? []
    : [by > 0 ? listLines.late(next.name, by) : listLines.limit(next.name, next.deadline.at, now)]
  const facts = [
    noOf(slip),
    bodyName(scene, slip.unitId),
    stateWord(slip),
    ...(slip.provisional ? [listLines.provisional] : []),
    ...limit,
  ]
  const title = clip(titleUnless(hiddenFromUnit(slip, scene), slip), TITLE_SIGNS)
  return text(`${facts.join('　')}\n${title}`, by > 0 ? 'warning' : 'normal')
}

function buttonsOf(of: ListQuery['of'], any: boolean, page: number, pages: number): readonly Element[] {
  return [
    ...(page > 0 ? [listButton({ do: 'turn_page', page: page - 1 }, listLines.previous)] : []),
    ...(page + 1 < pages ? [listButton({ do: 'turn_page', page: page + 1 }, listLines.next)] : []),
    ...(of === 'ledger' && any ? [listButton({ do: 'export_list', page }, tableLines.button)] : []),
  ]
}
