import { deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { openAccountability } from './decide-accountability.ts'
import { recheckOf } from './decide-deferral.ts'
import { type Context, calm, type Decision, done, refuse } from './decision.ts'
import type { SlipEvent, SlipFact } from './event.ts'
import { openSupervision, type Slip } from './slip.ts'
import { dayOf, yearOf } from './time.ts'

/**
 * What time has brought about on this slip: the ladder's rungs of this minute, and the end of a deferral.
 * A rung climbed before is left out; nothing left is quiet.
 */
export function climbRungs(
  command: SlipCommandOf<'climb_rungs'>,
  slip: Slip,
  fact: SlipFact,
  { now, calendar }: Context,
): Decision {
  const recheckAt = recheckOf(slip)
  const revived: SlipEvent[] =
    recheckAt !== null && recheckAt <= now
      ? [
          {
            ...fact,
            type: 'revived',
            deadline: deadlineOf(slip.policy.deferral.term, recheckAt, calendar, slip.policy.hours),
          },
        ]
      : []
  const rungs = command.rungs.filter(({ key }) => !(key in slip.rungs))
  if (rungs.length === 0 && revived.length === 0) return calm({ code: 'rungs_already_climbed' })
  const events: SlipEvent[] = [...revived]
  if (rungs.length > 0) events.push({ ...fact, type: 'rungs_climbed', rungs })
  const escalating = rungs.filter(({ rungId }) =>
    slip.policy.ladder.some((rung) => rung.id === rungId && rung.act === 'escalate'),
  )
  // One supervision at a time: a second clock running out adds to the case, not a second paper.
  const open = openSupervision(slip) !== undefined
  if (escalating.length > 0 && !open) {
    events.push({ ...fact, type: 'supervision_proposed', cause: 'unsolved', ground: null })
  }
  const told = slip.notices.some(({ rungs: of }) => of.length > 0)
  if (escalating.length > 0 && (!open || !told)) {
    events.push({ ...fact, type: 'leaders_told', to: 'leaders', rungs: escalating.map(({ key }) => key) })
  }
  const accusing = rungs.some(({ rungId }) =>
    slip.policy.ladder.some((rung) => rung.id === rungId && rung.act === 'accuse'),
  )
  if (accusing && !openAccountability(slip)) {
    const supervision = slip.supervisions.at(-1)?.n ?? null
    const unsaid = { evidence: null, consequence: null } as const
    events.push({ ...fact, type: 'accountability_proposed', cause: 'unsolved', ...unsaid, supervision })
  }
  return done(...events)
}

/** 签发督办: a numbered notice with a limit of its own, signed by a named person of the supervision office. */
export function issueSupervision(
  { n, demand, term }: SlipCommandOf<'issue_supervision'>,
  slip: Slip,
  fact: SlipFact,
  { now, calendar, policy, next }: Context,
): Decision {
  if (n !== slip.supervisions.length) return refuse({ code: 'stale_card' })
  if (term?.kind === 'until' && term.at <= now) return refuse({ code: 'term_not_in_future' })
  return done({
    ...fact,
    type: 'supervision_issued',
    no: { word: policy.words.supervision, year: yearOf(dayOf(now)), serial: next.supervision },
    demand,
    deadline: deadlineOf(term ?? slip.policy.supervisionTerm, now, calendar, slip.policy.hours),
  })
}
