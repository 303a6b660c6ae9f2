import { officeOnly } from './authority.ts'
import type { MatterCommandOf } from './command.ts'
import { notForWhistle } from './decide-whistle.ts'
import { type Context, calm, type Decision, done, nameOf, refuse, type Stop } from './decision.ts'
import type { MatterFact } from './event.ts'
import type { Matter } from './matter.ts'

/** 收集分析: what the office does with a matter that it does not assign. */
export const intakeGate = {
  decline_matter: beforeIssue,
  merge_matter: (matter: Matter, context: Context) => beforeIssue(matter, context) ?? notForWhistle(matter),
}

/** The office alone, and only while nothing was issued: a slip is 撤回, never 不予受理. */
function beforeIssue(matter: Matter, context: Context): Stop | null {
  return officeOnly(matter.officeId, context) ?? settledStop(matter) ?? openStop(matter)
}

/** Already out of the way, by whichever of the two. */
function settledStop({ declined, merged, withdrawn }: Matter): Stop | null {
  if (declined) return calm({ code: 'already_declined', by: nameOf(declined.by), at: declined.at })
  if (merged) return calm({ code: 'already_merged', ref: merged.ref })
  return withdrawn ? calm({ code: 'already_withdrawn', by: nameOf(withdrawn.by), at: withdrawn.at }) : null
}

function openStop({ status }: Matter): Stop | null {
  return status === 'registered' || status === 'drafting' || status === 'awaiting_approval'
    ? null
    : refuse({ code: 'matter_not_drafting', status })
}

/** 不予受理, on a ground of the list; 其他 wants to be explained. */
export function declineMatter(
  { ground, note }: MatterCommandOf<'decline_matter'>,
  fact: MatterFact,
): Decision {
  if (ground === 'other_ground' && note === null) {
    return refuse({ code: 'form_incomplete', problems: [{ field: 'note', why: 'missing' }] })
  }
  return done({ ...fact, type: 'matter_declined', ground, note })
}

/** 并案: the repeat ends, the main one counts it (重复件并入主件，仍计重复反映). */
export function mergeMatter(
  { into }: MatterCommandOf<'merge_matter'>,
  matter: Matter,
  fact: MatterFact,
  { main }: Context,
): Decision {
  // A 举报件 is nobody's main matter here: its number tells nothing, not even that it exists.
  if (!main || main.matter.circle || main.matter.officeId !== matter.officeId) {
    return refuse({ code: 'main_not_found', ref: into })
  }
  const { id, ref, status } = main.matter
  if (id === matter.id) return refuse({ code: 'main_is_itself' })
  // What is reported again after it was closed has not been solved: it is judged anew.
  if (status === 'declined' || status === 'merged' || status === 'closed')
    return refuse({ code: 'main_is_over', ref, status })
  return done(
    { ...fact, type: 'matter_merged', into: id, ref },
    {
      ...fact,
      id,
      type: 'repeat_counted',
      matterId: matter.id,
      ref: matter.ref,
      origin: matter.origin ?? null,
    },
  )
}
