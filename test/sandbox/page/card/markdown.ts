import { h } from '../dom.ts'
import { inline, type Names } from './inline.ts'

const fence = /^\s*```/
const ruleLine = /^\s*(?:-{3,}|\*{3,}|<hr\s*\/?>)\s*$/i
const headingLine = /^(#{1,6})\s+(.*)$/
const quoteLine = /^\s*>\s?(.*)$/
const itemLine = /^(\s*)(?:([-*+])|(\d+)[.)])\s+(.*)$/
const tableLine = /^\s*\|.*\|\s*$/

const starts = [fence, ruleLine, headingLine, quoteLine, itemLine, tableLine]

/** A `markdown` component's content, block by block. User text reaches the page only as text nodes. */
export function markdown(source: string, names: Names): HTMLElement {
  const root = h('div', { class: 'md' })
  root.append(...blocks(source.replace(/\r\n?/g, '\n').split('\n'), names))
  return root
}

function blocks(lines: readonly string[], names: Names): HTMLElement[] {
  const drawn: HTMLElement[] = []
  let at = 0
  const takeWhile = (keep: (line: string) => boolean): string[] => {
    const taken: string[] = []
    for (let line = lines[at]; line !== undefined && keep(line); line = lines[at]) {
      taken.push(line)
      at += 1
    }
    return taken
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = headingLine.exec(line)
    if (line.trim() === '') at += 1
    else if (fence.test(line)) {
      at += 1
      const code = takeWhile((one) => !fence.test(one))
      at += 1
      drawn.push(h('pre', {}, h('code', {}, code.join('\n'))))
    } else if (ruleLine.test(line)) {
      at += 1
      drawn.push(h('hr'))
    } else if (heading !== null) {
      at += 1
      drawn.push(
        h(
          'div',
          { class: `md-h md-h${heading[1]?.length ?? 1}`, role: 'heading', 'aria-level': heading[1]?.length },
          ...inline(heading[2] ?? '', names),
        ),
      )
    } else if (quoteLine.test(line)) {
      const inside = takeWhile((one) => quoteLine.test(one)).map((one) => quoteLine.exec(one)?.[1] ?? '')
      drawn.push(h('blockquote', {}, ...blocks(inside, names)))
    } else if (tableLine.test(line))
      drawn.push(
        table(
          takeWhile((one) => tableLine.test(one)),
          names,
        ),
      )
    else if (itemLine.test(line)) {
      drawn.push(
        list(
          takeWhile((one) => itemLine.test(one) || /^\s{2,}\S/.test(one)),
          names,
        ),
      )
    } else {
      at += 1
      const rest = takeWhile((one) => one.trim() !== '' && !starts.some((start) => start.test(one)))
      drawn.push(h('p', {}, ...inline([line, ...rest].join('\n'), names)))
    }
  }
  return drawn
}

type Item = { first: string; rest: string[] }

/** One level of a list; deeper lines are handed down without their indent. */
function list(lines: readonly string[], names: Names): HTMLElement {
  const base = itemLine.exec(lines[0] ?? '')
  const indent = base?.[1]?.length ?? 0
  const items: Item[] = []
  for (const line of lines) {
    const found = itemLine.exec(line)
    if (found !== null && (found[1]?.length ?? 0) <= indent) items.push({ first: found[4] ?? '', rest: [] })
    else items.at(-1)?.rest.push(line.replace(/^(?: {1,4}|\t)/, ''))
  }
  const drawn = items.map((item) =>
    h('li', {}, ...inline(item.first, names), ...blocks(item.rest.map(unindent), names)),
  )
  const first = base?.[3]
  return first === undefined ? h('ul', {}, ...drawn) : h('ol', { start: Number(first) }, ...drawn)
}

function unindent(line: string): string {
  return itemLine.test(line) ? line : line.trimStart()
}

function table(lines: readonly string[], names: Names): HTMLElement {
  const rows = lines.map((line) =>
    line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/),
  )
  const isRuler = (row: string[]) => row.every((cell) => /^\s*:?-+:?\s*$/.test(cell))
  const [head = [], ...rest] = rows.filter((row) => !isRuler(row))
  const cells = (tag: 'th' | 'td', row: string[]) =>
    h('tr', {}, ...row.map((cell) => h(tag, {}, ...inline(cell.trim().replaceAll('\\|', '|'), names))))
  return h(
    'div',
    { class: 'table-scroll' },
    h('table', {}, h('thead', {}, cells('th', head)), h('tbody', {}, ...rest.map((row) => cells('td', row)))),
  )
}
