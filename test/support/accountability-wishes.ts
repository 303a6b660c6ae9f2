import type { Command } from '../../src/domain/command.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { Ask } from './wishes.ts'

type Of<T extends Command['type']> = Partial<Extract<Command, { type: T }>>

function about(dossier: Dossier | null, n: number) {
  return { slipId: dossier?.slips[n - 1]?.id ?? 'unknown-slip' } as const
}

function latest(dossier: Dossier | null, n: number) {
  return { ...about(dossier, n), n: dossier?.slips[n - 1]?.accountabilities.length ?? 0 } as const
}

/** Of the wishes about a slip, `n` counts the slips of the matter from 1. */
export function proposeAccountability(how: Of<'propose_accountability'> = {}, n = 1): Ask {
  return (dossier) => ({
    type: 'propose_accountability',
    ...about(dossier, n),
    cause: 'mishandled',
    evidence: '公开回应称水质合格，次日检测浊度超标三倍。',
    consequence: '居民再次集中上网反映。',
    ...how,
  })
}

export function transfer(how: Of<'transfer'> = {}, n = 1): Ask {
  return (dossier) => ({
    type: 'transfer',
    ...latest(dossier, n),
    consequence: '居民再次集中上网反映，省级媒体跟进。',
    suggestion: '建议对回应内容失实问题进行调查。',
    ...how,
  })
}

export function declineTransfer(how: Of<'decline_transfer'> = {}, n = 1): Ask {
  return (dossier) => ({
    type: 'decline_transfer',
    ...latest(dossier, n),
    reason: '单位已公开更正并致歉。',
    ...how,
  })
}

export function acknowledgeFile(how: Of<'acknowledge_file'> = {}, n = 1): Ask {
  return (dossier) => ({ type: 'acknowledge_file', ...latest(dossier, n), ...how })
}

export function praise(n = 1): Ask {
  return (dossier) => ({ type: 'praise', ...about(dossier, n), ground: '两小时到场，当日答复。' })
}

export const accountabilityWishes = {
  propose_accountability: proposeAccountability(),
  transfer: transfer(),
  decline_transfer: declineTransfer(),
  acknowledge_file: acknowledgeFile(),
  praise: praise(),
}
