import type { ListButton } from '../cards/action.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import { faultOf } from '../src/faults.ts'
import type { PostedCard } from '../src/ports.ts'
import type { InboundPress } from './feishu/inbound.ts'
import type { Reply } from './feishu/webhook.ts'
import type { PressDeps } from './press.ts'
import { standing } from './render.ts'
import { faultToast, refusedToast, unknownAct } from './toasts.ts'

type ListCard = CardRef & { readonly kind: 'list' }

/** A press on a list. The question stands with the posted card, so a button can ask for nothing that was not asked. */
export async function pressList(press: InboundPress, button: ListButton, deps: PressDeps): Promise<Reply> {
  try {
    const posted = await deps.db.read.posted(press.messageId)
    if (posted?.card.kind !== 'list') return { toast: unknownAct }
    return await turnPage(press, posted, posted.card, button, deps)
  } catch (error) {
    const { reference, code } = faultOf(error)
    deps.log.error({ reference, code, act: button.do, eventId: press.eventId, error }, 'a press failed')
    return { toast: faultToast(reference) }
  }
}

/** In a group everybody turns the page that all of them read; in private only the one who asked. */
async function turnPage(
  press: InboundPress,
  posted: PostedCard,
  { list }: ListCard,
  { page }: ListButton,
  { db, clock, execute, render }: PressDeps,
): Promise<Reply> {
  const directory = await db.read.directory()
  const reader = directory.person(press.operator)
  if (!reader) return { toast: refusedToast({ code: 'not_registered' }, clock.now()) }
  // The group may have become another body's since.
  const stands =
    list.bodyId === null
      ? reader.openId === list.asker
      : directory.bodyOfChat(posted.chatId)?.id === list.bodyId
  if (!stands) return { toast: unknownAct }
  const card: ListCard = { kind: 'list', list: { ...list, page } }
  await execute({
    keys: [press.key],
    who: press.operator,
    wish: null,
    also: async (tx) => {
      const locked = await tx.lockPosted(press.messageId)
      if (!locked) return
      await tx.setCard(locked.id, card)
      await tx.markRedraw(locked.id)
    },
  })
  const drawn = standing((await render(card)).drawing)
  return drawn ? { card: drawn } : {}
}
