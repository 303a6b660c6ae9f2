import type { Accountability } from './accountability.ts'
import { disciplineOnly, supervisorOnly } from './authority.ts'
import type { SlipCommandOf } from './command.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { SlipFact } from './event.ts'
import type { Slip } from './slip.ts'
import { notWithdrawn } from './slip-stops.ts'
import { dayOf, yearOf } from './time.ts'

/** 问责 may be proposed and ruled on after the slip is closed, too: harm does not end with the answer. */
export const accountabilityGate = {
  propose_accountability: (slip: Slip, context: Context) =>
    supervisorOnly(context) ?? notForWhistle(slip) ?? notWithdrawn(slip) ?? alreadyProposed(slip),
  transfer: (slip: Slip, context: Context) =>
    rulingStop(slip, context) ??
    (context.directory.bodiesOfKind('discipline').length === 0
      ? refuse({ code: 'discipline_office_missing' })
      : null),
  decline_transfer: rulingStop,
  acknowledge_file: (_: Slip, context: Context) => disciplineOnly(context),
}

/** One proposal at a time. */
export function openAccountability(slip: Slip): Accountability | undefined {
  const last = slip.accountabilities.at(-1)
  return last?.ruling ? undefined : last
}

function alreadyProposed(slip: Slip): Stop | null {
  const open = openAccountability(slip)
  return open
    ? calm({ code: 'accountability_proposed', by: nameOf(open.proposed.by), at: open.proposed.at })
    : null
}

function rulingStop(slip: Slip, context: Context): Stop | null {
  const stop = supervisorOnly(context)
  if (stop) return stop
  const last = slip.accountabilities.at(-1)
  if (last?.ruling) return calm({ code: 'already_ruled', by: nameOf(last.ruling.by), at: last.ruling.at })
  return notWithdrawn(slip) ?? (last ? null : refuse({ code: 'accountability_not_proposed' }))
}

export function proposeAccountability(
  { cause, evidence, consequence }: SlipCommandOf<'propose_accountability'>,
  fact: SlipFact,
): Decision {
  return done({
    ...fact,
    type: 'accountability_proposed',
    cause,
    evidence,
    consequence,
    supervision: null,
  })
}

/** 移送: the file goes to the discipline office under a number of its own, signed by a named person. */
export function transfer(
  { n, consequence, suggestion }: SlipCommandOf<'transfer'>,
  slip: Slip,
  fact: SlipFact,
  { now, policy, next }: Context,
): Decision {
  if (n !== slip.accountabilities.length) return refuse({ code: 'stale_card' })
  return done({
    ...fact,
    type: 'accountability_transferred',
    no: { word: policy.words.transfer, year: yearOf(dayOf(now)), serial: next.transfer },
    consequence,
    suggestion,
  })
}

export function declineTransfer(
  { n, reason }: SlipCommandOf<'decline_transfer'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  return n === slip.accountabilities.length
    ? done({ ...fact, type: 'accountability_declined', reason })
    : refuse({ code: 'stale_card' })
}

/** 已阅 of a file by the office it was sent to. */
export function acknowledgeFile(
  { n }: SlipCommandOf<'acknowledge_file'>,
  slip: Slip,
  fact: SlipFact,
): Decision {
  const file = slip.accountabilities.find((one) => one.n === n)
  if (file?.ruling?.kind !== 'transferred') return refuse({ code: 'not_found' })
  const before = file.read.find(
    ({ by }) => by !== 'system' && fact.by !== 'system' && by.openId === fact.by.openId,
  )
  return before
    ? calm({ code: 'already_acknowledged', at: before.at })
    : done({ ...fact, type: 'file_acknowledged', n })
}
