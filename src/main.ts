import { startApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { DirectoryFileError } from './directory-file.ts'
import { PolicyFileError } from './policy-file.ts'

/** How an operator's mistake ends the start: its own sentence, no stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    return `交办通未启动，以下配置缺少或有误：\n\n${error.lines.map((line) => `  ${line}`).join('\n')}\n\n填好后重新运行 npm start。想先试用，请运行 npm run sandbox，无需任何配置。`
  }
  if (error instanceof DirectoryFileError || error instanceof PolicyFileError)
    return `交办通未启动。${error.message}`
  // A query that never reached its database wraps the reason in the text of the query.
  if (error instanceof Error && !('code' in error) && error.cause instanceof Error)
    return explain(error.cause)
  if (error instanceof Error && 'code' in error)
    return `交办通未启动：${error.message}（${String(error.code)}）`
  return `交办通未启动：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

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
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
