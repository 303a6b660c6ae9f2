import { nameOf } from '../src/domain/decision.ts'
import type { Directory } from '../src/domain/directory.ts'
import { lateness } from '../src/domain/list-filter.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { clockOf, type Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { tidy } from './elements.ts'
import { titleUnless } from './slip-parts.ts'
import { isConfided, stateWord } from './view.ts'
import { dutyWords, levelWords, outcomeWords } from './wording-dictionary.ts'
import { categoryWord, tableHeads, tableLines } from './wording-lists.ts'
import { lasting } from './wording-times.ts'

export type TableCell = string | number | { readonly at: Instant } | null

export interface TableScene {
  readonly now: Instant
  readonly directory: Directory
  /** Whether the asker may read what an 内部 slip says. */
  readonly mayRead: (slip: Slip) => boolean
  /** How often the unit of this slip was urged. */
  readonly urged: (slip: Slip) => number
}

type Column = keyof typeof tableHeads

export const tableColumns = Object.keys(tableHeads) as readonly Column[]

/** One line of the ledger. A file goes on where a card cannot, so of a 举报件 it says no more than that it is one. */
export function tableRow(slip: Slip, scene: TableScene): readonly TableCell[] {
  const cells = cellsOf(slip, scene)
  return tableColumns.map((column) => {
    const cell = cells[column]
    return typeof cell === 'string' ? tidy(cell) || null : cell
  })
}

function cellsOf(slip: Slip, { now, directory, mayRead, urged }: TableScene): Record<Column, TableCell> {
  const { brief, issued, receipt, firstResponse, closed, final } = slip
  const readable = mayRead(slip)
  const open = readable && !isConfided(brief)
  const late = lateness(slip, now)
  return {
    no: formatNo(slip.no),
    title: titleUnless(!readable, slip),
    platform: open ? brief.platform : null,
    category: readable ? categoryWord(brief.category) : null,
    level: levelWords[brief.level],
    unit: directory.body(slip.unitId)?.name ?? slip.unitId,
    duty: dutyWords[slip.duty],
    state: stateWord(slip),
    issuedBy: nameOf(issued.by),
    issuedAt: issued,
    signedBy: receipt ? nameOf(receipt.by) : null,
    signedAt: receipt,
    answeredAt: firstResponse ? { at: firstResponse.publishedAt } : null,
    due: clockOf(slip, 'feedback')?.deadline ?? null,
    closedAt: closed,
    late: late > 0 ? tableLines.yes : tableLines.no,
    lateBy: late > 0 ? lasting(late) : null,
    extension: extensionWords(slip, now),
    urged: urged(slip),
    supervised: supervisedWords(slip),
    sentBack: slip.sentBack.length,
    outcome: final ? outcomeWords[final.outcome] : null,
    link: open ? (firstResponse?.link ?? null) : null,
  }
}

function extensionWords({ extensions }: Slip, now: Instant): string | null {
  const granted = extensions.flatMap(({ ruling }) => (ruling?.kind === 'granted' ? [ruling] : []))
  const last = granted.at(-1)
  if (last) return tableLines.extended(granted.length, last.deadline.at, now)
  return extensions.at(-1)?.ruling === null ? tableLines.extensionAsked : null
}

function supervisedWords({ supervisions }: Slip): string | null {
  const issued = supervisions.flatMap(({ ruling }) =>
    ruling?.kind === 'issued' ? [formatNo(ruling.no)] : [],
  )
  return issued.length === 0 ? null : issued.join('、')
}
