/** A tenant access token as Feishu issued it; `expire` in seconds. */
export interface IssuedToken {
  readonly token: string
  readonly expire: number
}

export interface TokenKeeper {
  /** The token in force; fetched at most once at a time, however many ask. */
  current(): Promise<string>
  /** Feishu refused this token. One that was fetched meanwhile stays. */
  refuse(token: string): void
  /** `none` before the first fetch, `failing` while the last one failed. */
  state(): 'ok' | 'none' | 'failing'
}

const MARGIN_MS = 3 * 60_000

/**
 * Keeps one token until three minutes before its end (half of its life when that is short). `now` is in
 * milliseconds.
 */
export function createTokenKeeper(fetchToken: () => Promise<IssuedToken>, now: () => number): TokenKeeper {
  let held: { readonly token: string; readonly until: number } | undefined
  let coming: Promise<string> | undefined
  let state: 'ok' | 'none' | 'failing' = 'none'

  const renew = async (): Promise<string> => {
    const asked = now()
    try {
      const { token, expire } = await fetchToken()
      const life = expire * 1000
      held = { token, until: asked + (life > 2 * MARGIN_MS ? life - MARGIN_MS : life / 2) }
      state = 'ok'
      return token
    } catch (error) {
      state = 'failing'
      throw error
    } finally {
      coming = undefined
    }
  }

  return {
    current: () => {
      if (held && held.until > now()) return Promise.resolve(held.token)
      coming ??= renew()
      return coming
    },
    refuse: (token) => {
      if (held?.token === token) held = undefined
    },
    state: () => state,
  }
}
