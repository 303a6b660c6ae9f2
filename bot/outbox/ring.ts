import type { Directory, Person } from '../../src/domain/directory.ts'
import { slipIn } from '../../src/domain/dossier.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { isOpen, type Slip } from '../../src/domain/slip.ts'
import { MINUTE } from '../../src/domain/time.ts'
import type { OutboxItem } from '../../src/ports.ts'
import { classify } from '../feishu/codes.ts'
import { type DeliverDeps, tellOffice, tried } from './deliver.ts'
import { budgetsOfPatch, takeTurn } from './pace.ts'

/** Later than this nobody is hurried by it any more, and the reminders have begun. */
const TRIES = 5

export interface RingDeps extends DeliverDeps {
  readonly policy: Policy
}

/**
 * 加急 on a slip's card (im/message/urgent_app): rings those who must sign for it. The card is before it in the queue of
 * the same group, so it stands by now or never will. What Feishu refuses is told to the office once and not tried for
 * ever: somebody can still telephone.
 */
export async function ring(item: OutboxItem, slipId: string, deps: RingDeps): Promise<void> {
  const { db, clock } = deps
  const drop = (outcome: 'sent' | 'skipped' | 'buried', code: string) =>
    db.outbox.drop(item, outcome, code, clock.now())
  const dossier = await db.read.dossierOfSlip(slipId)
  const slip = dossier && slipIn(dossier, slipId)
  const messageId = await db.outbox.messageOf(`slip/${slipId}`)
  if (!slip || !isOpen(slip) || slip.receipt) return drop('skipped', 'settled')
  const fail = async (code: string) => {
    deps.log.error({ key: item.key, code }, 'a slip could not be rung')
    await tellOffice(item, code, dossier, deps)
    await drop('buried', code)
  }
  const people = peopleOf(slip, await db.read.directory(), deps.policy)
  if (messageId === null) return drop('skipped', 'no_card')
  if (people.length === 0) return fail('nobody_to_ring')
  await takeTurn(db.outbox, budgetsOfPatch(messageId), deps.wall)
  const rung = await tried(() =>
    deps.messenger.ring(
      messageId,
      people.map(({ openId }) => openId),
    ),
  )
  if (rung.ok) {
    if (rung.value.missed.length > 0) await tellOffice(item, 'not_in_group', dossier, deps)
    return drop('sent', 'rung')
  }
  const { class: kind, code, retryAfterMs } = classify(rung.error)
  const passing = kind === 'retry' || kind === 'rate_limited' || kind === 'token'
  return passing && item.attempts < TRIES
    ? db.outbox.retry(item, clock.now() + (retryAfterMs ?? MINUTE / 4), code, true)
    : fail(code)
}

/** Handlers and 分管领导, and at the gravest level 主要领导 too, as the directory has them now. */
function peopleOf(slip: Slip, directory: Directory, { emergency }: Policy): readonly Person[] {
  const chief = (slip.policy.emergency ?? emergency).ringChief.includes(slip.brief.level)
    ? (['chief'] as const)
    : []
  return directory.holders(slip.unitId, 'handler', 'spokesperson', ...chief)
}
