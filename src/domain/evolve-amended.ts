import { actOf } from './act.ts'
import type { SlipEvent } from './event.ts'
import { restart, retimed } from './evolve-clocks.ts'
import type { Brief, Slip } from './slip.ts'

/** Only a changed demand or limit asks for a new receipt; a corrected title or link does not. */
export function amendedSlip(slip: Slip, event: SlipEvent & { type: 'amended' }, rev: number): Slip {
  const { reason, changes, deadline, receiptAgain, receiptDeadline, firstResponse, signoffRequired } = event
  const now = Object.fromEntries(
    changes
      .filter(({ field }) => field !== 'leader' && field !== 'directive')
      .map(({ field, to }) => [field, field === 'link' && to === '' ? null : to]),
  )
  const brief: Brief = { ...slip.brief, ...now, ...(event.order ? { order: event.order } : {}) }
  const n = slip.amendments.length + 1
  const answering = firstResponse ? restart(slip.clocks, 'first_response', rev, firstResponse) : slip.clocks
  return {
    ...slip,
    rev,
    brief,
    signoff: { ...slip.signoff, required: signoffRequired ?? slip.signoff.required },
    ...retimed({ ...slip, clocks: answering }, rev, deadline, receiptAgain, receiptDeadline),
    amendments: [...slip.amendments, { ...actOf(event), n, rev, reason, changes, deadline, receiptAgain }],
  }
}
