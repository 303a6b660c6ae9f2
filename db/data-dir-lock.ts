import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Holder {
  readonly pid: number
  /** When that process started, as the system tells it: pids are used again. Null where the system does not tell. */
  readonly started: string | null
}

export class DataDirInUse extends Error {
  readonly code = 'DATA_DIR_IN_USE'
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    super(
      `数据目录 ${dataDir} 正被进程 ${pid} 使用，内嵌数据库只能由一个进程打开。` +
        `请先停止该进程（kill ${pid}），或用 DATA_DIR 指定另一个目录；要同时运行多个进程，请用 DATABASE_URL 连接 PostgreSQL。`,
    )
    this.pid = pid
  }
}

/**
 * Makes this process the only one on the folder, and returns how to give it back. The embedded database does not survive
 * two. A lock whose holder is dead is taken over.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'lock')
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder)
  const draft = `${path}.${randomUUID()}`
  // A link appears with its content or not at all; a file opened for writing could be read empty.
  writeFileSync(draft, own)
  try {
    while (!linked(draft, path)) {
      const text = readIfThere(path)
      if (text === null) continue
      const holder = holderFrom(text)
      if (holder && isAlive(holder)) throw new DataDirInUse(dataDir, holder.pid)
      removeDead(path, text)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (readIfThere(path) === own) rmSync(path, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Two processes may find the same dead lock; what the slower one moves away must still be the dead one. */
function removeDead(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (readIfThere(aside) !== text) linked(aside, path)
  rmSync(aside, { force: true })
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function holderFrom(text: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(text)
    return Number.isInteger(pid) ? { pid, started: typeof started === 'string' ? started : null } : null
  } catch {
    // Not ours, or cut off by a full disk: nobody holds the folder by it.
    return null
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: somebody else's process, but a process.
    if (codeOf(error) !== 'EPERM') return false
  }
  return started === null || startOf(pid) === started
}

/** Linux tells the start in clock ticks since boot; elsewhere `ps` tells the time of day. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The second field is the program's name in brackets and may contain blanks; the start is the 22nd field.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot}/${ticks}`
  } catch {
    return startByPs(pid)
  }
}

function startByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
