import fc from 'fast-check'
import type { Command, CommandType } from '../../src/domain/command.ts'
import type { Actor } from '../../src/domain/decision.ts'
import { answerForms, categories, levels } from '../../src/domain/dictionary.ts'
import type { Person } from '../../src/domain/directory.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { Draft } from '../../src/domain/matter.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts'
import * as accuse from './accountability-wishes.ts'
import * as ask from './ask-wishes.ts'
import * as papers from './attachment-wishes.ts'
import * as meeting from './conference-wishes.ts'
import {
  everybody,
  on,
  system,
  住建局,
  何伟,
  刘国强,
  吴敏,
  周建国,
  孙倩,
  林晓燕,
  水务集团,
  王立,
  秦岚,
  陈燕,
  高远,
} from './people.ts'
import * as urgent from './urgent-wishes.ts'
import * as watching from './watch-wishes.ts'
import * as whistle from './whistle-wishes.ts'
import * as wish from './wishes.ts'

/** One random wish: who has it, how long after the last one, about which matter and slip, how old the card was. */
export interface Step {
  readonly type: CommandType
  /** Between 0 and 1: instead of `type`, one of the wishes that fit the case as it stands; null keeps to `type`. */
  readonly fitting: number | null
  readonly by: Person | 'rightful'
  readonly after: number
  readonly matter: number
  readonly slip: number
  readonly staleBy: number
  readonly notice: number
  readonly draft: Partial<Draft>
}

/** A card of an earlier ask, now and then. */
function older({ staleBy }: Step): number | undefined {
  return staleBy === 1 ? 1 : undefined
}

/** 更正 of the title, of the demand, of the limit. */
const amendments = [
  {},
  { demand: '请核实水质，公布检测结果。' },
  { term: { kind: 'workdays', n: 4 } },
] as const

/** How often each is wished for: mostly what brings a slip on its way, seldom what ends it early. */
export const eagerness: Readonly<Record<CommandType, number>> = {
  register: 4,
  start_draft: 5,
  submit_draft: 5,
  approve_issue: 6,
  return_draft: 1,
  withdraw_draft: 1,
  assign_urgently: 2,
  submit_formal: 2,
  issue_formal: 3,
  return_formal: 1,
  record_release: 3,
  waive_conference: 1,
  hand_over_clue: 1,
  receive_clue: 2,
  decline_matter: 1,
  merge_matter: 1,
  start_monitoring: 1,
  log_monitoring: 1,
  end_monitoring: 1,
  climb_matter_rungs: 2,
  sign_receipt: 8,
  report_first_response: 4,
  show_findings: 2,
  report_progress: 2,
  submit_final: 10,
  request_signoff: 4,
  sign_off: 6,
  accept_feedback: 4,
  send_back: 4,
  withdraw_slip: 1,
  climb_rungs: 8,
  rederive_limits: 2,
  remind: 2,
  propose_supervision: 2,
  issue_supervision: 3,
  decline_supervision: 2,
  acknowledge: 3,
  instruct: 3,
  answer_directive: 2,
  request_extension: 4,
  grant_extension: 4,
  refuse_extension: 8,
  contest: 6,
  reassign: 7,
  refuse_contest: 6,
  request_deferral: 7,
  grant_deferral: 9,
  refuse_deferral: 2,
  amend: 2,
  register_whistle: 2,
  submit_whistle: 5,
  replace_confidant: 1,
  propose_accountability: 1,
  transfer: 2,
  decline_transfer: 1,
  acknowledge_file: 3,
  praise: 1,
  file_watch: 1,
  accept_watch: 1,
  extend_watch: 1,
  lift_watch: 3,
  convene_conference: 1,
  confirm_attendance: 2,
  record_minutes: 1,
  decide_at_conference: 2,
  dissolve_group: 1,
  attach: 2,
  attach_to_matter: 1,
}

export const types = Object.keys(wish.wishes).filter((name): name is CommandType => name in eagerness)
const type = fc.oneof(...types.map((name) => ({ weight: eagerness[name], arbitrary: fc.constant(name) })))

const draft: fc.Arbitrary<Partial<Draft>> = fc.record({
  category: fc.constantFrom(...categories),
  level: fc.constantFrom(...levels),
  answerForm: fc.constantFrom(...answerForms),
  lead: fc.constantFrom(水务集团.id, 水务集团.id, 住建局.id),
  support: fc.constantFrom([], [住建局.id]),
  term: fc.constantFrom(
    null,
    { kind: 'workdays', n: 1 } as const,
    { kind: 'workdays', n: 10 } as const,
    { kind: 'hours', n: 6 } as const,
    { kind: 'until', at: on('2027-01-08 12:00') } as const,
  ),
})

