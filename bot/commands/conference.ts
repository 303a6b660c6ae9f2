import { conferencesOf } from '../../src/domain/conference.ts'
import type { Wish } from '../../src/execute.ts'
import { answerOnly, type CommandHandler, refuseCommand, wishThen } from './command.ts'
import { matterNamed } from './matter-named.ts'

/** `/会商 编号或文号`: the form that calls a conference on that matter, in a chat where its text may be read. */
export const conferenceCommand: CommandHandler = async (context) => {
  const { rest, message, body, person } = context
  if (!person) {
    return answerOnly(context, {
      kind: 'answer',
      answer: { say: 'refusal', refusal: { code: 'not_registered' } },
    })
  }
  const kind = body?.office?.kind
  if (message.chatType === 'group' && kind !== 'office' && kind !== 'government_office') {
    return refuseCommand(context, { code: 'office_chat_only' })
  }
  if (rest === '') {
    return refuseCommand(context, { code: 'argument_missing', command: '/会商', example: '/会商 12号' })
  }
  const dossier = await matterNamed(context)
  if (!dossier) return refuseCommand(context, { code: 'slip_not_found_here' })
  const { matter } = dossier
  const wish: Wish = { type: 'convene_conference', on: { matterId: matter.id }, make: () => null }
  const n = conferencesOf(matter).length + 1
  return wishThen(context, wish, () => ({ kind: 'conference_form', matterId: matter.id, n }))
}
