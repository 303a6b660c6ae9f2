import { dayText, timeText } from '../beijing.ts'
import { h } from '../dom.ts'
import { inline, textTag } from './inline.ts'
import { isObject, type Json, number, object, objects, strings, text } from './json.ts'
import { markdown } from './markdown.ts'
import type { Scope } from './scope.ts'

/** `table`: typed columns, a page of rows at a time. */
export function drawTable(element: Json, scope: Scope): HTMLElement {
  const columns = objects(element, 'columns')
  const rows = objects(element, 'rows')
  const size = Math.max(1, number(element, 'page_size') ?? 5)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const body = h('tbody')
  const place = h('span', { class: 'page-place' })
  let page = 0
  const show = () => {
    body.replaceChildren(
      ...rows.slice(page * size, (page + 1) * size).map((row) => drawRow(row, columns, scope)),
    )
    place.textContent = `${page + 1} / ${pages}`
    back.disabled = page === 0
    on.disabled = page === pages - 1
  }
  const turn = (label: string, by: number) =>
    h(
      'button',
      {
        type: 'button',
        class: 'pager',
        'aria-label': label,
        onclick: () => {
          page += by
          show()
        },
      },
      by < 0 ? '‹' : '›',
    )
  const back = turn('上一页', -1)
  const on = turn('下一页', 1)
  show()
  const head = h(
    'tr',
    {},
    ...columns.map((column) => cellFor('th', column, text(column, 'display_name') ?? '')),
  )
  if (text(object(element, 'header_style'), 'background_style') === 'grey') head.className = 'grey'
  const scroll = h('div', { class: 'table-scroll' }, h('table', {}, h('thead', {}, head), body))
  return h(
    'div',
    { class: 'el el-table' },
    scroll,
    pages > 1 && h('div', { class: 'pages' }, `共 ${rows.length} 条`, back, place, on),
  )
}

function cellFor(tag: 'th' | 'td', column: Json, ...content: (Node | string)[]): HTMLElement {
  const cell = h(tag, {}, ...content)
  const align = text(column, 'horizontal_align')
  if (align === 'center' || align === 'right') cell.style.textAlign = align
  const width = text(column, 'width')
  if (width !== undefined && /^\d+(px|%)$/.test(width)) cell.style.minWidth = width
  return cell
}

function drawRow(row: Json, columns: readonly Json[], scope: Scope): HTMLElement {
  return h(
    'tr',
    {},
    ...columns.map((column) =>
      cellFor('td', column, ...content(row[text(column, 'name') ?? ''], column, scope)),
    ),
  )
}

function content(value: unknown, column: Json, scope: Scope): (Node | string)[] {
  if (value === undefined || value === null) return []
  switch (text(column, 'data_type')) {
    case 'lark_md':
      return inline(String(value), scope.context)
    case 'markdown':
      return [markdown(String(value), scope.context)]
    case 'number':
      return [figure(value, object(column, 'format'))]
    case 'date':
      return [typeof value === 'number' ? `${dayText(value)} ${timeText(value)}` : String(value)]
    case 'persons': {
      const ids = typeof value === 'string' ? [value] : strings({ value }, 'value')
      return [ids.map((id) => scope.context.nameOf(id) ?? '未知用户').join('、')]
    }
    case 'options':
      if (!Array.isArray(value)) return [textTag('neutral', String(value))]
      return value.filter(isObject).map((one) => textTag(text(one, 'color'), text(one, 'text') ?? ''))
    default:
      return [String(value)]
  }
}

function figure(value: unknown, format: Json | undefined): string {
  if (typeof value !== 'number') return String(value)
  const precision = number(format, 'precision')
  const digits =
    precision === undefined ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision }
  const shown = new Intl.NumberFormat('zh-CN', { ...digits, useGrouping: format?.separator === true })
  return `${text(format, 'symbol') ?? ''}${shown.format(value)}`
}