export const randomSteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    type,
    fitting: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 99 }).map((n) => n / 100) },
      { weight: 2, arbitrary: fc.constant(null) },
    ),
    by: fc.oneof(
      { weight: 6, arbitrary: fc.constant('rightful' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...everybody) },
    ),
    after: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 90 }).map((n) => n * MINUTE) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => n * HOUR) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((n) => n * DAY) },
    ),
    matter: fc.integer({ min: 1, max: 2 }),
    slip: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 2 }) },
      { weight: 1, arbitrary: fc.integer({ min: 3, max: 4 }) },
    ),
    staleBy: fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
    ),
    notice: fc.integer({ min: 1, max: 2 }),
    draft,
  }),
  { minLength: 20, maxLength: 110, size: 'max' },
)

export function commandOf(step: Step, dossier: Dossier | null, now: Instant): Command {
  const n = step.slip
  const asked = (() => {
    switch (step.type) {
      case 'register':
        return step.slip === 4
          ? wish.register({ drafting: false, watch: true })
          : wish.register({ drafting: step.notice === 1 })
      case 'start_draft':
        return wish.startDraft()
      case 'submit_draft': {
        const { lead } = step.draft
        return wish.submitDraft({
          ...step.draft,
          support: (step.draft.support ?? []).filter((id) => id !== lead),
        })
      }
      case 'approve_issue':
        return wish.approveIssue()
      case 'return_draft':
        return wish.returnDraft()
      case 'withdraw_draft':
        return wish.withdrawDraft()
      case 'assign_urgently': {
        const { lead = 水务集团.id } = step.draft
        const support = (step.draft.support ?? []).filter((id) => id !== lead)
        const category = step.notice === 1 ? 'U1' : 'U2'
        return urgent.assignUrgently({ draft: { lead, support, category } })
      }
      case 'submit_formal':
        return urgent.submitFormal(step.notice === 1 ? {} : { demand: '请核实伤亡，疏散周边群众。' })
      case 'issue_formal':
        return urgent.issueFormal(older(step))
      case 'return_formal':
        return urgent.returnFormal(older(step))
      case 'record_release':
        return urgent.recordRelease({ kind: step.notice === 1 ? 'authoritative_info' : 'follow_up' }, n)
      case 'waive_conference':
        return urgent.waiveConference(n)
      case 'hand_over_clue':
        return urgent.handOverClue(n)
      case 'receive_clue':
        return urgent.receiveClue(step.notice, n)
      case 'decline_matter':
        return wish.declineMatter()
      case 'merge_matter':
        return wish.mergeMatter()
      case 'start_monitoring':
        return wish.startMonitoring()
      case 'log_monitoring':
        return wish.logMonitoring()
      case 'end_monitoring':
        return wish.endMonitoring()
      case 'climb_matter_rungs':
        return wish.climbMatterRungs()
      case 'sign_receipt':
        return wish.signReceipt(n)
      case 'report_first_response':
        return wish.reportFirstResponse(undefined, n)
      case 'show_findings':
        return wish.showFindings(n)
      case 'report_progress':
        return wish.reportProgress(n)
      case 'submit_final':
        return wish.submitFinal({ n })
      case 'request_signoff':
        return wish.requestSignoff(n)
      case 'sign_off':
        return wish.signOff(n)
      case 'accept_feedback':
        return wish.acceptFeedback(n)
      case 'send_back':
        return wish.sendBack({ defect: step.notice === 1 ? 'core_unanswered' : 'wrong_platform' }, n)
      case 'withdraw_slip':
        return wish.withdrawSlip(n)
      case 'climb_rungs':
        return wish.climbRungs(n)
      case 'rederive_limits':
        return wish.rederiveLimits(step.notice === 1 ? 2 : 5, n)
      case 'remind':
        return wish.remind(n)
      case 'propose_supervision':
        return wish.proposeSupervision(n)
      case 'issue_supervision':
        return wish.issueSupervision({}, n)
      case 'decline_supervision':
        return wish.declineSupervision(n)
      case 'acknowledge':
        return wish.acknowledge(step.notice, n)
      case 'instruct':
        return wish.instruct(step.notice, n)
      case 'answer_directive':
        return ask.answerDirective(step.notice, n)
      case 'request_extension':
        return ask.requestExtension(undefined, n)
      case 'grant_extension':
        return ask.grantExtension(older(step), n)
      case 'refuse_extension':
        return ask.refuseExtension({ until: step.notice === 1 ? null : now + 4 * DAY }, n)
      case 'contest':
        return ask.contest({ proposed: step.draft.lead ?? 住建局.id }, n)
      case 'reassign':
        return ask.reassign({ unitId: step.draft.lead ?? 住建局.id }, n)
      case 'refuse_contest':
        return ask.refuseContest(older(step), n)
      case 'request_deferral':
        return ask.requestDeferral(now + (step.notice === 1 ? 3 * HOUR : 2 * DAY), n)
      case 'grant_deferral':
        return ask.grantDeferral(older(step), n)
      case 'refuse_deferral':
        return ask.refuseDeferral(older(step), n)
      case 'propose_accountability':
        return accuse.proposeAccountability({}, n)
      case 'transfer':
        return accuse.transfer({}, n)
      case 'decline_transfer':
        return accuse.declineTransfer({}, n)
      case 'acknowledge_file':
        return accuse.acknowledgeFile({ n: step.notice }, n)
      case 'praise':
        return accuse.praise(n)
      case 'amend':
        return ask.amend(amendments[step.notice === 1 ? step.slip % 2 : 2], n)
      case 'register_whistle':
        return whistle.registerWhistle()
      case 'submit_whistle':
        return whistle.submitWhistle()
      case 'replace_confidant':
        return step.notice === 1 ? whistle.replaceConfidant() : whistle.replaceConfidant(陈燕, 王立)
      case 'file_watch':
        return watching.fileWatch({ until: now + 9 * DAY })
      case 'accept_watch':
        return watching.acceptWatch()
      case 'extend_watch':
        return watching.extendWatch()
      case 'lift_watch':
        return watching.liftWatch()
      case 'convene_conference':
        return meeting.conveneConference()
      case 'confirm_attendance':
        return meeting.confirmAttendance()
      case 'record_minutes':
        return meeting.recordMinutes()
      case 'decide_at_conference':
        return meeting.decideAtConference({
          bodyId: step.draft.lead ?? 住建局.id,
          how: (['note', 'support', 'lead'] as const)[step.slip % 3] ?? 'note',
        })
      case 'dissolve_group':
        return meeting.dissolveGroup()
      case 'attach':
        return papers.attach([papers.waterReport, papers.pipePhoto].slice(0, step.notice), n)
      case 'attach_to_matter':
        return papers.attachToMatter()
    }
  })()
  const command = asked(dossier, now)
  const named = 'matterId' in command ? { ...command, matterId: `matter-${step.matter}` } : command
  return 'seenRev' in named ? { ...named, seenRev: named.seenRev - step.staleBy } : named
}

