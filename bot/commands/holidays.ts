import { rolesIn } from '../../src/domain/directory.ts'
import { readNotice } from '../../src/domain/notice-text.ts'
import { dayOf, HOUR, yearOf } from '../../src/domain/time.ts'
import { answerOnly, type CommandContext, type CommandHandler, type Plan, refuseCommand } from './command.ts'

/** How long a notice that was read waits to be taken into force. */
const WAITS = 24 * HOUR

/**
 * `/假期`: shows the arrangements; with the text of a notice, reads it back as understood; `/假期 启用` takes that into
 * force. Two steps and an approver, since one wrong day moves the limits of the whole city.
 */
export const holidayCommand: CommandHandler = async (context) => {
  const { person, directory, rest, now } = context
  const office = directory.bodiesOfKind('office').find(({ id }) => person && rolesIn(person, id).length > 0)
  if (!person) return refused(context, { code: 'not_registered' })
  if (rest === '') return shown(context)
  const held = office ? rolesIn(person, office.id) : []
  if (!office || !(held.includes('office') || held.includes('approver'))) {
    return refused(context, { code: 'role_needed', roles: ['office'] })
  }
  if (rest !== '启用') {
    const read = readNotice(rest)
    if (!read.ok) return refuseCommand(context, { code: 'notice_unreadable', problem: read.problem })
    const { arrangement } = read
    return {
      ...answerOnly(context, { kind: 'answer', answer: { say: 'holidays_entered', arrangement } }),
      also: (tx) => tx.enterNotice(office.id, arrangement, person.openId, now),
    }
  }
  if (!held.includes('approver')) return refused(context, { code: 'role_needed', roles: ['approver'] })
  const entered = await context.read.enteredNotice(office.id, now - WAITS)
  if (!entered) return refuseCommand(context, { code: 'no_notice_entered' })
  const { id, arrangement } = entered
  return {
    ...answerOnly(context, { kind: 'answer', answer: { say: 'holidays_adopted', arrangement } }),
    also: async (tx) => void (await tx.adoptNotice(id, person.openId, now)),
  }
}

function refused(context: CommandContext, refusal: { code: 'not_registered' } | RoleNeeded): Plan {
  return answerOnly(context, { kind: 'answer', answer: { say: 'refusal', refusal } })
}

type RoleNeeded = { readonly code: 'role_needed'; readonly roles: readonly string[] }

async function shown(context: CommandContext): Promise<Plan> {
  const { now, calendar, read } = context
  const year = yearOf(dayOf(now))
  return answerOnly(context, {
    kind: 'answer',
    answer: {
      say: 'holidays',
      known: [year, year + 1].filter((one) => calendar.covers(one)),
      missing: [year, year + 1].filter((one) => !calendar.covers(one)),
      entered: (await read.arrangements()).filter((one) => one.year >= year),
    },
  })
}
