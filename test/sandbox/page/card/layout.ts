import { h } from '../dom.ts'
import { listen } from './act.ts'
import { box, fillOf, gapOf, lineOf } from './colours.ts'
import { flag, type Json, number, object, objects, text, words } from './json.ts'
import { drawAll, type Scope } from './scope.ts'
import { icon, textNode } from './texts.ts'

/** Outer and inner spacing every component may carry. */
export function space(element: HTMLElement, node: Json): HTMLElement {
  const margin = box(text(node, 'margin'))
  if (margin !== undefined && margin !== '0px') element.style.margin = margin
  const padding = box(text(node, 'padding'))
  if (padding !== undefined) element.style.padding = padding
  return element
}

/** Lays children out as `direction`, spacing and alignment say. */
export function arrange(element: HTMLElement, node: Json): HTMLElement {
  element.classList.add(text(node, 'direction') === 'horizontal' ? 'row' : 'stack')
  const vertical = gapOf(text(node, 'vertical_spacing'))
  const horizontal = gapOf(text(node, 'horizontal_spacing'))
  if (vertical !== undefined) element.style.rowGap = vertical
  if (horizontal !== undefined) element.style.columnGap = horizontal
  const side = text(node, 'horizontal_align')
  const along = text(node, 'direction') === 'horizontal' ? 'justifyContent' : 'alignItems'
  if (side === 'center' || side === 'right') element.style[along] = side === 'center' ? 'center' : 'flex-end'
  return element
}

/** `column_set`: columns side by side; `flex_mode` says what a narrow card does with them. */
export function drawColumns(element: Json, scope: Scope): HTMLElement {
  const mode = text(element, 'flex_mode') ?? 'none'
  const row = h('div', { class: `el el-columns flex-${mode}` })
  row.append(...objects(element, 'columns').map((column) => drawColumn(column, scope, mode)))
  const gap = gapOf(text(element, 'horizontal_spacing'))
  if (gap !== undefined) row.style.columnGap = gap
  const fill = fillOf(text(element, 'background_style'))
  if (fill !== undefined) {
    row.style.backgroundColor = fill
    row.classList.add('filled')
  }
  const align = text(element, 'horizontal_align')
  if (align === 'center' || align === 'right')
    row.style.justifyContent = align === 'center' ? 'center' : 'flex-end'
  return space(row, element)
}

function drawColumn(column: Json, scope: Scope, mode: string): HTMLElement {
  if (text(column, 'tag') !== 'column') return scope.draw(column, scope)
  const body = arrange(
    h('div', { class: 'el-column' }, ...drawAll(objects(column, 'elements'), scope)),
    column,
  )
  const width = text(column, 'width') ?? 'auto'
  const evenly = mode === 'bisect' || mode === 'trisect'
  if (width === 'weighted' && !evenly) {
    body.style.flex = `${number(column, 'weight') ?? 1} 1 0`
    body.classList.add('weighted')
  } else if (/^\d+px$/.test(width) && !evenly) body.style.flex = `0 0 ${width}`
  const fill = fillOf(text(column, 'background_style'))
  if (fill !== undefined) {
    body.style.backgroundColor = fill
    body.classList.add('filled')
  }
  const align = text(column, 'vertical_align')
  if (align === 'center' || align === 'bottom')
    body.style.alignSelf = align === 'center' ? 'center' : 'flex-end'
  return space(body, column)
}

/** `collapsible_panel`: folded details under a title. */
export function drawPanel(element: Json, scope: Scope): HTMLElement {
  const head = object(element, 'header')
  const title = textNode(object(head, 'title'), scope)
  const arrow = h('span', { class: 'panel-arrow', 'aria-hidden': 'true' })
  const summary = h('summary', { class: `arrow-${text(head, 'icon_position') ?? 'right'}` }, title, arrow)
  const mark = text(object(head, 'icon'), 'token')
  if (mark !== undefined && !/down|up|right|expand|fold/.test(mark))
    summary.prepend(icon(object(head, 'icon')) ?? '')
  const body = arrange(
    h('div', { class: 'panel-body' }, ...drawAll(objects(element, 'elements'), scope)),
    element,
  )
  const padding = box(text(element, 'padding'))
  if (padding !== undefined) body.style.padding = padding
  const headPadding = box(text(head, 'padding'))
  if (headPadding !== undefined) summary.style.padding = headPadding
  const headFill = fillOf(text(head, 'background_color'))
  if (headFill !== undefined) summary.style.backgroundColor = headFill
  const panel = h('details', { class: 'el el-panel', open: flag(element, 'expanded') }, summary, body)
  const fill = fillOf(text(element, 'background_color'))
  if (fill !== undefined) panel.style.backgroundColor = fill
  const border = object(element, 'border')
  if (border !== undefined) {
    panel.style.border = `1px solid ${lineOf(text(border, 'color')) ?? '#dee0e3'}`
    panel.style.borderRadius = box(text(border, 'corner_radius')) ?? '5px'
  }
  const margin = box(text(element, 'margin'))
  if (margin !== undefined) panel.style.margin = margin
  return panel
}

/** `interactive_container`: a block that is pressed as a whole. */
export function drawContainer(element: Json, scope: Scope): HTMLElement {
  const block = h('div', {
    class: 'el el-container',
    role: 'button',
    tabindex: 0,
    'aria-disabled': flag(element, 'disabled'),
    title: words(element, flag(element, 'disabled') ? 'disabled_tips' : 'hover_tips') || undefined,
  })
  arrange(block, element).append(...drawAll(objects(element, 'elements'), scope))
  const fill = fillOf(text(element, 'background_style'))
  if (fill !== undefined) block.style.backgroundColor = fill
  if (flag(element, 'has_border')) {
    block.style.border = `1px solid ${lineOf(text(element, 'border_color')) ?? '#dee0e3'}`
  }
  block.style.borderRadius = box(text(element, 'corner_radius')) ?? ''
  if (!flag(element, 'disabled')) listen(block, element, scope, () => ({ label: block.textContent ?? '' }))
  return space(block, element)
}
