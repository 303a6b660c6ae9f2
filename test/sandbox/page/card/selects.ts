import { h } from '../dom.ts'
import { field } from './form.ts'
import { spokenName, tellAlone } from './inputs.ts'
import { flag, type Json, number, objects, strings, text, words } from './json.ts'
import type { Scope } from './scope.ts'

type Option = { value: string; label: string; disabled?: boolean }

function optionsOf(element: Json, scope: Scope): Option[] {
  const listed = objects(element, 'options')
  const tag = text(element, 'tag') ?? ''
  if (tag === 'select_img') {
    return listed.map((option, n) => ({
      value: text(option, 'value') ?? '',
      label: words(option, 'hover_tips') || `图 ${n + 1}`,
      disabled: flag(option, 'disabled'),
    }))
  }
  if (!tag.endsWith('person')) {
    return listed.map((option) => ({ value: text(option, 'value') ?? '', label: words(option, 'text') }))
  }
  const known = listed.flatMap((option) => {
    const value = text(option, 'value') ?? ''
    const label = scope.context.nameOf(value)
    return label === undefined ? [] : [{ value, label }]
  })
  if (known.length > 0) return known
  return scope.context.people().map((one) => ({ value: one.open_id, label: one.name }))
}

/** `select_static` and `select_person`: one of several. */
export function drawSelect(element: Json, scope: Scope): HTMLElement {
  const name = text(element, 'name') ?? ''
  const options = optionsOf(element, scope)
  const at = number(element, 'initial_index')
  const initial =
    text(element, 'initial_option') ?? (at === undefined ? undefined : options[at - 1]?.value) ?? ''
  const spoken = spokenName(element, scope)
  const empty = h('option', { value: '' }, words(element, 'placeholder') || '请选择')
  const box = h(
    'select',
    { class: 'input select', name, disabled: flag(element, 'disabled'), 'aria-label': spoken },
    empty,
    ...options.map((option) => h('option', { value: option.value }, option.label)),
  )
  box.value = options.some((option) => option.value === initial) ? initial : ''
  const dim = () => box.classList.toggle('unset', box.value === '')
  box.addEventListener('change', dim)
  dim()
  tellAlone(box, element, scope, 'change', () => box.value)
  return field(scope, h('div', { class: 'control select-control' }, box), {
    name,
    required: flag(element, 'required'),
    read: () => box.value,
    reset() {
      box.value = initial
      dim()
    },
  })
}

/** `multi_select_static`, `multi_select_person` and `select_img`: ticks in a list that opens in place. */
export function drawMultiSelect(element: Json, scope: Scope): HTMLElement {
  const name = text(element, 'name') ?? ''
  const pictures = text(element, 'tag') === 'select_img'
  const several = !pictures || flag(element, 'multi_select')
  const initial = new Set(strings(element, 'selected_values'))
  const spoken = spokenName(element, scope)
  const group = `${scope.form?.name ?? 'card'}/${name}`
  const boxes = optionsOf(element, scope).map((option) => {
    const box = h('input', {
      type: several ? 'checkbox' : 'radio',
      name: group,
      value: option.value,
      disabled: flag(element, 'disabled') || option.disabled === true,
    })
    box.checked = initial.has(option.value)
    return { box, label: option.label, row: h('label', { class: 'tick' }, box, h('span', {}, option.label)) }
  })
  const chosen = () => boxes.filter((one) => one.box.checked)
  const value = () => {
    const values = chosen().map((one) => one.box.value)
    return several ? values : (values[0] ?? '')
  }
  const shown = h('span', { class: 'chips' })
  const show = () => {
    const labels = chosen().map((one) => h('span', { class: 'chip' }, one.label))
    shown.replaceChildren(
      ...(labels.length > 0 ? labels : [words(element, 'placeholder') || '请选择（可多选）']),
    )
    shown.classList.toggle('unset', labels.length === 0)
  }
  const list = h(
    'div',
    { class: pictures ? 'ticks pictures' : 'ticks', role: 'group', 'aria-label': spoken },
    ...boxes.map((one) => one.row),
  )
  const control = pictures
    ? list
    : h('details', { class: 'multi' }, h('summary', { class: 'input', 'aria-label': spoken }, shown), list)
  list.addEventListener('change', show)
  show()
  tellAlone(list, element, scope, 'change', value)
  return field(scope, control, {
    name,
    required: flag(element, 'required'),
    read: value,
    reset() {
      for (const one of boxes) one.box.checked = initial.has(one.box.value)
      show()
    },
  })
}
