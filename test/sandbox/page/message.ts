import { type Message, type Press, type PressResult, sandbox } from './api.ts'
import { instant, timeText } from './beijing.ts'
import { inline, mention } from './card/inline.ts'
import { avatar } from './card/people.ts'
import { type CardContext, drawCard, redrawCard } from './card.ts'
import { h, hold } from './dom.ts'

/** One message on show, and how to bring it up to date. */
export type MessageView = { root: HTMLElement; update(message: Message, parent: Message | undefined): void }

/** What a message needs from the conversation around it. */
export type MessageHost = {
  readonly seat: string
  readonly bot: { open_id: string; name: string }
  nameOf(openId: string): string | undefined
  people(): { open_id: string; name: string }[]
  notify: CardContext['notify']
  announce(result: PressResult): void
  /** Fetches the state again and shows it. */
  refresh(): Promise<void>
  reply(message: Message): void
}

/** Draws one message for one seat. The card on it keeps what is being typed until the card itself changes. */
export function viewMessage(first: Message, host: MessageHost): MessageView {
  let latest = first
  let cardShown: { root: HTMLElement; key: string } | undefined
  const { sender } = first
  const own = sender.open_id === host.seat
  const meta = h('div', { class: 'meta' })
  const quote = h('div', { class: 'quote' })
  const content = h('div', { class: 'content' })
  const trouble = h('div', { class: 'message-error', role: 'alert' })
  const reply = h(
    'button',
    { type: 'button', class: 'reply', title: '回复这条消息', onclick: () => host.reply(latest) },
    '回复',
  )
  const main = h('div', { class: 'message-main' }, meta, content)
  const root = h(
    'div',
    { class: own ? 'message own' : 'message', 'data-message': first.message_id },
    avatar(sender.name, sender.bot ? 'bot' : 'person'),
    main,
  )

  const context: CardContext = {
    nameOf: host.nameOf,
    people: host.people,
    notify: host.notify,
    press,
  }

  async function press(pressed: Press): Promise<void> {
    try {
      const result = await sandbox.press({ seat: host.seat, message_id: latest.message_id, ...pressed })
      // The real client clears a form once its press was answered; what the bot wants kept comes back in its card.
      if (result.clientError === undefined && pressed.values !== undefined) cardShown = undefined
      await host.refresh()
      host.announce(result)
    } catch (error) {
      host.notify('error', error instanceof Error ? error.message : String(error))
    }
  }

  function drawContent(message: Message): void {
    if (message.state === 'recalled') {
      hold(content, [h('div', { class: 'recalled' }, `${sender.name} 撤回了一条消息`)])
      cardShown = undefined
      return
    }
    if (message.card === undefined) {
      cardShown = undefined
      hold(content, [
        ...(message.text === undefined && message.files !== undefined
          ? []
          : [h('div', { class: 'bubble' }, ...spoken(message.text ?? `［${message.msg_type}］`, host))]),
        ...(message.files ?? []).map(drawFile),
      ])
      return
    }
    const key = JSON.stringify(message.card)
    if (cardShown === undefined) {
      cardShown = { root: drawCard(message.card, context), key }
      hold(content, [cardShown.root])
    } else if (cardShown.key !== key) {
      redrawCard(cardShown.root, message.card, context)
      cardShown.key = key
    }
  }

  function update(message: Message, parent: Message | undefined): void {
    latest = message
    root.dataset.state = message.state
    const sent = instant(message.create_time)
    const changed = instant(message.update_time)
    meta.replaceChildren(
      h('span', { class: 'sender' }, sender.name),
      sender.bot ? h('span', { class: 'bot-mark' }, '机器人') : '',
      h('time', { class: 'when' }, timeText(sent)),
      changed - sent > 1000 ? h('span', { class: 'changed' }, `${timeText(changed)} 更新`) : '',
      message.urged === undefined ? '' : h('span', { class: 'urged' }, `已加急 ${message.urged.join('、')}`),
      message.state === 'clicked' ? h('span', { class: 'in-flight' }, '等待答复…') : '',
      reply,
    )
    drawContent(message)
    if (message.parent_id !== undefined) {
      const words = parent === undefined ? '更早的消息' : `${parent.sender.name}：${gist(parent, host)}`
      quote.replaceChildren(h('span', {}, '回复 '), words)
    }
    const said = typeof message.error === 'string' ? message.error : message.error?.text
    const code = typeof message.error === 'string' ? undefined : message.error?.code
    trouble.textContent =
      said === undefined || said === ''
        ? ''
        : code === undefined || said.includes(`${code}`)
          ? said
          : `${said}（${code}）`
    hold(main, [
      meta,
      ...(message.parent_id === undefined ? [] : [quote]),
      content,
      ...(trouble.textContent === '' ? [] : [trouble]),
    ])
  }

  return { root, update }
}

/** A file to take, a picture to look at. */
function drawFile({ key, type, name, bytes }: NonNullable<Message['files']>[number]): HTMLElement {
  const address = `/sandbox/files/${key}`
  if (type === 'image') return h('img', { class: 'sent-picture', src: address, alt: name })
  return h(
    'a',
    { class: 'bubble sent-file', href: address, download: name, 'data-testid': 'file' },
    `［文件］${name}（${Math.max(1, Math.round(bytes / 1024))}KB）`,
  )
}

/** Message text as the messenger shows it: mentions, links and the few styles text messages know. */
function spoken(text: string, host: MessageHost): Node[] {
  return text.split(/(@_user_\d+|@_all)/).flatMap((part) => {
    if (part === '@_all') return [mention('all', host)]
    if (/^@_user_\d+$/.test(part)) return [h('span', { class: 'at' }, `@${host.bot.name}`)]
    const name = `@${host.bot.name}`
    return part
      .split(name)
      .flatMap((piece, n) => [...(n > 0 ? [h('span', { class: 'at' }, name)] : []), ...inline(piece, host)])
  })
}

/** A message in one line, for quotes and for the list of conversations. */
export function gist(message: Message, host: { bot: { name: string } }): string {
  if (message.state === 'recalled') return '［已撤回］'
  if (message.text !== undefined) return message.text.replace(/@_user_\d+/g, `@${host.bot.name}`).slice(0, 80)
  const [file] = message.files ?? []
  if (file !== undefined) return `［文件］${file.name}`
  const header = message.card?.header as { title?: { content?: string } } | undefined
  const summary = (message.card?.config as { summary?: { content?: string } } | undefined)?.summary?.content
  return `［卡片］${summary ?? header?.title?.content ?? ''}`
}
