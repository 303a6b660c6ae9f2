import { createMessenger, type Messenger } from '../bot/feishu/messenger.ts'
import { openDatabase } from '../db/open-database.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createCalendars } from './domain/calendars.ts'
import { officialCalendar, yearsWithoutNotice } from './holidays.ts'
import { PolicyFileError, readPolicyFile } from './policy-file.ts'
import type { Database, Log } from './ports.ts'

type Say = (line: string) => void

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** Checks one thing after another and says what is missing and where to click. Gives 0 when all is well. */
export async function doctor(env: Readonly<Record<string, string | undefined>>, say: Say): Promise<number> {
  const config = configOf(env, say)
  if (!config) return 1
  say('✓ 配置齐全')
  const sources = [...(config.intakeTokens?.keys() ?? [])]
  say(
    sources.length === 0
      ? '✓ 未设 INTAKE_TOKENS，不接收其他系统推送的舆情'
      : `✓ INTAKE_TOKENS 格式正确，来源${sources.length}个：${sources.join('、')}`,
  )
  const policy = await checkPolicy(config, say)
  const messenger = createMessenger({
    appId: config.app.id,
    appSecret: config.app.secret,
    domain: config.domain,
    log: silent,
  })
  const app = await checkApp(messenger, config, say)
  const directory = await checkDatabase(config, say, (db) => checkGroups(db, messenger, app, say))
  return policy && app && directory ? 0 : 1
}

async function checkPolicy({ policyFile }: Config, say: Say): Promise<boolean> {
  try {
    await readPolicyFile(policyFile)
    say(policyFile === undefined ? '✓ 未设 POLICY_FILE，用内置规定' : `✓ 策略文件 ${policyFile} 可用`)
    return true
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error
    say(`✗ ${error.message}`)
    return false
  }
}

function configOf(env: Readonly<Record<string, string | undefined>>, say: Say): Config | null {
  try {
    return readConfig(env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    say('✗ 配置缺少或有误：')
    for (const line of error.lines) say(`    ${line}`)
    return null
  }
}

async function checkApp(messenger: Messenger, { domain }: Config, say: Say): Promise<boolean> {
  try {
    const { name } = await messenger.whoAmI()
    say(`✓ 飞书应用可用，机器人名称：${name}`)
    return true
  } catch (error) {
    say(`✗ 连不上飞书应用（${domain}）：${error instanceof Error ? error.message : String(error)}`)
    say('    请核对 LARK_APP_ID、LARK_APP_SECRET；确认「应用能力 → 机器人」已启用，且版本已发布并通过审核。')
    return false
  }
}

async function checkDatabase(
  config: Config,
  say: Say,
  next: (db: Database) => Promise<boolean>,
): Promise<boolean> {
  try {
    const db = await openDatabase({
      ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
      dataDir: config.dataDir,
    })
    try {
      await db.ready()
      say(`✓ 数据库可用（${config.databaseUrl === undefined ? `内置，${config.dataDir}` : 'PostgreSQL'}）`)
      return await next(db)
    } finally {
      await db.close()
    }
  } catch (error) {
    say(`✗ 数据库不可用：${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

async function checkGroups(
  db: Database,
  messenger: Messenger,
  appWorks: boolean,
  say: Say,
): Promise<boolean> {
  const calendar = createCalendars(officialCalendar())(await db.read.arrangements())
  for (const year of yearsWithoutNotice(Date.now(), calendar)) {
    say(
      `! ${year}年尚无放假安排，只按周末计算休息日；通知公布后请在市网信办群里用 /假期 录入，或更新依赖 chinese-days。`,
    )
  }
  const { bodies, people, holders } = await db.read.directory()
  if (bodies.length === 0) {
    say('✗ 通讯录为空：请设置 DIRECTORY_FILE，或运行 npm run directory -- import 文件。')
    return false
  }
  say(`✓ 通讯录：单位 ${bodies.length} 个，人员 ${people.length} 人`)
  let well = true
  for (const body of bodies) {
    if (body.unit && holders(body.id, 'handler').length === 0) {
      well = false
      say(`✗ ${body.name}：没有承办人员（handler），交办单将无人签收。`)
    }
    if (appWorks && !(await messenger.inChat(body.chatId).catch(() => false))) {
      well = false
      say(`✗ ${body.name}：机器人不在群中。请在该群「设置 → 群机器人 → 添加机器人」中添加。`)
    }
  }
  if (well && appWorks) say('✓ 各单位群均可达')
  return well
}
