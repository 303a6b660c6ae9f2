import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** The import table of the house. The first row whose path begins a file's path covers it. */
const table: readonly { readonly path: string; readonly mayImport: readonly (string | RegExp)[] }[] = [
  { path: 'src/domain/', mayImport: ['src/domain/'] },
  { path: 'src/execute.ts', mayImport: ['src/domain/', 'src/ports.ts', 'src/faults.ts'] },
  { path: 'src/sweep.ts', mayImport: ['src/domain/', 'src/ports.ts', 'src/faults.ts', 'src/execute.ts'] },
  { path: 'src/ports.ts', mayImport: ['src/domain/'] },
  { path: 'src/faults.ts', mayImport: ['node:crypto'] },
  {
    path: 'src/take-in.ts',
    mayImport: ['src/domain/', 'src/execute.ts', 'src/faults.ts', 'src/ports.ts', 'node:crypto'],
  },
  {
    path: 'src/intake-file.ts',
    mayImport: [
      'src/domain/',
      'src/faults.ts',
      'src/take-in.ts',
      'csv-parse/sync',
      'read-excel-file/node',
      /^node:/,
    ],
  },
  { path: 'src/intake-tokens.ts', mayImport: [] },
  { path: 'src/config.ts', mayImport: ['zod', 'src/intake-tokens.ts'] },
  { path: 'src/directory-file.ts', mayImport: ['src/domain/', 'zod', /^node:/] },
  {
    path: 'src/policy-file.ts',
    mayImport: [
      'src/domain/',
      'src/json-text.ts',
      'src/policy-problems.ts',
      'src/policy-words.ts',
      'zod',
      /^node:/,
    ],
  },
  { path: 'src/policy-problems.ts', mayImport: ['zod'] },
  { path: 'src/policy-words.ts', mayImport: ['src/domain/'] },
  { path: 'src/json-text.ts', mayImport: [] },
  { path: 'src/audit.ts', mayImport: ['src/domain/', 'src/ports.ts'] },
  { path: 'src/heartbeat.ts', mayImport: ['src/ports.ts'] },
  { path: 'src/holiday-watch.ts', mayImport: ['src/domain/', 'src/ports.ts', 'src/holidays.ts'] },
  { path: 'src/holidays.ts', mayImport: ['src/domain/', 'chinese-days', 'node:module'] },
  { path: 'src/log.ts', mayImport: ['src/ports.ts', 'pino'] },
  { path: 'src/app.ts', mayImport: [/./] },
  { path: 'src/main.ts', mayImport: [/./] },
  {
    path: 'src/refused-start.ts',
    mayImport: ['src/config.ts', 'src/directory-file.ts', 'src/policy-file.ts'],
  },
  { path: 'src/cli.ts', mayImport: [/./] },
  { path: 'src/doctor.ts', mayImport: ['src/', 'bot/feishu/', 'db/'] },
  { path: 'cards/action.ts', mayImport: ['src/domain/', 'cards/', 'zod'] },
  { path: 'cards/', mayImport: ['src/domain/', 'cards/'] },
  {
    path: 'db/',
    mayImport: [
      'db/',
      'src/domain/',
      'src/ports.ts',
      'postgres',
      /^drizzle-orm/,
      /^@electric-sql\//,
      /^node:/,
    ],
  },
  {
    path: 'bot/feishu/',
    mayImport: [
      'bot/feishu/',
      'src/domain/',
      'src/ports.ts',
      'express',
      'zod',
      '@larksuiteoapi/node-sdk',
      /^node:/,
    ],
  },
  { path: 'bot/jobs/', mayImport: ['bot/jobs/', 'src/ports.ts', 'node-cron'] },
  {
    path: 'bot/',
    mayImport: [
      'bot/',
      'cards/',
      'src/domain/',
      'src/ports.ts',
      'src/execute.ts',
      'src/faults.ts',
      'src/take-in.ts',
      'express',
      'prom-client',
      'write-excel-file/node',
      'zod',
      /^node:/,
    ],
  },
  { path: 'test/sandbox/main.ts', mayImport: ['src/app.ts', 'test/sandbox/', /^node:/] },
  { path: 'test/sandbox/page/', mayImport: ['test/sandbox/page/'] },
  {
    path: 'test/sandbox/',
    mayImport: ['test/sandbox/', 'test/fixtures/', 'express', 'esbuild', /^node:/],
  },
  { path: 'test/', mayImport: [/./] },
  { path: 'drizzle.config.ts', mayImport: ['drizzle-kit'] },
]

