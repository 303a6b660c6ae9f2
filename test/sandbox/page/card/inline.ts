import { h, openOutside } from '../dom.ts'
import { fillOf, inkOf } from './colours.ts'

/** Where mentions get their names from. */
export type Names = { nameOf(openId: string): string | undefined }

type Rule = { pattern: RegExp; draw(found: RegExpExecArray, names: Names): Node[] }

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  sim: '~',
  ensp: '\u2002',
  emsp: '\u2003',
}

/** Entities become the characters they stand for; what is not an entity stays as typed. */
export function unescapeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : whole
  })
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(text)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : unescapeEntities(value)
}

/** `@张三`; an id nobody has is shown as such, because the real platform would refuse the card. */
export function mention(openId: string, names: Names, fallback?: string): HTMLElement {
  if (openId === 'all') return h('span', { class: 'at at-all' }, '@所有人')
  const name = names.nameOf(openId) ?? fallback
  return name === undefined
    ? h('span', { class: 'at at-unknown', title: openId }, '@未知用户')
    : h('span', { class: 'at', title: openId }, `@${name}`)
}

function link(address: string, content: Node[]): HTMLElement {
  if (!/^https?:\/\//i.test(address)) return h('span', { class: 'dead-link', title: address }, ...content)
  const onclick = (event: Event) => {
    event.preventDefault()
    openOutside(address)
  }
  return h('a', { class: 'link', href: address, title: address, onclick }, ...content)
}

function styled(tag: 'strong' | 'em' | 's' | 'u'): Rule['draw'] {
  return (found, names) => [h(tag, {}, ...inline(found[1] ?? '', names))]
}

function font(attributes: string, content: Node[]): HTMLElement {
  const element = h('span', {}, ...content)
  const ink = inkOf(attribute(attributes, 'color'))
  if (ink !== undefined) element.style.color = ink
  return element
}

/** A small coloured label, in markdown and in a card's header. */
export function textTag(colour: string | undefined, ...content: (Node | string)[]): HTMLElement {
  const element = h('span', { class: 'text-tag' }, ...content)
  element.style.backgroundColor = fillOf(colour) ?? fillOf('neutral') ?? ''
  element.style.color = inkOf(colour) ?? inkOf('neutral') ?? ''
  return element
}

const rules: readonly Rule[] = [
  { pattern: /\\([\\`*_{}[\]()#+\-.!~|<>])/y, draw: (found) => [new Text(found[1] ?? '')] },
  { pattern: /`([^`\n]+)`/y, draw: (found) => [h('code', {}, found[1] ?? '')] },
  { pattern: /\n|<br\s*\/?>/iy, draw: () => [h('br')] },
  {
    pattern: /<at\s+([^>]*)>([^<]*)<\/at>/iy,
    draw: ([, attributes = '', inner], names) => {
      const ids =
        attribute(attributes, 'ids') ?? attribute(attributes, 'id') ?? attribute(attributes, 'user_id')
      const mail = attribute(attributes, 'email')
      if (ids === undefined) return [h('span', { class: 'at' }, `@${mail ?? '未知用户'}`)]
      const list = ids.split(',').map((id) => mention(id.trim(), names, inner === '' ? undefined : inner))
      return list.flatMap((one, n) => (n === 0 ? [one] : [new Text(' '), one]))
    },
  },
  {
    pattern: /<font\s*([^>]*)>([\s\S]*?)<\/font>/iy,
    draw: ([, attributes = '', inner = ''], names) => [font(attributes, inline(inner, names))],
  },
  {
    pattern: /<text_tag\s*([^>]*)>([\s\S]*?)<\/text_tag>/iy,
    draw: ([, attributes = '', inner = ''], names) => [
      textTag(attribute(attributes, 'color'), ...inline(inner, names)),
    ],
  },
  {
    pattern: /<number_tag\s*([^>]*)>([\s\S]*?)<\/number_tag>/iy,
    draw: ([, , inner = '']) => [h('span', { class: 'number-tag' }, unescapeEntities(inner))],
  },
  {
    pattern: /<(?:a|link)\s+([^>]*)>([\s\S]*?)<\/(?:a|link)>/iy,
    draw: ([, attributes = '', inner = ''], names) => [
      link(
        attribute(attributes, 'href') ??
          attribute(attributes, 'url') ??
          attribute(attributes, 'pc_url') ??
          '',
        inline(inner, names),
      ),
    ],
  },
  {
    pattern: /<person\s+([^>]*?)\/?>(?:<\/person>)?/iy,
    draw: ([, attributes = ''], names) => {
      const id = attribute(attributes, 'id') ?? ''
      return [h('span', { class: 'person-inline', title: id }, names.nameOf(id) ?? '未知用户')]
    },
  },
  {
    pattern: /<local_datetime\s+([^>]*?)\/?>([^<]*)(?:<\/local_datetime>)?/iy,
    draw: ([, attributes = '']) => {
      const at = Number(attribute(attributes, 'millisecond'))
      const when = new Intl.DateTimeFormat('zh-CN', {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Asia/Shanghai',
      })
      return [h('time', {}, Number.isFinite(at) ? when.format(at) : '')]
    },
  },
  { pattern: /<raw>([\s\S]*?)<\/raw>/iy, draw: (found) => [new Text(unescapeEntities(found[1] ?? ''))] },
  { pattern: /<(?:b|strong)>([\s\S]*?)<\/(?:b|strong)>/iy, draw: styled('strong') },
  { pattern: /<(?:i|em)>([\s\S]*?)<\/(?:i|em)>/iy, draw: styled('em') },
  { pattern: /<u>([\s\S]*?)<\/u>/iy, draw: styled('u') },
  { pattern: /<(?:s|del)>([\s\S]*?)<\/(?:s|del)>/iy, draw: styled('s') },
  {
    pattern: /!\[([^\]\n]*)\]\(([^)\s]*)\)/y,
    draw: ([, alt = '', key = '']) => [
      h('span', { class: 'img-inline', title: key }, `图 ${unescapeEntities(alt)}`),
    ],
  },
  {
    pattern: /\[((?:[^[\]\n]|\[[^\]\n]*\])+)\]\(((?:[^()\s]|\([^()\s]*\))*)\)/y,
    draw: ([, inner = '', address = ''], names) => [link(unescapeEntities(address), inline(inner, names))],
  },
  { pattern: /\*\*\*(?=\S)([\s\S]*?\S)\*\*\*/y, draw: styled('strong') },
  { pattern: /\*\*(?=\S)([\s\S]*?\S)\*\*/y, draw: styled('strong') },
  { pattern: /__(?=\S)([\s\S]*?\S)__/y, draw: styled('strong') },
  { pattern: /~~(?=\S)([\s\S]*?\S)~~/y, draw: styled('s') },
  { pattern: /\*(?=[^\s*])([^*\n]*[^\s*])\*/y, draw: styled('em') },
  {
    pattern: /https?:\/\/[^\s<>"'）】，。；、]+/iy,
    draw: (found) => [link(unescapeEntities(found[0]), [new Text(unescapeEntities(found[0]))])],
  },
]

/** Where one of the rules can begin; everything else is plain text and is skipped at once. */
const mayBegin = /[\\`\n<![*_~]|https?:/gi

/**
 * The running text of `markdown`, `lark_md` and text messages as nodes. An unknown tag is no tag: it stays text,
 * and an entity becomes a character only after all syntax has been read, so escaped text never turns into syntax.
 */
export function inline(source: string, names: Names): Node[] {
  const nodes: Node[] = []
  let plainFrom = 0
  const flush = (to: number) => {
    if (to > plainFrom) nodes.push(new Text(unescapeEntities(source.slice(plainFrom, to))))
  }
  let at = 0
  while (at < source.length) {
    mayBegin.lastIndex = at
    const begin = mayBegin.exec(source)
    if (begin === null) break
    at = begin.index
    const found = firstMatch(source, at)
    if (found === undefined) {
      at += 1
      continue
    }
    flush(at)
    nodes.push(...found.rule.draw(found.match, names))
    at += found.match[0].length
    plainFrom = at
  }
  flush(source.length)
  return nodes
}

function firstMatch(source: string, at: number): { rule: Rule; match: RegExpExecArray } | undefined {
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(source)
    if (match !== null) return { rule, match }
  }
  return undefined
}
