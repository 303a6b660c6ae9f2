import { type App, startApp } from '../../src/app.ts'
import type { Database } from '../../src/ports.ts'
import type { Office } from './office.ts'

/** Another process of the same bot: it shares the database, the platform and the time with the first, and no memory. */
export function anotherBot({ sandbox, clock, wall }: Office, database: Database): Promise<App> {
  const { appId: id, appSecret: secret, encryptKey, verificationToken } = sandbox.app
  return startApp(
    {
      app: { id, secret, encryptKey, verificationToken },
      domain: sandbox.url,
      databaseUrl: undefined,
      port: 0,
      host: '127.0.0.1',
      dataDir: 'memory',
      directoryFile: undefined,
      policyFile: undefined,
      logLevel: 'silent',
    },
    { clock, wall, database },
  )
}
