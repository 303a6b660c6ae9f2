import type { Value } from '../api.ts'
import { fieldWords } from '../beijing.ts'
import { h } from '../dom.ts'
import { act } from './act.ts'
import { field } from './form.ts'
import { flag, type Json, number, text, words } from './json.ts'
import type { Scope } from './scope.ts'

/** `input`: one line or several, with its label, a counter, and the client's own limit on length. */
export function drawInput(element: Json, scope: Scope): HTMLElement {
  const name = text(element, 'name') ?? ''
  const kind = text(element, 'input_type') ?? 'text'
  const several = kind === 'multiline_text'
  const initial = text(element, 'default_value') ?? ''
  const limit = number(element, 'max_length') ?? 1000
  const label = words(element, 'label')
  const required = flag(element, 'required')
  const box = several ? h('textarea', { rows: number(element, 'rows') ?? 5 }) : h('input', { type: 'text' })
  if (kind === 'password') box.setAttribute('type', 'password')
  box.className = 'input'
  box.name = name
  box.maxLength = limit
  box.placeholder = words(element, 'placeholder')
  box.disabled = flag(element, 'disabled')
  box.value = initial
  box.setAttribute('aria-label', label || spokenName(element, scope))
  if (required) box.setAttribute('aria-required', 'true')
  const counter = h('span', { class: 'counter', 'aria-hidden': 'true' })
  const count = () => {
    counter.textContent = `${box.value.length}/${limit}`
    counter.classList.toggle('full', box.value.length >= limit)
  }
  box.addEventListener('input', count)
  count()
  const control = h('div', { class: `control ${several ? 'several' : 'single'}` }, box, counter)
  const setWidth = text(element, 'width')
  if (setWidth !== undefined && /^\d+px$/.test(setWidth)) control.style.width = setWidth
  tellAlone(box, element, scope, 'keydown', () => box.value)
  const frame = field(
    scope,
    control,
    {
      name,
      required,
      read: () => box.value,
      reset() {
        box.value = initial
        count()
      },
    },
    label === '' ? undefined : labelOf(label, required),
  )
  if (text(element, 'label_position') === 'left') frame.classList.add('label-left')
  return frame
}

function labelOf(label: string, required: boolean): HTMLElement {
  const line = h('span', { class: 'label' }, label)
  if (required) line.append(h('span', { class: 'star', 'aria-hidden': 'true' }, '*'))
  return line
}

/** What a screen reader calls a control without a label: the line before it, its placeholder, or its name. */
export function spokenName(element: Json, scope: Scope): string {
  const line = scope.line.text.trim()
  scope.line.text = ''
  return line.replace(/\*$/, '') || words(element, 'placeholder') || text(element, 'name') || '输入'
}

/** Outside a form a control speaks to the bot by itself: a picker as it changes, a text at Enter. */
export function tellAlone(
  control: HTMLElement,
  element: Json,
  scope: Scope,
  event: 'change' | 'keydown',
  read: () => Value,
): void {
  if (scope.form !== undefined) return
  const name = text(element, 'name') ?? ''
  control.addEventListener(event, (happened) => {
    if (happened instanceof KeyboardEvent && (happened.key !== 'Enter' || happened.isComposing)) return
    void act(control, element, scope, () => ({ name, values: { [name]: read() } }))
  })
}

const native = {
  date_picker: { type: 'date', initial: 'initial_date', words: '请选择日期' },
  picker_time: { type: 'time', initial: 'initial_time', words: '请选择时间' },
  picker_datetime: { type: 'datetime-local', initial: 'initial_datetime', words: '请选择日期和时间' },
} as const

/** The three pickers, through the browser's own. Values read as the platform writes them, without the zone. */
export function drawPicker(element: Json, scope: Scope): HTMLElement {
  const kind = text(element, 'tag')
  const spec = native[kind === 'picker_time' || kind === 'picker_datetime' ? kind : 'date_picker']
  const initial = (text(element, spec.initial) ?? '').replace(' ', 'T')
  const name = text(element, 'name') ?? ''
  const spoken = spokenName(element, scope)
  const box = h('input', {
    type: spec.type,
    class: 'input picker',
    name,
    disabled: flag(element, 'disabled'),
    'aria-label': spoken,
  })
  box.value = initial
  const { control, show } = worded(box, words(element, 'placeholder') || spec.words)
  const read = () => box.value.replace('T', ' ')
  tellAlone(box, element, scope, 'change', read)
  return field(scope, control, {
    name,
    required: flag(element, 'required'),
    read,
    reset() {
      box.value = initial
      show()
    },
  })
}

/** Lays the value in Chinese words over a browser's picker while nobody is typing in it. */
export function worded(box: HTMLInputElement, placeholder: string): { control: HTMLElement; show(): void } {
  const ghost = h('span', { class: 'ghost', 'aria-hidden': 'true' })
  const control = h('div', { class: 'control picker-control' }, box, ghost)
  const show = () => {
    ghost.textContent = fieldWords(box.value) || placeholder
    ghost.classList.toggle('unset', box.value === '')
  }
  box.addEventListener('input', show)
  show()
  return { control, show }
}

/** `checker`: a task that is ticked off. */
export function drawChecker(element: Json, scope: Scope): HTMLElement {
  const name = text(element, 'name') ?? ''
  const initial = flag(element, 'checked')
  const box = h('input', { type: 'checkbox', name, disabled: flag(element, 'disabled') })
  box.checked = initial
  const label = words(element, 'text')
  const line = h('label', { class: 'checker' }, box, h('span', {}, label))
  tellAlone(box, element, scope, 'change', () => box.checked)
  return field(scope, line, {
    name,
    required: false,
    read: () => box.checked,
    reset() {
      box.checked = initial
    },
  })
}
