import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../../src/app.ts'
import { directoryOf } from './city.ts'
import { createSandbox } from './sandbox.ts'

/**
 * `npm run sandbox`: a local Feishu with the demo city, and the real bot connected to it, on an embedded database that
 * lives as long as the process. Nothing to configure; `SANDBOX_PORT` names another port for the page.
 */
const wanted = Number(process.env.SANDBOX_PORT ?? 8808)

async function main(): Promise<void> {
  const sandbox = await createSandbox({ port: wanted }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    process.stdout.write(`端口 ${wanted} 已被占用，改用其他端口。\n`)
    return createSandbox({ port: 0 })
  })
  const folder = await mkdtemp(join(tmpdir(), 'jiaobantong-'))
  const directoryFile = join(folder, 'directory.json')
  await writeFile(directoryFile, JSON.stringify(directoryOf(sandbox.city), null, 2))
  const { appId, appSecret, encryptKey, verificationToken } = sandbox.app
  const app = await startApp(
    {
      app: { id: appId, secret: appSecret, encryptKey, verificationToken },
      domain: sandbox.url,
      databaseUrl: undefined,
      port: 0,
      host: '127.0.0.1',
      dataDir: 'memory',
      directoryFile,
      policyFile: undefined,
      logLevel: 'warn',
    },
    { clock: sandbox.clock },
  )
  sandbox.connect(`${app.url}/feishu/webhook`)
  sandbox.clock.onWind(() => app.tick())
  process.stdout.write(
    `\n交办通沙箱已启动：${sandbox.url}\n\n在浏览器中打开上面的地址。左侧选择座位（市网信办、承办单位、领导……），\n在市网信办群里发送「/交办」开始；右上角可以拨动时钟。按 Ctrl+C 结束，数据不保留。\n\n`,
  )
  const stop = async () => {
    await app.close()
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())
}

await main()
