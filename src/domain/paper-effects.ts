import type { CardRef } from './card-ref.ts'
import type { Directory } from './directory.ts'
import type { ClimbedRung, SlipEvent } from './event.ts'
import { rungOf } from './ladder.ts'
import { type PaperClock, paperClocks } from './papers.ts'
import type { Rung } from './policy.ts'
import type { Mail, Post } from './post.ts'
import type { Directive, Slip } from './slip.ts'

interface Climbed {
  readonly climbed: ClimbedRung
  readonly rung: Rung
  /** Which paper of its kind. */
  readonly n: number
}

/** The rungs of papers that speak for themselves; 问责 after a 督办 is proposed by a fact of its own. */
export function isOfPaper(slip: Slip, climbed: ClimbedRung): boolean {
  const clock = rungOf(slip, climbed.rungId)?.clock
  return clock !== 'supervision' && paperClocks.some((name) => name === clock)
}

/** 批示 that wait for an answer, and papers that wait for a reader; of several rungs of one paper the last is said. */
export function paperEffects(
  event: SlipEvent & { type: 'rungs_climbed' },
  slip: Slip,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  return [
    ...lastOfEach(event, slip, 'directive', ['remind', 'urge']).flatMap((one) =>
      reminded(one, slip, mail, directory),
    ),
    ...lastOfEach(event, slip, 'directive', ['report']).flatMap((one) =>
      reported(one, slip, mail, directory),
    ),
    ...lastOfEach(event, slip, 'notice', ['repeat']).flatMap((one) =>
      noticedAgain(one, slip, mail, directory),
    ),
    ...lastOfEach(event, slip, 'proposal', ['repeat']).flatMap((one) =>
      proposedAgain(one, slip, mail, directory),
    ),
  ]
}

function lastOfEach(
  { rungs }: SlipEvent & { type: 'rungs_climbed' },
  slip: Slip,
  clock: PaperClock,
  acts: readonly Rung['act'][],
): readonly Climbed[] {
  const last = new Map<number, Climbed>()
  for (const climbed of rungs) {
    const rung = rungOf(slip, climbed.rungId)
    const n = Number(climbed.key.split('@')[1])
    if (rung?.clock === clock && acts.includes(rung.act)) last.set(n, { climbed, rung, n })
  }
  return [...last.values()]
}

/** Ahead of the limit those it was written to; once it is gone the group too, which reads no word of the 批示. */
function reminded(
  { climbed, rung, n }: Climbed,
  slip: Slip,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  const { id: slipId, unitId } = slip
  const { key: rungKey } = climbed
  const key = `directive/${slipId}/${n}/${rungKey}`
  const heads = directory.holders(unitId, 'chief', 'spokesperson')
  return [
    ...mail.toPeople(heads, key, { kind: 'directive', slipId, n, rungKey }),
    ...(rung.act === 'urge' || heads.length === 0
      ? mail.toBody(unitId, key, { kind: 'directive_pending', slipId, n, rungKey })
      : []),
  ]
}

/** To the leader who wrote it, and to the supervision office. */
function reported({ n }: Climbed, slip: Slip, mail: Mail, directory: Directory): readonly Post[] {
  const { id: slipId } = slip
  const key = `directive_late/${slipId}/${n}`
  const card: CardRef = { kind: 'directive_late', slipId, n }
  return [
    ...toLeader(slip.directives[n - 1]?.by, key, card, mail, directory),
    ...directory.bodiesOfKind('supervision').flatMap(({ id }) => mail.toBody(id, `${key}/${id}`, card)),
  ]
}

/** In private while the directory knows them, else to the leaders' group. */
export function toLeader(
  by: Directive['by'] | { readonly openId: string | null } | undefined,
  key: string,
  card: CardRef,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  const openId = by === undefined || by === 'system' ? null : by.openId
  const person = openId === null ? undefined : directory.person({ openId })
  if (person) return mail.toPeople([person], key, card)
  return directory.bodiesOfKind('leaders').flatMap(({ id }) => mail.toBody(id, `${key}/${id}`, card))
}

function noticedAgain(
  { climbed, rung, n }: Climbed,
  slip: Slip,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  const notice = slip.notices.find((one) => one.n === n)
  const bodies = notice ? directory.bodiesOfKind(notice.to) : []
  const card = { kind: 'notice', slipId: slip.id, n, again: timesOf(slip, rung) } as const
  return bodies.flatMap(({ id }) => mail.toBody(id, `notice/${slip.id}/${n}/${id}/${climbed.key}`, card))
}

function proposedAgain(
  { climbed, rung, n }: Climbed,
  slip: Slip,
  mail: Mail,
  directory: Directory,
): readonly Post[] {
  const card = { kind: 'supervision_proposal', slipId: slip.id, n, again: timesOf(slip, rung) } as const
  return directory
    .bodiesOfKind('supervision')
    .flatMap(({ id }) => mail.toBody(id, `supervision_proposal/${slip.id}/${n}/${id}/${climbed.key}`, card))
}

/** The paper itself was the first time. */
function timesOf({ policy }: Slip, { id, clock }: Rung): number {
  const repeats = policy.ladder.filter((rung) => rung.clock === clock && rung.act === 'repeat')
  return repeats.findIndex((rung) => rung.id === id) + 2
}
