import { actOf } from './act.ts'
import { withClue } from './clue.ts'
import type { SlipEvent } from './event.ts'
import { accused } from './evolve-accountability.ts'
import { amendedSlip } from './evolve-amended.ts'
import { answered, reportAgain, restart, stop } from './evolve-clocks.ts'
import { instructed } from './evolve-directive.ts'
import { formalised, released, waived } from './evolve-emergency.ts'
import { clockNames } from './policy.ts'
import { receiptFrom } from './receipt.ts'
import { laterSlipFields, reportOf, type Slip, type SlipClock } from './slip.ts'

/** The slip as it is born at 签发. */
export function slipFrom(event: SlipEvent & { type: 'slip_issued' }): Slip {
  const { id, officeId, matterId, no, unitId, duty, hops, brief, policy, signoffRequired, deadlines } = event
  return {
    id,
    officeId,
    matterId,
    no,
    unitId,
    duty,
    answers: event.answers ?? true,
    hops,
    brief,
    policy,
    issued: actOf(event),
    rev: 1,
    status: 'awaiting_receipt',
    clocks: clockNames.flatMap((name): SlipClock[] => {
      const deadline = deadlines[name]
      return deadline ? [{ name, since: 1, given: deadline.term, deadline, stoppedAt: null }] : []
    }),
    receipt: null,
    formerReceipts: [],
    firstResponse: null,
    progress: [],
    final: null,
    signoff: { required: signoffRequired, requested: null, signed: null },
    sentBack: [],
    closed: null,
    withdrawn: null,
    rungs: {},
    lastManualReminder: null,
    supervisions: [],
    notices: [],
    directives: [],
    extensions: [],
    contests: [],
    deferrals: [],
    amendments: [],
    moves: [],
    accountabilities: [],
    praises: [],
    voided: null,
    ...laterSlipFields,
    ...(event.phone ? { phone: event.phone, provisional: event.provisional ?? false } : {}),
  }
}

function lastChanged<T>(all: readonly T[], change: (last: T) => T): readonly T[] {
  return all.map((one, index) => (index === all.length - 1 ? change(one) : one))
}

/** The ruling on the latest of what was asked or proposed. */
function ruled<T extends { readonly ruling: unknown }>(all: readonly T[], ruling: T['ruling']): readonly T[] {
  return lastChanged(all, (last) => ({ ...last, ruling }))
}

