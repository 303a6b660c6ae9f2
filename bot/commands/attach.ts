import { createHash } from 'node:crypto'
import { kindOf, MOST_ATTACHMENT_BYTES, type OfferedFile } from '../../src/domain/attachment.ts'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { mayBegin, type Target } from '../../src/domain/decide.ts'
import { type Context, perSeries, type Stop } from '../../src/domain/decision.ts'
import type { Person } from '../../src/domain/directory.ts'
import { type Dossier, slipIn } from '../../src/domain/dossier.ts'
import { formatNo } from '../../src/domain/numbering.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { bearsSecrecyMark } from '../../src/domain/secrecy.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { maySee, maySeeMatter, scopeOfGroup, scopeOfPerson } from '../../src/domain/visibility.ts'
import type { AnswerPost, Wish } from '../../src/execute.ts'
import type { FileContent } from '../../src/ports.ts'
import type { FileRef } from '../feishu/message-files.ts'
import { slipNamed, unnamed } from './chase.ts'
import {
  answerOnly,
  type CommandContext,
  type CommandHandler,
  here,
  type Plan,
  refuseCommand,
  wishThen,
} from './command.ts'
import { matterNamed } from './matter-named.ts'

/** How long after `/附件 文号` in private a bare file is taken for that slip. */
const AWAITED = 10 * MINUTE

/** What attachments are of: a slip, or the matter itself. */
interface Named {
  readonly dossier: Dossier
  readonly slip: Slip | null
}

/** Files of one message, each to be fetched under that message's id. */
interface Sent {
  readonly messageId: string
  readonly files: readonly FileRef[]
}

/**
 * `/附件 文号`. With a file quoted, or pictures in the same message, they are taken as 佐证材料; without any, those that are
 * there are listed and given back.
 */
export const attachCommand: CommandHandler = async (context) => {
  if (!context.person) return refused(context, { code: 'not_registered' })
  const sent = await sentWith(context)
  if ('refused' in sent) return sent.refused
  const named = await namedIn(context)
  if (!named) return unnamed(context, '/附件 12号')
  return sent.files.length > 0 ? take(context, named, sent) : give(context, named, context.person)
}

/** A file or pictures without a command, in private: for what its sender named in the last ten minutes. */
export const bareFile: CommandHandler = async (context) => {
  const { person, message, read, now, directory } = context
  if (!person) return refused(context, { code: 'not_registered' })
  const awaited = await read.awaitedFile(person.openId, message.chatId, now)
  if (!awaited) return refuseCommand(context, { code: 'file_for_what' })
  const dossier = await read.dossierOfMatter(awaited.matterId)
  const slip = (dossier && awaited.slipId !== null && slipIn(dossier, awaited.slipId)) || null
  const scope = scopeOfPerson(person, directory)
  const seen = dossier && (slip ? maySee(scope, slip) : maySeeMatter(scope, dossier.matter))
  return seen
    ? take(context, { dossier, slip }, message)
    : refuseCommand(context, { code: 'slip_not_found_here' })
}

/** The files of the message itself, else of the one it quotes. A quoted card holds none: it tells which slip is meant. */
async function sentWith(context: CommandContext): Promise<Sent | { readonly refused: Plan }> {
  const { message, messenger, read } = context
  const { parentId } = message
  if (message.files.length > 0 || parentId === undefined) return message
  if (await read.posted(parentId)) return { messageId: parentId, files: [] }
  const quoted = await messenger.readMessage(parentId)
  if (quoted.kind === 'read') return { messageId: parentId, files: quoted.files }
  return { refused: refuseCommand(context, { code: 'file_unreachable', why: quoted.why }) }
}

