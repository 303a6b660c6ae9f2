import { type Chat, type Message, type State, sandbox } from './api.ts'
import { dayOf, dayText, instant } from './beijing.ts'
import { avatar } from './card/people.ts'
import { createComposer } from './composer.ts'
import { h, hold } from './dom.ts'
import { gist, type MessageView, viewMessage } from './message.ts'
import { announce, noticesIn } from './notices.ts'
import type { Place } from './place.ts'

/** One conversation on show, from one chair. */
export type Pane = {
  root: HTMLElement
  show(place: Place, state: State): void
  setActive(active: boolean): void
}

/** The name of a conversation: a private chat is with the bot, whatever the platform calls it. */
export function chatName(chat: Chat, state: State): string {
  return chat.kind === 'p2p' ? state.bot.name : chat.name
}

function emptyWords(state: State): string {
  return (state.examples ?? []).length > 0 ? '还没有消息。点下方“演练事项”，挑一件交办试试' : '还没有消息'
}

function memberCount(chat: Chat): number | undefined {
  if (typeof chat.members === 'number') return chat.members
  return Array.isArray(chat.members) ? chat.members.length : undefined
}

/** Opens a column. `taken` runs when somebody works in it. */
export function createPane(o: { refresh(): Promise<void>; taken(): void }): Pane {
  let place: Place = { seat: '', chat: '' }
  let state: State | undefined
  let shownKey = ''
  let shownCount = 0
  let shouldFollow = false
  let freshCount = 0
  const views = new Map<string, MessageView>()
  const days = new Map<string, HTMLElement>()
  const head = h('header', { class: 'pane-head' })
  const list = h('div', { class: 'messages' })
  const scroll = h('div', { class: 'scroll', tabindex: -1 }, list)
  const fresh = h('button', {
    type: 'button',
    class: 'fresh',
    'data-testid': 'fresh',
    hidden: true,
    onclick: () => scrollToNewest(list.lastElementChild),
  })
  const stage = h('div', { class: 'stage' }, scroll, fresh)
  const notify = noticesIn(stage)

  async function sent(send: (seat: string, chat: string) => Promise<unknown>): Promise<boolean> {
    shouldFollow = true
    try {
      await send(place.seat, place.chat)
      await o.refresh()
      return true
    } catch (error) {
      notify('error', `没有发出：${error instanceof Error ? error.message : String(error)}`)
      return false
    }
  }

  const composer = createComposer(
    (line) =>
      sent((seat, chat) =>
        sandbox.say({
          seat,
          chat_id: chat,
          text: line.text,
          mention: line.mention,
          ...(line.replyTo === undefined ? {} : { reply_to: line.replyTo }),
        }),
      ),
    async (file) => {
      await sent((seat, chat) => sandbox.file({ seat, chat_id: chat }, file))
    },
  )

  scroll.addEventListener('scroll', () => {
    if (isNearEnd()) showFresh(0)
  })

  const root = h('section', { class: 'pane', 'data-testid': 'pane' }, head, stage, composer.root)
  root.addEventListener('pointerdown', o.taken, true)
  root.addEventListener('focusin', o.taken)

  function viewOf(message: Message, now: State): MessageView {
    const seat = place.seat
    const key = `${seat} ${message.message_id}`
    const known = views.get(key)
    if (known !== undefined) return known
    const view = viewMessage(message, {
      seat,
      bot: now.bot,
      nameOf: (id) =>
        id === state?.bot.open_id ? state.bot.name : state?.seats.find((one) => one.open_id === id)?.name,
      people: () => peopleOf(message.chat_id),
      notify,
      announce: (result) => announce(result, notify),
      refresh: o.refresh,
      reply: (one) => composer.quote(one.message_id, `回复 ${one.sender.name}：${gist(one, now)}`),
    })
    views.set(key, view)
    return view
  }

  function peopleOf(chatId: string): { open_id: string; name: string }[] {
    const members = state?.chats.find((chat) => chat.chat_id === chatId)?.members
    const ids = Array.isArray(members)
      ? members.map((one) => (typeof one === 'string' ? one : one?.open_id))
      : []
    const inside = state?.seats.filter((seat) => ids.includes(seat.open_id)) ?? []
    return inside.length > 0 ? inside : (state?.seats ?? [])
  }

  function dayMark(at: number): HTMLElement {
    const day = dayOf(at)
    const mark = days.get(day) ?? h('div', { class: 'day-mark' }, h('span', {}, dayText(at)))
    days.set(day, mark)
    return mark
  }

  function drawMessages(now: State): void {
    const shown = now.messages
      .filter((message) => message.chat_id === place.chat)
      .sort((a, b) => instant(a.create_time) - instant(b.create_time))
    const nodes: HTMLElement[] = []
    let day = ''
    for (const message of shown) {
      const at = instant(message.create_time)
      if (dayOf(at) !== day) nodes.push(dayMark(at))
      day = dayOf(at)
      const view = viewOf(message, now)
      view.update(
        message,
        now.messages.find((one) => one.message_id === message.parent_id),
      )
      nodes.push(view.root)
    }
    const key = `${place.seat} ${place.chat}`
    const more = shown.length - shownCount
    const follow = key !== shownKey || (more > 0 && (isNearEnd() || shouldFollow))
    hold(list, nodes.length > 0 ? nodes : [h('p', { class: 'nothing' }, emptyWords(now))])
    if (follow) scrollToNewest(nodes.at(-1) ?? null)
    else if (more > 0) showFresh(freshCount + more)
    if (shown.length > shownCount) shouldFollow = false
    shownKey = key
    shownCount = shown.length
  }

  const isNearEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 140

  /** Says how many messages came below while the person was reading further up. */
  function showFresh(count: number): void {
    freshCount = count
    fresh.hidden = count === 0
    fresh.textContent = `↓ ${count} 条新消息`
  }

  /** To the end; but a long card is read from its top, so it starts at the upper edge. */
  function scrollToNewest(newest: Element | null): void {
    showFresh(0)
    scroll.scrollTop = scroll.scrollHeight
    if (!(newest instanceof HTMLElement) || newest.offsetHeight <= scroll.clientHeight) return
    scroll.scrollTop += newest.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 12
  }

  function drawHead(now: State): void {
    const chat = now.chats.find((one) => one.chat_id === place.chat)
    const seat = now.seats.find((one) => one.open_id === place.seat)
    const name = chat === undefined ? '没有打开会话' : chatName(chat, now)
    const count = chat?.kind === 'group' ? memberCount(chat) : undefined
    head.replaceChildren(
      avatar(name, chat?.kind === 'p2p' ? 'bot' : 'group'),
      h(
        'div',
        { class: 'pane-title' },
        h('strong', {}, name, count !== undefined && h('span', { class: 'count' }, `（${count}人）`)),
        h(
          'span',
          { class: 'pane-seat' },
          '您现在是 ',
          h('b', {}, seat?.name ?? ''),
          `　${[seat?.body, seat?.title].filter(Boolean).join(' · ')}`,
        ),
      ),
    )
  }

  return {
    root,
    show(next, now) {
      const moved = next.seat !== place.seat || next.chat !== place.chat
      place = { ...next }
      state = now
      root.dataset.pane = place.chat
      root.dataset.paneSeat = place.seat
      drawHead(now)
      drawMessages(now)
      const chat = now.chats.find((one) => one.chat_id === place.chat)
      composer.root.hidden = chat === undefined
      composer.offer(now.examples ?? [])
      // A notice answers whoever pressed; the next person in the column has not pressed anything.
      if (moved) stage.querySelector('.notices')?.replaceChildren()
      if (!moved || chat === undefined) return
      composer.open({
        key: `${place.seat} ${place.chat}`,
        group: chat.kind === 'group',
        chatName: chatName(chat, now),
        botName: now.bot.name,
      })
    },
    setActive: (active) => root.classList.toggle('active', active),
  }
}
