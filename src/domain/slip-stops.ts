import type { Act } from './act.ts'
import { supervisorOnly, unitOnly } from './authority.ts'
import { type Context, calm, nameOf, refuse, type Stop } from './decision.ts'
import type { Slip } from './slip.ts'

/** A closed, withdrawn or voided slip takes no more acts. */
export function ended(slip: Slip): Stop | null {
  if (slip.closed) return refuse({ code: 'slip_closed', at: slip.closed.at })
  if (slip.withdrawn) return refuse({ code: 'slip_withdrawn', at: slip.withdrawn.at })
  if (slip.voided) return refuse({ code: 'slip_voided', at: slip.voided.at })
  return null
}

/** What is said about how a slip was handled may be said after it is closed; one taken back was nobody's to handle. */
export function notWithdrawn(slip: Slip): Stop | null {
  return slip.withdrawn || slip.voided ? ended(slip) : null
}

/** The unit works on it. A deferred slip may still be finished early. */
export function inHand(slip: Slip, context: Context): Stop | null {
  const stop = unitOnly(slip, context) ?? ended(slip)
  if (stop) return stop
  if (slip.status === 'contested') return refuse({ code: 'slip_contested' })
  if (slip.status === 'awaiting_receipt') return refuse({ code: 'receipt_first' })
  return slip.status === 'under_review' && slip.final
    ? calm({ code: 'already_submitted', by: nameOf(slip.final.by), at: slip.final.at })
    : null
}

/** A ruling names the ask it is about: an earlier one, on an old card, was ruled on before. */
export function rulingOf(
  asks: readonly { readonly n: number; readonly ruling: Act | null }[],
  n: number,
): Stop | null {
  const asked = asks.find((one) => one.n === n)
  if (!asked) return refuse({ code: 'not_found' })
  const { ruling } = asked
  return ruling && calm({ code: 'already_ruled', by: nameOf(ruling.by), at: ruling.at })
}

export function underReview(slip: Slip): Stop | null {
  return ended(slip) ?? (slip.status === 'under_review' ? null : refuse({ code: 'slip_not_under_review' }))
}

export function signoffOpen(slip: Slip): Stop | null {
  return (
    underReview(slip) ??
    (slip.signoff.required ? null : refuse({ code: 'signoff_not_needed' })) ??
    (slip.signoff.signed
      ? calm({ code: 'already_signed_off', by: nameOf(slip.signoff.signed.by), at: slip.signoff.signed.at })
      : null)
  )
}

/** An ask that waits for its ruling; one that was ruled on before is told calmly. */
export function rulingOn(slip: Slip, asks: readonly { readonly ruling: Act | null }[]): Stop | null {
  const last = asks.at(-1)
  if (last?.ruling) return calm({ code: 'already_ruled', by: nameOf(last.ruling.by), at: last.ruling.at })
  return ended(slip) ?? (last ? null : refuse({ code: 'nothing_asked' }))
}

export function rulingOpen(slip: Slip, context: Context): Stop | null {
  const stop = supervisorOnly(context)
  if (stop) return stop
  const last = slip.supervisions.at(-1)
  if (last?.ruling) return calm({ code: 'already_ruled', by: nameOf(last.ruling.by), at: last.ruling.at })
  return ended(slip) ?? (last ? null : refuse({ code: 'supervision_not_proposed' }))
}
