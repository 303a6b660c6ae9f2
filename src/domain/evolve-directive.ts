import { actOf } from './act.ts'
import type { SlipEvent } from './event.ts'
import type { Slip } from './slip.ts'

type Told = SlipEvent & {
  type: 'leaders_told' | 'acknowledged' | 'instructed' | 'directive_answered'
}

/** What leaders were told of a slip, who has read it, what they wrote on it and what the unit answered. */
export function instructed(slip: Slip, event: Told, rev: number): Slip {
  const act = actOf(event)
  const { notices, directives } = slip
  switch (event.type) {
    case 'leaders_told': {
      const { at, rungs, to, result } = event
      const notice = { n: notices.length + 1, at, rungs, to, ...(result ? { result } : {}), acknowledged: [] }
      return { ...slip, rev, notices: [...notices, notice] }
    }
    case 'acknowledged':
      return {
        ...slip,
        rev,
        notices: notices.map((one) =>
          one.n === event.notice ? { ...one, acknowledged: [...one.acknowledged, act] } : one,
        ),
      }
    case 'instructed': {
      const { notice, text, deadline } = event
      const n = directives.length + 1
      const directive = { ...act, n, notice, text, ...(deadline ? { deadline } : {}), answer: null }
      return { ...slip, rev, directives: [...directives, directive] }
    }
    case 'directive_answered':
      return {
        ...slip,
        rev,
        directives: directives.map((one) =>
          one.n === event.n ? { ...one, answer: { ...act, text: event.text } } : one,
        ),
      }
  }
}
