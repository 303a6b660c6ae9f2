import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMessenger } from '../bot/feishu/messenger.ts'
import { feishuWebhook } from '../bot/feishu/webhook.ts'
import { createHttp } from '../bot/http.ts'
import { intakeRouter } from '../bot/intake.ts'
import { startJobs } from '../bot/jobs/index.ts'
import { createMessage } from '../bot/message.ts'
import { createMetrics } from '../bot/metrics.ts'
import { createDrain } from '../bot/outbox/drain.ts'
import { machineWall, type Wall } from '../bot/outbox/pace.ts'
import { createPress } from '../bot/press.ts'
import { createReceive } from '../bot/receive.ts'
import { createDrawAnswer, createRender } from '../bot/render.ts'
import { faultToast } from '../bot/toasts.ts'
import { openDatabase } from '../db/open-database.ts'
import { createAudit } from './audit.ts'
import type { Config } from './config.ts'
import { readDirectoryFile } from './directory-file.ts'
import { createCalendars } from './domain/calendars.ts'
import { createExecute } from './execute.ts'
import { faultOf } from './faults.ts'
import { createHeartbeat } from './heartbeat.ts'
import { createHolidayWatch } from './holiday-watch.ts'
import { officialCalendar, yearsWithoutNotice } from './holidays.ts'
import { createLog } from './log.ts'
import { readPolicyFile } from './policy-file.ts'
import type { Clock, Database, Log } from './ports.ts'
import { createSweep } from './sweep.ts'
import { createTakeIn } from './take-in.ts'

export interface App {
  readonly url: string
  /** Looks at once at what time has made due, and resolves when everything that follows was sent. */
  tick(): Promise<void>
  close(): Promise<void>
}

/** The machine's clock. */
const machine: Clock = { now: () => Date.now() }

/** Parts that the sandbox and the tests bring along. A database that was brought is not closed with the app. */
export interface AppParts {
  readonly clock?: Clock
  readonly log?: Log
  readonly database?: Database
  readonly wall?: Wall
}

/** Puts the parts together and opens the door. */
export async function startApp(
  config: Config,
  { clock = machine, log = createLog(config.logLevel), database, wall = machineWall }: AppParts = {},
): Promise<App> {
  const policy = await readPolicyFile(config.policyFile)
  const calendars = createCalendars(officialCalendar())
  const directory = config.directoryFile === undefined ? null : await readDirectoryFile(config.directoryFile)
  const db =
    database ??
    (await openDatabase({
      ...(config.databaseUrl === undefined ? {} : { url: config.databaseUrl }),
      dataDir: config.dataDir,
      log,
    }))
  if (directory) {
    const outcome = await db.directory.import(directory, { prune: false, at: clock.now() })
    log.info(
      { outcome, bodies: directory.bodies.length, people: directory.people.length },
      'directory file read',
    )
  }
  for (const year of yearsWithoutNotice(clock.now(), calendars(await db.read.arrangements()))) {
    log.warn({ year }, 'no State Council holiday notice for this year: weekends alone are taken as rest days')
  }
  const messenger = createMessenger({
    appId: config.app.id,
    appSecret: config.app.secret,
    domain: config.domain,
    log,
  })
  const me = { openId: undefined as string | undefined }
  const render = createRender({ read: db.read, clock, calendars, policy })
  const draw = createDrawAnswer({ clock, calendars, policy })
  const execute = createExecute({ db, clock, calendars, policy })
  const drain = createDrain({
    db,
    messenger,
    appId: config.app.id,
    render,
    clock,
    calendars,
    policy,
    wall,
    log,
  })
  const sweep = createSweep({ db, clock, execute, log })
  const watchHolidays = createHolidayWatch({ db, clock, calendars, policy })
  const audit = createAudit({
    db,
    clock,
    calendars,
    policy,
    log,
    heartbeat: createHeartbeat(config.heartbeatUrl, log),
  })
  const metrics = createMetrics(db.outbox)
  const webhook = feishuWebhook({
    keys: {
      appId: config.app.id,
      encryptKey: config.app.encryptKey,
      verificationToken: config.app.verificationToken,
    },
    botOpenId: () => me.openId,
    receive: createReceive({
      press: createPress({ db, clock, execute, render, policy, log }),
      message: createMessage({ db, clock, calendars, policy, execute, messenger, draw, newId, log }),
      metrics,
      log,
    }),
    onFault: (error) => faultToast(faultOf(error).reference),
    afterAnswer: () => drain.kick(),
    log,
  })
  const intake = intakeRouter({
    tokens: config.intakeTokens ?? new Map(),
    takeIn: createTakeIn({ db, execute, log }),
    counter: metrics.intake,
    afterAnswer: () => drain.kick(),
    log,
  })
  const knowMyself = async () => {
    me.openId ??= (await messenger.whoAmI()).openId
  }
  const works = (part: Promise<unknown>) =>
    part.then(
      () => true,
      (error: unknown) => {
        log.warn({ error }, 'not ready')
        return false
      },
    )
  const notReady = async () => {
    if (!(await works(db.ready()))) return 'database'
    return (await works(knowMyself())) && messenger.tokenState() !== 'failing' ? null : 'feishu'
  }
  const server = await listen(createHttp({ webhook, intake, notReady, metrics: metrics.registry }), config)
  await knowMyself().catch((error: unknown) =>
    log.warn({ error }, 'Feishu does not answer yet; trying again'),
  )
  const tick = async () => {
    // What time has made due is decided whether or not Feishu answers.
    await works(knowMyself())
    await sweep()
    await watchHolidays()
    await drain.idle()
  }
  // After a sleep of the process the work comes first: what it has had no time for is no gap.
  const lookBack = async () => {
    await sweep()
    await drain.idle()
    await audit.run()
  }
  // The sweep asks every five seconds what is due; the outbox looks every second for what was held or must be retried.
  const jobs = startJobs(
    [
      { name: 'sweep', every: '*/5 * * * * *', run: async () => void (await sweep()) },
      { name: 'audit', every: '15 * * * * *', run: lookBack },
      { name: 'holidays', every: '30 * * * * *', run: watchHolidays },
      { name: 'outbox', every: '* * * * * *', run: async () => drain.kick() },
      { name: 'identity', every: '*/10 * * * * *', run: knowMyself },
    ],
    log,
  )
  const { port } = server.address() as AddressInfo
  log.info({ port }, 'listening')
  return {
    url: `http://127.0.0.1:${port}`,
    tick,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      await jobs.stop()
      await drain.stop()
      if (!database) await db.close()
    },
  }
}

/** Ids travel in the names of buttons: small letters and digits, 60 bits of chance. */
function newId(): string {
  return [...randomBytes(12)].map((byte) => (byte % 36).toString(36)).join('')
}

function listen(http: ReturnType<typeof createHttp>, { port, host }: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = http.listen(port, host, (error?: Error) => (error ? reject(error) : resolve(server)))
  })
}
