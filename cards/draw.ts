import type { CardRef } from '../src/domain/card-ref.ts'
import { type Conference, conferenceIn } from '../src/domain/conference.ts'
import { type Dossier, slipIn } from '../src/domain/dossier.ts'
import { owedDirectives, unheardNotices, unruledProposal } from '../src/domain/papers.ts'
import type { Slip } from '../src/domain/slip.ts'
import { accountabilityProposalSheet, transferFileSheet } from './accountability.ts'
import { amendedSheet } from './amended.ts'
import { answerSheet } from './answer.ts'
import { approvalSheet } from './approval.ts'
import { askSheet } from './ask.ts'
import { attachmentsSheet, matterAttachmentsSheet } from './attachments.ts'
import { clueSheet } from './clue.ts'
import { conferenceFormSheet, conferenceSheet } from './conference.ts'
import { conferenceNoticeSheet, minutesSheet } from './conference-notice.ts'
import { directiveLateSheet, directiveOver, directivePendingSheet, directiveSheet } from './directive.ts'
import { draftReturnedSheet, registeredSheet } from './draft-cards.ts'
import { findingsSheet } from './findings.ts'
import { formalApprovalSheet, formalisedSheet } from './formal.ts'
import { batchSheet, registrationSheet } from './intake-cards.ts'
import { issueFormSheet } from './issue-form.ts'
import { limitsMovedSheet, moveBinds } from './limits-moved.ts'
import { listSheet } from './list.ts'
import { noticeSheet } from './notice.ts'
import { officeReminderOver, officeReminderSheet } from './office-reminder.ts'
import { orderSheet, resultReportSheet } from './order.ts'
import { praiseSheet } from './praise.ts'
import { proposalFormSheet } from './proposal-form.ts'
import { reminderSheet, reminderState } from './reminder.ts'
import { reviewSheet, signoffSheet } from './review.ts'
import { revivedBinds, revivedSheet, rulingSheet } from './ruling.ts'
import type { Drawing, Face, Scene } from './scene.ts'
import { cardOf, type Sheet } from './sheet.ts'
import { slipSheet } from './slip.ts'
import { proposalSheet, supervisionSheet } from './supervision.ts'
import { sentBackBinds, sentBackSheet, withdrawnSheet } from './unit-notices.ts'
import { urgentSheet } from './urgent.ts'
import { urgentNoticeSheet } from './urgent-notice.ts'
import { watchFormSheet, watchNoticeSheet, watchSheet } from './watch.ts'

/**
 * A card from the state of the day. Pure: the same reference and scene give the same card.
 * `nothing` says that a message not yet sent has become pointless; `settled` is what one that already stands turns into.
 */
