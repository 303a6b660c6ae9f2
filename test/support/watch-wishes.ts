import type { Command } from '../../src/domain/command.ts'
import { DAY } from '../../src/domain/time.ts'
import { on, 住建局, 水务集团 } from './people.ts'
import type { Ask } from './wishes.ts'

/** 预警 of a new water tariff, to be kept in view until Christmas by the two units it touches. */

type Of<T extends Command['type']> = Partial<Omit<Extract<Command, { type: T }>, 'type' | 'matterId'>>

const idOf = (dossier: Parameters<Ask>[0]) => dossier?.matter.id ?? 'matter-1'

export const waterTariff = {
  kind: 'policy',
  subject: '居民阶梯水价调整',
  risks: '涉及四十万户，听证公告知晓率低，易被质疑先涨价后听证。',
  watchers: [水务集团.id, 住建局.id],
  until: on('2026-12-25 17:30'),
  preparation: '已备政策问答，公布前先行吹风。',
} as const

export function fileWatch(how: Partial<Extract<Command, { type: 'file_watch' }>['about']> = {}): Ask {
  return (dossier) => ({
    type: 'file_watch',
    matterId: idOf(dossier),
    about: { ...waterTariff, ...how },
  })
}

export function acceptWatch(): Ask {
  return (dossier) => ({ type: 'accept_watch', matterId: idOf(dossier) })
}

/** A month more than now, or than the present end when that is later, unless a time is named. */
export function extendWatch(how: Of<'extend_watch'> = {}): Ask {
  return (dossier, now) => ({
    type: 'extend_watch',
    matterId: idOf(dossier),
    until: Math.max(now, dossier?.matter.watch?.about?.until ?? 0) + 30 * DAY,
    reason: '听证会推迟到下月。',
    ...how,
  })
}

export function liftWatch(): Ask {
  return (dossier) => ({ type: 'lift_watch', matterId: idOf(dossier), reason: '政策已平稳出台。' })
}

export const watchWishes = {
  file_watch: fileWatch(),
  accept_watch: acceptWatch(),
  extend_watch: extendWatch(),
  lift_watch: liftWatch(),
} as const
