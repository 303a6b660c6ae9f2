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
        { name, timezone: 'Asia/Shanghai', noOverlap: true },
      ),
  )
  return {
    stop: async () => {
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all(running)
    },
  }
}