export function drawCard(ref: CardRef, scene: Scene, face: Face): Drawing {
  switch (ref.kind) {
    case 'issue_form':
      return ofMatter(scene, face, (dossier) => issueFormSheet(dossier, scene))
    case 'approval':
      return ofMatter(scene, face, (dossier) => approvalSheet(dossier, ref.draftRev, scene))
    case 'draft_returned':
      return ofMatter(scene, face, ({ matter }) => draftReturnedSheet(matter, ref.n, scene))
    case 'registered':
      return ofMatter(scene, face, ({ matter }) => registeredSheet(matter, scene))
    case 'office_reminder':
      return ofMatter(
        scene,
        face,
        ({ matter }) => officeReminderSheet(matter, ref, scene),
        ({ matter }) => officeReminderOver(matter, ref),
      )
    case 'urgent':
      return ofMatter(scene, face, (dossier) => urgentSheet(dossier, scene))
    case 'formal_approval':
      return ofMatter(scene, face, (dossier) => formalApprovalSheet(dossier, ref.n, scene))
    case 'formalised':
      return ofSlip(ref, scene, face, (slip) => formalisedSheet(slip, scene.dossier?.matter ?? null, scene))
    case 'urgent_notice':
      return ofSlip(ref, scene, face, (slip) => {
        const notice = slip.notices.find(({ n }) => n === ref.n)
        return notice ? urgentNoticeSheet(slip, notice, scene) : null
      })
    case 'ring':
    case 'file':
    case 'matter_file':
    case 'list_file':
      return gone
    case 'attachments':
      return ofSlip(ref, scene, face, (slip) => attachmentsSheet(slip, ref, scene))
    case 'matter_attachments':
      return ofMatter(scene, face, ({ matter }) => matterAttachmentsSheet(matter, ref, scene))
    case 'registration':
      return ofMatter(scene, face, ({ matter }) => registrationSheet(matter, scene))
    case 'intake_batch':
      return drawn(batchSheet(ref.source, ref.total, scene), face, scene)
    case 'slip':
      return ofSlip(ref, scene, face, (slip) => slipSheet(slip, scene))
    case 'review':
      return ofSlip(ref, scene, face, (slip) => reviewSheet(slip, ref.finalRev, scene))
    case 'findings':
      return ofSlip(ref, scene, face, (slip) => findingsSheet(slip, scene))
    case 'signoff':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => signoffSheet(slip, ref.finalRev, scene),
        (slip) => (slip.final?.rev === ref.finalRev && slip.status === 'under_review' ? null : 'superseded'),
      )
    case 'sent_back':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => sentBackSheet(slip, ref.n, scene),
        (slip) => (sentBackBinds(slip, ref.n) ? null : 'superseded'),
      )
    case 'withdrawn':
      return ofSlip(ref, scene, face, (slip) => withdrawnSheet(slip, scene))
    case 'reminder':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => reminderSheet(slip, reminderState(slip, ref.rungKey, scene.now), scene),
        (slip) => {
          const state = reminderState(slip, ref.rungKey, scene.now)
          return state.kind === 'over' ? state.why : null
        },
      )
    case 'supervision_proposal':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => {
          const supervision = slip.supervisions[ref.n - 1]
          return supervision ? proposalSheet(slip, supervision, scene, ref.again) : null
        },
        (slip) => (ref.again === undefined || unruledProposal(slip)?.n === ref.n ? null : 'settled'),
      )
    case 'supervision':
      return ofSlip(ref, scene, face, (slip) => {
        const supervision = slip.supervisions[ref.n - 1]
        return supervision ? supervisionSheet(slip, supervision, scene) : null
      })
    case 'notice':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => {
          const notice = slip.notices.find(({ n }) => n === ref.n)
          return notice ? noticeSheet(slip, notice, scene, ref.again) : null
        },
        (slip) =>
          ref.again === undefined || unheardNotices(slip).some(({ n }) => n === ref.n) ? null : 'settled',
      )
    case 'directive':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => directiveSheet(slip, ref, scene),
        (slip) => directiveOver(slip, ref),
      )
    case 'order':
      return ofSlip(ref, scene, face, (slip) => orderSheet(slip, scene))
    case 'result_report':
      return ofSlip(ref, scene, face, (slip) => {
        const notice = slip.notices.find(({ n }) => n === ref.n)
        return notice ? resultReportSheet(slip, notice, ref.place, scene) : null
      })
    case 'directive_late':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => directiveLateSheet(slip, ref.n, scene),
        (slip) => (owedDirectives(slip).some(({ n }) => n === ref.n) ? null : 'settled'),
      )
    case 'ask':
      return ofSlip(ref, scene, face, (slip) => askSheet(slip, ref.of, ref.n, scene))
    case 'ruling':
      return ofSlip(ref, scene, face, (slip) => rulingSheet(slip, ref.of, ref.n, scene))
    case 'revived':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => revivedSheet(slip, ref.n, scene),
        (slip) => (revivedBinds(slip, ref.n) ? null : 'superseded'),
      )
    case 'amended':
      return ofSlip(ref, scene, face, (slip) => amendedSheet(slip, ref.n, scene))
    case 'limits_moved':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => limitsMovedSheet(slip, ref.n, scene),
        (slip) => (moveBinds(slip, ref.n) ? null : 'superseded'),
      )
    case 'proposal_form':
      return ofSlip(ref, scene, face, (slip) => proposalFormSheet(slip, ref, scene))
    case 'accountability_proposal':
      return ofSlip(ref, scene, face, (slip) => {
        const accountability = slip.accountabilities[ref.n - 1]
        return accountability ? accountabilityProposalSheet(slip, accountability, scene) : null
      })
    case 'transfer_file':
      return ofSlip(ref, scene, face, (slip) => {
        const accountability = slip.accountabilities[ref.n - 1]
        return accountability ? transferFileSheet(slip, accountability, scene) : null
      })
    case 'clue':
      return ofSlip(ref, scene, face, (slip) => {
        const clue = slip.clues.find(({ n }) => n === ref.n)
        return clue ? clueSheet(slip, clue, ref.bodyId, scene) : null
      })
    case 'praise':
      return ofSlip(ref, scene, face, (slip) => {
        const praise = slip.praises[ref.n - 1]
        return praise ? praiseSheet(slip, praise, scene) : null
      })
    case 'directive_pending':
      return ofSlip(
        ref,
        scene,
        face,
        (slip) => directivePendingSheet(slip, ref, scene),
        (slip) => directiveOver(slip, ref),
      )
    case 'watch_form':
      return ofMatter(scene, face, ({ matter }) => watchFormSheet(matter, scene))
    case 'watch':
      return ofMatter(scene, face, ({ matter }) => watchSheet(matter, scene))
    case 'watch_notice':
      return ofMatter(scene, face, ({ matter }) => watchNoticeSheet(matter, scene))
    case 'conference_form':
      return ofMatter(scene, face, (dossier) => conferenceFormSheet(dossier, ref.n, scene))
    case 'conference':
      return ofConference(ref.n, scene, face, (one, dossier) => conferenceSheet(dossier, one, scene))
    case 'conference_notice':
      return ofConference(ref.n, scene, face, (one, dossier) =>
        conferenceNoticeSheet(dossier, one, ref.bodyId, scene),
      )
    case 'minutes':
      return ofConference(ref.n, scene, face, (one, dossier) => minutesSheet(dossier, one, scene))
    case 'list':
      return drawn(listSheet(ref.list, scene), face, scene)
    case 'answer':
      return drawn(answerSheet(ref.answer, scene), face, scene)
  }
}

