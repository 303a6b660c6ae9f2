import type { Dossier } from '../../src/domain/dossier.ts'
import { maySeeMatter, scopeOfGroup, scopeOfPerson } from '../../src/domain/visibility.ts'
import { slipNamed } from './chase.ts'
import type { CommandContext } from './command.ts'

/** 舆情编号 as people type it. */
const REF = /^[a-z]{2}\d{8}-\d{1,6}$/i

/**
 * The matter whose 舆情编号, or the 文号 of one of whose slips, stands first in the rest; null when the asker, or the group
 * they ask in, may not see it.
 */
export async function matterNamed(context: CommandContext): Promise<Dossier | null> {
  const { rest, read, directory, person, body, message } = context
  const [typed = ''] = rest.normalize('NFKC').split(/\s+/)
  if (!REF.test(typed)) {
    const { slip } = await slipNamed(context)
    return slip && read.dossierOfMatter(slip.matterId)
  }
  const offices = directory.bodiesOfKind('office').map(({ id }) => id)
  const matterId = await read.matterByRef(typed.toUpperCase(), offices)
  const dossier = matterId === null ? null : await read.dossierOfMatter(matterId)
  const seen =
    dossier &&
    maySeeMatter(scopeOfPerson(person, directory), dossier.matter) &&
    (message.chatType === 'p2p' || maySeeMatter(scopeOfGroup(body), dossier.matter))
  return seen ? dossier : null
}
