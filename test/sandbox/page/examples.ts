import type { Example } from './api.ts'
import { h } from './dom.ts'

/** The menu of what can be tried from this chair; picking one writes its line into the box, to be read and sent. */
export function createExamples(pick: (example: Example) => void): {
  toggle: HTMLButtonElement
  menu: HTMLElement
  offer(examples: readonly Example[]): void
} {
  let offered: readonly Example[] = []
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'examples-toggle',
      'data-testid': 'examples',
      'aria-expanded': 'false',
      title: '挑一件虚构的舆情，填进输入框',
      onclick: () => open(menu.hidden !== false),
    },
    '演练事项',
  )
  const menu = h('div', { class: 'examples', role: 'menu', hidden: true })
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    open(false)
    toggle.focus()
  })

  function open(wanted: boolean): void {
    menu.hidden = !wanted
    toggle.setAttribute('aria-expanded', String(wanted))
    if (wanted) menu.querySelector('button')?.focus()
  }

  function row(example: Example): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        class: 'example',
        role: 'menuitem',
        onclick: () => {
          open(false)
          pick(example)
        },
      },
      h('b', {}, example.title),
      h('small', {}, example.shows),
    )
  }

  return {
    toggle,
    menu,
    offer(examples) {
      toggle.hidden = examples.length === 0
      if (examples.length === 0) open(false)
      // The state is read again at every change; the same list need not be drawn again.
      if (examples.map(({ title }) => title).join() === offered.map(({ title }) => title).join()) return
      offered = examples
      menu.replaceChildren(...examples.map(row))
    },
  }
}
