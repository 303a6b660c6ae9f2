import type { Gap } from '../src/domain/audit.ts'
import type { Instant } from '../src/domain/time.ts'
import { moment } from './wording-times.ts'

/** What the bot says of its own failings, to the office that answers for it. */
export const auditLines = {
  title: '系统自查发现遗漏',
  told: (count: number): string => `有${count}项到时应办而未办，请先以电话等方式补办，并联系系统管理员。`,
  next: '系统会继续补办；补办前每小时报告一次。编号供管理员查日志使用。',
  gap: (gap: Gap, now: Instant): string => {
    switch (gap.what) {
      case 'rung_missed':
        return `未按时提醒：应于${moment(gap.due, now)}（${gap.slipId}，${gap.key}）`
      case 'not_written':
        return `提醒已记录但未生成消息：应于${moment(gap.due, now)}（${gap.slipId}，${gap.key}）`
      case 'not_sent':
        return `消息未送出：应于${moment(gap.due, now)}（${gap.key}${gap.code === null ? '' : `，平台答复代码${gap.code}`}）`
    }
  },
} as const
