import cron, { type ScheduledTask } from 'node-cron'
import type { Log } from '../../src/ports.ts'

/** A job that time starts. It only looks; what is due is decided from the rows, so a missed run loses nothing. */
export interface Job {
  readonly name: string
  /** Six fields, seconds first, Beijing time. */
  readonly every: string
  readonly run: () => Promise<unknown>
}

export interface Jobs {
  stop(): Promise<void>
}

/** A run missed under load is no trouble: the next one looks at the same rows. */
function quietly(job: string, log: Log) {
  const note = (message: string | Error) =>
    log.debug({ job, note: typeof message === 'string' ? message.slice(0, 80) : message.name }, 'scheduler')
  return { info: note, warn: note, error: note, debug: note }
}

export function startJobs(jobs: readonly Job[], log: Log): Jobs {
  const running = new Set<Promise<unknown>>()
  const tasks = jobs.map(
    ({ name, every, run }): ScheduledTask =>
      cron.schedule(
        every,
        async () => {
          const work = run().catch((error: unknown) => log.error({ job: name, error }, 'a job failed'))
          running.add(work)
          await work
          running.delete(work)
        },
        { name, timezone: 'Asia/Shanghai', noOverlap: true, logger: quietly(name, log) },
      ),
  )
  return {
    stop: async () => {
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all(running)
    },
  }
}
