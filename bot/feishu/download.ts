import { FeishuTooLarge } from './failure.ts'

/**
 * The body, never more of it in memory than allowed: what announces more is not begun, and what turns out to be more is
 * broken off.
 */
export async function readAtMost(response: Response, most: number, call: string): Promise<Buffer> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > most) {
    await response.body?.cancel()
    throw new FeishuTooLarge(call)
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.byteLength
    // Leaving the loop cancels the stream.
    if (length > most) throw new FeishuTooLarge(call)
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
