import { h } from '../dom.ts'
import { listen } from './act.ts'
import { collect } from './form.ts'
import { flag, type Json, object, objects, text, words } from './json.ts'
import type { Scope } from './scope.ts'
import { icon } from './texts.ts'

const types = new Set([
  'default',
  'primary',
  'danger',
  'text',
  'primary_text',
  'danger_text',
  'primary_filled',
  'danger_filled',
  'laser',
])

/** A card's button: sends a press, submits or clears its form, or opens a link. */
export function drawButton(element: Json, scope: Scope): HTMLElement {
  const label = words(element, 'text')
  const name = text(element, 'name')
  const type = text(element, 'type') ?? 'default'
  const width = text(element, 'width') ?? 'default'
  const disabled = flag(element, 'disabled')
  const button = h(
    'button',
    {
      type: 'button',
      class: `btn btn-${types.has(type) ? type : 'default'} size-${text(element, 'size') ?? 'medium'}`,
      disabled,
      'data-name': name,
      title: words(element, disabled ? 'disabled_tips' : 'hover_tips') || undefined,
    },
    h('span', { class: 'spinner', 'aria-hidden': 'true' }),
    icon(object(element, 'icon')),
    label,
  )
  if (label === '') button.setAttribute('aria-label', name ?? '按钮')
  if (width === 'fill') button.classList.add('wide')
  else if (/^\d+px$/.test(width)) button.style.width = width
  const form = scope.form
  if (form !== undefined && element.form_action_type === 'reset') {
    button.addEventListener('click', () => {
      for (const field of form.fields) field.reset()
    })
    return button
  }
  listen(button, element, scope, () => {
    const press = { ...(name === undefined ? {} : { name }), label }
    if (form === undefined || element.form_action_type !== 'submit') return press
    const values = collect(form, scope.context)
    return values === undefined ? undefined : { ...press, values }
  })
  return button
}

/** `overflow`: the small menu behind three dots. */
export function drawOverflow(element: Json, scope: Scope): HTMLElement {
  const name = text(element, 'name')
  const menu = h('div', { class: 'menu', role: 'menu' })
  const root = h(
    'details',
    { class: 'el el-overflow' },
    h('summary', { class: 'btn btn-default', 'aria-label': '更多操作', role: 'button' }, '⋯'),
    menu,
  )
  for (const option of objects(element, 'options')) {
    const label = words(option, 'text')
    const item = h('button', { type: 'button', role: 'menuitem', class: 'menu-item' }, label)
    const target = { ...element, ...option, value: option.value ?? element.value ?? '' }
    listen(item, target, scope, () => {
      root.open = false
      const value = text(option, 'value')
      return {
        label,
        ...(name === undefined ? {} : { name }),
        ...(name === undefined || value === undefined ? {} : { values: { [name]: value } }),
      }
    })
    menu.append(item)
  }
  root.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) root.open = false
  })
  return root
}
