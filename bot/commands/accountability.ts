import { formatNo } from '../../src/domain/numbering.ts'
import type { Wish } from '../../src/execute.ts'
import { slipNamed, unnamed } from './chase.ts'
import { type CommandContext, type CommandHandler, type Plan, refuseCommand, wishThen } from './command.ts'

/** `/问责 文号`: the form by which the supervision office proposes 问责, where only it reads. */
export const accuseCommand: CommandHandler = async (context) => {
  const { slip } = await slipNamed(context)
  if (!slip) return unnamed(context, '/问责 12号')
  const { message, body } = context
  if (message.chatType !== 'p2p' && body?.office?.kind !== 'supervision') {
    return refuseCommand(context, { code: 'own_chat_only' })
  }
  return proposalForm(context, slip.id, 'accountability', slip.accountabilities.length + 1)
}

/** The form, when the asker may begin the act; nothing is decided before it is submitted. */
export function proposalForm(
  context: CommandContext,
  slipId: string,
  of: 'supervision' | 'accountability',
  n: number,
): Plan {
  const wish: Wish = { type: `propose_${of}`, on: { slipId }, make: () => null }
  return wishThen(context, wish, () => ({ kind: 'proposal_form', slipId, of, n }))
}

/** `/表扬 文号 事由`: the unit's group hears of it, and the record keeps it. */
export const praiseCommand: CommandHandler = async (context) => {
  const { slip, after } = await slipNamed(context)
  if (!slip) return unnamed(context, '/表扬 12号 两小时到场，当日答复')
  const { id: slipId, no } = slip
  if (after === '') {
    const example = `/表扬 ${no.serial}号 两小时到场，当日答复`
    return refuseCommand(context, { code: 'argument_missing', command: '/表扬', example })
  }
  const wish: Wish = {
    type: 'praise',
    on: { slipId },
    make: () => ({ type: 'praise', slipId, ground: after }),
  }
  return wishThen(context, wish, () => ({
    kind: 'answer',
    answer: { say: 'praised', no: formatNo(no) },
  }))
}
