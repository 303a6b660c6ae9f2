import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import { button, clip, type Element, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { monitoringLines } from './wording-monitoring.ts'
import { internalLines } from './wording-sentences.ts'

/** The latest entries stand on the card, the rest are counted; each is cut, and a long run of them still fits. */
const MOST_ENTRIES = 4
const MOST_SIGNS = 120
const MOST_FIGURES = 40

/** 全网监测 on the office's cards: how often, the latest entries, and what may be done about it. */
export function monitoringOf(matter: Matter, scene: Scene): readonly Element[] {
  const on = { matter: matter.id, rev: matter.rev }
  const { monitoring, status } = matter
  const open = status === 'issued'
  if (!monitoring) return open ? [button('start_monitoring', on)] : []
  const running = open && !monitoring.ended
  return [
    strong(monitoringLines.section),
    text(
      [
        ...(running ? [monitoringLines.every(monitoring.every, monitoring.next.at, scene.now)] : []),
        ...(monitoring.ended
          ? [monitoringLines.ended(nameOf(monitoring.ended.by), monitoring.ended.at, scene.now)]
          : []),
        ...entriesOf(matter, scene),
      ].join('\n'),
    ),
    ...(running ? row([button('log_monitoring', on), button('end_monitoring', on)]) : []),
    ...(open && monitoring.ended ? [button('start_monitoring', on)] : []),
  ]
}

/** Newest first. */
function entriesOf({ monitoring }: Matter, { now, redacted }: Scene): readonly string[] {
  const entries = monitoring?.entries ?? []
  if (entries.length === 0) return [monitoringLines.none]
  const told = (said: string, most = MOST_SIGNS) => (redacted ? internalLines.untold : clip(said, most))
  const shown = entries
    .slice(-MOST_ENTRIES)
    .reverse()
    .map(({ by, at, text: said, figures }) =>
      monitoringLines.entry(
        nameOf(by),
        at,
        told(said),
        figures === null ? null : told(figures, MOST_FIGURES),
        now,
      ),
    )
  const more = entries.length - shown.length
  return [...shown, ...(more > 0 ? [monitoringLines.more(more)] : [])]
}
