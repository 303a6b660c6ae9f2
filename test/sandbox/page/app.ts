import { h, hold } from './dom.ts'
import { createDrawer } from './drawer.ts'
import { noticesIn } from './notices.ts'
import { createPane, type Pane } from './pane.ts'
import { hashOf, MOST_PLACES, type Place, placesOf } from './place.ts'
import { createChatList, createSeatRail } from './rail.ts'
import { openStore } from './store.ts'
import { createTopBar } from './top-bar.ts'

const places: Place[] = []
const panes: Pane[] = []
let active = 0

const page = h('div', { class: 'page' })
const notify = noticesIn(page, 1)
const store = openStore({ changed: draw, trouble: (words) => bar.trouble(words) })
const refresh = () => store.refresh()

const bar = createTopBar({
  now: store.now,
  refresh,
  columns: setColumns,
  drawer: () => drawer.toggle(),
  notify,
})
const drawer = createDrawer({ now: store.now, refresh, notify })
const seats = createSeatRail((seat) => go({ seat, chat: '' }))
const chats = createChatList({ open: (chat) => go({ chat }) })
const stage = h('main', { class: 'panes' })
page.prepend(bar.root, h('div', { class: 'body' }, seats.root, chats.root, stage, drawer.root))

function newPane(): Pane {
  const pane: Pane = createPane({
    refresh,
    taken() {
      const n = panes.indexOf(pane)
      if (n < 0 || n === active) return
      active = n
      draw()
    },
  })
  return pane
}

/** Moves the column in use to another chair or conversation. */
function go(step: Partial<Place>): void {
  const here = places[active]
  if (here === undefined) return
  const before = here.chat
  Object.assign(here, step)
  if (here.chat === '') here.chat = before
  arrive()
}

function setColumns(count: number): void {
  const from = places[active]
  if (from === undefined) return
  while (places.length < count) places.push(neighbour(from))
  if (places.length > count) {
    places.splice(0, places.length, ...(count === 1 ? [from] : places.slice(0, count)))
    active = Math.min(active, count - 1)
  }
  arrive()
}

/** What a further column shows: the chair taken before this one, or another conversation of the same person. */
function neighbour(from: Place): Place {
  const other = seats.recent().find((seat) => places.every((place) => place.seat !== seat))
  if (other !== undefined) return { seat: other, chat: '' }
  const shown = new Set(places.map((place) => place.chat))
  const free = store.of(from.seat)?.chats.find((chat) => !shown.has(chat.chat_id))
  return { seat: from.seat, chat: free?.chat_id ?? from.chat }
}

/** Follows the address bar and loads what the columns need. */
function arrive(): void {
  const hash = hashOf(places)
  if (hash !== location.hash) history.replaceState(null, '', hash)
  void store.watch(places.map((place) => place.seat))
  draw()
}

/** A seat may stand before a chat it is not in; then its own group is opened instead. */
function settle(place: Place): void {
  const state = store.of(place.seat)
  if (state === undefined || state.chats.some((chat) => chat.chat_id === place.chat)) return
  const body = state.seats.find((seat) => seat.open_id === place.seat)?.body ?? ''
  const groups = state.chats.filter((chat) => chat.kind === 'group')
  const home = groups.find((chat) => chat.name.startsWith(body)) ?? groups[0] ?? state.chats[0]
  place.chat = home?.chat_id ?? ''
  history.replaceState(null, '', hashOf(places))
}

function draw(): void {
  const any = store.any()
  if (any === undefined) return
  if (places.length === 0) {
    places.push({ seat: any.seat || (any.seats[0]?.open_id ?? ''), chat: '' })
    arrive()
    return
  }
  while (panes.length < places.length) panes.push(newPane())
  panes.length = places.length
  // In the page first: a column that is not yet laid out cannot be scrolled to its newest message.
  hold(
    stage,
    panes.map((pane) => pane.root),
  )
  for (const [n, place] of places.entries()) {
    settle(place)
    const state = store.of(place.seat)
    if (state !== undefined) panes[n]?.show(place, state)
    panes[n]?.setActive(n === active && places.length > 1)
  }
  stage.dataset.columns = String(panes.length)
  bar.show(panes.length)
  const here = places[active]
  const state = here === undefined ? undefined : store.of(here.seat)
  if (here === undefined || state === undefined) return
  seats.show(state, here.seat)
  const open = places.filter((place) => place.seat === here.seat).map((place) => place.chat)
  chats.show(state, here.seat, open)
  drawer.show(state, here.chat)
}

function followAddress(): void {
  const wanted = placesOf(location.hash)
  if (wanted.length === 0 || hashOf(wanted) === hashOf(places)) return
  places.splice(0, MOST_PLACES, ...wanted)
  active = Math.min(active, places.length - 1)
  void store.watch(places.map((place) => place.seat))
}

window.addEventListener('hashchange', followAddress)
document.querySelector('#app')?.replaceChildren(page)
followAddress()
if (places.length === 0) void store.refresh()
