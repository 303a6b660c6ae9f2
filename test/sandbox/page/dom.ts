/** What an element may hold; `undefined` and `false` draw nothing. */
export type Child = Node | string | undefined | false

/** Attributes, plus `on…` listeners; `true` sets an empty attribute, `false` and `undefined` set none. */
export type Attributes = {
  [name: string]: string | number | boolean | undefined | ((event: Event) => void)
}

/** Builds an element. Text always becomes a text node, never markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : `${value}`)
  }
  element.append(...children.filter((child) => child !== undefined && child !== false))
  return element
}

/**
 * Makes `parent` hold exactly `wanted`, in that order, and moves as few nodes as it can: a node that leaves the page
 * even for an instant loses its focus, its scroll position and a half-typed Chinese word.
 */
export function hold(parent: Element, wanted: readonly Node[]): void {
  const keep = new Set(wanted)
  for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove()
  let place: ChildNode | null = parent.firstChild
  for (const node of wanted) {
    if (node === place) place = place.nextSibling
    else parent.insertBefore(node, place)
  }
}

/** Opens an address of the outside world in a tab that knows nothing of this page; other schemes are refused. */
export function openOutside(address: string): boolean {
  if (!/^https?:\/\//i.test(address)) return false
  window.open(address, '_blank', 'noopener,noreferrer')
  return true
}
