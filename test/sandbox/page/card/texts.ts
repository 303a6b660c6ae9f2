import { h } from '../dom.ts'
import { inkOf, sizeOf } from './colours.ts'
import { inline } from './inline.ts'
import { type Json, object, objects, text } from './json.ts'
import { markdown } from './markdown.ts'
import type { Scope } from './scope.ts'

/** A `plain_text`, `lark_md` or `markdown` text node. Only the last two are parsed at all. */
export function textNode(node: Json | undefined, scope: Scope): HTMLElement {
  const content = text(node, 'content') ?? ''
  const element = h('div', { class: 'text' })
  if (text(node, 'tag') === 'plain_text') element.append(content)
  else if (text(node, 'tag') === 'markdown') element.append(markdown(content, scope.context))
  else element.append(...inline(content, scope.context))
  dress(element, node)
  const lines = node?.lines
  if (typeof lines === 'number' && lines > 0) {
    element.classList.add('clamp')
    element.style.setProperty('-webkit-line-clamp', String(lines))
    element.title = element.textContent ?? ''
  }
  return element
}

function dress(element: HTMLElement, node: Json | undefined): void {
  const size = sizeOf(text(node, 'text_size'))
  if (size !== undefined) element.style.fontSize = size
  if (text(node, 'text_size')?.startsWith('heading')) element.style.fontWeight = '600'
  const ink = inkOf(text(node, 'text_color'))
  if (ink !== undefined) element.style.color = ink
  const align = text(node, 'text_align')
  if (align === 'center' || align === 'right') element.style.textAlign = align
}

/** `div`: one text with an optional icon, and the old `fields` in one or two columns. */
export function drawDiv(element: Json, scope: Scope): HTMLElement {
  const body = h('div', { class: 'el el-div' })
  const content = object(element, 'text')
  if (content !== undefined) {
    const line = textNode(content, scope)
    scope.line.text = line.textContent ?? ''
    body.append(withIcon(element, line))
  }
  const fields = objects(element, 'fields')
  if (fields.length > 0) {
    body.append(
      h(
        'div',
        { class: 'fields' },
        ...fields.map((field) =>
          h(
            'div',
            { class: field.is_short === true ? 'short' : 'long' },
            textNode(object(field, 'text'), scope),
          ),
        ),
      ),
    )
  }
  return body
}

export function drawMarkdown(element: Json, scope: Scope): HTMLElement {
  const content = markdown(text(element, 'content') ?? '', scope.context)
  dress(content, element)
  scope.line.text = content.textContent ?? ''
  return h('div', { class: 'el el-markdown' }, withIcon(element, content))
}

function withIcon(element: Json, content: HTMLElement): HTMLElement {
  const mark = icon(object(element, 'icon'))
  if (mark === undefined) return content
  content.classList.add('fill')
  return h('div', { class: 'with-icon' }, mark, content)
}

const glyphs: readonly (readonly [part: RegExp, glyph: string])[] = [
  [/time|calendar|alarm|clock/, '◷'],
  [/warn|alert|error|forbidden|urgent/, '⚠'],
  [/succe|done|check|yes|approve/, '✓'],
  [/member|person|user|contact|group|community/, '♙'],
  [/link|url|global/, '🔗'],
  [/chat|comment|message|announce|notice/, '✉'],
  [/edit|write|sign/, '✎'],
  [/file|doc|sheet|list|note/, '☰'],
  [/down|expand/, '▾'],
  [/add|plus/, '＋'],
  [/close|delete|remove/, '✕'],
  [/info|help|maybe|question/, 'ⓘ'],
  [/phone|call/, '☎'],
  [/flag|pin|location|local/, '⚑'],
]

/** A library icon, by the nearest glyph at hand: the icon library itself belongs to the platform. */
export function icon(node: Json | undefined): HTMLElement | undefined {
  if (node === undefined) return undefined
  const token = text(node, 'token') ?? ''
  const glyph = glyphs.find(([part]) => part.test(token))?.[1] ?? '◆'
  const mark = h('span', { class: 'icon', 'aria-hidden': 'true', title: token || '自定义图标' }, glyph)
  mark.style.color = inkOf(text(node, 'color')) ?? '#646a73'
  return mark
}

export function drawRule(): HTMLElement {
  return h('hr', { class: 'el el-hr' })
}