const gone: Drawing = { kind: 'nothing', why: 'gone', settled: null }

function drawn(sheet: Sheet, face: Face, scene: Scene): Drawing {
  return { kind: 'card', card: cardOf(sheet, face, scene) }
}

function ofMatter(
  { dossier, ...seen }: Scene,
  face: Face,
  sheetOf: (dossier: Dossier) => Sheet,
  pointless: (dossier: Dossier) => 'settled' | 'superseded' | null = () => null,
): Drawing {
  if (!dossier) return gone
  return unless(face.kind === 'plain' ? pointless(dossier) : null, sheetOf(dossier), face, {
    ...seen,
    dossier,
  })
}

function ofConference(
  n: number,
  scene: Scene,
  face: Face,
  sheetOf: (conference: Conference, dossier: Dossier) => Sheet,
): Drawing {
  const { dossier } = scene
  const conference = dossier && conferenceIn(dossier.matter, n)
  return conference && dossier ? drawn(sheetOf(conference, dossier), face, scene) : gone
}

/** `pointless` tells why a message about the slip need not be sent any more. */
function ofSlip(
  { slipId }: { readonly slipId: string },
  scene: Scene,
  face: Face,
  sheetOf: (slip: Slip) => Sheet | null,
  pointless: (slip: Slip) => 'settled' | 'superseded' | null = () => null,
): Drawing {
  const slip = scene.dossier ? slipIn(scene.dossier, slipId) : undefined
  const sheet = slip ? sheetOf(slip) : null
  if (!slip || !sheet) return gone
  return unless(face.kind === 'plain' ? pointless(slip) : null, sheet, face, scene)
}

function unless(why: 'settled' | 'superseded' | null, sheet: Sheet, face: Face, scene: Scene): Drawing {
  return why === null
    ? drawn(sheet, face, scene)
    : { kind: 'nothing', why, settled: cardOf(sheet, { kind: 'plain' }, scene) }
}
