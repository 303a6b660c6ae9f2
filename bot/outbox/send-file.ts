import type { Attachment } from '../../src/domain/attachment.ts'
import type { Answer, CardRef, CommandRefusal } from '../../src/domain/card-ref.ts'
import type { BodyId, Directory } from '../../src/domain/directory.ts'
import { type Dossier, slipIn } from '../../src/domain/dossier.ts'
import type { Address } from '../../src/domain/effects.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { maySee, maySeeMatter, scopeOfGroup, scopeOfPerson } from '../../src/domain/visibility.ts'
import type { OutboxItem } from '../../src/ports.ts'
import { classify } from '../feishu/codes.ts'
import type { Messenger } from '../feishu/messenger.ts'
import { mayNotReceive } from '../kept-from.ts'
import { dossierOf } from '../render.ts'
import { type DeliverDeps, tried } from './deliver.ts'
import { budgetsOfPost, takeTurn } from './pace.ts'

/** Somebody waits for it in the chat; after these tries they are told to ask again. */
const TRIES = 5

type FileCard = CardRef & { readonly kind: 'file' | 'matter_file' }

/** An attachment that was asked for, as a file; to those who may see it at the moment it is sent. */
export async function sendFile(item: OutboxItem, card: FileCard, deps: DeliverDeps): Promise<void> {
  const { db, clock } = deps
  const drop = (outcome: 'sent' | 'skipped' | 'buried', code: string) =>
    db.outbox.drop(item, outcome, code, clock.now())
  const dossier = await dossierOf(card, db.read)
  const file = dossier && attachmentIn(dossier, card)
  const content = file && (await db.read.attachmentContent(file.sha256))
  if (!dossier || !content) return drop('skipped', 'gone')
  const shown = mayStand(item.to, dossier, card, await db.read.directory())
  if (!shown || (await mayNotReceive(item.to, dossier, db.read))) return drop('skipped', 'not_named')
  const { name, kind } = file
  const untold = { code: 'file_not_sent' } as const
  await postOrTell(item, { name, kind, content }, dossier.matter.officeId, untold, deps)
}

type NotSent = Omit<Extract<CommandRefusal, { code: 'file_not_sent' }>, 'why'>

/** Posts the file, now or at a later try; when that is not to be, tells who waits for it. */
export async function postOrTell(
  item: OutboxItem,
  file: Parameters<Messenger['postFile']>[1],
  officeId: BodyId,
  untold: NotSent,
  deps: DeliverDeps,
): Promise<'posted' | 'not_yet' | 'never'> {
  const { db, clock } = deps
  await takeTurn(db.outbox, budgetsOfPost(item.to), deps.wall)
  const posted = await tried(() => deps.messenger.postFile(item.to, file, item.id, item.replyTo))
  if (posted.ok) {
    await db.outbox.drop(item, 'sent', 'posted', clock.now())
    return 'posted'
  }
  const { class: failure, code, retryAfterMs, uncertain } = classify(posted.error)
  deps.log.warn({ key: item.key, code, class: failure, attempts: item.attempts }, 'a file was not taken')
  const passing = failure === 'retry' || failure === 'rate_limited' || failure === 'token'
  if (passing && item.attempts < TRIES) {
    await db.outbox.retry(item, clock.now() + (retryAfterMs ?? MINUTE / 4), code, !uncertain)
    return 'not_yet'
  }
  const why = failure === 'config' ? 'scope_missing' : 'other'
  const answer = { say: 'refusal', refusal: { ...untold, why } } as const
  await tellAsker(item, `not_sent/${item.key}`, officeId, answer, deps)
  await db.outbox.drop(item, 'buried', code, clock.now())
  return 'never'
}

function attachmentIn({ matter, slips }: Dossier, card: FileCard): Attachment | undefined {
  const files =
    card.kind === 'file' ? slips.find(({ id }) => id === card.slipId)?.attachments : matter.attachments
  return files?.find(({ id }) => id === card.fileId)
}

/** A unit's group is given the files of its own slips, unless the matter is internal. */
function mayStand(to: Address, dossier: Dossier, card: FileCard, directory: Directory): boolean {
  const person = 'person' in to ? directory.person({ openId: to.person }) : undefined
  const body = 'chat' in to ? directory.bodyOfChat(to.chat) : undefined
  const scope = 'person' in to ? scopeOfPerson(person, directory) : scopeOfGroup(body)
  if (card.kind === 'matter_file') return maySeeMatter(scope, dossier.matter)
  const slip = slipIn(dossier, card.slipId)
  if (!slip || !maySee(scope, slip)) return false
  return 'person' in to || body?.id === slip.officeId || slip.brief.sensitivity === 'public'
}

export async function tellAsker(
  item: OutboxItem,
  key: string,
  officeId: BodyId,
  answer: Answer,
  { db, clock }: DeliverDeps,
): Promise<void> {
  await db.transact((tx) =>
    tx.enqueue([
      {
        key,
        officeId,
        to: item.to,
        card: { kind: 'answer', answer },
        notBefore: clock.now(),
        replyTo: item.replyTo,
      },
    ]),
  )
}
