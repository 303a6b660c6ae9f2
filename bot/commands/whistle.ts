import { scopeOfPerson } from '../../src/domain/visibility.ts'
import type { Wish } from '../../src/execute.ts'
import { type CommandHandler, refuseCommand, wishThen } from './command.ts'

/**
 * `/举报` in a private chat: an empty form. What was typed after it, or quoted, is not taken over: the office words a
 * 举报件 anew. In a group it is refused, and nothing of it is kept.
 */
export const whistleCommand: CommandHandler = (context) => {
  const { message, person, directory } = context
  if (message.chatType !== 'p2p') return refuseCommand(context, { code: 'private_chat_only' })
  const matterId = context.newId()
  const [own] = scopeOfPerson(person, directory).offices ?? []
  const officeId = own ?? directory.bodiesOfKind('office')[0]?.id ?? ''
  const wish: Wish = {
    type: 'register_whistle',
    on: { matterId },
    make: () => ({ type: 'register_whistle', matterId, officeId, chatId: message.chatId }),
  }
  const plan = wishThen(context, wish, () => ({ kind: 'issue_form', matterId }))
  return {
    ...plan,
    // To the person, so that the card is known to be theirs alone.
    answers: (outcome) =>
      plan.answers(outcome).map((post) => (person ? { ...post, to: { person: person.openId } } : post)),
  }
}
