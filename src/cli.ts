import { basename } from 'node:path'
import { openDatabase } from '../db/open-database.ts'
import { readDirectoryFile } from './directory-file.ts'
import { doctor } from './doctor.ts'
import { createCalendars } from './domain/calendars.ts'
import { createExecute } from './execute.ts'
import { officialCalendar } from './holidays.ts'
import { readIntakeFile } from './intake-file.ts'
import { createLog } from './log.ts'
import { readPolicyFile } from './policy-file.ts'
import type { Database } from './ports.ts'
import { createTakeIn, type TakenIn } from './take-in.ts'

const USAGE = `用法：
  npm run directory -- import 文件 [--prune]   导入通讯录文件；--prune 同时移除文件中没有的单位和人员
  npm run intake -- import 文件 [--skip-bad]    导入舆情表格（.csv 或 .xlsx）；--skip-bad 跳过有误的行
  npm run doctor                               检查配置、数据库、飞书应用和群，逐项说明该点哪里
`

async function main([topic, verb, path, ...flags]: readonly string[]): Promise<number> {
  if (topic === 'doctor') return doctor(process.env, (line) => process.stdout.write(`${line}\n`))
  if (topic === 'directory' && verb === 'import' && path !== undefined) {
    return importDirectory(path, flags.includes('--prune'))
  }
  if (topic === 'intake' && verb === 'import' && path !== undefined) {
    return importMatters(path, flags.includes('--skip-bad'))
  }
  process.stderr.write(USAGE)
  return 2
}

/**
 * Nothing is taken in while a row is wrong, unless those are to be left out. Cut off in the middle it may simply run
 * again: what was taken in is known. The cards go out with the service's next look into the outbox.
 */
async function importMatters(path: string, skipBad: boolean): Promise<number> {
  const { reports, bad, unknown } = await readIntakeFile(path)
  const say = (line: string) => process.stdout.write(`${line}\n`)
  if (unknown.length > 0) say(`未读取的列：${unknown.join('、')}`)
  for (const { line, problems } of bad) say(`第${line}行：${problems.join('；')}`)
  if (bad.length > 0 && !skipBad) {
    say(`有${bad.length}行需要修改，未导入任何一行。改好后重新导入，或加 --skip-bad 跳过这些行。`)
    return 1
  }
  const policy = await readPolicyFile(process.env.POLICY_FILE || undefined)
  const db = await openOwn()
  try {
    const clock = { now: () => Date.now() }
    const execute = createExecute({ db, clock, calendars: createCalendars(officialCalendar()), policy })
    const takeIn = createTakeIn({ db, execute, log: createLog('warn') })
    const taken = await takeIn(reports, { door: 'import', source: basename(path) })
    const count = (kind: TakenIn['kind']) => taken.filter((one) => one.kind === kind).length
    say(`已登记${count('registered')}件，先前已登记${count('known')}件。`)
    if (count('secret') > 0) say(`${count('secret')}件带有密级标志，未导入；请删除该文件，改用保密渠道。`)
    if (count('failed') > 0) say(`${count('failed')}件未能写入，请重新运行本命令，已登记的不会重复。`)
    return count('secret') + count('failed') === 0 ? 0 : 1
  } finally {
    await db.close()
  }
}

/** The database alone is needed, so the app's keys may still be missing. */
function openOwn(): Promise<Database> {
  const { DATABASE_URL: url, DATA_DIR: dataDir } = process.env
  return openDatabase({ ...(url ? { url } : {}), ...(dataDir ? { dataDir } : {}) })
}

async function importDirectory(path: string, prune: boolean): Promise<number> {
  const file = await readDirectoryFile(path)
  const db = await openOwn()
  try {
    const outcome = await db.directory.import(file, { prune, at: Date.now() })
    const counts = `单位 ${file.bodies.length} 个，人员 ${file.people.length} 人`
    process.stdout.write(
      outcome === 'imported' ? `已导入：${counts}。\n` : `内容与上次导入相同，未作改动：${counts}。\n`,
    )
    return 0
  } finally {
    await db.close()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
