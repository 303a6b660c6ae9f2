import { parentPort, workerData } from 'node:worker_threads'
import { type Table, xlsxOf } from './xlsx.ts'

const table: Table = workerData
parentPort?.postMessage(await xlsxOf(table))
