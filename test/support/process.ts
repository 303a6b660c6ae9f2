import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { directoryOf } from '../sandbox/city.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

export type Variables = Readonly<Record<string, string>>

/** How a process ended, with everything it printed on both streams. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

/** `npm start` as an operator types it, in a process group of its own. */
export interface Started {
  readonly ended: Promise<Ended>
  output(): string
  /** Signals the whole group, npm and all, and resolves when the last of it is gone. */
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<Ended>
}

/** A bot that answers. `settled` resolves when it owes the chats nothing any more. */
export interface Bot extends Started {
  readonly url: string
  readonly webhook: string
  settled(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const POLL = 25
const READY_WITHIN = 60_000

const running = new Set<number>()
process.on('exit', () => {
  for (const pid of running) signalGroup(pid, 'SIGKILL')
})

/** Starts with these variables only: nothing of the test's own environment but the way to node and npm. */
export function npmStart(variables: Variables): Started {
  const { PATH = '', HOME = tmpdir() } = process.env
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, npm_config_update_notifier: 'false', ...variables },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('npm could not be started')
  running.add(pid)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      output += part
    })
  }
  // `close` and not `exit`: the pipes stay open until the last process of the group is gone.
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(pid)
      resolve({ code, signal, output })
    })
  })
  return {
    ended,
    output: () => output,
    kill: (signal) => {
      signalGroup(pid, signal)
      return ended
    },
  }
}

/** A folder of its own for one office: its directory file, and an empty data folder that the bot makes itself. */
export interface Folder {
  readonly path: string
  readonly dataDir: string
  readonly directoryFile: string
  write(name: string, content: string): Promise<string>
  remove(): Promise<void>
}

export async function officeFolder(sandbox: Sandbox): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'jiaobantong-'))
  const write = async (name: string, content: string): Promise<string> => {
    await writeFile(join(path, name), content)
    return join(path, name)
  }
  return {
    path,
    dataDir: join(path, 'data'),
    directoryFile: await write('directory.json', JSON.stringify(directoryOf(sandbox.city), null, 2)),
    write,
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

/** What an operator sets for this platform and this folder. */
export async function variablesFor(sandbox: Sandbox, folder: Folder): Promise<Variables> {
  const { appId, appSecret, encryptKey, verificationToken } = sandbox.app
  return {
    LARK_APP_ID: appId,
    LARK_APP_SECRET: appSecret,
    LARK_ENCRYPT_KEY: encryptKey,
    LARK_VERIFICATION_TOKEN: verificationToken,
    LARK_DOMAIN: sandbox.url,
    LARK_TRANSPORT: 'webhook',
    DATA_DIR: folder.dataDir,
    DIRECTORY_FILE: folder.directoryFile,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
  }
}

/** Starts the bot and waits until it says that it is ready. Throws with all it printed when it never is. */
export async function startBot(variables: Variables): Promise<Bot> {
  const started = npmStart(variables)
  const url = `http://127.0.0.1:${variables.PORT}`
  const over = { yet: false }
  void started.ended.then(() => {
    over.yet = true
  })
  const limit = Date.now() + READY_WITHIN
  while (!(await isReady(url))) {
    if (over.yet) throw new Error(`the bot ended instead of starting:\n${started.output()}`)
    if (Date.now() > limit) {
      await started.kill('SIGKILL')
      throw new Error(`the bot was not ready in ${READY_WITHIN} ms:\n${started.output()}`)
    }
    await pause(POLL)
  }
  return { ...started, url, webhook: `${url}/feishu/webhook`, settled: () => owesNothing(url) }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

const WAITING = /^jiaobantong_outbox\{state="waiting"\} (\d+)$/m

async function owesNothing(url: string): Promise<void> {
  const limit = Date.now() + READY_WITHIN
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text()
    const waiting = WAITING.exec(text)?.[1]
    if (waiting === undefined) throw new Error(`the metrics do not tell what waits to be sent:\n${text}`)
    if (waiting === '0') return
    if (Date.now() > limit) throw new Error(`${waiting} messages still wait to be sent`)
    await pause(POLL)
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // Already gone.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
