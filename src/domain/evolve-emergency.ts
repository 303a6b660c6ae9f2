import { actOf } from './act.ts'
import type { SlipEvent } from './event.ts'
import { answered, retimed, stop } from './evolve-clocks.ts'
import type { Slip } from './slip.ts'

/** What a slip of an emergency becomes by what is released, ruled, and put on paper after the call. */

/** 权威信息 is the public answer of an emergency. */
export function released(slip: Slip, event: SlipEvent & { type: 'release_recorded' }, rev: number): Slip {
  const { kind, what, where, link, noLinkReason, publishedAt } = event
  const act = actOf(event)
  // What the public is told, the office has read with it.
  const clocks = stop(slip.clocks, 'first_report', event.at)
  const releases = [...slip.releases, { ...act, kind, what, where, link, noLinkReason, publishedAt }]
  switch (kind) {
    case 'authoritative_info': {
      const firstResponse = slip.firstResponse ?? { ...act, publishedAt, link, noLinkReason }
      return { ...slip, rev, releases, firstResponse, clocks: answered(clocks, publishedAt) }
    }
    case 'press_conference':
      return { ...slip, rev, releases, clocks: stop(clocks, 'press_conference', publishedAt) }
    case 'follow_up':
      return { ...slip, rev, releases, clocks }
  }
}

export function waived(slip: Slip, event: SlipEvent & { type: 'conference_waived' }, rev: number): Slip {
  return {
    ...slip,
    rev,
    conferenceWaived: { ...actOf(event), reason: event.reason },
    clocks: stop(slip.clocks, 'press_conference', event.at),
  }
}

/** The same number; what was provisional is completed. */
export function formalised(slip: Slip, event: SlipEvent & { type: 'slip_formalised' }, rev: number): Slip {
  const { answerForm, demand, deadline, receiptAgain, receiptDeadline } = event
  return {
    ...slip,
    rev,
    provisional: false,
    brief: { ...slip.brief, answerForm, demand },
    ...retimed(slip, rev, deadline, receiptAgain, receiptDeadline),
  }
}
