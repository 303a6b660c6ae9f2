import type { Log } from './ports.ts'

/** A monitor that answers no sooner is as good as none; the next beat comes in a minute. */
const PATIENCE = 5_000

/**
 * Fetches the address of a monitor outside, which raises the alarm when beats stay away. No beat goes out while our own
 * audit accuses us. Trouble with the monitor is logged and troubles nobody else.
 */
export function createHeartbeat(url: string | undefined, log: Log): (inOrder: boolean) => Promise<void> {
  return async (inOrder) => {
    if (url === undefined || !inOrder) return
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) })
      if (status >= 400) log.warn({ status }, 'the monitor refused the heartbeat')
    } catch (error) {
      log.warn({ error }, 'the monitor could not be reached')
    }
  }
}
