import type { PressResult } from './api.ts'
import { h } from './dom.ts'

export type NoticeType = 'info' | 'success' | 'error' | 'warning'

const marks: Readonly<Record<NoticeType, string>> = { info: 'i', success: '✓', error: '✕', warning: '!' }

/** Shows short notices at the top of `place`, each for as long as it takes to read it, `most` of them at a time. */
export function noticesIn(place: HTMLElement, most = 3): (type: NoticeType, content: string) => void {
  const shelf = h('div', { class: 'notices', 'aria-live': 'polite' })
  place.append(shelf)
  return (type, content) => {
    const notice = h(
      'div',
      { class: `notice notice-${type}`, 'data-testid': 'toast', 'data-type': type, role: 'status' },
      h('span', { class: 'notice-mark', 'aria-hidden': 'true' }, marks[type]),
      h('span', {}, content),
    )
    shelf.append(notice)
    while (shelf.childElementCount > most) shelf.firstElementChild?.remove()
    setTimeout(() => notice.remove(), 3500 + content.length * 90)
  }
}

function noticeType(type: string | undefined): NoticeType {
  return type === 'success' || type === 'error' || type === 'warning' ? type : 'info'
}

const clientWords: Readonly<Record<string, string>> = {
  '200340': '应用没有配置卡片回调地址',
  '200341': '对方服务 3 秒内没有答复，请稍后再试',
  '200342': '连不上对方服务',
  '200343': '找不到对方服务的地址',
  '200530': '卡片里有没有名字的输入项，无法提交',
  '200671': '对方服务返回了错误状态',
  '200672': '对方服务的答复无法识别',
  '200673': '对方服务返回的卡片有误',
  '200830': '新旧卡片版本不一致，无法更新',
}

/** Shows what the client shows after a press: the bot's toast, or the client's own complaint with its code. */
export function announce(result: PressResult, notify: (type: NoticeType, content: string) => void): void {
  const trouble = result.clientError
  if (trouble !== undefined) {
    const code = trouble.code === undefined ? '' : String(trouble.code)
    const said = trouble.text ?? clientWords[code] ?? '操作没有成功，请稍后再试'
    notify('error', code === '' || code === '0' || said.includes(code) ? said : `${said}（code: ${code}）`)
  } else if (result.toast?.content) notify(noticeType(result.toast.type), result.toast.content)
}
