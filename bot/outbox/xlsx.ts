import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { TableCell } from '../../cards/ledger-table.ts'
import { HOUR } from '../../src/domain/time.ts'

export interface Table {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Columns that hold whole sentences. */
  readonly wide: readonly number[]
}

/** A day and a time as spreadsheets have them know no zone: what is written is what the clock on the wall shows. */
const BEIJING = 8 * HOUR

const WIDTH = { text: 16, wide: 36 } as const

/** Up to here the making takes a blink; a longer table is made beside, since presses wait for no table. Where there is no thread to be had, it is made here all the same. */
const SHORT = 200

/** Beside what `require` finds lies its twin for `import`. */
const tsx = createRequire(import.meta.url)
  .resolve('tsx/esm/api')
  .replace(/\.cjs$/, '.mjs')

/** A thread is not given the main one's way to read TypeScript, and `--import tsx` does nothing in it (tsx 4.23). */
const besides = `
  import { register } from ${JSON.stringify(pathToFileURL(tsx).href)}
  register()
  await import(${JSON.stringify(new URL('./xlsx-worker.ts', import.meta.url).href)})`

export function makeXlsx(table: Table): Promise<Uint8Array> {
  return table.rows.length <= SHORT ? xlsxOf(table) : made(table).catch(() => xlsxOf(table))
}

function made(table: Table): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(besides)}`), {
      workerData: table,
      execArgv: [],
    })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the table was not made (exit ${code})`)))
  })
}

/** The rows below their headings. What begins with = + - or @ was typed by somebody and stays text. */
export function xlsxOf({ heads, rows, wide }: Table): Promise<Buffer> {
  const headings: Cell[] = heads.map((value) => ({ value, type: String, fontWeight: 'bold' }))
  return writeXlsxFile([headings, ...rows.map((row) => row.map(cellOf))], {
    columns: heads.map((_, n) => ({ width: wide.includes(n) ? WIDTH.wide : WIDTH.text })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer()
}

function cellOf(cell: TableCell): Cell {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: new Date(cell.at + BEIJING), type: Date, format: 'yyyy-mm-dd hh:mm' }
}
