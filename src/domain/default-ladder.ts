import type { Rung } from './policy.ts'

/**
 * Facts of 2.4: a reminder one working day ahead, 催办 at the limit, a second one a working day later, 督办 proposed after
 * two more, in an emergency minutes after the limit; and 问责 proposed when the 督办 itself has run out. A 批示 is reminded
 * of and urged likewise, and its leader told when it is late; what nobody takes up is sent again, three times.
 */
export const defaultLadder: readonly Rung[] = [
  { id: 'receipt.urge.1', clock: 'receipt', offset: { minutes: 0 }, act: 'urge' },
  { id: 'receipt.urge.2', clock: 'receipt', offset: { workdays: 1 }, act: 'urge' },
  { id: 'receipt.escalate', clock: 'receipt', offset: { workdays: 3 }, act: 'escalate' },
  { id: 'first_report.remind', clock: 'first_report', offset: { share: 0.8 }, act: 'remind' },
  { id: 'first_report.urge', clock: 'first_report', offset: { minutes: 0 }, act: 'urge' },
  { id: 'first_report.escalate', clock: 'first_report', offset: { minutes: 30 }, act: 'escalate' },
  { id: 'first_response.remind', clock: 'first_response', offset: { share: 0.8 }, act: 'remind' },
  { id: 'first_response.urge.1', clock: 'first_response', offset: { minutes: 0 }, act: 'urge' },
  { id: 'first_response.urge.2', clock: 'first_response', offset: { workdays: 1 }, act: 'urge' },
  { id: 'first_response.escalate', clock: 'first_response', offset: { workdays: 3 }, act: 'escalate' },
  { id: 'authoritative_info.remind', clock: 'authoritative_info', offset: { share: 0.6 }, act: 'remind' },
  { id: 'authoritative_info.urge', clock: 'authoritative_info', offset: { minutes: 0 }, act: 'urge' },
  {
    id: 'authoritative_info.escalate',
    clock: 'authoritative_info',
    offset: { minutes: 30 },
    act: 'escalate',
  },
  { id: 'press_conference.remind', clock: 'press_conference', offset: { share: 0.8 }, act: 'remind' },
  { id: 'press_conference.urge', clock: 'press_conference', offset: { minutes: 0 }, act: 'urge' },
  { id: 'press_conference.escalate', clock: 'press_conference', offset: { minutes: 60 }, act: 'escalate' },
  { id: 'rolling_report.urge', clock: 'rolling_report', offset: { minutes: 0 }, act: 'urge' },
  { id: 'rolling_report.escalate', clock: 'rolling_report', offset: { minutes: 120 }, act: 'escalate' },
  { id: 'feedback.remind', clock: 'feedback', offset: { workdays: -1 }, act: 'remind' },
  { id: 'feedback.urge.1', clock: 'feedback', offset: { minutes: 0 }, act: 'urge' },
  { id: 'feedback.urge.2', clock: 'feedback', offset: { workdays: 1 }, act: 'urge' },
  { id: 'feedback.escalate', clock: 'feedback', offset: { workdays: 3 }, act: 'escalate' },
  { id: 'directive.remind', clock: 'directive', offset: { workdays: -1 }, act: 'remind' },
  { id: 'directive.urge.1', clock: 'directive', offset: { minutes: 0 }, act: 'urge' },
  { id: 'directive.report', clock: 'directive', offset: { minutes: 0 }, act: 'report' },
  { id: 'directive.urge.2', clock: 'directive', offset: { workdays: 1 }, act: 'urge' },
  { id: 'notice.repeat.1', clock: 'notice', offset: { workdays: 1 }, act: 'repeat' },
  { id: 'notice.repeat.2', clock: 'notice', offset: { workdays: 2 }, act: 'repeat' },
  { id: 'notice.repeat.3', clock: 'notice', offset: { workdays: 3 }, act: 'repeat' },
  { id: 'proposal.repeat.1', clock: 'proposal', offset: { workdays: 1 }, act: 'repeat' },
  { id: 'proposal.repeat.2', clock: 'proposal', offset: { workdays: 2 }, act: 'repeat' },
  { id: 'proposal.repeat.3', clock: 'proposal', offset: { workdays: 3 }, act: 'repeat' },
  { id: 'supervision.accuse', clock: 'supervision', offset: { minutes: 0 }, act: 'accuse' },
]
