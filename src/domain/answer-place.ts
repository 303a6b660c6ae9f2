import type { PublicAnswer } from './command.ts'
import { hostOf, platformOf } from './intake.ts'
import type { FieldProblem } from './refusal.ts'
import type { Brief } from './slip.ts'

/**
 * 舆情出现在哪里，就在哪里回应 (通知二（三）): an answer in the thread or on the board must stand on the platform where the
 * matter appeared, or say why it does not; an answer without a link says why in any case. Where the office asked for
 * another form (政务微博, 情况通报 …) it named the place itself.
 */
export function answerPlaceProblem(
  { link, noLinkReason }: PublicAnswer,
  brief: Pick<Brief, 'answerForm' | 'link' | 'platform'>,
): FieldProblem | null {
  if (noLinkReason !== null) return null
  if (link === null) return { field: 'no_link_reason', why: 'missing' }
  const bound = brief.answerForm === 'same_thread' || brief.answerForm === 'message_board'
  return bound && !standsWhere(link, brief) ? { field: 'no_link_reason', why: 'other_platform' } : null
}

/** Told by the link of the matter where it has one, else by the platform's name; what cannot be told is believed. */
function standsWhere(answer: string, { link, platform }: Pick<Brief, 'link' | 'platform'>): boolean {
  const stands = platformOf(answer)
  if (stands !== null && (stands === platform || (link !== null && stands === platformOf(link)))) return true
  if (link !== null) return siteOf(answer) === siteOf(link)
  return stands === null
}

/** `bbs.example.cn` and `www.example.cn` are one site; of `.gov.cn`, `.com.cn` and the like one name more is its own. */
function siteOf(link: string): string | null {
  const names = hostOf(link)?.split('.') ?? []
  const second = names.at(-2) ?? ''
  const shared = names.length > 2 && names.at(-1) === 'cn' && /^(com|net|org|gov|edu|ac)$/.test(second)
  return names.length === 0 ? null : names.slice(shared ? -3 : -2).join('.')
}
