import { decide, serialsUsed } from '../../src/domain/decide.ts'
import { type Actor, type Context, type Decision, perSeries } from '../../src/domain/decision.ts'
import type { Person } from '../../src/domain/directory.ts'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import { effectsOf, type Post } from '../../src/domain/effects.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import type { Draft, Matter } from '../../src/domain/matter.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { type Instant, MINUTE } from '../../src/domain/time.ts'
import { contest, grantDeferral, reassign, requestDeferral, requestExtension } from './ask-wishes.ts'
import { conveneConference } from './conference-wishes.ts'
import {
  acting,
  calendar,
  directory,
  MONDAY_0900,
  on,
  system,
  刘国强,
  周建国,
  林晓燕,
  王立,
  高远,
} from './people.ts'
import { assignUrgently } from './urgent-wishes.ts'
import { fileWatch } from './watch-wishes.ts'
import {
  type Ask,
  acceptFeedback,
  approveIssue,
  climbRungs,
  instruct,
  MAIN_REF,
  register,
  signOff,
  signReceipt,
  submitDraft,
  submitFinal,
  withdrawSlip,
} from './wishes.ts'

/**
 * A case as told by a test: what happened so far, and what the last wish came to.
 * `after` is a step of the story and must succeed; `when` is the wish in question and may be refused.
 */
export interface Story {
  readonly dossier: Dossier | null
  readonly log: readonly DomainEvent[]
  readonly now: Instant
  readonly policy: Policy
  readonly decision: Decision | null
  /** `done`, `quiet:already_signed`, `refused:role_needed`. */
  readonly outcome: string
  /** The facts of the last wish, and what the world is told of them. */
  readonly facts: readonly DomainEvent[]
  readonly posts: readonly Post[]
  readonly matter: Matter
  /** The slip of the lead; `slips` has all of them in the order of their numbers. */
  readonly slip: Slip
  readonly slips: readonly Slip[]
  after(ask: Ask, by: Person | Actor, at?: Instant): Story
  when(ask: Ask, by: Person | Actor, at?: Instant): Story
  /** The sweep passes at this instant; quiet when nothing is due on the lead's slip. */
  sweep(at: Instant): Story
}

export function outcomeOf(decision: Decision): string {
  if (decision.kind === 'done') return 'done'
  return decision.kind === 'quiet' ? `quiet:${decision.quiet.code}` : `refused:${decision.refusal.code}`
}

/** All a decision may know, for this actor at this instant; the serials follow from what the log has used up. */
export function contextOf(
  by: Person | Actor,
  now: Instant,
  policy: Policy = defaultPolicy,
  log: readonly DomainEvent[] = [],
): Context {
  const used = serialsUsed(log)
  const next = perSeries((series) => used[series] + 1)
  return { now, actor: acting(by), directory, calendar, policy, next }
}

/** 市网信办 has this matter already: a story may be merged into it. */
export const mainMatter: Dossier = evolve(null, {
  on: 'matter',
  id: 'matter-0',
  type: 'registered',
  by: { openId: 林晓燕.openId, name: 林晓燕.name },
  at: MONDAY_0900 - 3 * 24 * 60 * MINUTE,
  officeId: 'wangxinban',
  ref: MAIN_REF,
  chatId: 'oc_wangxinban',
  seed: { title: '翠湖苑水黄', summary: null, platform: '抖音', link: null, unread: null },
  drafting: true,
})

function story(told: {
  log: readonly DomainEvent[]
  now: Instant
  policy: Policy
  decision: Decision | null
}): Story {
  const { log, now, policy, decision } = told
  const dossier = log.reduce<Dossier | null>(evolve, null)
  const facts = decision?.kind === 'done' ? decision.events : []
  const when = (ask: Ask, by: Person | Actor, at: Instant = now + MINUTE): Story => {
    const next = decide(ask(dossier, at), dossier, { ...contextOf(by, at, policy, log), main: mainMatter })
    return story({
      log: next.kind === 'done' ? [...log, ...next.events] : log,
      now: at,
      policy,
      decision: next,
    })
  }
  const self: Story = {
    dossier,
    log,
    now,
    policy,
    decision,
    outcome: decision ? outcomeOf(decision) : 'nothing asked',
    facts,
    get posts() {
      return dossier ? effectsOf(facts, dossier, { now, directory, calendar }) : []
    },
    get matter() {
      if (!dossier) throw new Error('nothing registered yet')
      return dossier.matter
    },
    get slip() {
      const slip = dossier?.slips[0]
      if (!slip) throw new Error('no slip issued yet')
      return slip
    },
    get slips() {
      return dossier?.slips ?? []
    },
    when,
    after(ask, by, at) {
      const next = when(ask, by, at)
      if (next.outcome !== 'done') throw new Error(`the story breaks off: ${next.outcome}`)
      return next
    },
    sweep: (at) => when(climbRungs(), system, at),
  }
  return self
}

