import type { Seat, State } from './api.ts'
import { dayOf, dayText, instant, timeText } from './beijing.ts'
import { avatar } from './card/people.ts'
import { h, hold } from './dom.ts'
import { gist } from './message.ts'
import { chatName } from './pane.ts'

export type Rail = {
  root: HTMLElement
  show(state: State, seat: string): void
  /** The chairs taken lately, the latest first. */
  recent(): readonly string[]
}

/** The chairs of the city, by body; one press sits down in one. */
export function createSeatRail(sit: (seat: string) => void): Rail {
  const buttons = new Map<string, HTMLButtonElement>()
  const recent: string[] = []
  const recentRow = h('div', { class: 'recent', 'aria-label': '最近坐过' })
  const list = h('div', { class: 'seat-list' })
  const filter = h('input', {
    class: 'find',
    type: 'search',
    placeholder: '找人、单位、职务',
    'aria-label': '找人',
  })
  const root = h(
    'nav',
    { class: 'seats', 'aria-label': '席位' },
    h('div', { class: 'rail-title' }, '席位', h('small', {}, '点一下，坐到谁的位置上')),
    filter,
    recentRow,
    list,
  )
  let seats: Seat[] = []
  let drawnFor = ''
  let current = ''

  function button(seat: Seat): HTMLButtonElement {
    const made = h(
      'button',
      { type: 'button', class: 'seat', 'data-seat': seat.open_id, onclick: () => sit(seat.open_id) },
      avatar(seat.name),
      h('span', { class: 'seat-text' }, h('b', {}, seat.name), h('small', {}, seat.title)),
    )
    buttons.set(seat.open_id, made)
    return made
  }

  function drawList(): void {
    const bodies = new Map<string, Seat[]>()
    for (const seat of seats) bodies.set(seat.body, [...(bodies.get(seat.body) ?? []), seat])
    hold(
      list,
      [...bodies].map(([body, people]) => {
        const heading = h('h3', {}, body)
        return h('section', { 'data-body': body }, heading, ...people.map((seat) => button(seat)))
      }),
    )
  }

  function applyFilter(): void {
    const wanted = filter.value.trim()
    for (const section of list.querySelectorAll<HTMLElement>('section')) {
      const whole = (section.dataset.body ?? '').includes(wanted)
      let any = false
      for (const one of section.querySelectorAll<HTMLElement>('.seat')) {
        const fits = whole || (one.textContent ?? '').includes(wanted)
        one.hidden = !fits
        any ||= fits
      }
      section.hidden = !any
    }
  }
  filter.addEventListener('input', applyFilter)

  function drawRecent(): void {
    const shown = recent.flatMap((id) => seats.filter((seat) => seat.open_id === id))
    recentRow.replaceChildren(
      ...shown.map((seat) =>
        h(
          'button',
          {
            type: 'button',
            class: seat.open_id === current ? 'chip-seat current' : 'chip-seat',
            title: `${seat.body} ${seat.title}`,
            onclick: () => sit(seat.open_id),
          },
          seat.name,
        ),
      ),
    )
    recentRow.hidden = shown.length < 2
  }

  return {
    root,
    recent: () => recent,
    show(state, seat) {
      const key = state.seats.map((one) => one.open_id).join()
      seats = state.seats
      if (key !== drawnFor) {
        drawList()
        applyFilter()
        drawnFor = key
      }
      if (seat === current) return
      buttons.get(current)?.classList.remove('current')
      buttons.get(current)?.removeAttribute('aria-current')
      current = seat
      buttons.get(seat)?.classList.add('current')
      buttons.get(seat)?.setAttribute('aria-current', 'true')
      buttons.get(seat)?.scrollIntoView({ block: 'nearest' })
      if (!recent.includes(seat)) recent.unshift(seat)
      recent.length = Math.min(recent.length, 6)
      drawRecent()
    },
  }
}

export type ChatList = { root: HTMLElement; show(state: State, seat: string, open: readonly string[]): void }

/** The conversations of the seated person, the liveliest first, with what was not yet seen. */
export function createChatList(o: { open(chat: string): void }): ChatList {
  const seen = new Map<string, number>()
  const list = h('div', { class: 'chat-list' })
  const root = h(
    'nav',
    { class: 'chats', 'aria-label': '会话' },
    h('div', { class: 'rail-title' }, '会话'),
    list,
  )
  const known = new Set<string>()
  const drawn = new Map<string, { key: string; row: HTMLElement }>()
  return {
    root,
    show(state, seat, open) {
      const now = instant(state.now)
      const rows = state.chats.map((chat) => {
        const inside = state.messages.filter((message) => message.chat_id === chat.chat_id)
        const last = inside.toSorted((a, b) => instant(a.create_time) - instant(b.create_time)).at(-1)
        const key = `${seat} ${chat.chat_id}`
        const newest = last === undefined ? 0 : instant(last.create_time)
        // What was there when a chair is first taken counts as read; only what comes later is news.
        if (!known.has(seat) || open.includes(chat.chat_id))
          seen.set(key, Math.max(newest, seen.get(key) ?? 0))
        const from = seen.get(key) ?? 0
        const unseen = inside.filter((one) => instant(one.create_time) > from && one.sender.open_id !== seat)
        return { chat, last, newest, unseen: unseen.length }
      })
      known.add(seat)
      rows.sort(
        (a, b) => b.newest - a.newest || (a.chat.kind === b.chat.kind ? 0 : a.chat.kind === 'group' ? -1 : 1),
      )
      hold(
        list,
        rows.map(({ chat, last, newest, unseen }) => {
          const name = chatName(chat, state)
          const when =
            newest === 0 ? '' : dayOf(newest) === dayOf(now) ? timeText(newest) : dayText(newest).slice(0, -4)
          const line = last === undefined ? ' ' : `${last.sender.name}：${gist(last, state)}`
          const current = open.includes(chat.chat_id)
          const key = JSON.stringify([seat, name, when, line, unseen, current])
          const before = drawn.get(chat.chat_id)
          // A row replaced between press and release of the mouse would swallow the click.
          if (before?.key === key) return before.row
          const row = h(
            'button',
            {
              type: 'button',
              class: current ? 'chat current' : 'chat',
              'data-chat': chat.chat_id,
              'data-unseen': unseen,
              onclick: () => o.open(chat.chat_id),
            },
            avatar(name, chat.kind === 'p2p' ? 'bot' : 'group'),
            h(
              'span',
              { class: 'chat-text' },
              h('span', { class: 'chat-top' }, h('b', {}, name), h('time', {}, when)),
              h(
                'span',
                { class: 'chat-last' },
                h('span', {}, line),
                unseen > 0 && h('span', { class: 'badge', 'aria-label': `${unseen} 条未读` }, String(unseen)),
              ),
            ),
          )
          drawn.set(chat.chat_id, { key, row })
          return row
        }),
      )
    },
  }
}
