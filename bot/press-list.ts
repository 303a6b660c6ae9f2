import type { ListButton } from '../cards/action.ts'
import { tableLines } from '../cards/wording-lists.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import type { Person } from '../src/domain/directory.ts'
import { MINUTE } from '../src/domain/time.ts'
import { faultOf } from '../src/faults.ts'
import type { InboundPress } from './feishu/inbound.ts'
import type { Reply } from './feishu/webhook.ts'
import type { PressDeps } from './press.ts'
import { standing } from './render.ts'
import { faultToast, refusedToast, unknownAct } from './toasts.ts'

type ListCard = CardRef & { readonly kind: 'list' }

interface Pressed {
  readonly press: InboundPress
  readonly card: ListCard
  readonly reader: Person
}

/** A press on a list. The question stands with the posted card, so a button can ask for nothing that was not asked. */
export async function pressList(press: InboundPress, button: ListButton, deps: PressDeps): Promise<Reply> {
  try {
    const posted = await deps.db.read.posted(press.messageId)
    if (posted?.card.kind !== 'list') return { toast: unknownAct }
    const { card } = posted
    const directory = await deps.db.read.directory()
    const reader = directory.person(press.operator)
    if (!reader) return { toast: refusedToast({ code: 'not_registered' }, deps.clock.now()) }
    const { bodyId, asker } = card.list
    // A private list is its asker's alone, and a group may have become another body's since.
    const stands =
      bodyId === null ? reader.openId === asker : directory.bodyOfChat(posted.chatId)?.id === bodyId
    if (!stands) return { toast: unknownAct }
    const pressed = { press, card, reader }
    return button.do === 'turn_page'
      ? await turnPage(pressed, button.page, deps)
      : await exportTable(pressed, deps)
  } catch (error) {
    const { reference, code } = faultOf(error)
    deps.log.error({ reference, code, act: button.do, eventId: press.eventId, error }, 'a press failed')
    return { toast: faultToast(reference) }
  }
}

/** In a group everybody turns the page that all of them read. */
async function turnPage(
  { press, card }: Pressed,
  page: number,
  { execute, render }: PressDeps,
): Promise<Reply> {
  const turned: ListCard = { kind: 'list', list: { ...card.list, page } }
  await execute({
    keys: [press.key],
    who: press.operator,
    wish: null,
    also: async (tx) => {
      const locked = await tx.lockPosted(press.messageId)
      if (!locked) return
      await tx.setCard(locked.id, turned)
      await tx.markRedraw(locked.id)
    },
  })
  const drawn = standing((await render(turned)).drawing)
  return drawn ? { card: drawn } : {}
}

/** Whoever presses is sent their own part of the ledger, which may be more or less than the group reads. */
async function exportTable(
  { press, card: { list }, reader }: Pressed,
  { execute, clock }: PressDeps,
): Promise<Reply> {
  const { openId } = reader
  const own = { ...list, asker: openId, bodyId: null, restOf: null, page: 0 }
  const outcome = await execute({
    // A thumb that presses twice asks once.
    keys: [press.key, `n:export/${press.messageId}/${openId}/${Math.floor(clock.now() / MINUTE)}`],
    who: press.operator,
    wish: null,
    answers: () => [{ to: { person: openId }, replyTo: null, card: { kind: 'list_file', list: own } }],
  })
  if (outcome.kind === 'repeat') return { toast: { type: 'info', content: tableLines.again } }
  const content = list.bodyId === null ? tableLines.pressedHere : tableLines.pressedInGroup
  return { toast: { type: 'success', content } }
}
