import { officeOrSupervisorOnly } from './authority.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, calm, type Stop } from './decision.ts'
import type { Slip } from './slip.ts'
import { notWithdrawn } from './slip-stops.ts'

/** 表扬 by the office or the supervision office; once per slip and person. */
export function praiseGate(slip: Slip, context: Context): Stop | null {
  const { actor } = context
  const before = slip.praises.find(
    ({ by }) => by !== 'system' && actor.kind === 'person' && by.openId === actor.person.openId,
  )
  return (
    officeOrSupervisorOnly(slip.officeId, context) ??
    notForWhistle(slip) ??
    notWithdrawn(slip) ??
    (before ? calm({ code: 'already_praised', at: before.at }) : null)
  )
}
