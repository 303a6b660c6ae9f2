import type { BodyId, Directory, Person, Post, Role } from './directory.ts'

/** In what capacity somebody works with the bot; what they can do follows from it. */
export type HelpSeat =
  | 'office'
  | 'approver'
  | 'handler'
  | 'head'
  | 'government_office'
  | 'supervisor'
  | 'discipline'
  | 'leader'

export const helpSeats: readonly HelpSeat[] = [
  'office',
  'approver',
  'handler',
  'head',
  'government_office',
  'supervisor',
  'discipline',
  'leader',
]

/** The seats of a person in that body; in all of theirs when none is named. */
export function seatsOf(
  person: Person | undefined,
  directory: Directory,
  bodyId: BodyId | null,
): readonly HelpSeat[] {
  const posts = (person?.posts ?? []).filter((post) => bodyId === null || post.bodyId === bodyId)
  const held = posts.flatMap((post) => seatsIn(post, directory))
  return helpSeats.filter((seat) => held.includes(seat))
}

/** A role counts where it is a duty: the same word on a unit's member opens nothing (see authority). */
function seatsIn({ bodyId, roles }: Post, directory: Directory): readonly HelpSeat[] {
  const body = directory.body(bodyId)
  const holds = (...wanted: readonly Role[]) => roles.some((role) => wanted.includes(role))
  const when = (seat: HelpSeat, is: boolean): readonly HelpSeat[] => (is ? [seat] : [])
  const kind = body?.office?.kind
  return [
    ...when('office', kind === 'office' && holds('office')),
    ...when('approver', kind === 'office' && holds('approver')),
    ...when(
      'government_office',
      kind === 'government_office' && holds('office', 'approver', 'spokesperson', 'chief'),
    ),
    ...when('supervisor', kind === 'supervision' && holds('supervisor')),
    ...when('discipline', kind === 'discipline' && holds('discipline')),
    ...when('leader', kind === 'leaders' && holds('leader')),
    ...when('handler', body?.unit !== null && holds('handler')),
    ...when('head', body?.unit !== null && holds('spokesperson', 'chief')),
  ]
}
