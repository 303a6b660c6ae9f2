import {
  type AttachedFile,
  type Attachment,
  attachedName,
  MOST_ATTACHMENT_BYTES,
  type OfferedFile,
} from './attachment.ts'
import { officeOnly, unitOnly } from './authority.ts'
import { type Context, calm, nameOf, refuse, type Stop } from './decision.ts'
import type { Matter } from './matter.ts'
import { maskPersonalNumbers } from './personal-numbers.ts'
import { bearsSecrecyMark } from './secrecy.ts'
import type { Slip } from './slip.ts'
import { ended } from './slip-stops.ts'

/**
 * 佐证材料 of the unit, while the slip is its to answer for. Also under review: a form takes no files, so they often come
 * after the report they belong to.
 */
export function attachGate(slip: Slip, context: Context): Stop | null {
  const stop = unitOnly(slip, context) ?? ended(slip)
  if (stop) return stop
  if (slip.status === 'contested') return refuse({ code: 'slip_contested' })
  return slip.status === 'awaiting_receipt' ? refuse({ code: 'receipt_first' }) : null
}

/** What the office itself keeps of a matter: the post as it stood, what was said on the telephone. */
export function attachToMatterGate({ officeId, status }: Matter, context: Context): Stop | null {
  const over = status === 'closed' || status === 'declined' || status === 'merged'
  return officeOnly(officeId, context) ?? (over ? refuse({ code: 'matter_over', status }) : null)
}

/** The files that are new, under the names they are kept by; all of one message are taken, or none. */
export function newlyAttached(
  offered: readonly OfferedFile[],
  before: readonly Attachment[],
  { policy }: Context,
): readonly AttachedFile[] | Stop {
  if (offered.some(({ name }) => name !== null && bearsSecrecyMark(name.replace(/\.\w+$/, '')))) {
    return refuse({ code: 'secret_text' })
  }
  if (sizeOf(offered) > MOST_ATTACHMENT_BYTES) return refuse({ code: 'attachment_too_large' })
  const fresh = offered.filter(
    ({ sha256 }, n) =>
      !before.some((one) => one.sha256 === sha256) && offered.findIndex((one) => one.sha256 === sha256) === n,
  )
  const named = fresh.flatMap(({ id, name, kind, bytes, sha256 }, n) =>
    kind === null
      ? []
      : [
          {
            id,
            name: maskPersonalNumbers(attachedName(name, kind, before.length + n + 1)),
            kind,
            bytes,
            sha256,
          },
        ],
  )
  if (named.length < fresh.length) return refuse({ code: 'attachment_wrong_kind' })
  const same = before.find(({ sha256 }) => offered.some((one) => one.sha256 === sha256))
  if (fresh.length === 0) {
    return same
      ? calm({ code: 'already_attached', by: nameOf(same.by), at: same.at })
      : refuse({ code: 'attachment_wrong_kind' })
  }
  const { most } = policy.attachments
  return before.length + fresh.length > most ? refuse({ code: 'attachments_full', most }) : named
}

function sizeOf(offered: readonly OfferedFile[]): number {
  return offered.reduce((sum, { bytes }) => sum + bytes, 0)
}
