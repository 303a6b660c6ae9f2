import type { OpenId } from './directory.ts'
import type { Instant } from './time.ts'

/** Who did something, named as of that day; the sweep signs as `system`. */
export type By = { readonly openId: OpenId; readonly name: string } | 'system'

export interface Act {
  readonly by: By
  readonly at: Instant
}

/** Only who and when, of a fact that says more. */
export function actOf({ by, at }: Act): Act {
  return { by, at }
}
