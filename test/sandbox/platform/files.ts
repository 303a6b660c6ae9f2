import type { Json, World } from '../world.ts'
import type { FileAnswer, Incoming, Route } from './calls.ts'
import { ApiRefusal, fieldFailed, refusals } from './refuse.ts'

const uploadLimit = 30 * 1024 * 1024
const downloadLimit = 100 * 1024 * 1024
const uploadTypes = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']

/** Files of messages, and files the bot uploads to send. */
export function fileRoutes(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
      binary: true,
      handle: (call) => resource(world, call),
    },
    { method: 'POST', path: '/open-apis/im/v1/files', form: true, handle: (call) => upload(world, call) },
  ]
}

function resource(world: World, call: Incoming): FileAnswer {
  const type = call.query('type')
  if (type !== 'image' && type !== 'file') throw invalid()
  const message = world.messages.get(call.param('message_id'))
  if (!message) throw invalid()
  const chat = world.chats.get(message.chatId)
  if (!chat?.botIn) throw new ApiRefusal(400, 234004, 'App not in chat.', 'F3')
  if (message.state === 'recalled') throw refusals.recalled()
  if (message.card) throw new ApiRefusal(400, 234043, 'Unsupported message type.', 'F3')
  const key = call.param('file_key')
  const file = message.files?.includes(key) ? world.files.get(key) : undefined
  if (!file) throw new ApiRefusal(400, 234003, 'File not in msg.', 'F3')
  if (file.type !== type) throw invalid()
  if (chat.restricted) throw new ApiRefusal(400, 234038, 'The chat is in restricted mode.', 'F3')
  if (file.bytes.length > downloadLimit) throw tooLargeToGive()
  return {
    bytes: file.bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${encodeURIComponent(file.name ?? 'image')}"`,
    },
  }
}

export function tooLargeToGive(): ApiRefusal {
  return new ApiRefusal(400, 234037, 'Downloaded file size exceeds limit.', 'F3')
}

async function upload(world: World, call: Incoming): Promise<Json> {
  const form = await call.form()
  const { file, file_name: name, file_type: type } = Object.fromEntries(form)
  if (typeof type !== 'string' || !uploadTypes.includes(type)) throw invalid()
  if (typeof name !== 'string' || name === '') throw fieldFailed('file_name is required')
  if (!(file instanceof Blob)) throw fieldFailed('file is required')
  if (file.size === 0) throw new ApiRefusal(400, 234010, "File's size can't be 0.", 'F3')
  if (file.size > uploadLimit) throw new ApiRefusal(400, 234006, 'The file size exceed the max value.', 'F3')
  const bytes = Buffer.from(await file.arrayBuffer())
  return { file_key: world.keepFile({ type: 'file', name, bytes, byBot: true }) }
}

function invalid(): ApiRefusal {
  return new ApiRefusal(400, 234001, 'Invalid request param.', 'F3')
}