export function rightfulFor(step: Step, dossier: Dossier | null): Person | Actor {
  const unitId = dossier?.slips[step.slip - 1]?.unitId
  switch (step.type) {
    case 'approve_issue':
    case 'return_draft':
    case 'issue_formal':
    case 'return_formal':
    case 'waive_conference':
    case 'withdraw_slip':
    case 'amend':
    case 'replace_confidant':
    case 'decide_at_conference':
      return 周建国
    case 'sign_receipt':
    case 'report_first_response':
    case 'record_release':
    case 'hand_over_clue':
    case 'show_findings':
    case 'report_progress':
    case 'attach':
    case 'submit_final':
    case 'request_signoff':
    case 'answer_directive':
    case 'request_extension':
    case 'contest':
    case 'request_deferral':
      return unitId === 住建局.id ? 孙倩 : 王立
    case 'receive_clue':
      return 孙倩
    case 'confirm_attendance':
      return 王立
    case 'sign_off':
      return unitId === 住建局.id ? 何伟 : 刘国强
    case 'climb_rungs':
    case 'rederive_limits':
    case 'climb_matter_rungs':
      return system
    case 'issue_supervision':
    case 'decline_supervision':
    case 'propose_accountability':
    case 'transfer':
    case 'decline_transfer':
    case 'praise':
      return 吴敏
    case 'acknowledge_file':
      return 秦岚
    case 'acknowledge':
    case 'instruct':
      return 高远
    case 'file_watch':
    case 'accept_watch':
    case 'extend_watch':
    case 'lift_watch':
    case 'convene_conference':
    case 'record_minutes':
    case 'dissolve_group':
    case 'register':
    case 'start_draft':
    case 'submit_draft':
    case 'withdraw_draft':
    case 'assign_urgently':
    case 'submit_formal':
    case 'decline_matter':
    case 'merge_matter':
    case 'start_monitoring':
    case 'log_monitoring':
    case 'end_monitoring':
    case 'accept_feedback':
    case 'send_back':
    case 'remind':
    case 'propose_supervision':
    case 'grant_extension':
    case 'refuse_extension':
    case 'reassign':
    case 'refuse_contest':
    case 'grant_deferral':
    case 'refuse_deferral':
    case 'register_whistle':
    case 'submit_whistle':
    case 'attach_to_matter':
      return 林晓燕
  }
}
