import type { FormValues } from '../../cards/forms.ts'
import type { PublicAnswer } from '../../src/domain/command.ts'
import { isWebLink } from '../../src/domain/intake.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { type Instant, instantOf, isRealDay } from '../../src/domain/time.ts'

export type AnswerRead =
  | { readonly ok: true; readonly answer: PublicAnswer | null }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/**
 * The public answer of a form: its link, or why there is none (舆情出现在哪里，就在哪里回应), and when it stood online.
 * No time means now. Null when nothing of it was filled in.
 */
export function readPublicAnswer(values: FormValues, now: Instant): AnswerRead {
  const { answer_link: link, no_link_reason: reason, answered_at: at } = values
  const problems: FieldProblem[] = []
  if (link !== undefined && !isWebLink(link)) problems.push({ field: 'answer_link', why: 'not_a_link' })
  const publishedAt = at === undefined ? now : readMoment(at)
  if (publishedAt === null) problems.push({ field: 'answered_at', why: 'unreadable_time' })
  if (problems.length > 0 || publishedAt === null) return { ok: false, problems }
  if (link === undefined && reason === undefined) return { ok: true, answer: null }
  return { ok: true, answer: { publishedAt, link: link ?? null, noLinkReason: reason ?? null } }
}

/** What a date-time picker sends: `2026-11-25 17:30 +0800`. The zone is China's whatever the client says. */
function readMoment(text: string): Instant | null {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(text) ?? []
  return isRealDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantOf(day, time) : null
}