/** Tests of the sandbox may drive it with the vendor's client and a browser. */
const testFile = /\.test\.ts$/

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return ['node_modules', '.git', 'data'].includes(entry.name) ? [] : sources(path)
    return path.endsWith('.ts') ? [path] : []
  })
}

interface Import {
  readonly from: string
  readonly what: string
  readonly typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+['"]([^'"]+)['"]/gms)
  const dynamic = text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)
  const bare = text.matchAll(/^import\s+['"]([^'"]+)['"]/gm)
  const resolve = (what: string) =>
    what.startsWith('.') ? relative(root, normalize(join(root, dirname(file), what))) : what
  return [
    ...[...statements].map(([, type, what = '']) => ({
      from: file,
      what: resolve(what),
      typeOnly: type !== undefined,
    })),
    ...[...dynamic, ...bare].map(([, what = '']) => ({ from: file, what: resolve(what), typeOnly: false })),
  ]
}

function rowOf(file: string) {
  return table.find(({ path }) => file.startsWith(path))
}

function allows(rule: string | RegExp, what: string): boolean {
  if (typeof rule !== 'string') return rule.test(what)
  return rule.endsWith('/') ? what.startsWith(rule) : what === rule
}

describe('the house', () => {
  const files = sources('')

  it('has a row in the import table for every source file', () => {
    expect(files.filter((file) => !rowOf(file))).toEqual([])
  })

  it('imports only what the table allows', () => {
    const broken = files
      .filter((file) => !(file.startsWith('test/') && testFile.test(file)))
      .flatMap(importsOf)
      .filter(({ from, what }) => !rowOf(from)?.mayImport.some((rule) => allows(rule, what)))
      .map(({ from, what }) => `${from} → ${what}`)
    expect(broken).toEqual([])
  })

  it('takes from the ports, the database and the executor only types where the table says types', () => {
    const broken = files
      .filter((file) => /^(bot|db)\//.test(file))
      .flatMap(importsOf)
      .filter(({ what, typeOnly }) => ['src/ports.ts', 'src/execute.ts'].includes(what) && !typeOnly)
      .map(({ from, what }) => `${from} → ${what}`)
    expect(broken).toEqual([])
  })

  it('loads the SDK in one file only', () => {
    const users = files.filter(
      (file) =>
        file.startsWith('bot/') &&
        importsOf(file).some((one) => one.what === '@larksuiteoapi/node-sdk' && !one.typeOnly),
    )
    expect(users.length).toBeLessThanOrEqual(1)
    expect(
      files
        .filter((file) => /^(src|bot|cards|db)\//.test(file))
        .filter((file) => /['"]@larksuiteoapi\/node-sdk['"]/.test(readFileSync(join(root, file), 'utf8')))
        .every((file) => file.startsWith('bot/feishu/')),
    ).toBe(true)
  })

  it('keeps the core free of clocks, randomness and the world', () => {
    const worldly = files
      .filter((file) => /^(src\/domain|cards)\//.test(file))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bprocess\.|(?<![.\w])fetch\(|setTimeout\(/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(worldly).toEqual([])
  })

  it('keeps files short enough to be read in one go', () => {
    const long = files
      .filter((file) => /^(src|bot|cards|db)\//.test(file) && !file.includes('/migrations/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 301)
    expect(long).toEqual([])
  })
})
