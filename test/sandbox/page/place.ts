/** One column of the page: in whose chair one sits there, and which conversation is open. */
export type Place = { seat: string; chat: string }

export const MOST_PLACES = 3

/** Reads `#seat=ou_x&chat=oc_y`; repeated pairs stand for columns side by side. */
export function placesOf(hash: string): Place[] {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const chats = query.getAll('chat')
  return query
    .getAll('seat')
    .map((seat, n) => ({ seat, chat: chats[n] ?? '' }))
    .slice(0, MOST_PLACES)
}

/** The address that leads back to these columns. */
export function hashOf(places: readonly Place[]): string {
  const query = new URLSearchParams()
  for (const place of places) {
    query.append('seat', place.seat)
    query.append('chat', place.chat)
  }
  return `#${query}`
}
