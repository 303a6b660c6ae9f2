import { startApp } from './app.ts'
import { readConfig } from './config.ts'
import { explainRefusedStart } from './refused-start.ts'

try {
  const app = await startApp(readConfig(process.env))
  const stop = () => {
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  process.stderr.write(`${explainRefusedStart(error)}\n`)
  process.exit(1)
}
