import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { isWebLink, requestTypeFrom } from './domain/intake.ts'
import { instantOf, isRealDay } from './domain/time.ts'
import { Fault } from './faults.ts'
import type { Report } from './take-in.ts'

/** One row that cannot be taken, by its line in the table as a person sees it. */
export interface BadRow {
  readonly line: number
  readonly problems: readonly string[]
}

export interface IntakeFile {
  readonly reports: readonly Report[]
  readonly bad: readonly BadRow[]
  /** Columns whose heading is none of ours; they are not read. */
  readonly unknown: readonly string[]
}

type Column = keyof typeof headings
type Cell = string | Date

/** What a column may be headed. */
const headings = {
  title: ['标题'],
  summary: ['摘要', '内容', '内容摘要'],
  platform: ['来源平台', '平台'],
  link: ['原文链接', '链接'],
  postedAt: ['发帖时间', '发布时间'],
  author: ['网民昵称', '昵称', '作者'],
  requestType: ['诉求类型'],
  reads: ['阅读', '阅读量', '阅读数'],
  comments: ['评论', '评论量', '评论数'],
  shares: ['转发', '转发量', '转发数'],
  sourceId: ['来源编号', '编号'],
} as const

/** Reads a table of matters, `.csv` in UTF-8 or GBK or `.xlsx`. Throws INTAKE_FILE with a sentence when it is none. */
export async function readIntakeFile(path: string): Promise<IntakeFile> {
  const rows = /\.xlsx$/i.test(path) ? await rowsOfSheet(path) : rowsOfCsv(await readFile(path))
  const [head, ...body] = rows
  const columns = columnsOf(head?.cells ?? [])
  if (!columns.has('title') && !columns.has('summary')) {
    throw new Fault('INTAKE_FILE', '第一行应为表头，至少有“标题”或“摘要”一列。')
  }
  const read = body
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => ({ line, ...reportOf((column) => cells[columns.get(column) ?? -1] ?? '') }))
  return {
    reports: read.flatMap(({ report }) => (report ? [report] : [])),
    bad: read.flatMap(({ line, problems }) => (problems.length > 0 ? [{ line, problems }] : [])),
    unknown: (head?.cells ?? []).flatMap((cell) =>
      typeof cell === 'string' && cell !== '' && columnNamed(cell) === undefined ? [cell] : [],
    ),
  }
}

interface Row {
  readonly line: number
  readonly cells: readonly Cell[]
}

interface Recorded {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function rowsOfCsv(bytes: Buffer): readonly Row[] {
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true, trim: true, bom: true }
    // With `info` every record comes with its place; the declared type knows only of bare records.
    const records: unknown = parse(decoded(bytes), options)
    return (records as readonly Recorded[]).map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (cause) {
    throw new Fault('INTAKE_FILE', '表格读不懂，请检查引号和分隔符，或另存为 xlsx 再导入。', { cause })
  }
}

/** Tables saved by Excel in China are often GBK; what is no valid UTF-8 is read as that. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}

async function rowsOfSheet(path: string): Promise<readonly Row[]> {
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(path)
    return rows.map((row, index) => ({
      line: index + 1,
      cells: row.map((cell) => (cell instanceof Date ? cell : String(cell ?? '').trim())),
    }))
  } catch (cause) {
    throw new Fault('INTAKE_FILE', '这不是可以读取的 xlsx 表格。', { cause })
  }
}

function columnNamed(heading: string): Column | undefined {
  return (Object.keys(headings) as Column[]).find((column) =>
    headings[column].some((word) => word === heading),
  )
}

function columnsOf(head: readonly Cell[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>()
  head.forEach((cell, index) => {
    const column = typeof cell === 'string' ? columnNamed(cell) : undefined
    if (column && !columns.has(column)) columns.set(column, index)
  })
  return columns
}

function reportOf(cell: (column: Column) => Cell): {
  readonly report: Report | null
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  const told = (column: Column) => {
    const value = cell(column)
    return value === '' || value instanceof Date ? null : value
  }
  const number = (column: 'reads' | 'comments' | 'shares') => {
    const text = told(column)
    if (text === null) return null
    const plain = text.replaceAll(/[,，\s]/g, '')
    if (/^\d{1,12}$/.test(plain)) return Number(plain)
    problems.push(`${headings[column][0]}：应为数字`)
    return null
  }
  const [title, summary, link, request] = [told('title'), told('summary'), told('link'), told('requestType')]
  if (title === null && summary === null) problems.push('标题：标题和摘要至少填一项')
  if (link !== null && !isWebLink(link)) problems.push('原文链接：不是完整的网址')
  const requestType = request === null ? null : requestTypeFrom(request)
  if (request !== null && requestType === null) {
    problems.push('诉求类型：应为咨询、建议、投诉、举报、求助、质疑之一')
  }
  const postedAt = instantIn(cell('postedAt'))
  if (postedAt === undefined) problems.push('发帖时间：应写作 2026-11-23 09:00')
  const [reads, comments, shares] = [number('reads'), number('comments'), number('shares')]
  if (problems.length > 0) return { report: null, problems }
  return {
    problems,
    report: {
      sourceId: told('sourceId'),
      title,
      summary,
      platform: told('platform'),
      link,
      author: told('author'),
      postedAt: postedAt ?? null,
      requestType,
      spread: reads === null && comments === null && shares === null ? null : { reads, comments, shares },
    },
  }
}

/** A time of day in China; null when none is told, undefined when it is not understood. */
function instantIn(cell: Cell): number | null | undefined {
  // A sheet's date is the wall clock, handed over as if that were UTC.
  const text = cell instanceof Date ? cell.toISOString().slice(0, 16).replace('T', ' ') : cell
  if (text === '') return null
  const [, year, month = '', day = '', hour = '0', minute = '0'] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/u.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isRealDay(date) || Number(hour) > 23 || Number(minute) > 59) return undefined
  return instantOf(date, `${hour.padStart(2, '0')}:${minute}`.padEnd(5, '0'))
}
