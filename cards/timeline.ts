import type { AskKind } from '../src/domain/asks.ts'
import { nameOf } from '../src/domain/decision.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { paperClocks } from '../src/domain/papers.ts'
import { clockNames, type Rung } from '../src/domain/policy.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { clueTurns } from './clue.ts'
import { type Element, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { bodyName, officeName } from './view.ts'
import { askWords } from './wording-asks.ts'
import { causeWords, clockWords, paperWords, rungActWords } from './wording-dictionary.ts'
import { sections } from './wording-sentences.ts'
import { moment } from './wording-times.ts'
import { releaseKindWords } from './wording-urgent.ts'

export interface Happened {
  readonly at: Instant
  readonly what: string
}

/** 办理经过: what happened and what was done about it, in order; the evidence of a supervision. */
export function timelineOf(
  slip: Slip,
  scene: Scene,
  until: Instant,
  more: readonly Happened[] = [],
): readonly Element[] {
  const { now } = scene
  const happened: readonly Happened[] = [
    { at: slip.issued.at, what: `交办${bodyName(scene, slip.unitId)}（${nameOf(slip.issued.by)}签发）` },
    ...(slip.phone ? [{ at: slip.phone.call.at, what: `电话交办${slip.phone.call.callee}` }] : []),
    ...slip.releases.map(({ publishedAt: at, kind }) => ({ at, what: `发布${releaseKindWords[kind]}` })),
    ...(slip.conferenceWaived
      ? [{ at: slip.conferenceWaived.at, what: `${nameOf(slip.conferenceWaived.by)}审定不召开新闻发布会` }]
      : []),
    ...(slip.receipt ? [{ at: slip.receipt.at, what: `${nameOf(slip.receipt.by)}签收` }] : []),
    ...(slip.firstResponse ? [{ at: slip.firstResponse.at, what: '登记首次回应' }] : []),
    ...slip.progress.map(({ by, at }) => ({ at, what: `${nameOf(by)}报告阶段进展` })),
    ...slip.sentBack.map(({ by, at }) => ({ at, what: `${nameOf(by)}退回重办` })),
    ...(slip.final ? [{ at: slip.final.at, what: `${nameOf(slip.final.by)}提交办理反馈` }] : []),
    ...(slip.lastManualReminder === null
      ? []
      : [{ at: slip.lastManualReminder, what: `${officeName(scene, slip)}人工催办` }]),
    ...askings(slip),
    ...slip.amendments.map(({ by, at }) => ({ at, what: `${nameOf(by)}更正` })),
    ...climbs(slip),
    ...supervised(slip),
    ...clueTurns(slip, scene),
    ...more,
  ]
  const lines = happened
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at)
    .map(({ at, what }) => `${moment(at, now)}　${what}`)
  const shown = lines.length <= 14 ? lines : [...lines.slice(0, 4), '……', ...lines.slice(-9)]
  return [strong(sections.timeline), text([...shown, ...(slip.receipt ? [] : ['至今未签收'])].join('\n'))]
}

/** What the unit asked for, how it was ruled, and when a deferral ended. */
function askings(slip: Slip): readonly Happened[] {
  const of = (kind: AskKind, asks: Slip['extensions'] | Slip['contests'] | Slip['deferrals']) =>
    asks.flatMap(({ asked, ruling }) => [
      { at: asked.at, what: `${nameOf(asked.by)}${askWords[kind].asked}` },
      ...(ruling
        ? [
            {
              at: ruling.at,
              what: `${nameOf(ruling.by)}${askWords[kind][ruling.kind === 'refused' ? 'refused' : 'granted']}`,
            },
          ]
        : []),
    ])
  return [
    ...of('extension', slip.extensions),
    ...of('contest', slip.contests),
    ...of('deferral', slip.deferrals),
    ...slip.moves.map(({ at }) => ({ at, what: '放假安排公布，时限重新推算' })),
    ...slip.deferrals.flatMap(({ revivedAt }) =>
      revivedAt === null ? [] : [{ at: revivedAt, what: '暂缓期满，恢复办理' }],
    ),
  ]
}

/** What the ladder proposed is told by its rung. */
function proposals(slip: Slip): readonly Happened[] {
  return slip.supervisions.flatMap(({ proposed: { by, at, cause } }) =>
    by === 'system' ? [] : [{ at, what: `${by.name}提请督办（${causeWords[cause]}）` }],
  )
}

function supervised(slip: Slip): readonly Happened[] {
  const rulings = slip.supervisions.flatMap(({ ruling }) =>
    ruling
      ? [
          {
            at: ruling.at,
            what:
              ruling.kind === 'issued'
                ? `${nameOf(ruling.by)}签发${formatNo(ruling.no)}`
                : `${nameOf(ruling.by)}决定不予督办`,
          },
        ]
      : [],
  )
  return [...proposals(slip), ...rulings]
}

/** Rungs climbed together were one message, said by the gravest of them. */
function climbs(slip: Slip): readonly Happened[] {
  const instants = [...new Set(Object.values(slip.rungs))]
  return instants.map((at) => {
    const climbed = Object.entries(slip.rungs)
      .filter(([, climbedAt]) => climbedAt === at)
      .flatMap(([key]) => slip.policy.ladder.filter(({ id }) => id === key.split('@')[0]))
    const act = (['accuse', 'escalate', 'report', 'urge', 'repeat', 'remind'] as const).find((one) =>
      climbed.some((rung) => rung.act === one),
    )
    const about = (name: Rung['clock']) => climbed.some((rung) => rung.clock === name && rung.act === act)
    const words = [
      ...clockNames.filter(about).map((name) => clockWords[name]),
      ...paperClocks.filter((name) => name !== 'supervision' && about(name)).map((name) => paperWords[name]),
    ]
    return {
      at,
      what: `${act ? rungActWords[act] : '催办'}${words.length === 0 ? '' : `（${words.join('、')}）`}`,
    }
  })
}
