import type { Dossier } from '../../src/domain/dossier.ts'
import type { Reader } from '../../src/ports.ts'

/**
 * Reads the directory, the calendar and each dossier once for all cards of a round. Only for cards whose marks were taken
 * away before: whatever changes after this look marks them anew.
 */
export function oneLook(read: Reader): Reader {
  const dossiers = new Set<Promise<Dossier | null>>()
  const dossier = async (has: (one: Dossier) => boolean, load: () => Promise<Dossier | null>) => {
    for (const known of dossiers) {
      const found = await known
      if (found && has(found)) return found
    }
    const loading = load()
    dossiers.add(loading)
    return loading
  }
  const directory = once(read.directory)
  const arrangements = once(read.arrangements)
  return {
    ...read,
    directory,
    arrangements,
    dossierOfMatter: (id) =>
      dossier(
        ({ matter }) => matter.id === id,
        () => read.dossierOfMatter(id),
      ),
    dossierOfSlip: (id) =>
      dossier(
        ({ slips }) => slips.some((slip) => slip.id === id),
        () => read.dossierOfSlip(id),
      ),
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}
