import type { Term } from '../src/domain/clocks.ts'
import type { DutyName } from '../src/domain/duties.ts'
import type { Instant } from '../src/domain/time.ts'
import { moment, termWords } from './wording-times.ts'

/** Sentences about what the office itself owes, and about 全网监测. */

export const dutyOfOfficeWords: Readonly<Record<DutyName, { word: string; act: string }>> = {
  formal_slip: { word: '补单提醒', act: '补发正式交办单' },
  monitoring: { word: '监测提醒', act: '登记监测' },
  watch: { word: '预警到期', act: '决定转交办、续期或解除' },
  group: { word: '专用群到期', act: '解散专用群并登记' },
}

export const officeReminderLines = {
  due: (ref: string, office: string, act: string, limit: Instant, now: Instant): string =>
    `${ref}应由${office}于${moment(limit, now)}前${act}，目前尚未${act}，请及时办理。`,
  told: (ref: string, office: string, act: string, limit: Instant, now: Instant): string =>
    `${ref}应由${office}于${moment(limit, now)}前${act}，经提醒目前仍未${act}，特此报告。`,
  met: (act: string): string => `本次提醒的事项已办理（${act}），无需操作。`,
  later: '已有新的提醒，请以最新一条为准。',
} as const

export const monitoringLines = {
  section: '全网监测',
  every: (every: Term, next: Instant, now: Instant): string =>
    `每${termWords(every)}登记一次，下次${moment(next, now)}前`,
  none: '尚无监测记录。',
  entry: (name: string, at: Instant, text: string, figures: string | null, now: Instant): string =>
    `${moment(at, now)} ${name}：${text}${figures === null ? '' : `（${figures}）`}`,
  more: (count: number): string => `此前另有${count}条记录。`,
  ended: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}结束监测。`,
} as const
