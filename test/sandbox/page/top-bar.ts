import { sandbox } from './api.ts'
import {
  afterWorkdays,
  dayText,
  fieldText,
  fromField,
  isWorkday,
  longDayText,
  secondText,
  timeText,
  tomorrowAt,
} from './beijing.ts'
import { worded as wordedField } from './card/inputs.ts'
import { h } from './dom.ts'

const HOUR = 3_600_000

export type TopBar = {
  root: HTMLElement
  show(places: number): void
  trouble(words: string | undefined): void
}

type Jump = { id: string; label: string; to(now: number): number }

const jumps: readonly Jump[] = [
  { id: 'wind-1h', label: '+1小时', to: (now) => now + HOUR },
  { id: 'wind-4h', label: '+4小时', to: (now) => now + 4 * HOUR },
  { id: 'wind-next-morning', label: '次日 08:30', to: (now) => tomorrowAt(now, '08:30') },
  { id: 'wind-workday', label: '+1个工作日', to: (now) => afterWorkdays(now, 1) },
  { id: 'wind-5-workdays', label: '+5个工作日', to: (now) => afterWorkdays(now, 5) },
]

/** The city's clock with the ways to wind it, the number of columns, and the door to the trouble drawer. */
export function createTopBar(o: {
  now(): number
  refresh(): Promise<void>
  columns(count: number): void
  drawer(): void
  notify(type: 'info' | 'error', words: string): void
}): TopBar {
  const day = h('span', { class: 'clock-day' })
  const time = h('span', { class: 'clock-time' })
  const rest = h('span', { class: 'clock-rest' })
  const clock = h(
    'div',
    { class: 'clock', 'data-testid': 'clock', title: '北京时间（演练时钟）' },
    time,
    day,
    rest,
  )
  const field = h('input', {
    type: 'datetime-local',
    class: 'input picker wind-field',
    'aria-label': '拨到',
    'data-testid': 'wind-to',
  })
  const worded = wordedField(field, '日期和时间')
  const winding = h('div', { class: 'winding' })

  async function wind(to: number): Promise<void> {
    if (to <= o.now()) {
      o.notify('error', '时钟只能往后拨')
      return
    }
    winding.classList.add('busy')
    try {
      await sandbox.wind({ to: new Date(to).toISOString() })
      await o.refresh()
      o.notify('info', `时钟已拨到 ${dayText(to)} ${timeText(to)}`)
    } catch (error) {
      o.notify('error', `时钟没有拨动：${error instanceof Error ? error.message : String(error)}`)
    } finally {
      winding.classList.remove('busy')
    }
  }

  for (const jump of jumps) {
    const button = h(
      'button',
      {
        type: 'button',
        class: 'wind',
        'data-testid': jump.id,
        onclick: () => void wind(jump.to(o.now())),
        onpointerenter: () => {
          const to = jump.to(o.now())
          button.title = `拨到 ${dayText(to)} ${timeText(to)}`
        },
      },
      jump.label,
    )
    winding.append(button)
  }
  const go = () => {
    const to = fromField(field.value)
    if (to === undefined) o.notify('error', '请先选好日期和时间')
    else void wind(to)
  }
  winding.append(
    h(
      'span',
      { class: 'wind-custom' },
      worded.control,
      h('button', { type: 'button', class: 'wind', 'data-testid': 'wind-go', onclick: go }, '拨到'),
    ),
    h('span', { class: 'wind-note', role: 'status' }, '时间推进中…'),
  )
  field.addEventListener('focus', () => {
    if (field.value !== '') return
    field.value = fieldText(o.now() + HOUR)
    worded.show()
  })

  const columns = [1, 2, 3].map((count) =>
    h(
      'button',
      {
        type: 'button',
        'data-testid': `columns-${count}`,
        'aria-label': count === 1 ? '一栏' : `并排${count}栏`,
        title: count === 1 ? '只看一个会话' : `并排看${count}个会话`,
        onclick: () => o.columns(count),
      },
      '▮'.repeat(count),
    ),
  )
  const trouble = h('div', { class: 'trouble', role: 'alert' })
  const root = h(
    'header',
    { class: 'top-bar' },
    h('div', { class: 'brand' }, h('span', { class: 'brand-mark' }, '演练'), '滨江市'),
    clock,
    winding,
    h(
      'div',
      { class: 'top-right' },
      h('div', { class: 'columns', role: 'group', 'aria-label': '并排' }, ...columns),
      h(
        'button',
        { type: 'button', class: 'wind', 'data-testid': 'drawer', onclick: o.drawer },
        '平台故障与记录',
      ),
    ),
    trouble,
  )

  const tick = () => {
    const now = o.now()
    if (now <= 0) return
    day.textContent = longDayText(now)
    time.textContent = secondText(now)
    rest.textContent = isWorkday(now) ? '' : '休'
    clock.dataset.now = String(Math.round(now))
  }
  setInterval(tick, 500)

  return {
    root,
    show(places) {
      tick()
      for (const [n, button] of columns.entries())
        button.setAttribute('aria-pressed', String(n + 1 === places))
    },
    trouble(words) {
      trouble.textContent = words ?? ''
    },
  }
}
