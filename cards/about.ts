import type { Matter } from '../src/domain/matter.ts'
import type { Slip } from '../src/domain/slip.ts'

/** What a form on the card may be filled with beforehand. */
export interface About {
  readonly matter: Matter | null
  readonly slip: Slip | null
}

export const aboutNothing: About = { matter: null, slip: null }
