/** What the platform takes of one card, and the smaller budget kept so that a late change of theirs refuses nothing. */
export const cardLimits = {
  /** Bytes of the card as sent, that is as JSON inside a JSON string; the platform documents 30 KB. */
  bytes: 28 * 1024,
  /** Tagged nodes, plain texts included; the platform refuses 200. */
  elements: 150,
  /** Containers inside one another. */
  depth: 5,
  tags: 3,
  inputLength: 1000,
  placeholderLength: 100,
} as const

export interface CardMeasure {
  readonly bytes: number
  readonly elements: number
  readonly depth: number
  readonly tags: number
}

export function measure(card: object): CardMeasure {
  let elements = 0
  let depth = 0
  let tags = 0
  const visit = (node: unknown, level: number): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, level)
      return
    }
    if (typeof node !== 'object' || node === null) return
    const tag = 'tag' in node ? node.tag : undefined
    if (typeof tag === 'string') elements++
    if (tag === 'text_tag') tags++
    const inner = 'elements' in node || 'columns' in node ? level + 1 : level
    depth = Math.max(depth, inner)
    for (const one of Object.values(node)) visit(one, inner)
  }
  visit(card, 0)
  const sent = JSON.stringify(JSON.stringify(card))
  return { bytes: new TextEncoder().encode(sent).length, elements, depth, tags }
}

export function fits(card: object): boolean {
  const { bytes, elements, depth, tags } = measure(card)
  return (
    bytes <= cardLimits.bytes &&
    elements <= cardLimits.elements &&
    depth <= cardLimits.depth &&
    tags <= cardLimits.tags
  )
}
