import { type Json, type State, sandbox } from './api.ts'
import { instant, longDayText, secondText, spanText, timeText } from './beijing.ts'
import { h, hold } from './dom.ts'

export type Drawer = { root: HTMLElement; toggle(): void; show(state: State, chat: string): void }

type Order = { label: string; hint: string; body(now: number, chat: string): Json }

const MINUTE = 60_000

const orders: readonly Order[] = [
  {
    label: '断线 10 分钟',
    hint: '平台的所有接口都连不上，到演练时钟过 10 分钟为止',
    body: (now) => ({ kind: 'down', until: now + 10 * MINUTE }),
  },
  { label: '慢：下 3 次调用', hint: '各等 10 秒才答复', body: () => ({ kind: 'slow', times: 3 }) },
  { label: '500：下 3 次调用', hint: '平台内部错误', body: () => ({ kind: 'http500', times: 3 }) },
  {
    label: '502 网页：下 3 次',
    hint: '网关返回的不是 JSON',
    body: () => ({ kind: 'http502_html', times: 3 }),
  },
  {
    label: '做完断线：下 1 次',
    hint: '消息已发出，但答复丢失',
    body: () => ({ kind: 'reset_after', times: 1 }),
  },
  { label: '收回凭证', hint: '机器人的访问凭证立即失效', body: () => ({ kind: 'token_revoked', times: 1 }) },
  { label: '群限频：下 5 次', hint: '同一群每秒 5 条', body: () => ({ kind: 'chat_rate', times: 5 }) },
  { label: '应用限频：下 5 次', hint: '整个应用每秒 50 次', body: () => ({ kind: 'app_rate', times: 5 }) },
  {
    label: '移出机器人',
    hint: '把机器人移出当前会话的群',
    body: (_now, chat) => ({ kind: 'remove_bot', chat_id: chat }),
  },
  {
    label: '请回机器人',
    hint: '把机器人加回当前会话的群',
    body: (_now, chat) => ({ kind: 'return_bot', chat_id: chat }),
  },
]

const faultWords: Readonly<Record<string, string>> = {
  http500: '内部错误 500',
  http502_html: '网关错误 502',
  slow: '慢',
  reset_before: '不做就断线',
  reset_after: '做完断线',
  odd_ok: '200 里的错误码',
  token_revoked: '收回凭证',
  chat_rate: '群限频',
  app_rate: '应用限频',
}

const kinds: Readonly<Record<string, string>> = { event: '事件', callback: '卡片回调', challenge: '地址校验' }

/** The drawer where trouble is ordered and where the platform's refusals and deliveries are read. */
export function createDrawer(o: {
  now(): number
  refresh(): Promise<void>
  notify(type: 'info' | 'error', words: string): void
}): Drawer {
  let chat = ''
  const current = h('div', { class: 'fault-list' })
  const refusals = h('div', { class: 'log' })
  const deliveries = h('div', { class: 'log' })

  async function order(body: Json, label: string): Promise<void> {
    try {
      await sandbox.faults(body)
      await o.refresh()
      o.notify('info', `已安排：${label}`)
    } catch (error) {
      o.notify('error', `没有安排上：${error instanceof Error ? error.message : String(error)}`)
    }
  }

  const root = h(
    'aside',
    { class: 'drawer', 'data-testid': 'fault-drawer', 'aria-label': '平台故障与记录', hidden: true },
    h(
      'div',
      { class: 'drawer-head' },
      h('h2', {}, '平台故障'),
      h('button', { type: 'button', class: 'plain', 'aria-label': '关闭', onclick: () => toggle() }, '✕'),
    ),
    h(
      'div',
      { class: 'orders' },
      ...orders.map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: 'order',
            onclick: () => void order(one.body(o.now(), chat), one.label),
          },
          h('b', {}, one.label),
          h('small', {}, one.hint),
        ),
      ),
    ),
    h('h3', {}, '现在的故障'),
    current,
    h(
      'button',
      {
        type: 'button',
        class: 'btn btn-default size-small',
        'data-testid': 'faults-clear',
        onclick: () => void order({ kind: 'clear' }, '恢复正常'),
      },
      '全部恢复正常',
    ),
    h('h3', {}, '平台拒绝的调用'),
    refusals,
    h('h3', {}, '送给机器人的事件'),
    deliveries,
  )

  function toggle(): void {
    root.hidden = !root.hidden
  }

  return {
    root,
    toggle,
    show(state, openChat) {
      chat = openChat
      hold(current, faultLines(state, o.now()))
      hold(
        refusals,
        state.refusals
          .toReversed()
          .map((one) =>
            h(
              'div',
              { class: 'log-line refused' },
              h('time', {}, secondText(instant(one.at))),
              h('b', {}, String(one.code)),
              h('span', { class: 'rule' }, one.rule),
              h('code', {}, `${one.method} ${one.path}`),
              h('p', {}, one.msg),
            ),
          ),
      )
      hold(
        deliveries,
        state.deliveries
          .toReversed()
          .map((one) =>
            h(
              'div',
              { class: String(one.status) === '200' ? 'log-line' : 'log-line refused', title: one.event_id },
              h('time', {}, secondText(instant(one.at))),
              h('b', {}, String(one.status)),
              h('span', {}, kinds[one.kind] ?? one.kind),
              h('span', {}, `第 ${one.attempt} 次 · ${Math.round(one.ms)} 毫秒`),
            ),
          ),
      )
      for (const log of [refusals, deliveries])
        if (log.childElementCount === 0) log.append(h('p', { class: 'nothing' }, '没有'))
    },
  }
}

function faultLines(state: State, now: number): HTMLElement[] {
  const faults = (state.faults ?? {}) as {
    plans?: { kind: string; left: number; matching?: string }[]
    downUntil?: number | string
    botOutside?: string[]
  }
  const lines: string[] = []
  if (faults.downUntil !== undefined) {
    const until = instant(faults.downUntil)
    lines.push(`断线到 ${longDayText(until)} ${timeText(until)}，还有 ${spanText(until - now)}`)
  }
  for (const plan of faults.plans ?? []) {
    lines.push(
      `${faultWords[plan.kind] ?? plan.kind}：还有 ${plan.left} 次${plan.matching ? `（只对 ${plan.matching}）` : ''}`,
    )
  }
  for (const id of faults.botOutside ?? []) {
    lines.push(`机器人不在「${state.chats.find((one) => one.chat_id === id)?.name ?? id}」`)
  }
  return (lines.length > 0 ? lines : ['一切正常']).map((line) => h('p', {}, line))
}
