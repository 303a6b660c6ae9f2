import { accountabilityEffects } from './accountability-effects.ts'
import type { AskKind } from './asks.ts'
import { signerRoles } from './authority.ts'
import type { CardRef } from './card-ref.ts'
import type { Directory } from './directory.ts'
import type { Dossier } from './dossier.ts'
import { slipIn } from './dossier.ts'
import type { SlipEvent } from './event.ts'
import { gravest, rungOf } from './ladder.ts'
import { isOfPaper, paperEffects, toLeader } from './paper-effects.ts'
import type { Rung } from './policy.ts'
import { type EffectContext, type Mail, mailOf, type Post } from './post.ts'
import { endOfHold } from './quiet.ts'
import { isUrgent, type Slip } from './slip.ts'
import type { Instant } from './time.ts'

/** What a fact about a slip makes known, and to whom. */
export function slipEffects(event: SlipEvent, dossier: Dossier, context: EffectContext): readonly Post[] {
  const slip = slipIn(dossier, event.id)
  if (!slip) return []
  const { directory } = context
  const mail = mailOf(slip, sendingTime(event, slip, context), directory)
  const { id: slipId, unitId, officeId } = slip
  const finalRev = slip.final?.rev ?? slip.rev
  switch (event.type) {
    case 'slip_issued':
      return [
        ...mail.toBody(unitId, `slip/${slipId}`, { kind: 'slip', slipId }),
        ...ordering(slip, 0, mail, directory),
        ...(rings(slip) ? mail.toBody(unitId, `ring/${slipId}`, { kind: 'ring', slipId }) : []),
      ]
    case 'slip_formalised':
      return mail.toBody(unitId, `formalised/${slipId}`, { kind: 'formalised', slipId })
    case 'final_submitted':
      return mail.toBody(officeId, `review/${slipId}/${finalRev}`, { kind: 'review', slipId, finalRev })
    case 'findings_shown': {
      const key = `findings/${slip.findingsShown?.length ?? 0}/${slipId}`
      const card = { kind: 'findings', slipId } as const
      // Free text of an internal matter stands in nobody's group.
      if (slip.brief.sensitivity !== 'internal') return mail.toBody(unitId, key, card)
      return event.by === 'system' ? [] : mail.toPeople([event.by], key, card)
    }
    case 'signoff_requested':
      return mail.toPeople(directory.holders(unitId, ...signerRoles(slip)), `signoff/${slipId}/${finalRev}`, {
        kind: 'signoff',
        slipId,
        finalRev,
      })
    case 'sent_back': {
      const n = slip.sentBack.length
      return mail.toBody(unitId, `sent_back/${n}/${slipId}`, { kind: 'sent_back', slipId, n })
    }
    case 'slip_withdrawn':
      return mail.toBody(unitId, `withdrawn/${slipId}`, { kind: 'withdrawn', slipId })
    case 'reminded_by_office':
      return mail.toBody(unitId, `reminder/office@${slip.rev}/${slipId}`, {
        kind: 'reminder',
        slipId,
        rungKey: null,
      })
    case 'rungs_climbed':
      return [...rungEffects(event, slip, mail), ...paperEffects(event, slip, mail, directory)]
    case 'supervision_proposed':
    case 'supervision_issued':
    case 'leaders_told':
    case 'instructed':
      return escalationEffects(event, slip, mail, context)
    case 'extension_requested':
      return asking(slip, 'extension', slip.extensions.length, mail)
    case 'contested':
      return asking(slip, 'contest', slip.contests.length, mail)
    case 'deferral_requested':
      return asking(slip, 'deferral', slip.deferrals.length, mail)
    case 'extension_granted':
    case 'extension_refused':
      return ruling(slip, 'extension', slip.extensions.length, mail)
    case 'reassigned':
    case 'contest_refused':
      return ruling(slip, 'contest', slip.contests.length, mail)
    case 'deferral_granted':
    case 'deferral_refused':
      return ruling(slip, 'deferral', slip.deferrals.length, mail)
    case 'revived': {
      const n = slip.deferrals.length
      return mail.toBody(unitId, `revived/${n}/${slipId}`, { kind: 'revived', slipId, n })
    }
    case 'limits_moved': {
      const n = slip.moves.length
      return mail.toBody(unitId, `limits_moved/${n}/${slipId}`, { kind: 'limits_moved', slipId, n })
    }
    case 'amended': {
      const n = slip.amendments.length
      return [
        ...mail.toBody(unitId, `amended/${n}/${slipId}`, { kind: 'amended', slipId, n }),
        ...(event.order ? ordering(slip, n, mail, directory) : []),
      ]
    }
    case 'accountability_proposed':
    case 'accountability_transferred':
      return accountabilityEffects(event, slip, mail, context)
    case 'clue_handed_over': {
      const n = slip.clues.length
      return event.to.flatMap((bodyId) =>
        mail.toBody(bodyId, `clue/${slipId}/${n}/${bodyId}`, { kind: 'clue', slipId, n, bodyId }),
      )
    }
    case 'praised': {
      const n = slip.praises.length
      return mail.toBody(unitId, `praise/${n}/${slipId}`, { kind: 'praise', slipId, n })
    }
    case 'release_recorded':
    case 'conference_waived':
    case 'receipt_signed':
    case 'first_response_reported':
    case 'progress_reported':
    case 'signed_off':
    case 'accepted':
    case 'supervision_declined':
    case 'accountability_declined':
    case 'file_acknowledged':
    case 'acknowledged':
    case 'directive_answered':
    case 'attached':
    case 'clue_received':
      return []
  }
}

