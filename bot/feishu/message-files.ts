/** A file or picture in a message. `other`, a video or a folder, is never taken. A picture has no name of its own. */
export interface FileRef {
  readonly type: 'file' | 'image' | 'other'
  readonly key: string
  readonly name: string | null
}

interface Fields {
  readonly [key: string]: unknown
}

/** What files a message holds, in order: the message itself, or the pictures and videos within a post. */
export function filesIn(messageType: string, content: string): readonly FileRef[] {
  const body = fieldsOf(content)
  switch (messageType) {
    case 'file':
      return refOf('file', body.file_key, body.file_name)
    case 'image':
      return refOf('image', body.image_key)
    case 'post':
      return partsOf(body).flatMap(({ tag, image_key, file_key }) =>
        tag === 'img' ? refOf('image', image_key) : tag === 'media' ? refOf('other', file_key) : [],
      )
    case 'media':
    case 'folder':
      return refOf('other', body.file_key)
    default:
      return []
  }
}

function refOf(type: FileRef['type'], key: unknown, name?: unknown): readonly FileRef[] {
  if (typeof key !== 'string' || key === '') return []
  return [{ type, key, name: typeof name === 'string' && name !== '' ? name : null }]
}

/** A post arrives bare; one that is read back may stand under its language. */
function partsOf(body: Fields): readonly Fields[] {
  const post = Array.isArray(body.content)
    ? body
    : ([body.zh_cn, body.en_us, body.ja_jp].find(isFields) ?? {})
  const lines: readonly unknown[] = Array.isArray(post.content) ? post.content : []
  return lines.flat().filter(isFields)
}

function fieldsOf(content: string): Fields {
  try {
    const body: unknown = JSON.parse(content)
    return isFields(body) ? body : {}
  } catch {
    return {}
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
