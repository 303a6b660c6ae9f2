import type { World } from '../world.ts'
import { ApiRefusal, fieldFailed, refusals } from './refuse.ts'

const lifetimeMs = 7200_000
const renewalMs = 30 * 60_000

/** Tenant access tokens, on the city's clock. */
export type Tokens = {
  /** The same token while 30 minutes remain, then a new one beside it. Throws on a wrong secret. */
  issue(body: unknown): { tenant_access_token: string; expire: number }
  /** Throws 99991661 or 99991663 unless the header carries a live token. */
  check(authorization: string | undefined): void
  /** Makes every token issued so far invalid. */
  revoke(): void
}

export function createTokens(world: World): Tokens {
  const live = new Map<string, number>()
  let latest: { token: string; until: number } | undefined
  return {
    issue(body) {
      const { app_id, app_secret } = (body ?? {}) as { app_id?: unknown; app_secret?: unknown }
      if (typeof app_id !== 'string') throw fieldFailed('app_id is required')
      if (typeof app_secret !== 'string') throw fieldFailed('app_secret is required')
      if (app_id !== world.app.appId) throw new ApiRefusal(400, 10003, 'invalid param', 'F1')
      if (app_secret !== world.app.appSecret) throw new ApiRefusal(400, 10014, 'app secret invalid', 'F1')
      const now = world.clock.now()
      if (!latest || latest.until - now < renewalMs) {
        latest = { token: `t-${world.chance.hex(40)}`, until: now + lifetimeMs }
        live.set(latest.token, latest.until)
      }
      return { tenant_access_token: latest.token, expire: Math.floor((latest.until - now) / 1000) }
    },
    check(authorization) {
      const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
      if (!token) throw refusals.tokenMissing()
      const until = live.get(token)
      if (until === undefined || until <= world.clock.now()) throw refusals.tokenInvalid()
    },
    revoke() {
      live.clear()
      latest = undefined
    },
  }
}
