import type { AskKind, Deferral } from '../src/domain/asks.ts'
import type { Term } from '../src/domain/clocks.ts'
import type { Instant } from '../src/domain/time.ts'
import { moment, termWords } from './wording-times.ts'

/** Sentences about what a unit asks of the office, how the office ruled, and 更正. */

/** The word of an ask that waits, and of each way it can end. */
export const askWords: Readonly<Record<AskKind, { asked: string; granted: string; refused: string }>> = {
  extension: { asked: '申请延期', granted: '同意延期', refused: '不同意延期' },
  contest: { asked: '申请退回', granted: '改派', refused: '不予退回' },
  deferral: { asked: '暂不具备条件', granted: '同意暂缓办理', refused: '不同意暂缓办理' },
}

/** To the office: who asks for what. */
export const askLines = {
  please: '，请裁定。',
  extension: (who: string, at: Instant, until: Instant, now: Instant): string =>
    `${who}于${moment(at, now)}申请延期至${moment(until, now)}`,
  contest: (who: string, at: Instant, proposed: string, now: Instant): string =>
    `${who}于${moment(at, now)}申请退回（非本单位职责），建议由${proposed}承办`,
  deferral: (who: string, at: Instant, recheck: Instant, now: Instant): string =>
    `${who}于${moment(at, now)}报告暂不具备条件，拟于${moment(recheck, now)}重新办理`,
  present: (due: Instant, now: Instant): string => `现定时限：${moment(due, now)}前`,
  former: (due: Instant, now: Instant): string => `申请时的时限：${moment(due, now)}前`,
  wouldBe: (until: Instant, workdays: number, now: Instant): string =>
    `同意后改为：${moment(until, now)}前${workdays > 0 ? `（延长${workdays}个工作日）` : ''}`,
  latest: (workdays: number, at: Instant, now: Instant): string =>
    `延期累计不超过${workdays}个工作日，最长可至${moment(at, now)}。`,
  hops: (hops: number, max: number): string =>
    `改派情况：${hops === 0 ? '尚未改派过' : `此前已改派${hops}次`}，最多${max}次${hops + 1 >= max ? '；本次改派后不再退回' : ''}`,
  reassigned: '改派后本单作废、文号保留，另发新单，时限重新计算。',
  suspended: (term: Term): string => `同意后办理反馈暂停计时，到期自动恢复，另给${termWords(term)}。`,
  revived: (at: Instant, now: Instant): string => `已于${moment(at, now)}恢复办理。`,
  ruled: (word: string, name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}裁定：${word}。`,
  grantedUntil: (name: string, at: Instant, until: Instant, shorter: boolean, now: Instant): string =>
    `${name}已于${moment(at, now)}裁定：同意延期${shorter ? '，缩短为' : '至'}${moment(until, now)}。`,
  reassignedTo: (name: string, at: Instant, unit: string, now: Instant): string =>
    `${name}已于${moment(at, now)}裁定：改派${unit}，本单作废。`,
} as const

/** To the unit: how it was ruled. */
export const rulingLines = {
  extended: (asked: Instant, until: Instant, now: Instant): string =>
    `${until < asked ? `申请延期至${moment(asked, now)}，` : ''}同意延期至${moment(until, now)}，请按时提交反馈。`,
  /** `gone`: the limit had passed when it was ruled. */
  notExtended: (due: Instant, gone: boolean, now: Instant): string =>
    gone
      ? `不同意延期，原时限（${moment(due, now)}）已过，请立即提交反馈。`
      : `不同意延期，请按原时限办理，于${moment(due, now)}前提交反馈。`,
  reassigned: (unit: string): string => `经研究，改由${unit}承办。本单作废，文号保留，无需再办理。`,
  notReturned: '不予退回，请按要求办理，此件不再退回。',
  deferred: (until: Instant, now: Instant): string =>
    `同意暂缓办理，${moment(until, now)}恢复办理；条件提前具备的，可先行提交反馈。`,
  notDeferred: (due: Instant, gone: boolean, now: Instant): string =>
    `不同意暂缓办理，请${gone ? '立即' : `于${moment(due, now)}前`}提交反馈。`,
  by: (name: string, at: Instant, now: Instant): string => `${name}　${moment(at, now)}裁定`,
  revivedWord: '恢复办理',
  revived: (limit: Instant, now: Instant): string =>
    `暂缓期满，本单恢复办理，请于${moment(limit, now)}前提交反馈。`,
} as const

/** On the slip itself: an ask that waits, or what came of it. */
export const standingLines = {
  extensionAsked: (name: string, at: Instant, until: Instant, now: Instant): string =>
    `延期申请待裁定：${name}　${moment(at, now)}，申请延至${moment(until, now)}`,
  extended: (name: string, at: Instant, due: Instant, now: Instant): string =>
    `已同意延期：${name}　${moment(at, now)}，原定${moment(due, now)}前`,
  contestAsked: (name: string, at: Instant, proposed: string, now: Instant): string =>
    `退回申请待裁定：${name}　${moment(at, now)}，建议由${proposed}承办`,
  deferralAsked: (name: string, at: Instant, recheck: Instant, now: Instant): string =>
    `暂缓申请待裁定：${name}　${moment(at, now)}，拟于${moment(recheck, now)}重新办理`,
  deferred: (name: string, at: Instant, now: Instant): string => `已同意暂缓：${name}　${moment(at, now)}`,
  revived: (deferral: Deferral, now: Instant): string =>
    `已恢复办理：${moment(deferral.revivedAt ?? now, now)}，暂缓期满`,
  refused: (word: string, name: string, at: Instant, reason: string | null, now: Instant): string =>
    `${word}：${name}　${moment(at, now)}${reason === null ? '' : `，理由：${reason}`}`,
  voided: (name: string, at: Instant, unit: string, now: Instant): string =>
    `已作废：${name}　${moment(at, now)}改派${unit}，文号保留`,
  amended: (name: string, at: Instant, times: number, reason: string | null, now: Instant): string =>
    `已更正${times > 1 ? `${times}次，最近一次` : ''}：${name}　${moment(at, now)}${reason === null ? '' : `，${reason}`}`,
  hop: (hops: number, max: number): string =>
    `改派情况：第${hops}次改派${hops >= max ? '，此件不再退回' : ''}`,
  suspended: (until: Instant, now: Instant): string => `办理反馈：暂停计时，${moment(until, now)}恢复`,
} as const

export const amendLines = {
  word: '更正',
  ask: (name: string, at: Instant, now: Instant): string =>
    `本单已由${name}于${moment(at, now)}更正，请以更正后的内容为准。`,
  change: (field: string, from: string, to: string): string =>
    `${field}\n原：${from === '' ? '（无）' : from}\n现：${to === '' ? '（删去）' : to}`,
  fields: (fields: readonly string[]): string => `更正项目：${fields.join('、')}`,
  limit: (limit: Instant, now: Instant): string => `办理反馈时限改为${moment(limit, now)}前。`,
  sameLimits: '办理时限不变。',
  signAgain: (limit: Instant, now: Instant): string => `请重新签收，于${moment(limit, now)}前确认。`,
  signedAgain: '已要求重新签收，现已签收。',
  noReceipt: '无需重新签收。',
} as const
