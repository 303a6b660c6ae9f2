import { rolesIn } from '../../src/domain/directory.ts'
import { answerOnly, type CommandHandler, refuseCommand } from './command.ts'

/** `/绑定 单位`: this group is that body's group from now on. Only the office may say so. */
export const bindCommand: CommandHandler = (context) => {
  const { rest, message, directory, person, now } = context
  const office = directory
    .bodiesOfKind('office')
    .find(
      (body) => person && rolesIn(person, body.id).some((role) => role === 'office' || role === 'approver'),
    )
  if (!person)
    return answerOnly(context, {
      kind: 'answer',
      answer: { say: 'refusal', refusal: { code: 'not_registered' } },
    })
  if (!office) {
    return answerOnly(context, {
      kind: 'answer',
      answer: { say: 'refusal', refusal: { code: 'role_needed', roles: ['office'] } },
    })
  }
  if (message.chatType === 'p2p') return refuseCommand(context, { code: 'only_in_group' })
  if (rest === '') {
    return refuseCommand(context, { code: 'argument_missing', command: '/绑定', example: '/绑定 市水务集团' })
  }
  const body = directory.bodies.find(({ name, aliases }) => name === rest || aliases.includes(rest))
  if (!body) return refuseCommand(context, { code: 'unit_unknown', typed: rest, near: [] })
  const holder = directory.bodyOfChat(message.chatId)
  if (holder && holder.id !== body.id) {
    return refuseCommand(context, { code: 'chat_bound_elsewhere', body: holder.name })
  }
  return {
    ...answerOnly(context, { kind: 'answer', answer: { say: 'bound', body: body.name } }),
    also: (tx) => tx.bindChat(body.id, message.chatId, person.openId, now),
  }
}
