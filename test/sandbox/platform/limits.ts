import { refusals } from './refuse.ts'

/** Counts of the last moments, on the clock on the wall: a wound city clock gives nobody a larger share. */
class Window {
  readonly #times: number[] = []
  readonly #limit: number
  readonly #spanMs: number
  constructor(limit: number, spanMs: number) {
    this.#limit = limit
    this.#spanMs = spanMs
  }
  /** Milliseconds until there is room; 0 when there is room now. */
  wait(now: number): number {
    while (this.#times.length > 0 && (this.#times[0] ?? 0) <= now - this.#spanMs) this.#times.shift()
    const oldest = this.#times[0]
    return oldest === undefined || this.#times.length < this.#limit ? 0 : oldest + this.#spanMs - now
  }
  take(now: number): void {
    this.#times.push(now)
  }
}

/** The documented frequency limits: 5/s a chat, 5/s a patched message, 50/s and 1000/min an app. */
export type Limits = {
  /** Throws 99991400 with HTTP 429 when the app asks too often. */
  app(): void
  /** Throws 230020 when the chat gets more than 5 messages a second. */
  chat(chatId: string): void
  /** Throws 230020 when one message is changed more than 5 times a second. */
  message(messageId: string): void
}

export const unlimited: Limits = { app: () => {}, chat: () => {}, message: () => {} }

export function createLimits(wall: () => number = () => performance.now()): Limits {
  const second = new Window(50, 1000)
  const minute = new Window(1000, 60_000)
  const chats = new Map<string, Window>()
  const messages = new Map<string, Window>()
  const windowOf = (windows: Map<string, Window>, key: string): Window => {
    const window = windows.get(key) ?? new Window(5, 1000)
    windows.set(key, window)
    return window
  }
  return {
    app() {
      const now = wall()
      for (const [window, limit] of [
        [minute, 1000],
        [second, 50],
      ] as const) {
        const wait = window.wait(now)
        if (wait > 0) throw refusals.appRate(limit, Math.ceil(wait / 1000))
      }
      second.take(now)
      minute.take(now)
    },
    chat(chatId) {
      const now = wall()
      const window = windowOf(chats, chatId)
      if (window.wait(now) > 0) throw refusals.chatRate()
      window.take(now)
    },
    message(messageId) {
      const now = wall()
      const window = windowOf(messages, messageId)
      if (window.wait(now) > 0) throw refusals.messageRate()
      window.take(now)
    },
  }
}
