import { seedFrom } from '../../src/domain/intake.ts'
import type { Seed } from '../../src/domain/matter.ts'
import { readMatterRef } from '../../src/domain/numbering.ts'
import { type Door, originBy } from '../../src/domain/origin.ts'
import { bearsSecrecyMark } from '../../src/domain/secrecy.ts'
import type { Wish } from '../../src/execute.ts'
import {
  answerOnly,
  type CommandContext,
  type CommandHandler,
  type Plan,
  refuseCommand,
  wishThen,
} from './command.ts'

/** `/交办`: an issue form in the same chat, filled with what was pasted or quoted; or a registered matter taken up. */
export const draftCommand: CommandHandler = (context) => formHere(context, 'issue_form')

/** `/紧急交办`: the form of a call that was made first. */
export const urgentCommand: CommandHandler = (context) => formHere(context, 'urgent')

async function formHere(context: CommandContext, kind: 'issue_form' | 'urgent'): Promise<Plan> {
  const office = officeHere(context)
  if (office === null) return refuseCommand(context, { code: 'office_chat_only' })
  const ref = readMatterRef(context.rest)
  if (ref?.startsWith('YQ') && /^\s*yq/iu.test(context.rest.normalize('NFKC'))) return takeUp(context, ref)
  const told = await toldIn(context)
  if (told === 'secret') return refuseSecret(context)
  const matterId = context.newId()
  const wish = register(context, { matterId, officeId: office, drafting: true, ...told })
  return wishThen(context, wish, () => ({ kind, matterId }))
}

/** `/登记`: what a unit found goes to the office's queue. */
export const registerCommand: CommandHandler = async (context) => {
  const office = context.directory.bodiesOfKind('office')[0]
  const told = await toldIn(context)
  if (told === 'secret') return refuseSecret(context)
  const { seed } = told
  if (!office || (seed.summary === null && seed.link === null && seed.title === null)) {
    return refuseCommand(context, {
      code: 'argument_missing',
      command: '/登记',
      example: '/登记 翠湖苑自来水发黄半个月 https://bbs.example.cn/t/1（可另起一行写：研判：初步看法）',
    })
  }
  const matterId = context.newId()
  const wish = register(context, {
    matterId,
    officeId: office.id,
    drafting: false,
    seed,
    door: context.body?.id === office.id ? told.door : 'unit',
  })
  // The office's own card tells what else the office has; a unit reads of its own report only.
  const kind = office.chatId === context.message.chatId ? 'registered' : 'registration'
  return wishThen(context, wish, () => ({ kind, matterId }))
}

/** `/交办 YQ20261123-008`: from the queue to the form, which appears in the office's group. */
async function takeUp(context: CommandContext, ref: string): Promise<Plan> {
  if (context.message.chatType === 'p2p') return refuseCommand(context, { code: 'only_in_group' })
  const offices = context.directory.bodiesOfKind('office').map(({ id }) => id)
  const matterId = await context.read.matterByRef(ref, offices)
  if (matterId === null) {
    return answerOnly(context, {
      kind: 'answer',
      answer: { say: 'refusal', refusal: { code: 'main_not_found', ref } },
    })
  }
  const wish: Wish = {
    type: 'start_draft',
    on: { matterId },
    make: () => ({ type: 'start_draft', matterId }),
  }
  return wishThen(context, wish, () => null)
}

function refuseSecret(context: CommandContext): Plan {
  return answerOnly(context, {
    kind: 'answer',
    answer: { say: 'refusal', refusal: { code: 'secret_text' } },
  })
}

/** The office whose drafts may be read in this chat: its own group, or a private chat. */
function officeHere({ message, body, directory }: CommandContext): string | null {
  if (message.chatType === 'p2p') return directory.bodiesOfKind('office')[0]?.id ?? null
  return body?.office?.kind === 'office' ? body.id : null
}

function register(
  { message }: CommandContext,
  { door, ...about }: { matterId: string; officeId: string; drafting: boolean; seed: Seed; door: Door },
): Wish {
  return {
    type: 'register',
    on: { matterId: about.matterId },
    make: () => ({ type: 'register', ...about, chatId: message.chatId, origin: originBy(door) }),
  }
}

/** Text after the command, else the quoted message. A quoted message that cannot be read is asked for by hand. */
async function toldIn({
  message,
  rest,
  messenger,
}: CommandContext): Promise<{ readonly seed: Seed; readonly door: Door } | 'secret'> {
  if (rest !== '' || message.parentId === undefined) return { seed: seedFrom(rest), door: 'command' }
  const quoted = await messenger.readMessage(message.parentId)
  if (quoted.kind !== 'read') return { seed: { ...seedFrom(''), unread: quoted.why }, door: 'quote' }
  return bearsSecrecyMark(quoted.text) ? 'secret' : { seed: seedFrom(quoted.text), door: 'quote' }
}
