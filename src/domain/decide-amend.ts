import type { AmendedField } from './asks.ts'
import { type Deadline, deadlineOf } from './clocks.ts'
import type { SlipCommandOf } from './command.ts'
import { recheckOf } from './decide-deferral.ts'
import { type Context, type Decision, done, goingBy, refuse } from './decision.ts'
import type { Level } from './dictionary.ts'
import type { SlipFact } from './event.ts'
import { receiptDeadline } from './limits.ts'
import { type LeaderOrder, orderOf, orderProblems } from './order.ts'
import { needsSignoff, termsFor } from './policy.ts'
import { clockOf, runningClocks, type Slip } from './slip.ts'

/**
 * 更正: what differs is told field by field; a new demand or limit asks for a new receipt. A new level (传播升级) brings
 * its own limits where they are nearer.
 */
export function amend(command: SlipCommandOf<'amend'>, slip: Slip, fact: SlipFact, today: Context): Decision {
  // A 联席会议 amends without passing through decideSlip.
  const context = goingBy(slip, today)
  const { now, calendar } = context
  if (command.seenRev < (slip.amendments.at(-1)?.rev ?? 0)) return refuse({ code: 'stale_card' })
  if (command.term?.kind === 'until' && command.term.at <= now) return refuse({ code: 'term_not_in_future' })
  const problems = orderProblems(slip.brief.category, command.order ?? slip.brief.order ?? noOrder)
  if (command.order && problems.length > 0) return refuse({ code: 'form_incomplete', problems })
  const order =
    slip.circle || !command.order
      ? null
      : orderOf(command.order.leader, command.order.text, context.directory)
  const changes = [...changesIn(command, slip), ...orderChanges(order, slip)]
  const sooner = command.level ? soonerBy(command.level, slip, context) : nothingSooner
  const deadline = command.term
    ? deadlineOf(command.term, now, calendar, slip.policy.hours)
    : (sooner.feedback ?? null)
  if (changes.length === 0 && !deadline) return refuse({ code: 'nothing_amended' })
  const receiptAgain =
    slip.receipt !== null && (deadline !== null || changes.some(({ field }) => field === 'demand'))
  const feedback = deadline ?? clockOf(slip, 'feedback')?.deadline
  if (deadline !== null || receiptAgain) {
    // Both would put the slip into other hands than those that wait: first the ruling, or the re-check.
    const recheckAt = recheckOf(slip)
    if (recheckAt !== null) return refuse({ code: 'slip_deferred', until: recheckAt })
    if (slip.status === 'contested') return refuse({ code: 'slip_contested' })
  }
  return done({
    ...fact,
    type: 'amended',
    reason: command.reason,
    changes,
    deadline,
    receiptAgain,
    receiptDeadline: receiptAgain ? receiptDeadline(slip, feedback?.at, context) : null,
    ...(order && orderChanges(order, slip).length > 0 ? { order } : {}),
    ...(command.level && command.level !== slip.brief.level
      ? {
          firstResponse: sooner.first_response ?? null,
          signoffRequired: needsSignoff(context.policy, slip.brief.category, command.level),
        }
      : {}),
  })
}

type Sooner = Readonly<Partial<Record<'first_response' | 'feedback', Deadline>>>

const nothingSooner: Sooner = {}

/** A new level counts from now on and only forward: it may bring a running limit nearer, never put one off. */
function soonerBy(level: Level, slip: Slip, { now, calendar, policy }: Context): Sooner {
  const terms = termsFor(policy, slip.brief.category, level, slip.brief.requestType)
  const names = ['first_response', 'feedback'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const running = runningClocks(slip).find((clock) => clock.name === name)
      const limit = deadlineOf(terms[name], now, calendar, slip.policy.hours)
      return running && limit.at < running.deadline.at ? [[name, limit]] : []
    }),
  )
}

/** A 举报件 is never given a link: it would lead to its author. */
function changesIn(command: SlipCommandOf<'amend'>, { brief, circle }: Slip): readonly AmendedField[] {
  const fields = ['title', 'summary', 'link', 'demand', 'level'] as const
  const open = fields.filter((field) => field !== 'link' || !circle)
  return open.flatMap((field) => {
    const from = brief[field] ?? ''
    const to = command[field] ?? (field === 'level' ? from : '')
    return from === to ? [] : [{ field, from, to }]
  })
}

const noOrder = { leader: '', text: '' }

/** 补充 of a 批示 that came after the slip was issued, or its correction. */
function orderChanges(order: LeaderOrder | null, { brief }: Slip): readonly AmendedField[] {
  const before = brief.order ?? noOrder
  const fields = [
    { field: 'leader', from: before.leader, to: order?.leader ?? before.leader },
    { field: 'directive', from: before.text, to: order?.text ?? before.text },
  ] as const
  return fields.filter(({ from, to }) => from !== to)
}
