import { checkCard } from '../cards/gate.ts'
import { cardFromContent } from '../cards/validate.ts'
import type { Json, World } from '../world.ts'
import { ApiRefusal, badParameter, refusals } from './refuse.ts'

const textLimit = 150 * 1024
const postLimit = 30 * 1024

export type AcceptedContent = { text?: string; card?: Json; files?: string[] }

/** Checks the `content` of a message of that type. Throws the platform's refusal. */
export function acceptContent(world: World, msgType: string, content: unknown): AcceptedContent {
  if (content === undefined || content === '') throw badParameter('content cannot be empty')
  if (typeof content !== 'string') throw badParameter('content is not a string in json format')
  switch (msgType) {
    case 'text': {
      const text = textOf(content)
      if (/<at\s+user_id\s*=\s*["']?all/.test(text)) {
        world.warnings.push({
          at: world.clock.now(),
          rule: 'F2',
          text: 'a text message that calls everybody',
        })
      }
      return { text }
    }
    case 'post':
      return { text: postOf(content) }
    case 'interactive': {
      const card = cardFromContent(content)
      checkCard(world, card, Buffer.byteLength(content))
      return { card }
    }
    case 'file': {
      const { file_key: key } = objectIn(content)
      const file = typeof key === 'string' ? world.files.get(key) : undefined
      if (!file || typeof key !== 'string') throw badParameter('invalid file_key')
      if (!file.byBot) {
        throw new ApiRefusal(400, 230017, 'Bot is NOT the owner of the resource.', 'F3')
      }
      return { files: [key] }
    }
    default:
      throw badParameter('invalid msg_type')
  }
}

function objectIn(content: string): Json {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    throw badParameter('content is not a string in json format')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badParameter('invalid message content.')
  }
  return value as Json
}

function textOf(content: string): string {
  const { text } = objectIn(content)
  if (typeof text !== 'string') throw badParameter('invalid message content.')
  if (text === '') throw badParameter('content cannot be empty')
  if (Buffer.byteLength(content) > textLimit) throw refusals.tooLong()
  return text
}

const neededInTag: Record<string, readonly string[]> = {
  text: ['text'],
  a: ['text', 'href'],
  at: ['user_id'],
  img: ['image_key'],
  md: ['text'],
  hr: [],
  emotion: ['emoji_type'],
  code_block: ['text'],
  media: ['file_key'],
}

function postOf(content: string): string {
  const post = objectIn(content)
  if (Buffer.byteLength(content) > postLimit) throw refusals.tooLong()
  const words: string[] = []
  const locales = Object.values(post)
  if (locales.length === 0) throw badParameter('content cannot be empty')
  for (const locale of locales) {
    const { title, content: lines } = (locale ?? {}) as { title?: unknown; content?: unknown }
    if (typeof title === 'string') words.push(title)
    if (!Array.isArray(lines)) throw badParameter('content format of the post type is incorrect')
    for (const line of lines) {
      if (!Array.isArray(line)) throw badParameter('content format of the post type is incorrect')
      words.push(line.map(nodeOf).join(''))
    }
  }
  return words.join('\n')
}

function nodeOf(node: unknown): string {
  const { tag, text } = (node ?? {}) as Json
  const needed = typeof tag === 'string' ? neededInTag[tag] : undefined
  if (!needed) throw badParameter('message_content has wrong tag')
  for (const field of needed) {
    if (typeof (node as Json)[field] !== 'string') {
      throw badParameter(`message_content_${String(tag)}_tag's ${field} field can't be nil`)
    }
  }
  return typeof text === 'string' ? text : ''
}
