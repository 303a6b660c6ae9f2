import { mayKnow } from '../src/domain/circle.ts'
import type { PersonIds } from '../src/domain/directory.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Address } from '../src/domain/effects.ts'
import type { Reader } from '../src/ports.ts'

/** Whether the person may not know of the matter at all, as the directory stands at this moment. */
export async function isKeptFrom(
  who: PersonIds,
  dossier: Dossier | null,
  read: Pick<Reader, 'directory'>,
): Promise<boolean> {
  if (!dossier?.matter.circle) return false
  const directory = await read.directory()
  const person = directory.person(who)
  return !person || !mayKnow(dossier.matter, person, directory)
}

/** The last door before the chats: whatever queued it, a card of a 举报件 goes to one of the named, in private. */
export async function mayNotReceive(
  to: Address,
  dossier: Dossier | null,
  read: Pick<Reader, 'directory'>,
): Promise<boolean> {
  return isKeptFrom('person' in to ? { openId: to.person } : {}, dossier, read)
}
