import type { Accountability } from './accountability.ts'
import { actOf } from './act.ts'
import type { SlipEvent } from './event.ts'

type AccountabilityEvent = SlipEvent & {
  type:
    | 'accountability_proposed'
    | 'accountability_transferred'
    | 'accountability_declined'
    | 'file_acknowledged'
}

/** 问责 of a slip after one more fact; a ruling is on the latest proposal. */
export function accused(
  all: readonly Accountability[],
  event: AccountabilityEvent,
): readonly Accountability[] {
  const act = actOf(event)
  const changed = (n: number, change: Partial<Accountability>) =>
    all.map((one) => (one.n === n ? { ...one, ...change } : one))
  switch (event.type) {
    case 'accountability_proposed': {
      const { cause, evidence, consequence, supervision } = event
      const proposed = { ...act, cause, evidence, consequence, supervision }
      return [...all, { n: all.length + 1, proposed, ruling: null, read: [] }]
    }
    case 'accountability_transferred': {
      const { no, consequence, suggestion } = event
      return changed(all.length, { ruling: { ...act, kind: 'transferred', no, consequence, suggestion } })
    }
    case 'accountability_declined':
      return changed(all.length, { ruling: { ...act, kind: 'declined', reason: event.reason } })
    case 'file_acknowledged':
      return all.map((one) => (one.n === event.n ? { ...one, read: [...one.read, act] } : one))
  }
}
