import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataDirInUse, lockDataDir } from '../../db/data-dir-lock.ts'
import { openDatabase } from '../../db/open-database.ts'
import { issuedSlip } from '../support/builders.ts'
import { embeddedImage } from '../support/database.ts'
import { caseOf, file } from './cases.ts'

const lockModule = new URL('../../db/data-dir-lock.ts', import.meta.url).href

describe('the folder of the embedded database', () => {
  let folder: string
  const children: ChildProcess[] = []

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiaobantong-'))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  })

  /** Another process that takes the folder and keeps it until it is ended. */
  async function holder(): Promise<ChildProcess> {
    const script = `
      const { lockDataDir } = await import(${JSON.stringify(lockModule)})
      lockDataDir(${JSON.stringify(folder)})
      process.stdout.write('held')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    await once(child.stdout, 'data')
    return child
  }

  it('is refused to a second process, in a sentence that says who holds it and what to do', async () => {
    const child = await holder()
    const refused = await openDatabase({ dataDir: folder }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DataDirInUse)
    expect(refused).toMatchObject({ code: 'DATA_DIR_IN_USE', pid: child.pid })
    expect(String(refused)).toContain(`正被进程 ${child.pid} 使用`)
    expect(String(refused)).toContain('DATABASE_URL')
  })

  it('is taken over when the process that held it was killed', async () => {
    const child = await holder()
    child.kill('SIGKILL')
    await once(child, 'exit')
    lockDataDir(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over when the pid lives again as another process', () => {
    lockDataDir(folder)
    const lock = join(folder, 'lock')
    writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), started: 'last year' }))
    expect(() => lockDataDir(folder)()).not.toThrow()
  })

  it('is taken over from a lock that was cut off by a full disk', () => {
    writeFileSync(join(folder, 'lock'), '{"pid":')
    expect(() => lockDataDir(folder)()).not.toThrow()
  })

  it('is not given to the same process twice', () => {
    const release = lockDataDir(folder)
    expect(() => lockDataDir(folder)).toThrow(DataDirInUse)
    release()
    expect(() => lockDataDir(folder)()).not.toThrow()
  })

  it('keeps what was filed when the bot starts again', async () => {
    const filed = caseOf(issuedSlip())
    const before = await openDatabase({ dataDir: folder, image: await embeddedImage() })
    await file(before, filed)
    await before.close()
    const after = await openDatabase({ dataDir: folder })
    await after.ready()
    expect(await after.read.dossierOfMatter(filed.dossier.matter.id)).toEqual(filed.dossier)
    await after.close()
  }, 60_000)
})
