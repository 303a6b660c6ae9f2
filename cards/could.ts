import { slipGate } from '../src/domain/decide-slip.ts'
import { perSeries } from '../src/domain/decision.ts'
import type { BodyId, Role } from '../src/domain/directory.ts'
import type { Slip } from '../src/domain/slip.ts'
import type { Scene } from './scene.ts'

/**
 * Whether a button is worth showing: the core's own gate is asked for a stand-in who holds the role, so that what
 * stands on the card and what is decided cannot drift apart. Whose press it will be is judged when it comes.
 */
function couldBegin(
  act: keyof typeof slipGate,
  slip: Slip,
  { now, directory, calendar, policy }: Scene,
  bodyId: BodyId,
  role: Role,
): boolean {
  const person = { openId: '', unionId: null, userId: null, name: '', phone: null }
  return (
    slipGate[act](slip, {
      now,
      directory,
      calendar,
      policy,
      actor: { kind: 'person', person: { ...person, posts: [{ bodyId, roles: [role] }] } },
      next: perSeries(() => 1),
    }) === null
  )
}

/** Whether a handler of the unit could begin the act as the slip stands. */
export function unitCould(act: keyof typeof slipGate, slip: Slip, scene: Scene): boolean {
  return couldBegin(act, slip, scene, slip.unitId, 'handler')
}

/** Whether an approver of the office could begin the act as the slip stands. */
export function officeCould(act: keyof typeof slipGate, slip: Slip, scene: Scene): boolean {
  return couldBegin(act, slip, scene, slip.officeId, 'approver')
}
