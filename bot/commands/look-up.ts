import { bigramsOf } from '../../src/domain/bigrams.ts'
import type { ListQuery } from '../../src/domain/card-ref.ts'
import type { Person } from '../../src/domain/directory.ts'
import { narrows } from '../../src/domain/list-filter.ts'
import type { Instant } from '../../src/domain/time.ts'
import { amongOthers, scopeOfGroup, scopeOfPerson, seesNothing } from '../../src/domain/visibility.ts'
import type { SlipFilter } from '../../src/ports.ts'
import type { CommandContext, CommandHandler, Plan } from './command.ts'
import { answerOnly, here, refuseCommand } from './command.ts'
import { readListWords } from './list-words.ts'

/** How many slips a list card shows. */
export const LIST_PAGE = 10

/** Of a line that may be long, what a list keeps and shows as text. */
const MOST_TEXT = 100
const MOST_UNREAD = 5

/**
 * `/查`, `/待办`, `/台账`. What is said in a group is read by everybody there, so the group gets only what its body and
 * the asker may both see; the rest goes to the asker in private.
 */
function look(of: ListQuery['of']): CommandHandler {
  return async (context) => {
    const { rest, person, body, directory, now, message } = context
    const { filter, text, unread, wantsTable } = readListWords(rest, of, directory, now)
    if (of === 'search' && text === null && !narrows(filter)) {
      return refuseCommand(context, {
        code: 'argument_missing',
        command: '/查',
        example: '/查 12号，或 /查 自来水',
      })
    }
    if (!person) return answerOnly(context, refusedStranger)
    const query: ListQuery = {
      of,
      text: text === null ? null : [...text].slice(0, MOST_TEXT).join(''),
      ...(narrows(filter) ? { filter } : {}),
      ...(unread.length > 0 ? { unread: unread.slice(0, MOST_UNREAD) } : {}),
      asker: person.openId,
      bodyId: body?.id ?? null,
      restOf: null,
      page: 0,
    }
    if (wantsTable) return asTable(context, query, person)
    return message.chatType === 'p2p'
      ? answerOnly(context, { kind: 'list', list: query })
      : inGroup(context, query)
  }
}

/** Told where it was asked for; the table itself goes to who asked, and to nobody else. */
function asTable(context: CommandContext, list: ListQuery, { openId }: Person): Plan {
  const { message, body } = context
  const inPrivate = message.chatType === 'p2p'
  if (!inPrivate && !body) return refuseCommand(context, { code: 'group_not_bound' })
  const own: ListQuery = { ...list, bodyId: null }
  return {
    wish: null,
    answers: () => [
      // By the same way as the table, so that it comes before it.
      {
        ...(inPrivate ? { to: { person: openId }, replyTo: message.messageId } : here(context)),
        card: { kind: 'answer', answer: { say: 'table_coming', list, here: inPrivate } },
      },
      { to: { person: openId }, replyTo: null, card: { kind: 'list_file', list: own } },
    ],
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
  const asked = filterOf(query, context.now)
  const rest = seesNothing(own)
    ? { total: 0 }
    : await context.read.slips({ ...asked, within: [own], outside: group, limit: 1, offset: 0 })
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

/** What the list asks of the ledger, apart from who may see it. */
export function filterOf(
  { of, text, filter }: ListQuery,
  now: Instant,
): Pick<SlipFilter, 'openOnly' | 'grams' | 'filter' | 'order'> {
  return {
    openOnly: of === 'todo',
    grams: text === null ? null : bigramsOf(text),
    ...(filter ? { filter: { ...filter, now } } : {}),
    ...(of === 'todo' ? { order: 'due' } : {}),
  }
}

export const searchCommand = look('search')
export const todoCommand = look('todo')
export const ledgerCommand = look('ledger')
