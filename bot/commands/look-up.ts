import { bigramsOf } from '../../src/domain/bigrams.ts'
import type { ListQuery } from '../../src/domain/card-ref.ts'
import { amongOthers, scopeOfGroup, scopeOfPerson, seesNothing } from '../../src/domain/visibility.ts'
import type { CommandContext, CommandHandler, Plan } from './command.ts'
import { answerOnly, here, refuseCommand } from './command.ts'

/** How many slips a list card shows. */
export const LIST_PAGE = 10

/**
 * `/查`, `/待办`, `/台账`. What is said in a group is read by everybody there, so the group gets only what its body and
 * the asker may both see; the rest goes to the asker in private.
 */
function look(of: ListQuery['of']): CommandHandler {
  return async (context) => {
    if (of === 'search' && !isSearchable(context.rest)) {
      return refuseCommand(context, {
        code: 'argument_missing',
        command: '/查',
        example: '/查 12号，或 /查 自来水',
      })
    }
    if (!context.person) return answerOnly(context, refusedStranger)
    const query: ListQuery = {
      of,
      text: context.rest === '' ? null : context.rest,
      asker: context.person.openId,
      bodyId: context.body?.id ?? null,
      restOf: null,
      page: 0,
    }
    return context.message.chatType === 'p2p'
      ? answerOnly(context, { kind: 'list', list: query })
      : inGroup(context, query)
  }
}

const refusedStranger = {
  kind: 'answer',
  answer: { say: 'refusal', refusal: { code: 'not_registered' } },
} as const

async function inGroup(context: CommandContext, query: ListQuery): Promise<Plan> {
  if (!context.body) return refuseCommand(context, { code: 'group_not_bound' })
  const group = scopeOfGroup(context.body)
  const own = amongOthers(scopeOfPerson(context.person, context.directory))
  const rest = seesNothing(own)
    ? { total: 0 }
    : await context.read.slips({ ...filterOf(query), within: [own], outside: group, limit: 1, offset: 0 })
  const { person } = context
  return {
    wish: null,
    answers: () => [
      { ...here(context), card: { kind: 'list', list: query } },
      ...(rest.total > 0 && person
        ? [
            {
              to: { person: person.openId },
              replyTo: null,
              card: {
                kind: 'list',
                list: { ...query, bodyId: null, restOf: context.body?.id ?? null },
              } as const,
            },
          ]
        : []),
    ],
  }
}

/** A single character would stand for everything that has it, so a search asks for two, or a number. */
function isSearchable(text: string): boolean {
  return bigramsOf(text).some((gram) => [...gram].length > 1 || /\d/.test(gram))
}

/** What the list asks of the ledger, apart from who may see it. */
export function filterOf(query: ListQuery): {
  readonly openOnly: boolean
  readonly grams: readonly string[] | null
} {
  const grams = query.text === null ? null : bigramsOf(query.text)
  return { openOnly: query.of === 'todo', grams }
}

export const searchCommand = look('search')
export const todoCommand = look('todo')
export const ledgerCommand = look('ledger')
