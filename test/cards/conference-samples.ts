import type { CardRef } from '../../src/domain/card-ref.ts'
import { convenedMatter, issuedSlip, type Setting } from '../support/builders.ts'
import {
  confirmAttendance,
  decideAtConference,
  dissolveGroup,
  recordMinutes,
} from '../support/conference-wishes.ts'
import { 周建国, 城管局, 林晓燕, 水务集团, 王立 } from '../support/people.ts'
import { formFace, type Sample, sample } from './drawings.ts'

/** 会商 on every card that tells of it. */
export function conferenceSamples(setting: Setting): readonly Sample[] {
  const issued = issuedSlip(setting)
  const called = convenedMatter(setting)
  const answered = called.after(confirmAttendance(), 王立)
  const minuted = answered.after(recordMinutes(), 林晓燕)
  const helped = minuted.after(decideAtConference({ bodyId: 城管局.id }), 周建国)
  const told = decideAtConference({
    bodyId: 水务集团.id,
    task: '请当日公布检测结果。',
    term: { kind: 'hours', n: 24 },
  })
  // A demand that is at its maximum takes no more.
  const corrected = helped.when(told, 周建国)
  const decided = corrected.outcome === 'done' ? corrected : helped
  const { id: matterId } = issued.matter
  const form: CardRef = { kind: 'conference_form', matterId, n: 1 }
  const office: CardRef = { kind: 'conference', matterId, n: 1 }
  const notice: CardRef = { kind: 'conference_notice', matterId, n: 1, bodyId: 水务集团.id }
  const minutes: CardRef = { kind: 'minutes', matterId, n: 1, bodyId: 水务集团.id }
  const on = { matter: matterId, rev: called.matter.rev, n: 1 }
  return [
    sample('会商表单', issued, form),
    sample(
      '会商表单 填写有误退回',
      issued,
      form,
      formFace(
        'convene_conference',
        { ...on, rev: issued.matter.rev },
        { subject: '翠湖苑处置口径', members: '公安厅' },
        {
          kind: 'problems',
          problems: [
            { field: 'members', why: 'unknown_unit', typed: '公安厅', near: [] },
            { field: 'meets_at', why: 'missing' },
            { field: 'members', why: 'too_many_members', max: 20 },
          ],
        },
      ),
    ),
    sample('会商表单 已发出', called, form),
    sample('会商', called, office),
    sample('会商 有回执', answered, office),
    sample('会商 记录纪要表单', answered, office, formFace('record_minutes', on)),
    sample('会商 议定事项表单', answered, office, formFace('decide_at_conference', on)),
    sample('会商 已有纪要和议定事项', decided, office),
    sample('会商 专用群已解散', minuted.after(dissolveGroup(), 林晓燕), office),
    sample('会商通知', called, notice),
    sample('会商通知 已确认', answered, notice),
    sample('会商通知 已有纪要', minuted, notice),
    sample('会议纪要', minuted, minutes),
    sample('会议纪要 有议定事项', decided, minutes),
    sample('交办单 会商交办', decided, { kind: 'slip', slipId: decided.slips.at(-1)?.id ?? '' }),
  ]
}
