import type { CardRef } from '../../src/domain/card-ref.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { issuedSlip, type Setting } from '../support/builders.ts'
import { system, 周建国, 林晓燕 } from '../support/people.ts'
import { climbMatterRungs, endMonitoring, logMonitoring, startMonitoring } from '../support/wishes.ts'
import { formFace, type Sample, sample } from './drawings.ts'

/** 全网监测 on the office's cards, and the reminder of an entry that was not made. */
export function monitoringSamples(setting: Setting): readonly Sample[] {
  const watched = issuedSlip(setting).after(startMonitoring(), 林晓燕)
  const { id, rev } = watched.matter
  const logged = watched.after(logMonitoring(), 林晓燕, watched.now + HOUR)
  const late = watched.after(climbMatterRungs(), system, watched.now + 2 * HOUR)
  const later = late.after(climbMatterRungs(), system, late.now + 2 * HOUR)
  const form: CardRef = { kind: 'issue_form', matterId: id }
  const reminder: CardRef = {
    kind: 'office_reminder',
    matterId: id,
    rungKey: Object.keys(late.matter.rungs)[0] ?? '',
    to: 'office',
  }
  return [
    sample('拟稿表单 已签发并监测', logged, form),
    sample('拟稿表单 已结束监测', logged.after(endMonitoring(), 周建国), form),
    sample(
      '拟稿表单 启动监测表单',
      issuedSlip(setting),
      form,
      formFace('start_monitoring', { matter: id, rev }),
    ),
    sample('监测提醒', late, reminder),
    sample('监测提醒 登记表单', late, reminder, formFace('log_monitoring', { matter: id, rev })),
    sample('监测提醒 已登记', late.after(logMonitoring(), 林晓燕, late.now + MINUTE), reminder),
    sample('监测提醒 已有新的一条', later, reminder),
  ]
}
