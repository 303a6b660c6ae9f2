import { drawButton, drawOverflow } from './card/button.ts'
import { drawForm } from './card/form.ts'
import { drawHeader } from './card/header.ts'
import { drawChecker, drawInput, drawPicker } from './card/inputs.ts'
import { type Json, object, objects, text } from './card/json.ts'
import { arrange, drawColumns, drawContainer, drawPanel, space } from './card/layout.ts'
import { drawPerson, drawPersonList } from './card/people.ts'
import { drawChart, drawImage } from './card/pictures.ts'
import type { CardContext, Scope } from './card/scope.ts'
import { drawMultiSelect, drawSelect } from './card/selects.ts'
import { drawTable } from './card/table.ts'
import { drawDiv, drawMarkdown, drawRule, textNode } from './card/texts.ts'
import { h, hold } from './dom.ts'

export type { CardContext } from './card/scope.ts'

type Painter = (element: Json, scope: Scope) => HTMLElement

const painters: Readonly<Record<string, Painter>> = {
  div: drawDiv,
  markdown: drawMarkdown,
  plain_text: textNode,
  lark_md: textNode,
  hr: drawRule,
  img: drawImage,
  img_combination: drawImage,
  chart: drawChart,
  person: drawPerson,
  person_list: drawPersonList,
  column_set: drawColumns,
  collapsible_panel: drawPanel,
  interactive_container: drawContainer,
  form: drawForm,
  table: drawTable,
  button: drawButton,
  overflow: drawOverflow,
  input: drawInput,
  select_static: drawSelect,
  select_person: drawSelect,
  multi_select_static: drawMultiSelect,
  multi_select_person: drawMultiSelect,
  select_img: drawMultiSelect,
  date_picker: drawPicker,
  picker_time: drawPicker,
  picker_datetime: drawPicker,
  checker: drawChecker,
}

/** Every component the page can draw. */
export const drawnTags: readonly string[] = Object.keys(painters)

function draw(element: Json, scope: Scope): HTMLElement {
  const tag = text(element, 'tag') ?? ''
  const painter = Object.hasOwn(painters, tag) ? painters[tag] : undefined
  if (painter === undefined) {
    return h(
      'div',
      { class: 'el el-unknown', role: 'alert' },
      `无法显示的组件：${tag === '' ? '（无 tag）' : tag}`,
    )
  }
  const drawn = painter(element, scope)
  drawn.dataset.tag = tag
  return ownSpace.has(tag) ? drawn : space(drawn, element)
}

/** Containers place their margin and padding themselves. */
const ownSpace = new Set(['column_set', 'collapsible_panel', 'interactive_container', 'form'])

type Shown = { header: string; config: string; nodes: { key: string; node: HTMLElement }[] }

const shownCards = new WeakMap<HTMLElement, Shown>()

/** Card JSON 2.0 as it looks in the messenger. */
export function drawCard(card: Json, context: CardContext): HTMLElement {
  const root = h('article', { class: 'card' }, h('div', { class: 'card-body' }))
  shownCards.set(root, { header: '', config: '', nodes: [] })
  redrawCard(root, card, context)
  return root
}

/**
 * Brings a drawn card up to date in place. An element of the body whose JSON did not change keeps its node, and with it
 * whatever its reader has typed, ticked or unfolded.
 */
export function redrawCard(root: HTMLElement, card: Json, context: CardContext): void {
  const shown = shownCards.get(root)
  const body = root.querySelector(':scope > .card-body')
  if (shown === undefined || !(body instanceof HTMLElement)) return
  const scope: Scope = { context, form: undefined, line: { text: '' }, draw }
  const header = object(card, 'header')
  const headerKey = JSON.stringify(header ?? '')
  if (headerKey !== shown.header) {
    root.querySelector(':scope > .card-header')?.remove()
    if (header !== undefined) root.prepend(drawHeader(header, scope))
    shown.header = headerKey
  }
  root.dataset.width = text(object(card, 'config'), 'width_mode') ?? 'default'
  const spare = [...shown.nodes]
  shown.nodes = objects(object(card, 'body'), 'elements').map((element) => {
    const key = JSON.stringify(element)
    const at = spare.findIndex((one) => one.key === key)
    const [kept] = at < 0 ? [] : spare.splice(0, at + 1).slice(-1)
    if (kept === undefined) return { key, node: draw(element, scope) }
    scope.line.text = kept.node.textContent ?? ''
    return kept
  })
  const frame = object(card, 'body')
  body.className = 'card-body'
  if (frame !== undefined) space(arrange(body, frame), frame)
  hold(
    body,
    shown.nodes.map((one) => one.node),
  )
  if (text(card, 'schema') !== '2.0') {
    hold(body, [
      h('div', { class: 'el el-unknown', role: 'alert' }, '此卡片不是 Card JSON 2.0，演练页面不显示'),
    ])
  }
}
