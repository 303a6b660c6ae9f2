import { seedFrom } from '../../src/domain/intake.ts'
import type { Wish } from '../../src/execute.ts'
import { type CommandHandler, wishThen } from './command.ts'

/** `/预警`: the form of a 预警. The office registers it; what a unit fills in waits for the office. */
export const watchCommand: CommandHandler = (context) => {
  const { message, body, directory } = context
  const matterId = context.newId()
  const officeId = body?.unit?.officeId ?? directory.bodiesOfKind('office')[0]?.id ?? ''
  const wish: Wish = {
    type: 'register',
    on: { matterId },
    make: () => ({
      type: 'register',
      matterId,
      officeId,
      chatId: message.chatId,
      seed: seedFrom(''),
      drafting: false,
      watch: true,
    }),
  }
  return wishThen(context, wish, () => ({ kind: 'watch_form', matterId }))
}
