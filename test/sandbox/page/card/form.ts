import type { Value } from '../api.ts'
import { h } from '../dom.ts'
import { type Json, objects, text } from './json.ts'
import { arrange, space } from './layout.ts'
import { type CardContext, drawAll, type Field, type FormScope, type Scope } from './scope.ts'

/** `form`: fields that travel together when its submit button is pressed. What is typed lives in the page only. */
export function drawForm(element: Json, scope: Scope): HTMLElement {
  const form: FormScope = { name: text(element, 'name') ?? '', fields: [] }
  const root = h('form', {
    class: 'el el-form',
    'data-form': form.name,
    novalidate: true,
    autocomplete: 'off',
    onsubmit: (event) => event.preventDefault(),
  })
  root.append(...drawAll(objects(element, 'elements'), { ...scope, form, line: { text: '' } }))
  return space(arrange(root, element), element)
}

/** The values of a form by field name, or undefined when the client itself stops the press: a required field is empty. */
export function collect(form: FormScope, context: CardContext): Record<string, Value> | undefined {
  const missing = form.fields.filter((field) => field.required && isEmpty(field.read()))
  for (const field of form.fields) field.complain(missing.includes(field))
  if (missing.length > 0) {
    context.notify('error', '有必填项未填写')
    missing[0]?.show()
    return undefined
  }
  const filled = form.fields.filter((field) => !isEmpty(field.read()))
  return Object.fromEntries(filled.map((field) => [field.name, field.read()]))
}

function isEmpty(value: Value): boolean {
  return typeof value === 'boolean'
    ? false
    : value.length === 0 || (typeof value === 'string' && !value.trim())
}

/** Frames one control as a field: enters it in its form, and shows when it was left empty. */
export function field(
  scope: Scope,
  control: HTMLElement,
  part: Omit<Field, 'complain' | 'show'>,
  label?: HTMLElement,
): HTMLElement {
  const frame = h('div', { class: 'el field', 'data-field': part.name }, label, control)
  const hint = h('span', { class: 'field-hint', role: 'alert' })
  scope.form?.fields.push({
    ...part,
    complain(missing) {
      frame.classList.toggle('missing', missing)
      hint.textContent = missing ? '必填' : ''
      if (missing && hint.parentNode === null) frame.append(hint)
    },
    show() {
      frame.scrollIntoView({ block: 'center' })
      frame.querySelector<HTMLElement>('input, textarea, select, summary')?.focus({ preventScroll: true })
    },
  })
  const calm = () => {
    frame.classList.remove('missing')
    hint.textContent = ''
  }
  frame.addEventListener('input', calm)
  frame.addEventListener('change', calm)
  return frame
}
