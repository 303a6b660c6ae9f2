import type { Instant } from './time.ts'

/** A business "no": a value, never thrown, with the facts its sentence needs. Every code has words in cards/wording.ts. */
export type Refusal =
  | { readonly code: 'not_registered' }
  | { readonly code: 'not_your_unit'; readonly unit: string }
  | { readonly code: 'role_needed'; readonly roles: readonly string[] }
  | { readonly code: 'own_draft' }
  | { readonly code: 'not_found' }
  | { readonly code: 'stale_card' }
  | { readonly code: 'matter_not_drafting'; readonly status: string }
  | { readonly code: 'matter_not_awaiting_approval'; readonly status: string }
  | { readonly code: 'matter_not_issued'; readonly status: string }
  | { readonly code: 'not_monitored' }
  | { readonly code: 'call_in_future' }
  | { readonly code: 'call_too_old'; readonly hours: number }
  | { readonly code: 'formal_not_owed' }
  | { readonly code: 'formal_not_submitted' }
  | { readonly code: 'release_not_owed' }
  | { readonly code: 'conference_not_owed' }
  | { readonly code: 'no_clue_here' }
  | { readonly code: 'clue_not_yours' }
  | { readonly code: 'conference_held'; readonly at: Instant }
  | { readonly code: 'receipt_first' }
  | { readonly code: 'slip_closed'; readonly at: Instant }
  | { readonly code: 'slip_withdrawn'; readonly at: Instant }
  | { readonly code: 'slip_under_review' }
  | { readonly code: 'slip_not_under_review' }
  | { readonly code: 'signoff_missing'; readonly by: 'chief' | 'spokesperson' }
  | { readonly code: 'signoff_not_needed' }
  | { readonly code: 'first_response_missing' }
  | { readonly code: 'published_in_future' }
  | { readonly code: 'published_before_issue' }
  | { readonly code: 'term_not_in_future' }
  | { readonly code: 'supervision_not_proposed' }
  | { readonly code: 'unit_gone'; readonly unit: string }
  | { readonly code: 'notice_not_yours' }
  | { readonly code: 'slip_voided'; readonly at: Instant }
  | { readonly code: 'slip_contested' }
  | { readonly code: 'slip_deferred'; readonly until: Instant }
  | { readonly code: 'extension_too_late'; readonly due: Instant }
  | { readonly code: 'extension_not_for_urgent' }
  | { readonly code: 'extension_used_up'; readonly max: number }
  | { readonly code: 'extension_not_later'; readonly due: Instant }
  | { readonly code: 'extension_too_long'; readonly latest: Instant }
  | { readonly code: 'contest_too_late'; readonly due: Instant }
  | { readonly code: 'contest_final'; readonly max: number }
  | { readonly code: 'contest_own_unit' }
  | { readonly code: 'recheck_not_in_future' }
  | { readonly code: 'recheck_too_far'; readonly latest: Instant }
  | { readonly code: 'nothing_amended' }
  | { readonly code: 'nothing_asked' }
  | { readonly code: 'not_for_whistle' }
  | { readonly code: 'whistle_only' }
  | { readonly code: 'confidants_gone' }
  | { readonly code: 'accountability_not_proposed' }
  | { readonly code: 'discipline_office_missing' }
  | { readonly code: 'not_a_watch' }
  | { readonly code: 'watch_not_accepted' }
  | { readonly code: 'watch_turned'; readonly status: string }
  | { readonly code: 'watch_not_in_future' }
  | { readonly code: 'watch_not_later'; readonly until: Instant }
  | { readonly code: 'unit_holds_slip'; readonly unit: string; readonly no: string }
  | { readonly code: 'matter_over'; readonly status: string }
  | { readonly code: 'meeting_not_in_future' }
  | { readonly code: 'not_invited' }
  | { readonly code: 'not_a_unit'; readonly body: string }
  | { readonly code: 'lead_taken'; readonly unit: string; readonly no: string }
  | { readonly code: 'demand_full'; readonly no: string }
  | { readonly code: 'main_not_found'; readonly ref: string }
  | { readonly code: 'main_is_itself' }
  | { readonly code: 'main_is_over'; readonly ref: string; readonly status: string }
  /** A secrecy mark stands in the text: nothing of it may be kept (facts of 8.2). */
  | { readonly code: 'secret_text' }
  | { readonly code: 'attachment_too_large' }
  | { readonly code: 'attachment_wrong_kind' }
  | { readonly code: 'attachments_full'; readonly most: number }
  | { readonly code: 'form_incomplete'; readonly problems: readonly FieldProblem[] }

