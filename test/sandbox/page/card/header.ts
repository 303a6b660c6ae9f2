import { h } from '../dom.ts'
import { box, fillOf, inkOf } from './colours.ts'
import { textTag } from './inline.ts'
import { type Json, object, objects, text, words } from './json.ts'
import type { Scope } from './scope.ts'
import { icon, textNode } from './texts.ts'

/** The card's coloured head: title, subtitle, up to three tags. */
export function drawHeader(header: Json, scope: Scope): HTMLElement {
  const template = text(header, 'template') ?? 'default'
  const root = h('header', { class: 'card-header', 'data-template': template })
  if (template !== 'default') {
    root.style.backgroundColor = fillOf(template) ?? ''
    root.style.color = inkOf(template) ?? ''
  }
  const padding = box(text(header, 'padding'))
  if (padding !== undefined) root.style.padding = padding
  const title = textNode(object(header, 'title'), scope)
  title.classList.add('card-title')
  title.setAttribute('role', 'heading')
  title.setAttribute('aria-level', '3')
  const tags = objects(header, 'text_tag_list').map((tag) => textTag(text(tag, 'color'), words(tag, 'text')))
  const line = h('div', { class: 'card-title-line' }, icon(object(header, 'icon')), title)
  if (tags.length > 0) line.append(h('span', { class: 'card-tags' }, ...tags))
  root.append(line)
  const subtitle = object(header, 'subtitle')
  if (subtitle !== undefined) {
    const under = textNode(subtitle, scope)
    under.classList.add('card-subtitle')
    root.append(under)
  }
  return root
}
