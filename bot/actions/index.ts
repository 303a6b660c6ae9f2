import type { FormAct as FormActName, PressAct, Subject } from '../../cards/action.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { declineTransfer, proposeAccountability, proposeSupervision, transfer } from './accountability.ts'
import { amend } from './amend.ts'
import {
  contest,
  reassign,
  refuseContest,
  refuseDeferral,
  refuseExtension,
  requestDeferral,
  requestExtension,
} from './ask.ts'
import { handOverClue } from './clue.ts'
import { conveneConference, decideAtConference, recordMinutes } from './conference.ts'
import { reportFirstResponse, reportProgress, submitFinal } from './feedback.ts'
import type { FormAct } from './form-act.ts'
import { declineMatter, mergeMatter } from './intake.ts'
import { logMonitoring, startMonitoring } from './monitoring.ts'
import { signReceipt } from './receipt.ts'
import { returnDraft, sendBack, withdrawDraft, withdrawSlip } from './review.ts'
import { submitDraft } from './submit-draft.ts'
import { answerDirective, declineSupervision, instruct, issueSupervision } from './supervision.ts'
import { assignUrgently, recordRelease, returnFormal, submitFormal, waiveConference } from './urgent.ts'
import { extendWatch, fileWatch, liftWatch } from './watch.ts'
import { replaceConfidant, submitWhistle } from './whistle.ts'

/** Every form of the cards, and the command its values mean. */
export const formTable: Readonly<Record<FormActName, FormAct>> = {
  submit_draft: submitDraft,
  return_draft: returnDraft,
  withdraw_draft: withdrawDraft,
  assign_urgently: assignUrgently,
  submit_formal: submitFormal,
  return_formal: returnFormal,
  record_release: recordRelease,
  waive_conference: waiveConference,
  hand_over_clue: handOverClue,
  decline_matter: declineMatter,
  merge_matter: mergeMatter,
  start_monitoring: startMonitoring,
  log_monitoring: logMonitoring,
  report_first_response: reportFirstResponse,
  report_progress: reportProgress,
  submit_final: submitFinal,
  send_back: sendBack,
  withdraw_slip: withdrawSlip,
  issue_supervision: issueSupervision,
  decline_supervision: declineSupervision,
  propose_supervision: proposeSupervision,
  propose_accountability: proposeAccountability,
  transfer,
  decline_transfer: declineTransfer,
  instruct,
  answer_directive: answerDirective,
  request_extension: requestExtension,
  refuse_extension: refuseExtension,
  contest,
  reassign,
  refuse_contest: refuseContest,
  request_deferral: requestDeferral,
  refuse_deferral: refuseDeferral,
  amend,
  submit_whistle: submitWhistle,
  replace_confidant: replaceConfidant,
  file_watch: fileWatch,
  extend_watch: extendWatch,
  lift_watch: liftWatch,
  convene_conference: conveneConference,
  record_minutes: recordMinutes,
  decide_at_conference: decideAtConference,
}

type MakePress = (on: Subject, dossier: Dossier | null) => Command | null

/** Every act that one press does; 返回 changes nothing and is not among them. Null when the button names no such thing. */
export const pressTable: Readonly<Record<Exclude<PressAct, 'back'>, MakePress>> = {
  start_draft: (on) => ('matter' in on ? { type: 'start_draft', matterId: on.matter } : null),
  approve_issue: (on) =>
    'matter' in on ? { type: 'approve_issue', matterId: on.matter, seenRev: on.rev } : null,
  issue_formal: (on) => ('matter' in on ? { type: 'issue_formal', matterId: on.matter, n: on.rev } : null),
  end_monitoring: (on) => ('matter' in on ? { type: 'end_monitoring', matterId: on.matter } : null),
  sign_receipt: signReceipt,
  show_findings: (on) => ('slip' in on ? { type: 'show_findings', slipId: on.slip } : null),
  request_signoff: (on) =>
    'slip' in on ? { type: 'request_signoff', slipId: on.slip, seenRev: on.rev } : null,
  sign_off: (on) => ('slip' in on ? { type: 'sign_off', slipId: on.slip, seenRev: on.rev } : null),
  accept_feedback: (on) =>
    'slip' in on ? { type: 'accept_feedback', slipId: on.slip, seenRev: on.rev } : null,
  acknowledge: (on) =>
    'slip' in on && on.n !== undefined ? { type: 'acknowledge', slipId: on.slip, notice: on.n } : null,
  acknowledge_file: (on) =>
    'slip' in on && on.n !== undefined ? { type: 'acknowledge_file', slipId: on.slip, n: on.n } : null,
  receive_clue: (on) =>
    'slip' in on && on.n !== undefined ? { type: 'receive_clue', slipId: on.slip, n: on.n } : null,
  grant_extension: (on) =>
    'slip' in on && on.n !== undefined ? { type: 'grant_extension', slipId: on.slip, n: on.n } : null,
  grant_deferral: (on) =>
    'slip' in on && on.n !== undefined ? { type: 'grant_deferral', slipId: on.slip, n: on.n } : null,
  accept_watch: (on) => ('matter' in on ? { type: 'accept_watch', matterId: on.matter } : null),
  confirm_attendance: (on) =>
    'matter' in on && on.n !== undefined
      ? { type: 'confirm_attendance', matterId: on.matter, n: on.n }
      : null,
  dissolve_group: (on) =>
    'matter' in on && on.n !== undefined ? { type: 'dissolve_group', matterId: on.matter, n: on.n } : null,
}
