import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { explainRefusedStart } from '../../src/refused-start.ts'
import { directoryOf } from '../sandbox/city.ts'
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import {
  type Ended,
  type Folder,
  freePort,
  npmStart,
  officeFolder,
  startBot,
  type Variables,
  variablesFor,
} from '../support/process.ts'

/** Two or three starts, on a machine that does other things too. */
const LONG = 90_000

let sandbox: Sandbox
let folder: Folder
let usual: Variables
beforeAll(async () => {
  sandbox = await createSandbox()
  folder = await officeFolder(sandbox)
  usual = await variablesFor(sandbox, folder)
})
afterAll(async () => {
  await sandbox.close()
  await folder.remove()
})

const required = ['LARK_APP_ID', 'LARK_APP_SECRET', 'LARK_ENCRYPT_KEY', 'LARK_VERIFICATION_TOKEN']

function without(...names: string[]): Variables {
  return Object.fromEntries(Object.entries(usual).filter(([name]) => !names.includes(name)))
}

/** What `npm start` prints of an operator's mistake, and that it ends with it. */
async function printedBy(variables: Variables): Promise<string> {
  const { code, output }: Ended = await npmStart(variables).ended
  expect(code, output).toBeGreaterThan(0)
  return asSentence(output)
}

/** The same without a process: what is printed of the reason for which the parts do not come together. */
async function refusedStart(variables: Variables): Promise<string> {
  const app = await startIn(variables)
  if ('refused' in app) return asSentence(app.refused)
  await app.close()
  throw new Error('the start was not refused')
}

async function startIn(variables: Variables): Promise<App | { readonly refused: string }> {
  try {
    return await startApp(readConfig({ ...variables, LOG_LEVEL: variables.LOG_LEVEL ?? 'silent' }))
  } catch (error) {
    return { refused: explainRefusedStart(error) }
  }
}

/** A sentence in Chinese, without a stack or a secret. */
function asSentence(output: string): string {
  expect(output).toMatch(/交办通未启动/)
  expect(output).not.toMatch(/^\s+at .+:\d+/m)
  const { appSecret, encryptKey, verificationToken } = sandbox.app
  expect([appSecret, encryptKey, verificationToken].filter((secret) => output.includes(secret))).toEqual([])
  return output
}

const linesAbout = (output: string, name: string) => output.split('\n').filter((line) => line.includes(name))

describe('npm start with nothing configured', () => {
  it('ends with one line per missing variable that tells where in the console it is found', async () => {
    const output = await printedBy({})
    for (const name of required) {
      expect(linesAbout(output, name)).toHaveLength(1)
      expect(linesAbout(output, name)[0]).toContain('开发者后台')
    }
    expect(linesAbout(output, 'LARK_TRANSPORT')[0]).toContain('webhook')
  })

  it('names only what is missing, an empty value being as good as none', async () => {
    const output = await refusedStart({ ...without('LARK_ENCRYPT_KEY'), LARK_APP_SECRET: ' ' })
    expect(required.filter((name) => linesAbout(output, name).length > 0)).toEqual([
      'LARK_APP_SECRET',
      'LARK_ENCRYPT_KEY',
    ])
  })
})