/** The slip after one more fact. */
export function evolveSlip(slip: Slip, event: Exclude<SlipEvent, { type: 'slip_issued' }>): Slip {
  const rev = slip.rev + 1
  const act = actOf(event)
  switch (event.type) {
    case 'receipt_signed':
      return {
        ...slip,
        rev,
        status: 'in_hand',
        receipt: receiptFrom(event, slip),
        clocks: stop(slip.clocks, 'receipt', event.at),
      }
    case 'first_response_reported': {
      const { publishedAt, link, noLinkReason } = event
      return {
        ...slip,
        rev,
        firstResponse: { ...act, publishedAt, link, noLinkReason },
        clocks: stop(answered(slip.clocks, publishedAt), 'first_report', event.at),
      }
    }
    case 'progress_reported':
      return {
        ...slip,
        rev,
        progress: [...slip.progress, { ...act, text: event.text }],
        clocks: reportAgain(stop(slip.clocks, 'first_report', event.at), rev, event.rolling),
      }
    case 'release_recorded':
      return released(slip, event, rev)
    case 'conference_waived':
      return waived(slip, event, rev)
    case 'slip_formalised':
      return formalised(slip, event, rev)
    case 'final_submitted': {
      return {
        ...slip,
        rev,
        status: 'under_review',
        final: { ...act, rev, ...reportOf(event) },
        signoff: { ...slip.signoff, requested: null, signed: null },
        clocks: stop(stop(slip.clocks, 'first_report', event.at), 'feedback', event.at),
      }
    }
    case 'findings_shown':
      return { ...slip, rev, findingsShown: [...(slip.findingsShown ?? []), act] }
    case 'attached':
      return { ...slip, rev, attachments: [...slip.attachments, { ...act, ...event.file }] }
    case 'clue_handed_over':
    case 'clue_received':
      return { ...slip, rev, clues: withClue(slip.clues, event) }
    case 'signoff_requested':
      return { ...slip, rev, signoff: { ...slip.signoff, requested: act } }
    case 'signed_off':
      return { ...slip, rev, signoff: { ...slip.signoff, signed: act } }
    case 'sent_back':
      return {
        ...slip,
        rev,
        status: 'in_hand',
        sentBack: [...slip.sentBack, { ...act, defect: event.defect, note: event.note }],
        clocks: reportAgain(restart(slip.clocks, 'feedback', rev, event.deadline), rev, event.rolling),
      }
    case 'accepted':
      return { ...slip, rev, status: 'closed', closed: act }
    case 'slip_withdrawn':
      return { ...slip, rev, status: 'withdrawn', withdrawn: { ...act, reason: event.reason } }
    case 'rungs_climbed':
      return {
        ...slip,
        rev,
        rungs: { ...slip.rungs, ...Object.fromEntries(event.rungs.map(({ key }) => [key, event.at])) },
      }
    case 'limits_moved': {
      const move = { ...act, n: slip.moves.length + 1, moved: event.moved }
      const clocks = event.moved.reduce(
        (all, { clock, deadline }) => restart(all, clock, rev, deadline),
        slip.clocks,
      )
      return { ...slip, rev, moves: [...slip.moves, move], clocks }
    }
    case 'reminded_by_office':
      return { ...slip, rev, lastManualReminder: event.at }
    case 'supervision_proposed':
      return {
        ...slip,
        rev,
        supervisions: [
          ...slip.supervisions,
          {
            n: slip.supervisions.length + 1,
            proposed: { ...act, cause: event.cause ?? 'unsolved', ground: event.ground },
            ruling: null,
          },
        ],
      }
    case 'supervision_issued': {
      const { no, demand, deadline } = event
      return {
        ...slip,
        rev,
        supervisions: ruled(slip.supervisions, { ...act, kind: 'issued', no, demand, deadline }),
      }
    }
    case 'supervision_declined':
      return {
        ...slip,
        rev,
        supervisions: ruled(slip.supervisions, { ...act, kind: 'declined', reason: event.reason }),
      }
    case 'accountability_proposed':
    case 'accountability_transferred':
    case 'accountability_declined':
    case 'file_acknowledged':
      return { ...slip, rev, accountabilities: accused(slip.accountabilities, event) }
    case 'praised':
      return {
        ...slip,
        rev,
        praises: [...slip.praises, { ...act, n: slip.praises.length + 1, ground: event.ground }],
      }
    case 'leaders_told':
    case 'acknowledged':
    case 'instructed':
    case 'directive_answered':
      return instructed(slip, event, rev)
    case 'extension_requested': {
      const { reason, progress, due, until } = event
      const extension = {
        n: slip.extensions.length + 1,
        asked: { ...act, reason, progress, due, until },
        ruling: null,
      }
      return { ...slip, rev, extensions: [...slip.extensions, extension] }
    }
    case 'extension_granted':
      return {
        ...slip,
        rev,
        extensions: ruled(slip.extensions, { ...act, kind: 'granted', deadline: event.deadline }),
        // A report may be under review by now: its time stays what it was.
        clocks: slip.clocks.map((clock) =>
          clock.name === 'feedback' ? { ...clock, since: rev, deadline: event.deadline } : clock,
        ),
      }
    case 'extension_refused':
      return {
        ...slip,
        rev,
        extensions: ruled(slip.extensions, { ...act, kind: 'refused', reason: event.reason }),
      }
    case 'contested': {
      const { reason, basis, proposed } = event
      const contest = {
        n: slip.contests.length + 1,
        asked: { ...act, reason, basis, proposed },
        ruling: null,
      }
      return { ...slip, rev, status: 'contested', contests: [...slip.contests, contest] }
    }
    case 'reassigned': {
      const { unitId, slipId } = event
      return {
        ...slip,
        rev,
        status: 'voided',
        contests: ruled(slip.contests, { ...act, kind: 'reassigned', unitId, slipId }),
        voided: { ...act, replacedBy: slipId },
      }
    }
    case 'contest_refused':
      return {
        ...slip,
        rev,
        status: slip.receipt ? 'in_hand' : 'awaiting_receipt',
        contests: ruled(slip.contests, { ...act, kind: 'refused', reason: event.reason }),
      }
    case 'deferral_requested': {
      const { reason, progress, recheckAt } = event
      const asked = { ...act, reason, progress, recheckAt }
      const deferral = { n: slip.deferrals.length + 1, asked, ruling: null, revivedAt: null }
      return { ...slip, rev, deferrals: [...slip.deferrals, deferral] }
    }
    case 'deferral_granted':
      return {
        ...slip,
        rev,
        status: 'deferred',
        deferrals: ruled(slip.deferrals, { ...act, kind: 'granted' }),
      }
    case 'deferral_refused':
      return {
        ...slip,
        rev,
        deferrals: ruled(slip.deferrals, { ...act, kind: 'refused', reason: event.reason }),
      }
    case 'revived':
      return {
        ...slip,
        rev,
        status: 'in_hand',
        deferrals: lastChanged(slip.deferrals, (one) => ({ ...one, revivedAt: event.at })),
        clocks: restart(slip.clocks, 'feedback', rev, event.deadline),
      }
    case 'amended':
      return amendedSlip(slip, event, rev)
  }
}