/** By its number; else the slip of the quoted card; else the one slip that is open here. */
async function namedIn(context: CommandContext): Promise<Named | null> {
  const { rest, message, read, person, directory, body } = context
  if (rest !== '') {
    const { slip } = await slipNamed(context)
    const dossier = slip ? await read.dossierOfMatter(slip.matterId) : await matterNamed(context)
    return dossier && { dossier, slip }
  }
  const own = scopeOfPerson(person, directory)
  const within = message.chatType === 'p2p' ? [own] : [own, scopeOfGroup(body)]
  const card = message.parentId === undefined ? null : ((await read.posted(message.parentId))?.card ?? null)
  const slipId = card && 'slipId' in card ? card.slipId : await onlyOpen(context)
  const dossier = slipId === null ? null : await read.dossierOfSlip(slipId)
  const slip = (dossier && slipId !== null && slipIn(dossier, slipId)) || null
  return dossier && slip && within.every((scope) => maySee(scope, slip)) ? { dossier, slip } : null
}

/** Of the unit whose group this is, or of the units of who writes in private; 举报件 are always named. */
async function onlyOpen({ message, body, person, directory, read }: CommandContext): Promise<string | null> {
  const units =
    message.chatType === 'p2p' ? scopeOfPerson(person, directory).units : body?.unit ? [body.id] : []
  if (!units || units.length === 0) return null
  const { slips, total } = await read.slips({
    within: [{ all: false, units }],
    outside: null,
    openOnly: true,
    grams: null,
    limit: 1,
    offset: 0,
  })
  return total === 1 ? (slips[0]?.id ?? null) : null
}

/** Whose evidence it is: the unit's own on its slip, the office's on the matter. */
function wishedOn({ dossier, slip }: Named, { person, directory }: CommandContext) {
  const { matter } = dossier
  const { offices = [], units = [] } = scopeOfPerson(person, directory)
  return slip && (units.includes(slip.unitId) || !offices.includes(matter.officeId))
    ? ({ type: 'attach', on: { slipId: slip.id } } as const)
    : ({ type: 'attach_to_matter', on: { matterId: matter.id } } as const)
}

async function take(context: CommandContext, named: Named, { messageId, files }: Sent): Promise<Plan> {
  const { person } = context
  const { type, on } = wishedOn(named, context)
  // Nothing is fetched for somebody who may not hand it in.
  const stop = person ? mayAttach(context, type, on, named.dossier, person) : null
  if (stop) return stopped(context, stop)
  // A file takes longer than Feishu waits for an answer, so that it tells of the message again.
  if (await context.read.wasTaken(context.message.key)) return { wish: null, answers: () => [] }
  const fetched = await fetchAll(context, messageId, files)
  if ('refused' in fetched) return fetched.refused
  const { offered, contents } = fetched
  const wish: Wish = {
    type,
    on,
    contents,
    make: () =>
      type === 'attach'
        ? { type, slipId: on.slipId, files: offered }
        : { type, matterId: on.matterId, files: offered },
  }
  const of = type === 'attach' && named.slip ? formatNo(named.slip.no) : named.dossier.matter.ref
  return inPrivate(
    context,
    wishThen(context, wish, () => ({
      kind: 'answer',
      answer: { say: 'attached', no: of, to: type === 'attach' ? 'slip' : 'matter' },
    })),
  )
}

interface Fetched {
  readonly offered: readonly OfferedFile[]
  readonly contents: readonly FileContent[]
}

/** One after the other, so that no more than the files of this message lie in memory. */
async function fetchAll(
  context: CommandContext,
  messageId: string,
  files: readonly FileRef[],
): Promise<Fetched | { readonly refused: Plan }> {
  if (files.some(({ type }) => type === 'other')) {
    return { refused: refused(context, { code: 'attachment_wrong_kind' }) }
  }
  if (files.some(({ name }) => name !== null && bearsSecrecyMark(name))) {
    return { refused: refused(context, { code: 'secret_text' }) }
  }
  const offered: OfferedFile[] = []
  const contents: FileContent[] = []
  let together = 0
  for (const file of files) {
    const came = await context.messenger.download(messageId, file)
    if (came.kind === 'refused') {
      return { refused: refuseCommand(context, { code: 'file_unreachable', why: came.why }) }
    }
    together += came.kind === 'got' ? came.content.length : 0
    if (came.kind === 'too_large' || together > MOST_ATTACHMENT_BYTES) {
      return { refused: refused(context, { code: 'attachment_too_large' }) }
    }
    const { content } = came
    const sha256 = createHash('sha256').update(content).digest('hex')
    const { name } = file
    offered.push({ id: context.newId(), name, kind: kindOf(content), bytes: content.length, sha256 })
    contents.push({ sha256, content })
  }
  return { offered, contents }
}

