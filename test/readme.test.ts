import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commandNames, commandWords } from '../cards/commands.ts'
import { slipStatusWords } from '../cards/wording-dictionary.ts'
import { buttonWords } from '../cards/wording-fields.ts'
import { parseDirectory } from '../src/directory-file.ts'
import { parsePolicy } from '../src/policy-file.ts'
import { columnsOf, markdown, readTable, rowsOf } from './support/table.ts'

/*
 * The tables of the README are made from the code. UPDATE_README=1 writes them anew; without it a table that is
 * behind the code fails.
 */

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const readme = () => textOf('../README.md')

function wordIn(words: Readonly<Record<string, string>>, key: string): string {
  const word = words[key]
  if (word === undefined) throw new Error(`there is no word for ${key}`)
  return word
}

/** Acts that no button of their own starts. */
const otherActs: Readonly<Record<string, string>> = {
  climb_rungs: '机器人到期催办、提请',
  rederive_limits: '机器人按放假安排重算时限',
  remind: '`/催办`',
  propose_supervision: '`/督办`',
  propose_accountability: '`/问责`',
  praise: '`/表扬`',
  attach: '`/附件`',
}

function states(): string {
  const matrix = /const slipTable = readTable\(`([^`]+)`\)/.exec(textOf('domain/matrix.test.ts'))?.[1]
  if (matrix === undefined) throw new Error('the matrix of slip states is not where it was')
  const cells = readTable(matrix)
  const word = (text: string) => {
    if (text.startsWith('→ ')) return `→ ${wordIn(slipStatusWords, text.slice(2))}`
    if (text === 'done') return '可办'
    return text.startsWith('quiet ') ? '已办过' : '—'
  }
  const rows = rowsOf(cells)
    .map((row) => cells.filter((cell) => cell.row === row).map((cell) => word(cell.text)))
    .map((words, n) => [rowsOf(cells)[n] ?? '', ...words])
    .filter(([, ...words]) => words.some((one) => one.startsWith('→') || one === '可办'))
    .map(([row = '', ...words]) => [otherActs[row] ?? wordIn(buttonWords, row), ...words])
  return markdown(['操作', ...columnsOf(cells).map((column) => wordIn(slipStatusWords, column))], rows)
}

function commands(): string {
  const rows = commandNames.map((name) => {
    const { usage, summary, aliases } = commandWords[name]
    return [`\`${usage}\``, summary, aliases.map((alias) => `\`/${alias}\``).join(' ')]
  })
  return markdown(['命令', '用途', '其他写法'], rows)
}

const variableWords: Readonly<Record<string, string>> = {
  LARK_APP_ID: '应用的 App ID',
  LARK_APP_SECRET: '应用的 App Secret',
  LARK_ENCRYPT_KEY: '加密策略中的 Encrypt Key',
  LARK_VERIFICATION_TOKEN: '加密策略中的 Verification Token',
  LARK_DOMAIN: '飞书开放平台地址；国际版和私有化部署改这里',
  LARK_TRANSPORT: '接收事件的方式，目前只能是 `webhook`',
  DATABASE_URL: '`postgres://…`；不设则用内置数据库',
  PORT: '监听端口',
  HOST: '监听地址；在反向代理之后可设 `127.0.0.1`',
  DATA_DIR: '内置数据库的目录',
  DIRECTORY_FILE: '启动时导入的通讯录文件',
  POLICY_FILE: '策略文件',
  HEARTBEAT_URL: '外部监控的网址。每分钟自查一次，该做的都做了才访问；监控没有按时收到访问即应报警',
  INTAKE_TOKENS: '可以推送舆情的系统，`来源名:口令`，多个用逗号分开，口令至少24个字符；不设则没有这个接口',
  LOG_LEVEL: '`debug` `info` `warn` `error` `silent`',
}

/** The variables as src/config.ts declares them, each with the text of its declaration. */
function declared(): readonly (readonly [name: string, declaration: string])[] {
  const schema = /const env = z\.object\(\{\n([\s\S]+?)\n\}\)/.exec(textOf('../src/config.ts'))?.[1] ?? ''
  const parts = schema.split(/^ {2}([A-Z][A-Z_]+):/m).slice(1)
  return parts.flatMap((part, n) => (n % 2 === 0 ? [[part, parts[n + 1] ?? ''] as const] : []))
}

function environment(): string {
  const rows = declared().map(([name, declaration]) => {
    const fallback = /\.default\(['"]?([^'")]+)['"]?\)/.exec(declaration)?.[1]
    const optional = declaration.includes('.optional()')
    return [
      `\`${name}\``,
      fallback ? `\`${fallback}\`` : optional ? '不设' : '必填',
      wordIn(variableWords, name),
    ]
  })
  return markdown(['变量', '默认', '内容'], rows)
}

function section(name: string): { readonly whole: RegExp; readonly text: string } {
  const whole = new RegExp(`(<!-- generated:${name} -->\\n)([\\s\\S]*?)(<!-- /generated:${name} -->)`)
  return { whole, text: whole.exec(readme())?.[2]?.trim() ?? 'no such section' }
}

function example(name: string): string {
  return new RegExp(`<!-- example:${name} -->\\n\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(readme())?.[1] ?? ''
}

describe('the README', () => {
  it.each([
    ['states', states],
    ['commands', commands],
    ['environment', environment],
  ])('says of the %s what the code says', (name, make) => {
    const made = make()
    if (process.env.UPDATE_README !== undefined) {
      const { whole } = section(name)
      writeFileSync(
        new URL('../README.md', import.meta.url),
        readme().replace(whole, (_all, open: string, _old, close: string) => `${open}\n${made}\n\n${close}`),
      )
    }
    expect(section(name).text).toBe(made)
  })

  it('explains every variable there is, and none that there is not', () => {
    expect(declared().map(([name]) => name)).toEqual(Object.keys(variableWords))
  })

  it('shows a directory and a policy that can be used as they stand', () => {
    expect(parseDirectory(example('directory')).people).toHaveLength(7)
    expect(parsePolicy(example('policy')).words).toEqual({
      slip: '网舆交',
      supervision: '政督字',
      transfer: '政督移',
      whistle: '网舆密',
    })
  })

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(textOf('../package.json')) as { scripts: Record<string, string> }
    const named = [...readme().matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, script]) => script ?? '')
    expect(named.filter((script) => script !== 'ci' && !(script in scripts))).toEqual([])
  })

  it('tells within its first forty lines how to try it and how to test it', () => {
    const first = readme().split('\n').slice(0, 40).join('\n')
    expect(first).toContain('npm ci && npm run sandbox')
    expect(first).toContain('npm test')
    expect(first).toContain('docs/slip-card.png')
  })
})