export type RefusalCode = Refusal['code']

/** What is wrong with one field of a form, told in place. `field` is the field's name in the form. */
export type FieldProblem = { readonly field: string } & (
  | { readonly why: 'missing' }
  | { readonly why: 'too_long'; readonly max: number; readonly length: number }
  | { readonly why: 'not_a_choice' }
  | { readonly why: 'not_a_link' }
  | { readonly why: 'other_platform' }
  | { readonly why: 'unknown_unit'; readonly typed: string; readonly near: readonly string[] }
  | { readonly why: 'one_lead_only' }
  | { readonly why: 'too_many_units'; readonly max: number }
  /** 举报 travels by a form of its own, in private. */
  | { readonly why: 'whistle_apart' }
  | { readonly why: 'lead_also_support'; readonly unit: string }
  | { readonly why: 'too_many_members'; readonly max: number }
  | { readonly why: 'unreadable_term' }
  | { readonly why: 'past_term' }
  | { readonly why: 'too_long_term' }
  | { readonly why: 'unreadable_time' }
  | { readonly why: 'unit_excluded'; readonly unit: string }
  | { readonly why: 'unknown_person'; readonly typed: string; readonly known: readonly string[] }
  | { readonly why: 'same_name'; readonly typed: string }
  | { readonly why: 'not_nameable'; readonly name: string }
  | { readonly why: 'own_approver' }
  | { readonly why: 'one_person_only' }
  | { readonly why: 'one_unit_only' }
  | { readonly why: 'not_named' }
  | { readonly why: 'unreadable_moment' }
)

/** Nothing to do, and no harm done: the second press, the late press. Told calmly with the fact that already stands. */
export type Quiet =
  | { readonly code: 'already_signed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_submitted'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_approved'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_accepted'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_requested'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_signed_off'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_withdrawn'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_ruled'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_acknowledged'; readonly at: Instant }
  | { readonly code: 'already_asked'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_answered'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_taken_up'; readonly status: string }
  | { readonly code: 'already_sent_back'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_proposed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_assigned'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_released'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_handed_over'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_received'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_monitored'; readonly by: string; readonly at: Instant }
  | { readonly code: 'monitoring_ended'; readonly by: string; readonly at: Instant }
  | { readonly code: 'accountability_proposed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_praised'; readonly at: Instant }
  | { readonly code: 'rungs_already_climbed' }
  | { readonly code: 'limits_stand' }
  | { readonly code: 'reminded_just_now'; readonly at: Instant }
  | { readonly code: 'watch_lifted'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_convened'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_confirmed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_recorded'; readonly by: string; readonly at: Instant }
  | { readonly code: 'conference_over'; readonly at: Instant }
  | { readonly code: 'already_declined'; readonly by: string; readonly at: Instant }
  | { readonly code: 'already_merged'; readonly ref: string }
  | { readonly code: 'shown_just_now'; readonly at: Instant }
  /** The very same bytes. */
  | { readonly code: 'already_attached'; readonly by: string; readonly at: Instant }
  | { readonly code: 'repeat' }

export type QuietCode = Quiet['code']

/** A "no" to the person rather than to what they filled in: told without touching the card that others are using. */
export function isAboutRights({ code }: Refusal): boolean {
  return (
    code === 'not_registered' ||
    code === 'not_your_unit' ||
    code === 'role_needed' ||
    code === 'own_draft' ||
    code === 'notice_not_yours' ||
    code === 'not_invited' ||
    code === 'clue_not_yours'
  )
}
