import type { Example } from './api.ts'
import { h, hold } from './dom.ts'
import { createExamples } from './examples.ts'

export type Line = { text: string; mention: boolean; replyTo?: string }

export type Composer = {
  root: HTMLElement
  /** Puts another conversation's unfinished line into the box. */
  open(place: { key: string; group: boolean; chatName: string; botName: string }): void
  quote(messageId: string, words: string): void
  offer(examples: readonly Example[]): void
  focus(): void
}

type Draft = { text: string; mention: boolean; reply?: { id: string; words: string }; choose?: string }

/** The box one types in. Unfinished lines are kept per seat and conversation. */
export function createComposer(
  send: (line: Line) => Promise<boolean>,
  sendFile: (file: File) => Promise<void>,
): Composer {
  const drafts = new Map<string, Draft>()
  let key = ''
  let group = true
  let botName = ''
  const draft = (): Draft => {
    const kept = drafts.get(key) ?? { text: '', mention: true }
    drafts.set(key, kept)
    return kept
  }

  const box = h('textarea', {
    class: 'composer-box',
    rows: 1,
    'aria-label': '消息',
    'data-testid': 'composer',
  })
  const at = h('button', { type: 'button', class: 'at-toggle', 'data-testid': 'mention', onclick: toggle })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'btn btn-primary_filled send',
      'data-testid': 'send',
      onclick: () => void submit(),
    },
    '发送',
  )
  const chosen = h('input', { type: 'file', hidden: true, 'data-testid': 'file-input' })
  const clip = h(
    'button',
    {
      type: 'button',
      class: 'clip',
      title: '发送文件。群里的文件机器人收不到，请再回复该文件发送 /附件 文号',
      onclick: () => chosen.click(),
    },
    '文件',
  )
  const quoted = h('span', { class: 'composer-quote-words' })
  const quote = h(
    'div',
    { class: 'composer-quote', 'data-testid': 'quote' },
    quoted,
    h('button', { type: 'button', class: 'plain', 'aria-label': '不再回复', onclick: unquote }, '✕'),
  )
  const examples = createExamples(pick)
  const advice = h('div', { class: 'composer-advice', 'data-testid': 'choose', role: 'status' })
  const row = h('div', { class: 'composer-row' }, examples.toggle, at, clip, chosen, box, button)
  const root = h('div', { class: 'composer' }, examples.menu, row)

  function show(): void {
    const { text, mention, reply, choose } = draft()
    if (box.value !== text) box.value = text
    at.textContent = `@${botName}`
    at.setAttribute('aria-pressed', String(mention))
    at.title = mention ? '这条消息会 @机器人，机器人能看到' : '不 @机器人，机器人看不到这条消息'
    quoted.textContent = reply?.words ?? ''
    button.disabled = text.trim() === ''
    at.hidden = !group
    advice.textContent = choose === undefined ? '' : `发送后在表单里填：${choose}`
    hold(root, [
      examples.menu,
      ...(choose === undefined ? [] : [advice]),
      ...(reply === undefined ? [] : [quote]),
      row,
    ])
    grow()
  }

  function grow(): void {
    box.style.height = 'auto'
    if (box.value !== '') box.style.height = `${Math.min(180, box.scrollHeight + 2)}px`
  }

  function toggle(): void {
    draft().mention = !draft().mention
    show()
  }

  function unquote(): void {
    delete draft().reply
    show()
  }

  function pick(example: Example): void {
    drafts.set(key, { text: example.text, mention: true, choose: example.choose })
    show()
    box.focus()
  }

  async function submit(): Promise<void> {
    const { text, mention, reply, choose } = draft()
    if (text.trim() === '') return
    const sentFrom = key
    drafts.delete(key)
    // What to choose is needed when the form has come.
    if (choose !== undefined && text.startsWith('/')) drafts.set(key, { text: '', mention: true, choose })
    show()
    const line = { text, mention: group && mention, ...(reply === undefined ? {} : { replyTo: reply.id }) }
    if (await send(line)) return
    drafts.set(sentFrom, {
      text,
      mention,
      ...(reply === undefined ? {} : { reply }),
      ...(choose === undefined ? {} : { choose }),
    })
    show()
  }

  chosen.addEventListener('change', () => {
    const [file] = chosen.files ?? []
    chosen.value = ''
    if (file !== undefined) void sendFile(file)
  })
  box.addEventListener('input', () => {
    draft().text = box.value
    button.disabled = box.value.trim() === ''
    grow()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void submit()
  })

  return {
    root,
    open(place) {
      key = place.key
      group = place.group
      botName = place.botName
      box.placeholder = group ? `发到 ${place.chatName}` : `发给 ${place.botName}，例如 /待办`
      show()
    },
    quote(messageId, words) {
      draft().reply = { id: messageId, words }
      show()
      box.focus()
    },
    offer: examples.offer,
    focus: () => box.focus(),
  }
}
