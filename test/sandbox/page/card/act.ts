import type { Press } from '../api.ts'
import { h, openOutside } from '../dom.ts'
import { type Json, object, objects, text, words } from './json.ts'
import type { Scope } from './scope.ts'

/** What the client does on a press, in order: ask back, open the address, tell the bot. */
export function listen(
  control: HTMLElement,
  element: Json,
  scope: Scope,
  press: () => Press | undefined,
  event = 'click',
): void {
  control.addEventListener(event, (happened) => {
    happened.stopPropagation()
    void act(control, element, scope, press)
  })
}

/** Runs one press. A press that is still waiting for its answer swallows further ones. */
export async function act(
  control: HTMLElement,
  element: Json,
  scope: Scope,
  press: () => Press | undefined,
): Promise<void> {
  if (control.classList.contains('busy')) return
  const sent = press()
  if (sent === undefined) return
  const question = object(element, 'confirm')
  if (question !== undefined && !(await agreed(question))) return
  const address = addressOf(element)
  if (address !== undefined && !openOutside(address))
    scope.context.notify('info', `此链接只能在手机上打开：${address}`)
  if (!speaksToBot(element)) return
  control.classList.add('busy')
  control.setAttribute('aria-busy', 'true')
  try {
    await scope.context.press(sent)
  } finally {
    control.classList.remove('busy')
    control.removeAttribute('aria-busy')
  }
}

function addressOf(element: Json): string | undefined {
  const opener = objects(element, 'behaviors').find((one) => one.type === 'open_url')
  const links = opener ?? object(element, 'multi_url')
  return (
    text(links, 'pc_url') ||
    text(links, 'default_url') ||
    text(links, 'url') ||
    text(element, 'url') ||
    undefined
  )
}

/** A submit button always does; anything else only with a callback of its own, or a plain `value`. */
function speaksToBot(element: Json): boolean {
  if (element.form_action_type === 'submit') return true
  if (objects(element, 'behaviors').some((one) => one.type === 'callback')) return true
  return element.value !== undefined && element.behaviors === undefined
}

/** The client's own question before a press, as a `confirm` orders it. */
export function agreed(question: Json): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'confirm', 'data-testid': 'confirm' })
    const choose = (label: string, value: string, look: string) =>
      h('button', { type: 'button', class: `btn ${look}`, onclick: () => dialog.close(value) }, label)
    dialog.append(
      h('h2', {}, words(question, 'title') || '确认'),
      h('p', {}, words(question, 'text')),
      h(
        'div',
        { class: 'confirm-buttons' },
        choose('取消', 'no', 'btn-default'),
        choose('确定', 'yes', 'btn-primary_filled'),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
