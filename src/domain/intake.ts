import { type RequestType, requestTypes } from './dictionary.ts'
import type { Seed } from './matter.ts'
import { maskPersonalNumbers } from './personal-numbers.ts'

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
const PLATFORM_MAX = 30
const ANALYSIS_MAX = 300
const LINK_MAX = 500

/**
 * What a pasted or quoted text already tells: its link, the platform of the link, a title and the rest as summary. Lines
 * that begin with the word of a field (`标题：`, `研判：`) are read as that field. Personal numbers are masked at once.
 */
export function seedFrom(text: string): Seed {
  const named = namedLines(text)
  const link = LINK.exec(named.link ?? text)?.[0] ?? null
  const words = (link ? named.rest.replace(link, ' ') : named.rest).trim()
  const [first = '', ...others] = words.split(/\n+/).map((line) => line.trim())
  const told = others.join('\n').trim()
  const sentence = first.split(/(?<=[。！？!?])/u)[0] ?? ''
  const guessed = others.length > 0 && first !== '' ? first : sentence
  return seedOf({
    title: named.title ?? guessed.replace(/[。！!]+$/u, ''),
    summary: named.summary ?? (told === '' ? words : told),
    platform: named.platform ?? (link ? platformOf(link) : null),
    link,
    requestType: named.requestType ?? null,
    analysis: named.analysis ?? null,
  })
}

/** A seed from parts told one by one: each cut to what the form can hold, personal numbers masked, nothing as null. */
export function seedOf(told: {
  readonly title: string | null
  readonly summary: string | null
  readonly platform: string | null
  readonly link: string | null
  readonly requestType: RequestType | null
  readonly analysis: string | null
}): Seed {
  const part = (text: string | null, max: number) => {
    const kept = clip(maskPersonalNumbers(text ?? '').trim(), max)
    return kept === '' ? null : kept
  }
  const analysis = part(told.analysis, ANALYSIS_MAX)
  const { link, requestType } = told
  return {
    title: part(told.title, TITLE_MAX),
    summary: part(told.summary, SUMMARY_MAX),
    platform: part(told.platform, PLATFORM_MAX),
    link: link && link.length <= LINK_MAX ? link : null,
    ...(requestType ? { requestType } : {}),
    ...(analysis === null ? {} : { analysis }),
    unread: null,
  }
}

type NamedField = 'title' | 'summary' | 'platform' | 'link' | 'request' | 'analysis'

const fieldWords: Readonly<Record<string, NamedField>> = {
  标题: 'title',
  摘要: 'summary',
  来源平台: 'platform',
  平台: 'platform',
  原文链接: 'link',
  链接: 'link',
  诉求类型: 'request',
  初步研判: 'analysis',
  研判意见: 'analysis',
  研判: 'analysis',
}

const FIELD_LINE = new RegExp(`^\\s*(${Object.keys(fieldWords).join('|')})\\s*[:：]\\s*(.*)$`, 'u')

const requestWords: Readonly<Record<string, RequestType>> = {
  咨询: 'consult',
  建议: 'suggestion',
  投诉: 'complaint',
  举报: 'report',
  求助: 'help',
  质疑: 'question',
}

/** A 诉求类型 as it is told by another system or a table: its word, or our name of it. */
export function requestTypeFrom(text: string): RequestType | null {
  const plain = text.trim()
  return requestWords[plain] ?? requestTypes.find((one) => one === plain) ?? null
}

/** The named lines by field, and the text without them. What follows a named line belongs to it, a link apart. */
function namedLines(text: string): {
  readonly title?: string
  readonly summary?: string
  readonly platform?: string
  readonly link?: string
  readonly requestType?: RequestType
  readonly analysis?: string
  readonly rest: string
} {
  const found: Partial<Record<NamedField, string>> = {}
  const rest: string[] = []
  let current: NamedField | null = null
  for (const line of text.split('\n')) {
    const [, word = '', said = ''] = FIELD_LINE.exec(line) ?? []
    const field = fieldWords[word]
    if (field) {
      current = field === 'summary' || field === 'analysis' ? field : null
      found[field] = said.trim()
    } else if (current) {
      found[current] = `${found[current] ?? ''}\n${line}`.trim()
    } else {
      rest.push(line)
    }
  }
  const { request, ...told } = found
  const requestType = request === undefined ? null : requestTypeFrom(request)
  return { ...told, ...(requestType ? { requestType } : {}), rest: rest.join('\n') }
}

export function platformOf(link: string): string | null {
  const host = hostOf(link)
  return host === null ? null : (platformsByHost.find(([pattern]) => pattern.test(host))?.[1] ?? null)
}

/** Only what a browser opens: http and https with a host. */
export function isWebLink(text: string): boolean {
  return hostOf(text) !== null
}

export function hostOf(link: string): string | null {
  return (
    /^https?:\/\/(?:[^\s/?#@]*@)?([^\s/?#:@]+\.[^\s/?#:@]+)(?::\d+)?(?:[/?#]\S*)?$/iu
      .exec(link)?.[1]
      ?.toLowerCase() ?? null
  )
}

function clip(text: string, max: number): string {
  return [...text].slice(0, max).join('')
}
