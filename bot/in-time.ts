import type { Reply } from './feishu/webhook.ts'
import { stillWorking } from './toasts.ts'

/** Feishu gives up after three seconds and shows an error (card-callback-communication, 200341). */
const ANSWER_TIME = 2_500

/** The act goes on when its time is up; the person reads that it does, and the card is redrawn when it is done. */
export async function inTime(reply: Promise<Reply>): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve({ toast: stillWorking }), ANSWER_TIME)
  })
  try {
    return await Promise.race([reply, late])
  } finally {
    clearTimeout(timer)
  }
}
