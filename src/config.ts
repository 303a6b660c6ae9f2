import { z } from 'zod'
import { readIntakeTokens } from './intake-tokens.ts'

/** Where each value of a self-built app is found in Feishu's developer console. */
const CONSOLE = {
  LARK_APP_ID: '开发者后台 → 应用 → 凭证与基础信息 → App ID',
  LARK_APP_SECRET: '开发者后台 → 应用 → 凭证与基础信息 → App Secret',
  LARK_ENCRYPT_KEY: '开发者后台 → 应用 → 事件与回调 → 加密策略 → Encrypt Key',
  LARK_VERIFICATION_TOKEN: '开发者后台 → 应用 → 事件与回调 → 加密策略 → Verification Token',
} as const

const given = (where: string) =>
  z
    .string({ error: () => `缺少。请在「${where}」复制。` })
    .trim()
    .min(1, `为空。请在「${where}」复制。`)

const env = z.object({
  LARK_APP_ID: given(CONSOLE.LARK_APP_ID),
  LARK_APP_SECRET: given(CONSOLE.LARK_APP_SECRET),
  LARK_ENCRYPT_KEY: given(CONSOLE.LARK_ENCRYPT_KEY),
  LARK_VERIFICATION_TOKEN: given(CONSOLE.LARK_VERIFICATION_TOKEN),
  LARK_DOMAIN: z
    .url({ protocol: /^https?$/, error: '应为网址，例如 https://open.feishu.cn。' })
    // Only a sandbox on this machine may be spoken to in the clear: the app's secret goes over this line.
    .refine(
      (url) => url.startsWith('https:') || /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]?/.test(url),
      '应以 https:// 开头。',
    )
    .default('https://open.feishu.cn')
    .transform((url) => url.replace(/\/+$/, '')),
  LARK_TRANSPORT: z.literal('webhook', {
    error: '请设为 webhook。长连接（websocket）尚未提供，目前只能用 webhook 方式接收事件与回调。',
  }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头；不设则使用内置数据库。')
    .optional(),
  PORT: z.coerce
    .number({ error: '应为端口号。' })
    .int('应为端口号。')
    .min(0, '应为端口号。')
    .max(65_535, '应为端口号。')
    .default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DIRECTORY_FILE: z.string().optional(),
  POLICY_FILE: z.string().optional(),
  HEARTBEAT_URL: z.url({ protocol: /^https?$/, error: '应为网址。' }).optional(),
  INTAKE_TOKENS: z
    .string()
    .optional()
    .transform((text, context) => {
      const read = readIntakeTokens(text)
      if (read.ok) return read.tokens
      context.addIssue({ code: 'custom', message: read.problem })
      return z.NEVER
    }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: '应为 debug、info、warn、error 或 silent。',
    })
    .default('info'),
})

export interface Config {
  readonly app: {
    readonly id: string
    readonly secret: string
    readonly encryptKey: string
    readonly verificationToken: string
  }
  readonly domain: string
  readonly databaseUrl: string | undefined
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly directoryFile: string | undefined
  readonly policyFile: string | undefined
  /** Fetched after every audit that found our own part in order, for a monitor outside. */
  readonly heartbeatUrl?: string | undefined
  /** Who may put reports into the queue over HTTP: the token of each source. Absent or empty: nobody. */
  readonly intakeTokens?: ReadonlyMap<string, string>
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** What is missing or wrong, one line per variable, each with the place where the right value is found. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** Empty values count as unset, as in `LARK_DOMAIN= npm start`. Throws ConfigError with every problem at once. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = env.safeParse(set)
  if (!read.success) {
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`))
  }
  const it = read.data
  return {
    app: {
      id: it.LARK_APP_ID,
      secret: it.LARK_APP_SECRET,
      encryptKey: it.LARK_ENCRYPT_KEY,
      verificationToken: it.LARK_VERIFICATION_TOKEN,
    },
    domain: it.LARK_DOMAIN,
    databaseUrl: it.DATABASE_URL,
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    directoryFile: it.DIRECTORY_FILE,
    policyFile: it.POLICY_FILE,
    heartbeatUrl: it.HEARTBEAT_URL,
    intakeTokens: it.INTAKE_TOKENS,
    logLevel: it.LOG_LEVEL,
  }
}
