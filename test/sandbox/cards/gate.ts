import { refusals } from '../platform/refuse.ts'
import type { Json, SandboxMessage, World } from '../world.ts'
import { cardRefusal } from './refusal.ts'
import { validateCard } from './validate.ts'

const maxBytes = 30 * 1024

/** Lets a card in, or throws what the platform says to it. Used wherever a card enters: send, reply, change, answer. */
export function checkCard(world: World, card: Json, bytes: number): void {
  const verdict = validateCard(card, {
    userExists: (id) => world.people.has(id) || id === world.bot.openId,
    // Nothing can be uploaded here, so no image key is known.
    imageExists: () => false,
  })
  if (bytes > maxBytes) throw refusals.tooLong()
  for (const warning of verdict.warnings) world.warnings.push({ at: world.clock.now(), ...warning })
}

/** A card of schema 2.0 is never replaced by one of 1.0. */
export function refuseDowngrade(message: SandboxMessage, card: Json): void {
  if (message.card?.schema === '2.0' && card.schema !== '2.0') {
    throw cardRefusal('C25', 200830, 'schemaV2 card can not change schemaV1')
  }
}

/** While a press waits for its answer the card cannot be changed. */
export function refuseLocked(message: SandboxMessage): void {
  if (message.state === 'clicked') throw cardRefusal('C26', 11310, 'card action is lock')
}
