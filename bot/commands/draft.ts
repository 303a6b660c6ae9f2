import { seedFrom } from '../../src/domain/intake.ts'
import type { Seed } from '../../src/domain/matter.ts'
import type { Wish } from '../../src/execute.ts'
import { type CommandContext, type CommandHandler, type Plan, refuseCommand, wishThen } from './command.ts'

/** `/交办`: an issue form in the same chat, filled with what was pasted or quoted. */
export const draftCommand: CommandHandler = (context) => formHere(context, 'issue_form')

/** `/紧急交办`: the form of a call that was made first. */
export const urgentCommand: CommandHandler = (context) => formHere(context, 'urgent')

async function formHere(context: CommandContext, kind: 'issue_form' | 'urgent'): Promise<Plan> {
  const office = officeHere(context)
  if (office === null) return refuseCommand(context, { code: 'office_chat_only' })
  const matterId = context.newId()
  const wish = register(context, { matterId, officeId: office, drafting: true, seed: await seedOf(context) })
  return wishThen(context, wish, () => ({ kind, matterId }))
}

/** `/登记`: what a unit found goes to the office's queue. */
export const registerCommand: CommandHandler = async (context) => {
  const office = context.directory.bodiesOfKind('office')[0]
  const seed = await seedOf(context)
  if (!office || (seed.summary === null && seed.link === null)) {
    return refuseCommand(context, {
      code: 'argument_missing',
      command: '/登记',
      example: '/登记 翠湖苑自来水发黄半个月 https://bbs.example.cn/t/1',
    })
  }
  const matterId = context.newId()
  const wish = register(context, { matterId, officeId: office.id, drafting: false, seed })
  return wishThen(context, wish, () => ({ kind: 'registered', matterId }))
}

/** The office whose drafts may be read in this chat: its own group, or a private chat. */
function officeHere({ message, body, directory }: CommandContext): string | null {
  if (message.chatType === 'p2p') return directory.bodiesOfKind('office')[0]?.id ?? null
  return body?.office?.kind === 'office' ? body.id : null
}

function register(
  { message }: CommandContext,
  about: { matterId: string; officeId: string; drafting: boolean; seed: Seed },
): Wish {
  return {
    type: 'register',
    on: { matterId: about.matterId },
    make: () => ({ type: 'register', ...about, chatId: message.chatId }),
  }
}

/** Text after the command, else the quoted message. A quoted message that cannot be read is asked for by hand. */
async function seedOf({ message, rest, messenger }: CommandContext): Promise<Seed> {
  if (rest !== '' || message.parentId === undefined) return seedFrom(rest)
  const quoted = await messenger.readMessage(message.parentId)
  return quoted.kind === 'read' ? seedFrom(quoted.text) : { ...seedFrom(''), unread: quoted.why }
}
