import { signerRoles } from './authority.ts'
import { circleCanSign } from './decide-whistle.ts'
import { type Context, refuse, type Stop } from './decision.ts'
import type { PhoneRecord } from './emergency.ts'
import type { MatterFact, SlipEvent } from './event.ts'
import { deadlinesOf } from './limits.ts'
import type { Draft, Matter } from './matter.ts'
import { confidedPolicy, needsSignoff, slipPolicyOf } from './policy.ts'
import { answersItself } from './publishing.ts'
import type { Brief, Duty } from './slip.ts'
import { dayOf, yearOf } from './time.ts'

/** A unit that the directory no longer has cannot be given a slip. */
export function unitGone(draft: Draft, { directory }: Context): Stop | null {
  const gone = [draft.lead, ...draft.support].find((id) => !directory.body(id)?.unit)
  return gone === undefined ? null : refuse({ code: 'unit_gone', unit: directory.body(gone)?.name ?? gone })
}

/**
 * Every unit gets a slip of its own (通知 二(二)1 分别交办), the lead first, all clocks from this instant; when the
 * telephone came first, from the call.
 */
export function issuedSlips(
  draft: Draft,
  matter: Matter,
  fact: MatterFact,
  context: Context,
  first: { readonly phone: PhoneRecord | null },
): readonly (SlipEvent & { type: 'slip_issued' })[] {
  const { now, next, policy, directory } = context
  const { circle } = matter
  const [word, serial] = circle ? [policy.words.whistle, next.whistle_slip] : [policy.words.slip, next.slip]
  const support = draft.support.filter((id) => id !== draft.lead)
  const units: [string, Duty][] = [
    [draft.lead, 'lead'],
    ...support.map((id): [string, Duty] => [id, 'support']),
  ]
  return units.map(([unitId, duty], index) => {
    const answers = answersItself(duty, unitId, draft.category, context)
    return {
      on: 'slip' as const,
      id: `${matter.id}-${index + 1}`,
      by: fact.by,
      at: now,
      type: 'slip_issued' as const,
      officeId: matter.officeId,
      matterId: matter.id,
      no: { word, year: yearOf(dayOf(now)), serial: serial + index },
      unitId,
      duty,
      answers,
      hops: 0,
      brief: briefOf(draft),
      policy: circle ? confidedPolicy(slipPolicyOf(policy)) : slipPolicyOf(policy),
      signoffRequired:
        needsSignoff(policy, draft.category, draft.level) &&
        circleCanSign(matter, signerRoles(context), directory),
      deadlines: deadlinesOf(draft, first.phone?.call.at ?? now, context, { duty, answers }),
      ...(circle ? { circle } : {}),
      ...(first.phone ? { phone: first.phone, provisional: true } : {}),
    }
  })
}

function briefOf(draft: Draft): Brief {
  const {
    title,
    summary,
    platform,
    link,
    category,
    level,
    requestType,
    answerForm,
    demand,
    sensitivity,
    order,
  } = draft
  return {
    title,
    summary,
    platform,
    link,
    category,
    level,
    ...(requestType ? { requestType } : {}),
    answerForm,
    demand,
    sensitivity,
    ...(order ? { order } : {}),
  }
}
