import { ConfigError } from './config.ts'
import { DirectoryFileError } from './directory-file.ts'
import { PolicyFileError } from './policy-file.ts'

/** How an operator's mistake ends the start: its own sentence, no stack. */
export function explainRefusedStart(error: unknown): string {
  if (error instanceof ConfigError) {
    return `交办通未启动，以下配置缺少或有误：\n\n${error.lines.map((line) => `  ${line}`).join('\n')}\n\n填好后重新运行 npm start。想先试用，请运行 npm run sandbox，无需任何配置。`
  }
  if (error instanceof DirectoryFileError || error instanceof PolicyFileError)
    return `交办通未启动。${error.message}`
  // A query that never reached its database wraps the reason in the text of the query.
  if (error instanceof Error && !('code' in error) && error.cause instanceof Error)
    return explainRefusedStart(error.cause)
  if (error instanceof Error && 'code' in error)
    return `交办通未启动：${error.message}（${String(error.code)}）`
  return `交办通未启动：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