/** Nothing has happened yet, under this policy. */
export function freshOffice(policy: Partial<Policy> = {}, at: Instant = MONDAY_0900 - MINUTE): Story {
  return story({ log: [], now: at, policy: { ...defaultPolicy, ...policy }, decision: null })
}

/** What a story is told about. Every story below is really decided step by step, a minute apart unless `at` is named. */
export interface Setting {
  readonly draft?: Partial<Draft>
  readonly policy?: Partial<Policy>
  /** The instant of 签发; the steps before it lie a minute apart. */
  readonly issuedAt?: Instant
}

export function draftingMatter({ policy, issuedAt = MONDAY_0900 }: Setting = {}): Story {
  return freshOffice(policy).after(register(), 林晓燕, issuedAt - 2 * MINUTE)
}

export function matterAwaitingApproval(setting: Setting = {}): Story {
  return draftingMatter(setting).after(submitDraft(setting.draft), 林晓燕)
}

/** 市网信办 issued a slip to 市水务集团, on Monday at nine. */
export function issuedSlip(setting: Setting = {}): Story {
  return matterAwaitingApproval(setting).after(approveIssue(), 周建国)
}

/** 王立 signed for it. */
export function signedSlip(setting: Setting = {}, at?: Instant): Story {
  return issuedSlip(setting).after(signReceipt(), 王立, at)
}

/** 王立 reported the public answer and submitted the final feedback. */
export function slipUnderReview(setting: Setting = {}, at?: Instant): Story {
  return signedSlip(setting).after(submitFinal(), 王立, at)
}

/** 市网信办 accepted the feedback. */
export function closedSlip(setting: Setting = {}): Story {
  const submitted = slipUnderReview(setting)
  const signed = submitted.slip.signoff.required ? submitted.after(signOff(), 刘国强) : submitted
  return signed.after(acceptFeedback(), 林晓燕)
}

/** 王立 asked for three days more, on Monday. */
export function extensionAsked(setting: Setting = {}, at?: Instant): Story {
  return signedSlip(setting).after(requestExtension(), 王立, at)
}

/** 王立 says it is not for 市水务集团 but for 市住建局; nobody signed for it. */
export function contestedSlip(setting: Setting = {}): Story {
  return issuedSlip(setting).after(contest(), 王立)
}

/** The contest was accepted: the slip is 作废, and 市住建局 has one of its own. */
export function reassignedSlip(setting: Setting = {}): Story {
  return contestedSlip(setting).after(reassign(), 林晓燕)
}

/** 王立 asked to put it off for twenty days. */
export function deferralAsked(setting: Setting = {}, recheckAt?: Instant): Story {
  return signedSlip(setting).after(requestDeferral(recheckAt), 王立)
}

export function deferredSlip(setting: Setting = {}, recheckAt?: Instant): Story {
  return deferralAsked(setting, recheckAt).after(grantDeferral(), 林晓燕)
}

/** 高远 wrote a 批示 on a neglected slip. */
export function instructedSlip(setting: Setting = {}): Story {
  return neglectedSlip(setting).after(instruct(), 高远)
}

/** Somebody opened the form of a 预警. */
export function openedWatch(by: Person = 林晓燕): Story {
  return freshOffice().after(register({ drafting: false, watch: true }), by)
}

export function filedWatch(): Story {
  return openedWatch().after(fileWatch(), 林晓燕)
}

/** 王立 of 市水务集团 filled it in, for the office to agree. */
export function proposedWatch(): Story {
  return openedWatch(王立).after(fileWatch(), 王立)
}

/** 林晓燕 called a 会商 on it. */
export function convenedMatter(setting: Setting = {}): Story {
  return issuedSlip(setting).after(conveneConference(), 林晓燕)
}

export function withdrawnSlip(setting: Setting = {}): Story {
  return issuedSlip(setting).after(withdrawSlip(), 周建国)
}

/** 林晓燕 assigned the bang by telephone first, called at 12:40 and entered at 12:41 on Monday. */
export function phonedMatter({ policy, draft }: Setting = {}): Story {
  return freshOffice(policy)
    .after(register(), 林晓燕, on('2026-11-23 12:36'))
    .after(assignUrgently({ draft: draft ?? {} }), 林晓燕, on('2026-11-23 12:41'))
}

/** Every rung of the ladder was climbed in a unit that never answered: 督办 is proposed and the leaders were told. */
export function neglectedSlip(setting: Setting = {}): Story {
  const issued = issuedSlip(setting)
  return issued.sweep(
    Math.max(...issued.slip.clocks.map(({ deadline }) => deadline.at)) + 7 * 24 * 60 * MINUTE,
  )
}
