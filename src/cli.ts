import { openDatabase } from '../db/open-database.ts'
import { readDirectoryFile } from './directory-file.ts'
import { doctor } from './doctor.ts'

const USAGE = `用法：
  npm run directory -- import 文件 [--prune]   导入通讯录文件；--prune 同时移除文件中没有的单位和人员
  npm run doctor                               检查配置、数据库、飞书应用和群，逐项说明该点哪里
`

async function main([topic, verb, path, ...flags]: readonly string[]): Promise<number> {
  if (topic === 'doctor') return doctor(process.env, (line) => process.stdout.write(`${line}\n`))
  if (topic === 'directory' && verb === 'import' && path !== undefined) {
    return importDirectory(path, flags.includes('--prune'))
  }
  process.stderr.write(USAGE)
  return 2
}

/** The database alone is needed, so the app's keys may still be missing. */
async function importDirectory(path: string, prune: boolean): Promise<number> {
  const file = await readDirectoryFile(path)
  const { DATABASE_URL: url, DATA_DIR: dataDir } = process.env
  const db = await openDatabase({ ...(url ? { url } : {}), ...(dataDir ? { dataDir } : {}) })
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
