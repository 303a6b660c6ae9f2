import { signerRoles } from './authority.ts'
import type { Calendar } from './calendar.ts'
import type { CardRef } from './card-ref.ts'
import type { BodyId, ChatId, Directory, OpenId } from './directory.ts'
import type { Dossier } from './dossier.ts'
import { slipIn } from './dossier.ts'
import type { DomainEvent, SlipEvent } from './event.ts'
import { gravest } from './ladder.ts'
import { endOfHold } from './quiet.ts'
import type { Slip } from './slip.ts'
import type { Instant } from './time.ts'

export type Address = { readonly chat: ChatId } | { readonly person: OpenId }

/** A message to send. `key` names it once and for all: the same key is never sent twice. */
export interface Post {
  readonly key: string
  readonly officeId: BodyId
  readonly to: Address
  readonly card: CardRef
  /** Not before this instant: the end of the quiet hours for what the bot says by itself about non-urgent matters. */
  readonly notBefore: Instant
  /** Answer under this message, when it is still there. */
  readonly replyTo: string | null
}

export interface EffectContext {
  readonly now: Instant
  readonly directory: Directory
  readonly calendar: Calendar
}

/** What the world must be told of these facts. Cards already posted are redrawn anyway and need no word here. */
export function effectsOf(
  events: readonly DomainEvent[],
  after: Dossier,
  context: EffectContext,
): readonly Post[] {
  return events.flatMap((event) =>
    event.on === 'matter' ? matterEffects(event, after, context) : slipEffects(event, after, context),
  )
}

type Draftless = Omit<Post, 'notBefore' | 'replyTo'>

function postsAt(notBefore: Instant, ...posts: readonly Draftless[]): readonly Post[] {
  return posts.map((post) => ({ ...post, notBefore, replyTo: null }))
}

function matterEffects(
  event: DomainEvent & { on: 'matter' },
  { matter, slips }: Dossier,
  { now, directory }: EffectContext,
): readonly Post[] {
  const { officeId, id: matterId, chatId } = matter
  const office = directory.body(officeId)
  switch (event.type) {
    case 'submitted':
      return office
        ? postsAt(now, {
            key: `approval/${matterId}/${matter.draftRev}`,
            officeId,
            to: { chat: office.chatId },
            card: { kind: 'approval', matterId, draftRev: matter.draftRev },
          })
        : []
    case 'draft_returned':
      return postsAt(now, {
        key: `draft_returned/${matterId}/${matter.returned.length}`,
        officeId,
        to: { chat: chatId },
        card: { kind: 'draft_returned', matterId, n: matter.returned.length },
      })
    case 'registered':
      return event.drafting || !office || office.chatId === chatId
        ? []
        : postsAt(now, {
            key: `registered/${matterId}`,
            officeId,
            to: { chat: office.chatId },
            card: { kind: 'registered', matterId },
          })
    case 'drafting_started':
      return postsAt(now, {
        key: `issue_form/${matterId}`,
        officeId,
        to: { chat: chatId },
        card: { kind: 'issue_form', matterId },
      })
    case 'issued':
      return slips.flatMap((slip) => {
        const unit = directory.body(slip.unitId)
        return unit
          ? postsAt(now, {
              key: `slip/${slip.id}`,
              officeId,
              to: { chat: unit.chatId },
              card: { kind: 'slip', slipId: slip.id },
            })
          : []
      })
    case 'matter_withdrawn':
    case 'matter_closed':
      return []
  }
}

