import { approverOnly, officeOnly, signerOnly, systemOnly, unitOnly } from './authority.ts'
import { clueGate, handOverClue, receiveClue } from './clue.ts'
import type { SlipCommand, SlipCommandOf } from './command.ts'
import {
  accountabilityGate,
  acknowledgeFile,
  declineTransfer,
  proposeAccountability,
  transfer,
} from './decide-accountability.ts'
import { amend } from './decide-amend.ts'
import { attachGate, newlyAttached } from './decide-attach.ts'
import { contest, contestGate, reassign, refuseContest } from './decide-contest.ts'
import { deferralGate, grantDeferral, recheckOf, refuseDeferral, requestDeferral } from './decide-deferral.ts'
import { acknowledge, answerDirective, directiveGate, instruct } from './decide-directive.ts'
import { climbRungs, issueSupervision } from './decide-escalation.ts'
import { extensionGate, grantExtension, refuseExtension, requestExtension } from './decide-extension.ts'
import { praiseGate } from './decide-praise.ts'
import { signReceipt } from './decide-receipt.ts'
import { rederiveLimits } from './decide-rederive.ts'
import { nextRollingReport, recordRelease, releaseGate } from './decide-release.ts'
import { reportFirstResponse, submitFinal } from './decide-report.ts'
import { acceptFeedback, sendBack } from './decide-review.ts'
import { notForWhistle } from './decide-whistle.ts'
import {
  byOf,
  type Context,
  calm,
  type Decision,
  done,
  goingBy,
  nameOf,
  refuse,
  type Stop,
} from './decision.ts'
import { type Dossier, slipIn } from './dossier.ts'
import type { SlipFact } from './event.ts'
import { showFindingsGate } from './findings.ts'
import { ending } from './matter-closing.ts'
import { owedDirectives } from './papers.ts'
import { openSupervision, runningClocks, type Slip } from './slip.ts'
import { ended, inHand, rulingOpen, signoffOpen, underReview } from './slip-stops.ts'
import { MINUTE } from './time.ts'

/** Two office reminders within this time would only be noise in the group. */
const REMINDER_PAUSE = 30 * MINUTE

/** Whether the act may be begun at all: asked when its form is opened, and again when it is done. */
export const slipGate = {
  sign_receipt: (slip: Slip, context: Context) =>
    unitOnly(slip, context) ??
    ended(slip) ??
    (slip.receipt
      ? calm({ code: 'already_signed', by: nameOf(slip.receipt.by), at: slip.receipt.at })
      : null) ??
    (slip.status === 'contested' ? refuse({ code: 'slip_contested' }) : null),
  report_first_response: (slip: Slip, context: Context) =>
    inHand(slip, context) ??
    (slip.firstResponse
      ? calm({ code: 'already_submitted', by: nameOf(slip.firstResponse.by), at: slip.firstResponse.at })
      : null),
  show_findings: showFindingsGate,
  attach: attachGate,
  report_progress: inHand,
  submit_final: inHand,
  request_signoff: (slip: Slip, context: Context) =>
    unitOnly(slip, context) ??
    signoffOpen(slip) ??
    (slip.signoff.requested
      ? calm({
          code: 'already_requested',
          by: nameOf(slip.signoff.requested.by),
          at: slip.signoff.requested.at,
        })
      : null),
  sign_off: (slip: Slip, context: Context) => signerOnly(slip, context) ?? signoffOpen(slip),
  accept_feedback: (slip: Slip, context: Context) =>
    officeOnly(slip.officeId, context) ??
    (slip.closed
      ? calm({ code: 'already_accepted', by: nameOf(slip.closed.by), at: slip.closed.at })
      : null) ??
    underReview(slip) ??
    (slip.signoff.required && !slip.signoff.signed
      ? refuse({ code: 'signoff_missing', by: slip.policy.signoff === 'chief' ? 'chief' : 'spokesperson' })
      : null),
  send_back: (slip: Slip, context: Context) =>
    officeOnly(slip.officeId, context) ?? alreadySentBack(slip) ?? underReview(slip),
  withdraw_slip: (slip: Slip, context: Context) =>
    approverOnly(slip.officeId, context) ??
    (slip.withdrawn
      ? calm({ code: 'already_withdrawn', by: nameOf(slip.withdrawn.by), at: slip.withdrawn.at })
      : ended(slip)),
  // A 批示 is to be answered after the slip is closed, too.
  climb_rungs: (slip: Slip, context: Context) =>
    systemOnly(context) ?? (owedDirectives(slip).length > 0 ? null : ended(slip)),
  rederive_limits: (slip: Slip, context: Context) => systemOnly(context) ?? ended(slip),
  remind: (slip: Slip, context: Context) =>
    officeOnly(slip.officeId, context) ??
    ended(slip) ??
    (slip.status === 'under_review' ? refuse({ code: 'slip_under_review' }) : null) ??
    nothingRuns(slip) ??
    (slip.lastManualReminder !== null && context.now - slip.lastManualReminder < REMINDER_PAUSE
      ? calm({ code: 'reminded_just_now', at: slip.lastManualReminder })
      : null),
  propose_supervision: (slip: Slip, context: Context) =>
    officeOnly(slip.officeId, context) ?? notForWhistle(slip) ?? ended(slip) ?? alreadyProposed(slip),
  issue_supervision: rulingOpen,
  decline_supervision: rulingOpen,
  ...directiveGate,
  ...extensionGate,
  ...contestGate,
  ...deferralGate,
  ...accountabilityGate,
  praise: praiseGate,
  ...releaseGate,
  ...clueGate,
  amend: (slip: Slip, context: Context) =>
    approverOnly(slip.officeId, context) ??
    ended(slip) ??
    (slip.status === 'under_review' ? refuse({ code: 'slip_under_review' }) : null),
} satisfies Record<SlipCommand['type'], (slip: Slip, context: Context) => Stop | null>