describe('a value that cannot be right', () => {
  it('is told in the same list as the others; websocket is answered with a word on webhook', async () => {
    const wrong = { LARK_TRANSPORT: 'websocket', PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' }
    const output = await refusedStart({ ...usual, ...wrong })
    for (const name of Object.keys(wrong)) expect(linesAbout(output, `  ${name}：`), name).toHaveLength(1)
    expect(linesAbout(output, 'LARK_TRANSPORT')[0]).toContain('webhook')
    expect(required.filter((name) => output.includes(name))).toEqual([])
  })
})

describe('the files of an operator', () => {
  it('a directory file is refused with a line per bad entry, and nothing of it is taken', async () => {
    const { offices, units } = directoryOf(sandbox.city)
    const [office, ...restOffices] = offices
    const [unit, second, ...restUnits] = units
    const broken = {
      offices: [{ ...office, kind: 'ministry' }, ...restOffices],
      units: [
        { ...unit, chat_id: 'not-a-chat' },
        { ...second, members: [{ ...second?.members[0], roles: ['king'] }, { name: '无号' }] },
        ...restUnits,
      ],
    }
    const file = await folder.write('broken-directory.json', JSON.stringify(broken))
    const output = await printedBy({ ...usual, DIRECTORY_FILE: file })
    for (const place of [
      'offices[0].kind',
      'units[0].chat_id',
      'units[1].members[0].roles',
      'units[1].members[1]',
    ])
      expect(linesAbout(output, place).length, output).toBeGreaterThan(0)
  })

  it('so is one that contradicts itself, and one that is no JSON', async () => {
    const { offices, units } = directoryOf(sandbox.city)
    const twice = [...units, { ...units[0], id: 'another' }]
    const file = await folder.write('twice.json', JSON.stringify({ offices, units: twice }))
    const output = await refusedStart({ ...usual, DIRECTORY_FILE: file })
    expect(linesAbout(output, `units[${units.length}].chat_id`)).toHaveLength(1)
    const text = await folder.write('text.json', '{ "offices": [')
    expect(await refusedStart({ ...usual, DIRECTORY_FILE: text })).toContain('JSON')
  })

  it('a file that is not there is named', async () => {
    expect(await refusedStart({ ...usual, DIRECTORY_FILE: `${folder.path}/nowhere.json` })).toContain(
      'nowhere.json',
    )
  })

  it('a policy file is refused by its name, with the line, the reason and what is allowed for every bad entry', async () => {
    const policy = {
      singleSigner: 'yes',
      quiet: { from: '25:00', to: '08:00' },
      terms: { ordinary: { receipt: { kind: 'moons', n: 1 } } },
      unknownPart: 1,
    }
    const file = await folder.write('broken-policy.json', JSON.stringify(policy, null, 2))
    const output = await refusedStart({ ...usual, POLICY_FILE: file })
    for (const place of ['singleSigner', 'quiet.from', 'terms.ordinary', 'unknownPart'])
      expect(linesAbout(output, place).length, output).toBeGreaterThan(0)
    expect(output).toContain(`策略文件 ${file} 有误`)
    expect(linesAbout(output, 'singleSigner')[0]).toContain('第2行 singleSigner：应为 true 或 false')
    expect(linesAbout(output, '.kind')[0]).toContain('应为 workdays、hours、days、minutes、work_hours 之一')
  })
})

describe('the database', () => {
  it('out of reach ends the start, and its password is not printed', async () => {
    const url = 'postgres://jiaoban:a-very-secret-word@127.0.0.1:9/jiaoban'
    expect(await refusedStart({ ...usual, DATABASE_URL: url })).not.toContain('a-very-secret-word')
  })

  it(
    'embedded in one folder serves one process: the second is refused, the first goes on',
    async () => {
      const dataDir = `${folder.path}/shared`
      const first = await startBot({ ...(await variablesFor(sandbox, folder)), DATA_DIR: dataDir })
      try {
        const second = await refusedStart({ ...(await variablesFor(sandbox, folder)), DATA_DIR: dataDir })
        expect(second).toContain(dataDir)
        expect(second).toMatch(/DATA_DIR/)
        expect(second).toMatch(/DATABASE_URL/)
        expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
      } finally {
        await first.kill('SIGTERM')
      }
    },
    LONG,
  )
})

describe('the platform', () => {
  it(
    'out of order leaves the bot alive but not ready',
    async () => {
      const unheard = await freePort()
      const mine = await variablesFor(sandbox, folder)
      const url = `http://127.0.0.1:${mine.PORT}`
      const started = npmStart({ ...mine, LARK_DOMAIN: `http://127.0.0.1:${unheard}` })
      try {
        expect((await retried(() => fetch(`${url}/healthz`))).status).toBe(200)
        const ready = await fetch(`${url}/readyz`)
        expect(ready.status).toBe(503)
        expect(`${await ready.text()}${started.output()}`).not.toContain(sandbox.app.appSecret)
      } finally {
        await started.kill('SIGTERM')
      }
    },
    LONG,
  )
})

/** The first answer there is; nothing tells from outside when a port opens. */
async function retried(ask: () => Promise<Response>): Promise<Response> {
  const limit = Date.now() + 60_000
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > limit) throw error
      await pause(50)
    }
  }
}