/** 加急 for what was told by telephone and cannot wait until somebody looks. */
function rings({ phone, policy, brief }: Slip): boolean {
  return phone !== null && policy.urgentLevels.includes(brief.level)
}

/** What a person issues goes at once; what the bot says by itself about a slip that is not urgent keeps the quiet hours. */
function sendingTime({ by }: SlipEvent, slip: Slip, { now, calendar }: EffectContext): Instant {
  const urgent = isUrgent(slip)
  return by === 'system' && !urgent ? endOfHold(now, slip.policy.quiet, calendar) : now
}

/** Reminders and 催办 go to the unit's group; several climbed in one minute are said once, by the gravest. */
function rungEffects(event: SlipEvent & { type: 'rungs_climbed' }, slip: Slip, mail: Mail): readonly Post[] {
  // 问责 is proposed to the supervision office; the unit's group hears nothing of it.
  const told = event.rungs.filter((one) => {
    const rung = rungOf(slip, one.rungId)
    return rung && rung.act !== 'accuse' && !isOfPaper(slip, one)
  })
  const rung = gravest(slip, told)
  const climbed = event.rungs.find(({ rungId }) => rungId === rung?.id)
  if (!climbed) return []
  const { key: rungKey } = climbed
  const key = `reminder/${slip.id}/${rungKey}`
  const card = { kind: 'reminder', slipId: slip.id, rungKey } as const
  const toUnit = mail.toBody(slip.unitId, key, card)
  return [...toUnit, ...toApprover(slip, rung, toUnit.length === 0, mail, key, card)]
}

/**
 * Of a 举报件 nobody further up hears by the bot: the named approver does, from the second urging on, or at once when none
 * of the named handlers is left.
 */
function toApprover(
  { circle }: Slip,
  rung: Rung | undefined,
  nobody: boolean,
  mail: Mail,
  key: string,
  card: CardRef,
): readonly Post[] {
  const second = rung?.act === 'urge' && 'workdays' in rung.offset && rung.offset.workdays > 0
  return circle?.approver && (second || nobody) ? mail.toPeople([circle.approver], key, card) : []
}