export function decideSlip(command: SlipCommand, dossier: Dossier, today: Context): Decision {
  const slip = slipIn(dossier, command.slipId)
  if (!slip) return refuse({ code: 'not_found' })
  const context = goingBy(slip, today)
  const stop = slipGate[command.type](slip, context)
  if (stop) return stop
  const fact: SlipFact = { on: 'slip', id: slip.id, by: byOf(context.actor), at: context.now }
  switch (command.type) {
    case 'sign_receipt':
      return signReceipt(command, slip, fact, context)
    case 'report_first_response': {
      return reportFirstResponse(command, slip, fact, context)
    }
    case 'show_findings':
      return done({ ...fact, type: 'findings_shown' })
    case 'attach': {
      const files = newlyAttached(command.files, slip.attachments, context)
      return 'kind' in files
        ? files
        : done(...files.map((file) => ({ ...fact, type: 'attached', file }) as const))
    }
    case 'report_progress': {
      const rolling = nextRollingReport(slip, context)
      return done({
        ...fact,
        type: 'progress_reported',
        text: command.text,
        ...(rolling ? { rolling } : {}),
      })
    }
    case 'record_release':
      return recordRelease(command, slip, fact, context)
    case 'waive_conference':
      return done({ ...fact, type: 'conference_waived', reason: command.reason })
    case 'submit_final':
      return submitFinal(command, slip, fact, context)
    case 'request_signoff':
      return seen(command, slip) ?? done({ ...fact, type: 'signoff_requested' })
    case 'sign_off':
      return seen(command, slip) ?? done({ ...fact, type: 'signed_off' })
    case 'accept_feedback':
      return seen(command, slip) ?? acceptFeedback(dossier, fact)
    case 'send_back':
      return seen(command, slip) ?? sendBack(command, slip, fact, context)
    case 'withdraw_slip':
      return withdrawSlip(command, dossier, fact)
    case 'climb_rungs':
      return climbRungs(command, slip, fact, context)
    case 'rederive_limits':
      return rederiveLimits(command, slip, fact)
    case 'remind':
      return done({ ...fact, type: 'reminded_by_office' })
    case 'propose_supervision':
      return done({
        ...fact,
        type: 'supervision_proposed',
        cause: command.cause,
        ground: command.ground,
      })
    case 'issue_supervision':
      return issueSupervision(command, slip, fact, context)
    case 'decline_supervision':
      return command.n === slip.supervisions.length
        ? done({ ...fact, type: 'supervision_declined', reason: command.reason })
        : refuse({ code: 'stale_card' })
    case 'acknowledge':
      return acknowledge(command, slip, fact, context)
    case 'instruct':
      return instruct(command, slip, fact, context)
    case 'answer_directive':
      return answerDirective(command, slip, fact)
    case 'request_extension':
      return requestExtension(command, slip, fact, context)
    case 'grant_extension':
      return grantExtension(command, slip, fact, context)
    case 'refuse_extension':
      return refuseExtension(command, slip, fact, context)
    case 'contest':
      return contest(command, slip, fact)
    case 'reassign':
      return reassign(command, slip, dossier, fact, context)
    case 'refuse_contest':
      return refuseContest(command, slip, fact)
    case 'request_deferral':
      return requestDeferral(command, slip, fact, context)
    case 'grant_deferral':
      return grantDeferral(command, slip, fact, context)
    case 'refuse_deferral':
      return refuseDeferral(command, slip, fact)
    case 'propose_accountability':
      return proposeAccountability(command, fact)
    case 'transfer':
      return transfer(command, slip, fact, context)
    case 'decline_transfer':
      return declineTransfer(command, slip, fact)
    case 'acknowledge_file':
      return acknowledgeFile(command, slip, fact)
    case 'hand_over_clue':
      return handOverClue(command, slip, fact)
    case 'receive_clue':
      return receiveClue(command, slip, fact, context)
    case 'praise':
      return done({ ...fact, type: 'praised', ground: command.ground })
    case 'amend':
      return amend(command, slip, fact, context)
  }
}

/** Deferred and without any clock running: there is nothing to remind of before the promised day. */
function nothingRuns(slip: Slip): Stop | null {
  const recheckAt = recheckOf(slip)
  return recheckAt !== null && runningClocks(slip).length === 0
    ? refuse({ code: 'slip_deferred', until: recheckAt })
    : null
}

/** A second 退回重办 of the same report: the unit has it back already. */
function alreadySentBack(slip: Slip): Stop | null {
  const back = slip.sentBack.at(-1)
  return back && slip.status === 'in_hand'
    ? calm({ code: 'already_sent_back', by: nameOf(back.by), at: back.at })
    : null
}

function alreadyProposed(slip: Slip): Stop | null {
  const open = openSupervision(slip)
  return open ? calm({ code: 'already_proposed', by: nameOf(open.proposed.by), at: open.proposed.at }) : null
}

/** Review acts bind to the text that was on the card: a later submission needs a new look. */
function seen(command: { seenRev: number }, slip: Slip): Stop | null {
  const { seenRev } = command
  const seenIt = slip.final !== null && seenRev >= slip.final.rev && seenRev <= slip.rev
  return seenIt ? null : refuse({ code: 'stale_card' })
}

function withdrawSlip(
  { reason }: SlipCommandOf<'withdraw_slip'>,
  dossier: Dossier,
  fact: SlipFact,
): Decision {
  return done(...ending({ ...fact, type: 'slip_withdrawn', reason }, dossier))
}
