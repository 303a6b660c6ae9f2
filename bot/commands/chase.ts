import { causeWords } from '../../cards/wording.ts'
import { causes } from '../../src/domain/dictionary.ts'
import { formatNo, readSlipNo } from '../../src/domain/numbering.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { dayOf, yearOf } from '../../src/domain/time.ts'
import { maySee, scopeOfGroup, scopeOfPerson } from '../../src/domain/visibility.ts'
import type { Wish } from '../../src/execute.ts'
import { proposalForm } from './accountability.ts'
import { type CommandContext, type CommandHandler, refuseCommand, wishThen } from './command.ts'

/** `/催办 文号`: the office reminds by hand. */
export const remindCommand: CommandHandler = async (context) => {
  const { slip } = await slipNamed(context)
  if (!slip) return unnamed(context, '/催办 12号')
  const wish: Wish = {
    type: 'remind',
    on: { slipId: slip.id },
    make: () => ({ type: 'remind', slipId: slip.id }),
  }
  return wishThen(context, wish, () => ({
    kind: 'answer',
    answer: { say: 'reminded', no: formatNo(slip.no) },
  }))
}

/**
 * `/督办 文号 理由`: the office asks the supervision office, which decides by a named signature. Without a reason a form
 * asks for the ground; of a reason the words of a ground are understood.
 */
export const superviseCommand: CommandHandler = async (context) => {
  const { slip, after } = await slipNamed(context)
  if (!slip) return unnamed(context, '/督办 12号 经两次催办仍未反馈')
  if (after === '') {
    const { message, body } = context
    return message.chatType === 'p2p' || body?.id === slip.officeId
      ? proposalForm(context, slip.id, 'supervision', slip.supervisions.length + 1)
      : refuseCommand(context, { code: 'own_chat_only' })
  }
  const cause = causes.find((one) => after.includes(causeWords[one])) ?? 'unsolved'
  const wish: Wish = {
    type: 'propose_supervision',
    on: { slipId: slip.id },
    make: () => ({ type: 'propose_supervision', slipId: slip.id, cause, ground: after }),
  }
  return wishThen(context, wish, () => ({
    kind: 'answer',
    answer: { say: 'supervision_proposed', no: formatNo(slip.no) },
  }))
}

export function unnamed(context: CommandContext, example: string) {
  return context.rest === ''
    ? refuseCommand(context, { code: 'argument_missing', command: example.split(' ')[0] ?? '', example })
    : refuseCommand(context, { code: 'slip_not_found_here' })
}

/**
 * The slip whose number stands first in the rest. One that the asker, or the group they ask in, may not see is not found:
 * the words are the same, so that a refusal tells nothing.
 */
export async function slipNamed(context: CommandContext): Promise<{ slip: Slip | null; after: string }> {
  const { rest, now, policy, read, person, directory, body, message } = context
  const [typed = '', after = ''] = splitNumber(rest)
  const no = readSlipNo(typed, policy.words, yearOf(dayOf(now)))
  const slip = no && (await read.slipByNo(no))
  const seen =
    slip &&
    maySee(scopeOfPerson(person, directory), slip) &&
    (message.chatType === 'p2p' || maySee(scopeOfGroup(body), slip))
  return { slip: seen ? slip : null, after: after.trim() }
}

/** `12号 理由`, `网舆交〔2026〕12号 理由`: the first word, with the 号 that a blank may stand before. */
function splitNumber(rest: string): readonly string[] {
  const [word = '', ...others] = rest.slice(0, 400).split(/\s+/)
  if (word.endsWith('号') || others[0] !== '号') return [word, others.join(' ')]
  return [`${word}号`, others.slice(1).join(' ')]
}