/** The list, and each file after it; to the asker in private where others read who may not. */
function give(context: CommandContext, named: Named, person: Person): Plan {
  const { message, directory, now } = context
  const { dossier, slip } = named
  const { matter } = dossier
  const place = placeOf(context, named)
  const withMatter = place !== 'unit' && maySeeMatter(scopeOfPerson(person, directory), matter)
  const { type, on } = wishedOn(named, context)
  const awaits =
    message.chatType === 'p2p' && mayAttach(context, type, on, dossier, person) === null
      ? now + AWAITED
      : null
  const list: CardRef = slip
    ? { kind: 'attachments', slipId: slip.id, place: place ?? 'private', withMatter, until: awaits }
    : { kind: 'matter_attachments', matterId: matter.id, until: awaits }
  const files: readonly CardRef[] = [
    ...(slip?.attachments ?? []).map(
      ({ id: fileId }) => ({ kind: 'file', slipId: slip?.id ?? '', fileId }) as const,
    ),
    ...(slip && !withMatter
      ? []
      : matter.attachments.map(
          ({ id: fileId }) => ({ kind: 'matter_file', matterId: matter.id, fileId }) as const,
        )),
  ]
  const at = message.chatType === 'p2p' || place === null ? toPerson(context, person) : here(context)
  const no = slip ? formatNo(slip.no) : matter.ref
  const pointer: readonly AnswerPost[] =
    place === null
      ? [{ ...here(context), card: { kind: 'answer', answer: { say: 'attachments_sent', no } } }]
      : []
  return {
    wish: null,
    answers: () => [...pointer, ...[list, ...files].map((card) => ({ ...at, card }))],
    ...(awaits === null
      ? {}
      : {
          also: (tx) =>
            tx.awaitFile({
              openId: person.openId,
              chatId: message.chatId,
              officeId: matter.officeId,
              matterId: matter.id,
              slipId: type === 'attach' ? on.slipId : null,
              until: awaits,
            }),
        }),
  }
}

/** Where the files themselves may stand; null where they go to the asker in private. */
function placeOf(
  { message, body }: CommandContext,
  { dossier, slip }: Named,
): 'private' | 'office' | 'unit' | null {
  if (message.chatType === 'p2p') return 'private'
  if (body?.id === dossier.matter.officeId) return 'office'
  return slip && body?.id === slip.unitId && slip.brief.sensitivity === 'public' ? 'unit' : null
}

function mayAttach(
  { now, directory, calendar, policy }: CommandContext,
  type: 'attach' | 'attach_to_matter',
  on: Target,
  dossier: Dossier,
  person: Person,
): Stop | null {
  const actor = { kind: 'person', person } as const
  const context: Context = { now, actor, directory, calendar, policy, next: perSeries(() => 0) }
  return mayBegin(type, on, dossier, context)
}

function refused(context: CommandContext, refusal: Refusal): Plan {
  return inPrivate(context, answerOnly(context, { kind: 'answer', answer: { say: 'refusal', refusal } }))
}

function stopped(context: CommandContext, stop: Stop): Plan {
  if (stop.kind === 'refused') return refused(context, stop.refusal)
  return answerOnly(context, { kind: 'answer', answer: { say: 'quiet', quiet: stop.quiet } })
}

function toPerson({ message }: CommandContext, { openId }: Person) {
  return { to: { person: openId }, replyTo: message.messageId } as const
}

/** In a private chat to the person, so that it is known to be theirs alone: a 举报件 is answered in no other way. */
function inPrivate(context: CommandContext, plan: Plan): Plan {
  const { message, person } = context
  if (message.chatType !== 'p2p' || !person) return plan
  return {
    ...plan,
    answers: (outcome) => plan.answers(outcome).map((post) => ({ ...post, ...toPerson(context, person) })),
  }
}
