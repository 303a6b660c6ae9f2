import type { CardRef } from '../../src/domain/card-ref.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { draftingMatter, phonedMatter, type Setting } from '../support/builders.ts'
import { system, 住建局, 刘国强, 周建国, 孙倩, 林晓燕, 水务集团, 王立, 高远 } from '../support/people.ts'
import {
  handOverClue,
  issueFormal,
  receiveClue,
  recordRelease,
  returnFormal,
  submitFormal,
  waiveConference,
} from '../support/urgent-wishes.ts'
import {
  acceptFeedback,
  acknowledge,
  climbMatterRungs,
  instruct,
  logMonitoring,
  reportProgress,
  signOff,
  signReceipt,
  submitFinal,
  withdrawDraft,
} from '../support/wishes.ts'
import { formFace, plain, type Sample, sample } from './drawings.ts'

/** 紧急交办 from the call to the end, on every card that tells of it. */
export function urgentSamples(setting: Setting = {}): readonly Sample[] {
  return [...officeSamples(setting), ...unitSamples(setting), ...noticeSamples(setting)]
}

function officeSamples(setting: Setting): readonly Sample[] {
  const drafting = draftingMatter()
  const phoned = phonedMatter(setting)
  const { id, rev } = phoned.matter
  const on = { matter: id, rev }
  const urgent: CardRef = { kind: 'urgent', matterId: id }
  const submitted = phoned.after(submitFormal(), 林晓燕)
  const n = submitted.matter.formal?.submitted?.n ?? 0
  const approval: CardRef = { kind: 'formal_approval', matterId: id, n }
  const returned = submitted.after(returnFormal(), 周建国)
  const issued = submitted.after(issueFormal(), 周建国)
  const signed = phoned.after(signReceipt(), 王立)
  const told = signed.after(recordRelease(), 王立)
  const late = phoned.after(climbMatterRungs(), system, phoned.now + 2 * HOUR)
  const latest = late
    .after(climbMatterRungs(), system, late.now + HOUR)
    .after(climbMatterRungs(), system, late.now + 2 * HOUR)
  const formalRung = (story: typeof late) =>
    Object.keys(story.matter.rungs).findLast((key) => key.startsWith('formal_slip')) ?? ''
  const reminder = (story: typeof late, to: 'office' | 'government_office'): CardRef => ({
    kind: 'office_reminder',
    matterId: id,
    rungKey: formalRung(story),
    to,
  })
  return [
    sample('紧急交办表单', drafting, urgent),
    sample(
      '紧急交办表单 通话时间有误退回',
      drafting,
      urgent,
      formFace(
        'assign_urgently',
        { matter: id, rev: 1 },
        { title: '化工园巨响', category: 'U1', called_at: '刚才' },
        { kind: 'problems', problems: [{ field: 'called_at', why: 'unreadable_moment' }] },
      ),
    ),
    sample('紧急交办表单 已撤回', drafting.after(withdrawDraft(), 林晓燕), urgent),
    sample('紧急交办', phoned, urgent),
    sample('紧急交办 补发表单', phoned, urgent, formFace('submit_formal', on)),
    sample(
      '紧急交办 不召开发布会表单',
      phoned,
      urgent,
      formFace('waive_conference', { slip: phoned.slip.id, rev: 1 }),
    ),
    sample('紧急交办 补发逾期', phoned, urgent, plain, { now: phoned.now + 3 * HOUR }),
    sample('紧急交办 已发布并监测', told.after(logMonitoring(), 林晓燕), urgent),
    sample('紧急交办 已补发', issued.after(waiveConference(), 周建国), urgent),
    sample('补发审核', submitted, approval),
    sample('补发审核 退回修改表单', submitted, approval, formFace('return_formal', { matter: id, rev: n })),
    sample('补发审核 已退回', returned, approval),
    sample('补发审核 已签发', issued, approval),
    sample('补单提醒', late, reminder(late, 'office')),
    sample('补单提醒 已提交审核', late.after(submitFormal(), 林晓燕), reminder(late, 'office')),
    sample('补单提醒 报市政府办', latest, reminder(latest, 'government_office')),
    sample(
      '补单提醒 已补发',
      late.after(submitFormal(), 林晓燕).after(issueFormal(), 周建国),
      reminder(late, 'office'),
    ),
  ]
}

