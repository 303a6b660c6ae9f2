/** Somebody or everybody named in a message by `@`. `key` is the placeholder that stands in the raw text. */
export interface Mention {
  readonly key: string
  readonly name: string
  readonly openId?: string
  readonly isBot: boolean
}

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const UNSEEN_AT_ENDS = /[\s\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]/u
const PLACEHOLDER = /(@_user_\d+|@_all)([ \u00a0\u2005\u3000]?)/gu

/**
 * Folds what phones put into a command word: full-width letters and `／`, wide and no-break spaces, zero-width
 * marks. For recognising the word only; content is kept as it was typed.
 */
export function normaliseCommandText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
}

/** What to call the mentioned in plain text: nothing for the bot itself. */
function spoken(mention: Mention | undefined, placeholder: string): string {
  if (mention?.isBot) return ''
  if (placeholder === '@_all' || placeholder === 'all') return '@所有人'
  return mention ? `@${mention.name}` : placeholder
}

function withNames(text: string, mentions: readonly Mention[]): string {
  return text.replace(PLACEHOLDER, (_whole, key: string, space: string) => {
    const mention = mentions.find((one) => one.key === key)
    // The space after the bot's own mention belongs to the mention, not to the sentence.
    return mention?.isBot ? '' : spoken(mention, key) + space
  })
}

/**
 * The plain text of a message's `content` (a JSON string), as a person reads it: the bot's own mention is
 * gone wherever it stood, other mentions are `@name`, links keep their address, pictures and files leave
 * nothing. Empty when there is no text.
 */
export function plainText(messageType: string, content: string, mentions: readonly Mention[]): string {
  const body = parsed(content)
  if (body === undefined) return ''
  switch (messageType) {
    case 'text':
      return typeof body.text === 'string' ? trimmed(withNames(body.text, mentions)) : ''
    case 'post':
      return trimmed(rich(postOf(body), mentions))
    case 'interactive':
      return trimmed(rich({ title: body.title, content: body.elements }, mentions))
    default:
      return ''
  }
}

/** By hand, sign by sign: a pattern for the end of a text takes quadratic time on a long run of blanks within it. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && UNSEEN_AT_ENDS.test(text[from] ?? '')) from++
  while (to > from && UNSEEN_AT_ENDS.test(text[to - 1] ?? '')) to--
  return text.slice(from, to)
}

/** A post arrives bare; one that is read back may stand under its language. */
function postOf(body: Fields): Fields {
  if (Array.isArray(body.content)) return body
  return [body.zh_cn, body.en_us, body.ja_jp].find(isFields) ?? {}
}

function rich({ title, content }: Fields, mentions: readonly Mention[]): string {
  const lines = Array.isArray(content) ? content : []
  const texts = lines
    .filter(Array.isArray)
    .map((line: readonly unknown[]) => line.map((part) => partText(part, mentions)).join(''))
  const heading = typeof title === 'string' ? title : ''
  return [heading, ...texts].filter((line) => line.trim() !== '').join('\n')
}

function partText(part: unknown, mentions: readonly Mention[]): string {
  if (!isFields(part)) return ''
  const text = typeof part.text === 'string' ? part.text : ''
  switch (part.tag) {
    case 'text':
    case 'md':
    case 'code_block':
      return text
    case 'a': {
      const href = typeof part.href === 'string' ? part.href : ''
      return href === '' || text === href ? text : `${text} ${href} `
    }
    case 'at':
      return atText(part, mentions)
    case 'note':
      return Array.isArray(part.elements)
        ? part.elements.map((one: unknown) => partText(one, mentions)).join('')
        : ''
    default:
      return ''
  }
}

function atText(part: Fields, mentions: readonly Mention[]): string {
  const id = typeof part.user_id === 'string' ? part.user_id : ''
  const name = typeof part.user_name === 'string' ? part.user_name : ''
  const mention = mentions.find((one) => one.key === id || (one.openId !== undefined && one.openId === id))
  if (mention === undefined && name !== '') return `@${name}`
  return spoken(mention, id)
}

interface Fields {
  readonly [key: string]: unknown
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(content: string): Fields | undefined {
  try {
    const body: unknown = JSON.parse(content)
    return isFields(body) ? body : undefined
  } catch {
    return undefined
  }
}