function slipEffects(event: SlipEvent, dossier: Dossier, context: EffectContext): readonly Post[] {
  const slip = slipIn(dossier, event.id)
  if (!slip) return []
  const { directory } = context
  const at = sendingTime(event, slip, context)
  const { id: slipId, officeId } = slip
  const unitChat = directory.body(slip.unitId)?.chatId
  const officeChat = directory.body(officeId)?.chatId
  const toUnit = (key: string, card: CardRef): Draftless[] =>
    unitChat ? [{ key: `${key}/${slipId}`, officeId, to: { chat: unitChat }, card }] : []
  switch (event.type) {
    case 'final_submitted':
      return officeChat
        ? postsAt(at, {
            key: `review/${slipId}/${slip.final?.rev}`,
            officeId,
            to: { chat: officeChat },
            card: { kind: 'review', slipId, finalRev: slip.final?.rev ?? slip.rev },
          })
        : []
    case 'signoff_requested':
      return signers(slip, directory).flatMap((openId) =>
        postsAt(at, {
          key: `signoff/${slipId}/${slip.final?.rev}/${openId}`,
          officeId,
          to: { person: openId },
          card: { kind: 'signoff', slipId, finalRev: slip.final?.rev ?? slip.rev },
        }),
      )
    case 'sent_back':
      return postsAt(
        at,
        ...toUnit(`sent_back/${slip.sentBack.length}`, {
          kind: 'sent_back',
          slipId,
          n: slip.sentBack.length,
        }),
      )
    case 'slip_withdrawn':
      return postsAt(at, ...toUnit('withdrawn', { kind: 'withdrawn', slipId }))
    case 'reminded_by_office':
      return postsAt(
        at,
        ...toUnit(`reminder/office@${slip.rev}`, { kind: 'reminder', slipId, rungKey: null }),
      )
    case 'rungs_climbed':
      return rungEffects(event, slip, context)
    case 'supervision_proposed':
      return directory.bodiesOfKind('supervision').flatMap((body) =>
        postsAt(at, {
          key: `supervision_proposal/${slipId}/${slip.supervisions.length}/${body.id}`,
          officeId,
          to: { chat: body.chatId },
          card: { kind: 'supervision_proposal', slipId, n: slip.supervisions.length },
        }),
      )
    case 'supervision_issued':
      return [
        ...postsAt(
          at,
          ...toUnit(`supervision/${slip.supervisions.length}`, {
            kind: 'supervision',
            slipId,
            n: slip.supervisions.length,
          }),
        ),
        ...directory.holders(slip.unitId, 'chief').flatMap(({ openId }) =>
          postsAt(at, {
            key: `supervision/${slip.supervisions.length}/${slipId}/${openId}`,
            officeId,
            to: { person: openId },
            card: { kind: 'supervision', slipId, n: slip.supervisions.length },
          }),
        ),
      ]
    case 'leaders_told':
      return directory.bodiesOfKind(event.to).flatMap((body) =>
        postsAt(at, {
          key: `notice/${slipId}/${slip.notices.length}/${body.id}`,
          officeId,
          to: { chat: body.chatId },
          card: { kind: 'notice', slipId, n: slip.notices.length },
        }),
      )
    case 'instructed':
      return instructionEffects(event, slip, context)
    case 'slip_issued':
    case 'receipt_signed':
    case 'first_response_reported':
    case 'progress_reported':
    case 'signed_off':
    case 'accepted':
    case 'supervision_declined':
    case 'acknowledged':
      return []
  }
}

/** What a person issues goes at once; what the bot says by itself about a slip that is not urgent keeps the quiet hours. */
function sendingTime({ by }: SlipEvent, slip: Slip, { now, calendar }: EffectContext): Instant {
  const urgent = slip.policy.urgentLevels.includes(slip.brief.level)
  return by === 'system' && !urgent ? endOfHold(now, slip.policy.quiet, calendar) : now
}

function signers(slip: Slip, directory: Directory): readonly OpenId[] {
  return directory.holders(slip.unitId, ...signerRoles(slip)).map(({ openId }) => openId)
}

/** Reminders and 催办 go to the unit's group; several climbed in one minute are said once, by the gravest. */
function rungEffects(
  event: SlipEvent & { type: 'rungs_climbed' },
  slip: Slip,
  context: EffectContext,
): readonly Post[] {
  const unit = context.directory.body(slip.unitId)
  const rung = gravest(slip, event.rungs)
  const climbed = event.rungs.find(({ rungId }) => rungId === rung?.id)
  if (!unit || !rung || !climbed) return []
  return postsAt(sendingTime(event, slip, context), {
    key: `reminder/${slip.id}/${climbed.key}`,
    officeId: slip.officeId,
    to: { chat: unit.chatId },
    card: { kind: 'reminder', slipId: slip.id, rungKey: climbed.key },
  })
}

/** The text of a 批示 goes to 主要领导 and 分管领导 in private; the group reads only that there is one. */
function instructionEffects(
  event: SlipEvent & { type: 'instructed' },
  slip: Slip,
  { now, directory }: EffectContext,
): readonly Post[] {
  const { officeId, id: slipId } = slip
  const notice = slip.notices.find(({ n }) => n === event.notice)
  const index = (notice?.directives.length ?? 0) - 1
  const unit = directory.body(slip.unitId)
  const key = `directive/${slipId}/${event.notice}/${index}`
  return postsAt(
    now,
    ...directory.holders(slip.unitId, 'chief', 'spokesperson').map(({ openId }) => ({
      key: `${key}/${openId}`,
      officeId,
      to: { person: openId },
      card: { kind: 'directive', slipId, notice: event.notice, index } as const,
    })),
    ...(unit
      ? [{ key, officeId, to: { chat: unit.chatId }, card: { kind: 'directive_pending', slipId } as const }]
      : []),
  )
}