type Escalation = SlipEvent & {
  type: 'supervision_proposed' | 'supervision_issued' | 'leaders_told' | 'instructed'
}

function escalationEffects(
  event: Escalation,
  slip: Slip,
  mail: Mail,
  { directory }: EffectContext,
): readonly Post[] {
  const { id: slipId, unitId, officeId } = slip
  switch (event.type) {
    case 'supervision_proposed': {
      const n = slip.supervisions.length
      return directory.bodiesOfKind('supervision').flatMap(({ id }) =>
        mail.toBody(id, `supervision_proposal/${slipId}/${n}/${id}`, {
          kind: 'supervision_proposal',
          slipId,
          n,
        }),
      )
    }
    case 'supervision_issued': {
      const n = slip.supervisions.length
      const card = { kind: 'supervision', slipId, n } as const
      return [
        ...mail.toBody(unitId, `supervision/${n}/${slipId}`, card),
        ...mail.toPeople(directory.holders(unitId, 'chief'), `supervision/${n}/${slipId}`, card),
      ]
    }
    case 'leaders_told': {
      if (event.result) return reported(event, slip, mail, directory)
      // One decision may tell two kinds of office, each by a notice of its own.
      const n = slip.notices.findLast(({ to, at }) => to === event.to && at === event.at)?.n ?? 0
      const kind = event.rungs.length > 0 ? 'notice' : 'urgent_notice'
      return directory
        .bodiesOfKind(event.to)
        .flatMap(({ id }) => mail.toBody(id, `${kind}/${slipId}/${n}/${id}`, { kind, slipId, n }))
    }
    case 'instructed': {
      // The text of a 批示 is for 主要领导 and 分管领导; the group reads only that there is one.
      const n = slip.directives.length
      const key = `directive/${slipId}/${n}`
      // On a 呈报 it is for the office to say what is assigned anew.
      const reported = slip.notices.some((notice) => notice.n === event.notice && notice.result)
      return [
        ...mail.toPeople(directory.holders(unitId, 'chief', 'spokesperson'), key, {
          kind: 'directive',
          slipId,
          n,
        }),
        ...mail.toBody(unitId, key, { kind: 'directive_pending', slipId }),
        ...(reported
          ? mail.toBody(officeId, `${key}/office`, {
              kind: 'result_report',
              slipId,
              n: event.notice,
              place: 'office',
            })
          : []),
      ]
    }
  }
}

function asking(slip: Slip, of: AskKind, n: number, mail: Mail): readonly Post[] {
  return mail.toBody(slip.officeId, `ask/${of}/${n}/${slip.id}`, { kind: 'ask', slipId: slip.id, of, n })
}

function ruling(slip: Slip, of: AskKind, n: number, mail: Mail): readonly Post[] {
  return mail.toBody(slip.unitId, `ruling/${of}/${n}/${slip.id}`, { kind: 'ruling', slipId: slip.id, of, n })
}

/** The text of the 批示 that the slip carries out, to those who may read it; `n` counts the 更正 it came by. */
function ordering(slip: Slip, n: number, mail: Mail, directory: Directory): readonly Post[] {
  const { id: slipId, unitId, brief } = slip
  if (!brief.order) return []
  const heads = directory.holders(unitId, 'chief', 'spokesperson')
  return mail.toPeople(heads, `order/${slipId}/${n}`, { kind: 'order', slipId })
}

/** 呈报 to the leader of the 批示, in private; to the leaders' group when the directory does not know the name. */
function reported(
  { result }: SlipEvent & { type: 'leaders_told' },
  { id: slipId, notices }: Slip,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  const n = notices.findLast((notice) => notice.result !== undefined)?.n ?? 0
  const known = result?.openId ? directory.person({ openId: result.openId }) : undefined
  const card = { kind: 'result_report', slipId, n, place: known ? 'leader' : 'leaders' } as const
  return toLeader(result, `result_report/${slipId}/${n}`, card, mail, directory)
}
