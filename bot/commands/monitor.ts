import { formatNo } from '../../src/domain/numbering.ts'
import type { Wish } from '../../src/execute.ts'
import { slipNamed, unnamed } from './chase.ts'
import { type CommandHandler, refuseCommand, wishThen } from './command.ts'

/** As much as the form takes. */
const MOST_SIGNS = 600

/** `/监测 文号 内容`: the office enters what it found about the matter of that slip. */
export const monitorCommand: CommandHandler = async (context) => {
  const example = '/监测 12号 新增转发三百余次，未见新的焦点'
  const { slip, after } = await slipNamed(context)
  if (!slip) return unnamed(context, example)
  const { body, message } = context
  // What the office found is not for the unit's group.
  if (message.chatType === 'group' && body?.office?.kind !== 'office') {
    return refuseCommand(context, { code: 'office_chat_only' })
  }
  if (after === '') return refuseCommand(context, { code: 'argument_missing', command: '/监测', example })
  const { matterId } = slip
  const wish: Wish = {
    type: 'log_monitoring',
    on: { matterId },
    make: () => ({
      type: 'log_monitoring',
      matterId,
      text: [...after].slice(0, MOST_SIGNS).join(''),
      figures: null,
    }),
  }
  return wishThen(context, wish, () => ({
    kind: 'answer',
    answer: { say: 'monitored', no: formatNo(slip.no) },
  }))
}
