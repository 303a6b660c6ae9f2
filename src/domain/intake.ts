import type { Seed } from './matter.ts'

const LINK = /https?:\/\/[^\s<>"'，。；、（）【】《》“”]+/u

/** Platforms known by the host of a link (来源平台 dictionary); any other name may be typed. */
const platformsByHost: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)liuyan\.people\.com\.cn$/, '人民网领导留言板'],
  [/(^|\.)people\.(com\.)?cn$/, '人民网'],
  [/(^|\.)jschina\.com\.cn$/, '中国江苏网民生汇'],
  [/(^|\.)weibo\.(com|cn)$/, '微博'],
  [/(^|\.)mp\.weixin\.qq\.com$/, '微信公众号'],
  [/(^|\.)(douyin|iesdouyin)\.com$/, '抖音'],
  [/(^|\.)kuaishou\.com$/, '快手'],
  [/(^|\.)(xiaohongshu\.com|xhslink\.com)$/, '小红书'],
  [/(^|\.)(bilibili\.com|b23\.tv)$/, 'B站'],
  [/(^|\.)toutiao\.com$/, '今日头条'],
  [/(^|\.)zhihu\.com$/, '知乎'],
  [/(^|\.)tieba\.baidu\.com$/, '贴吧'],
]

/** How much of a pasted text the issue form can hold. */
const TITLE_MAX = 60
const SUMMARY_MAX = 800

/** What a pasted or quoted text already tells: its link, the platform of the link, a title and the rest as summary. */
export function seedFrom(text: string): Seed {
  const link = LINK.exec(text)?.[0] ?? null
  const words = (link ? text.replace(link, ' ') : text).trim()
  const [first = '', ...others] = words.split(/\n+/).map((line) => line.trim())
  const told = others.join('\n').trim()
  const sentence = first.split(/(?<=[。！？!?])/u)[0] ?? ''
  const title = clip(others.length > 0 && first !== '' ? first : sentence, TITLE_MAX)
  return {
    title: title === '' ? null : title.replace(/[。！!]+$/u, ''),
    summary: words === '' ? null : clip(told === '' ? words : told, SUMMARY_MAX),
    platform: link ? platformOf(link) : null,
    link: link && link.length <= 500 ? link : null,
    unread: null,
  }
}

export function platformOf(link: string): string | null {
  const host = hostOf(link)
  return host === null ? null : (platformsByHost.find(([pattern]) => pattern.test(host))?.[1] ?? null)
}

/** Only what a browser opens: http and https with a host. */
export function isWebLink(text: string): boolean {
  return hostOf(text) !== null
}

function hostOf(link: string): string | null {
  return (
    /^https?:\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+\.[^\s/?#:@]+)(?::\d+)?(?:[/?#]\S*)?$/iu
      .exec(link)?.[1]
      ?.toLowerCase() ?? null
  )
}

function clip(text: string, max: number): string {
  return [...text].slice(0, max).join('')
}