function unitSamples(setting: Setting): readonly Sample[] {
  const phoned = phonedMatter(setting)
  const { id } = phoned.slip
  const ref: CardRef = { kind: 'slip', slipId: id }
  const signed = phoned.after(signReceipt(), 王立)
  const on = { slip: id, rev: signed.slip.rev }
  const told = signed.after(recordRelease(), 王立).after(reportProgress(), 王立)
  const waived = told.after(waiveConference(), 周建国)
  const issued = signed.after(submitFormal(), 林晓燕).after(issueFormal(), 周建国)
  const again = signed
    .after(submitFormal({ demand: '请疏散周边群众。' }), 林晓燕)
    .after(issueFormal(), 周建国)
  const reported = told.after(submitFinal(), 王立)
  const rumour = phonedMatter({ ...setting, draft: { ...setting.draft, category: 'U2' } }).after(
    signReceipt(),
    王立,
  )
  const handed = rumour.after(handOverClue(), 王立)
  const taken = handed.after(receiveClue(), 孙倩)
  const clue = { kind: 'clue', slipId: id, n: 1 } as const
  const rung = (name: string): CardRef => ({ kind: 'reminder', slipId: id, rungKey: name })
  return [
    sample('交办单 先行交办', phoned, ref),
    sample('交办单 先行交办 协办', phoned, { kind: 'slip', slipId: phoned.slips[1]?.id ?? '' }),
    sample('交办单 先行交办已签收', signed, ref),
    sample('交办单 登记发布表单', signed, ref, formFace('record_release', on)),
    sample('交办单 已发布权威信息', told, ref),
    sample('交办单 不召开发布会', waived, ref),
    sample('交办单 急件待审核', reported, ref),
    sample('交办单 急件已办结', reported.after(signOff(), 刘国强).after(acceptFeedback(), 林晓燕), ref),
    sample('交办单 线索移交表单', rumour, ref, formFace('hand_over_clue', on)),
    sample('交办单 线索已移交', taken, ref),
    sample('线索移交单', handed, { ...clue, bodyId: 住建局.id }),
    sample('线索移交单 已接收', taken, { ...clue, bodyId: 住建局.id }),
    sample('补发通知', issued, { kind: 'formalised', slipId: id }),
    sample('补发通知 须重新签收', again, { kind: 'formalised', slipId: id }),
    sample('到期提醒 权威信息', signed, rung('authoritative_info.remind@1'), plain, {
      now: phoned.now + 3 * HOUR,
    }),
    sample('催办 新闻发布会', told, rung('press_conference.urge@1'), plain, { now: phoned.now + 25 * HOUR }),
    sample('催办 滚动报告', waived, rung(`rolling_report.urge@${told.slip.rev}`), plain, {
      now: phoned.now + 26 * HOUR,
    }),
    sample(
      '待办清单 先行交办',
      phoned,
      {
        kind: 'list',
        list: {
          of: 'todo',
          text: null,
          asker: 王立.openId,
          bodyId: 水务集团.id,
          restOf: null,
          page: 0,
        },
      },
      plain,
      { list: { slips: phoned.slips, total: 2, pointer: false } },
    ),
  ]
}

function noticeSamples(setting: Setting): readonly Sample[] {
  const phoned = phonedMatter(setting)
  const { id } = phoned.slip
  const read = phoned
    .after(signReceipt(), 王立)
    .after(recordRelease(), 王立)
    .after(acknowledge(2), 高远, phoned.now + 5 * MINUTE)
    .after(instruct(2), 高远)
  return [
    sample('紧急交办报告 市政府办', phoned, { kind: 'urgent_notice', slipId: id, n: 1 }),
    sample('紧急交办报告 市领导', phoned, { kind: 'urgent_notice', slipId: id, n: 2 }),
    sample('紧急交办报告 已阅已批示', read, { kind: 'urgent_notice', slipId: id, n: 2 }),
  ]
}
