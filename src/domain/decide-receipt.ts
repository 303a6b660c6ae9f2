import type { SlipCommandOf } from './command.ts'
import { type Context, type Decision, done, refuse } from './decision.ts'
import { rolesIn } from './directory.ts'
import type { SlipFact } from './event.ts'
import type { Slip } from './slip.ts'

/**
 * 签收 binds to the content that was on the card: one that was corrected since wants another look. Post and telephone are
 * the directory's of this moment.
 */
export function signReceipt(
  { seenRev, hash }: SlipCommandOf<'sign_receipt'>,
  slip: Slip,
  fact: SlipFact,
  { actor }: Context,
): Decision {
  const corrected = slip.amendments.at(-1)?.rev ?? 0
  if (seenRev > slip.rev || seenRev < corrected) return refuse({ code: 'stale_card' })
  const signer = actor.kind === 'person' ? actor.person : null
  return done({
    ...fact,
    type: 'receipt_signed',
    seenRev,
    post: signer ? [...new Set(rolesIn(signer, slip.unitId))] : [],
    phone: signer?.phone ?? null,
    hash,
  })
}
