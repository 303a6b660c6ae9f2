import type { DomainEvent, MatterEvent, SlipEvent } from './event.ts'
import type { Matter } from './matter.ts'
import { type ClockName, clockNames } from './policy.ts'
import type { Act, Notice, Slip, SlipClock, Supervision } from './slip.ts'
import type { Instant } from './time.ts'

/** 卷宗: a matter with all its slips, the whole that one decision reads and changes. */
export interface Dossier {
  readonly matter: Matter
  readonly slips: readonly Slip[]
}

/** What the dossier is after one more fact. Folding the event log from nothing gives the stored rows. */
export function evolve(dossier: Dossier | null, event: DomainEvent): Dossier {
  if (event.on === 'matter') {
    return { matter: evolveMatter(dossier?.matter ?? null, event), slips: dossier?.slips ?? [] }
  }
  if (!dossier) throw new Error(`slip event ${event.type} before its matter exists`)
  if (event.type === 'slip_issued') return { ...dossier, slips: [...dossier.slips, slipFrom(event)] }
  return {
    ...dossier,
    slips: dossier.slips.map((slip) => (slip.id === event.id ? evolveSlip(slip, event) : slip)),
  }
}

export function slipIn(dossier: Dossier, slipId: string): Slip | undefined {
  return dossier.slips.find((slip) => slip.id === slipId)
}

function actOf({ by, at }: Act): Act {
  return { by, at }
}

function evolveMatter(matter: Matter | null, event: MatterEvent): Matter {
  if (event.type === 'registered') {
    const { id, officeId, ref, chatId, seed, drafting } = event
    return {
      id,
      officeId,
      ref,
      chatId,
      seed,
      rev: 1,
      status: drafting ? 'drafting' : 'registered',
      registered: actOf(event),
      draft: null,
      draftRev: 0,
      submitted: null,
      returned: [],
      approved: null,
      withdrawn: null,
      closed: null,
    }
  }
  if (!matter) throw new Error(`matter event ${event.type} before registration`)
  const rev = matter.rev + 1
  switch (event.type) {
    case 'drafting_started':
      return { ...matter, rev, status: 'drafting', chatId: event.chatId }
    case 'submitted':
      return {
        ...matter,
        rev,
        status: 'awaiting_approval',
        draft: event.draft,
        draftRev: rev,
        submitted: actOf(event),
      }
    case 'draft_returned':
      return {
        ...matter,
        rev,
        status: 'drafting',
        returned: [...matter.returned, { ...actOf(event), reason: event.reason }],
      }
    case 'issued':
      return { ...matter, rev, status: 'issued', approved: actOf(event) }
    case 'matter_withdrawn':
      return { ...matter, rev, status: 'declined', withdrawn: { ...actOf(event), reason: event.reason } }
    case 'matter_closed':
      return { ...matter, rev, status: 'closed', closed: actOf(event) }
  }
}

function slipFrom(event: SlipEvent & { type: 'slip_issued' }): Slip {
  const { id, officeId, matterId, no, unitId, duty, brief, policy, signoffRequired, deadlines } = event
  return {
    id,
    officeId,
    matterId,
    no,
    unitId,
    duty,
    brief,
    policy,
    issued: actOf(event),
    rev: 1,
    status: 'awaiting_receipt',
    clocks: clockNames.flatMap((name) => {
      const deadline = deadlines[name]
      return deadline ? [{ name, since: 1, given: deadline.term, deadline, stoppedAt: null }] : []
    }),
    receipt: null,
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
  }
}

function stop(clocks: readonly SlipClock[], name: ClockName, at: Instant): readonly SlipClock[] {
  return clocks.map((clock) =>
    clock.name === name && clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock,
  )
}

function ruled(supervisions: readonly Supervision[], ruling: Supervision['ruling']): readonly Supervision[] {
  return supervisions.map((one, index) => (index === supervisions.length - 1 ? { ...one, ruling } : one))
}

function withNotice(
  notices: readonly Notice[],
  n: number,
  change: (notice: Notice) => Notice,
): readonly Notice[] {
  return notices.map((notice) => (notice.n === n ? change(notice) : notice))
}

function evolveSlip(slip: Slip, event: Exclude<SlipEvent, { type: 'slip_issued' }>): Slip {
  const rev = slip.rev + 1
  const act = actOf(event)
  switch (event.type) {
    case 'receipt_signed':
      return {
        ...slip,
        rev,
        status: 'in_hand',
        receipt: { ...act, rev: event.seenRev },
        clocks: stop(slip.clocks, 'receipt', event.at),
      }
    case 'first_response_reported': {
      const { publishedAt, link, noLinkReason } = event
      return {
        ...slip,
        rev,
        firstResponse: { ...act, publishedAt, link, noLinkReason },
        clocks: stop(slip.clocks, 'first_response', publishedAt),
      }
    }
    case 'progress_reported':
      return { ...slip, rev, progress: [...slip.progress, { ...act, text: event.text }] }
    case 'final_submitted': {
      const { findings, measures, outcome, nextSteps } = event
      return {
        ...slip,
        rev,
        status: 'under_review',
        final: { ...act, rev, findings, measures, outcome, nextSteps },
        signoff: { ...slip.signoff, requested: null, signed: null },
        clocks: stop(slip.clocks, 'feedback', event.at),
      }
    }
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
        clocks: slip.clocks.map((clock) =>
          clock.name === 'feedback'
            ? { ...clock, since: rev, deadline: event.deadline, stoppedAt: null }
            : clock,
        ),
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
    case 'reminded_by_office':
      return { ...slip, rev, lastManualReminder: event.at }
    case 'supervision_proposed':
      return {
        ...slip,
        rev,
        supervisions: [
          ...slip.supervisions,
          { n: slip.supervisions.length + 1, proposed: { ...act, ground: event.ground }, ruling: null },
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
    case 'leaders_told': {
      const { at, rungs, to } = event
      const notice = { n: slip.notices.length + 1, at, rungs, to, acknowledged: [], directives: [] }
      return { ...slip, rev, notices: [...slip.notices, notice] }
    }
    case 'acknowledged':
      return {
        ...slip,
        rev,
        notices: withNotice(slip.notices, event.notice, (notice) => ({
          ...notice,
          acknowledged: [...notice.acknowledged, act],
        })),
      }
    case 'instructed':
      return {
        ...slip,
        rev,
        notices: withNotice(slip.notices, event.notice, (notice) => ({
          ...notice,
          directives: [...notice.directives, { ...act, text: event.text }],
        })),
      }
  }
}
