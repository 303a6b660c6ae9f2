import fc from 'fast-check'
import { type Dossier, evolve } from '../../src/domain/dossier.ts'
import type { DomainEvent, SlipEvent } from '../../src/domain/event.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { emptyOffice, type RandomOffice, type Taken, takeStep } from './random-office.ts'
import { randomSteps, type Step } from './random-steps.ts'

/** Lets random people do random things, looking on at every step; gives the office they leave behind. */
export function live(steps: readonly Step[], look: (taken: Taken) => void = () => {}): RandomOffice {
  return steps.reduce((office, step) => {
    const taken = takeStep(office, step)
    look(taken)
    return taken.after
  }, emptyOffice)
}

export function always(claim: (steps: readonly Step[]) => void): void {
  fc.assert(fc.property(randomSteps, claim), { numRuns: 40 })
}

export function fold(log: readonly DomainEvent[]): Dossier | null {
  return log.reduce<Dossier | null>(evolve, null)
}

export function eventsOf(office: RandomOffice): readonly DomainEvent[] {
  return [...office.logs.values()].flat()
}

export function dossiersOf(
  office: RandomOffice,
): readonly (Dossier & { readonly log: readonly DomainEvent[] })[] {
  return [...office.dossiers].map(([id, dossier]) => ({ ...dossier, log: office.logs.get(id) ?? [] }))
}

export function slipsOf(office: RandomOffice): readonly { slip: Slip; log: readonly SlipEvent[] }[] {
  return dossiersOf(office).flatMap(({ slips, log }) =>
    slips.map((slip) => ({
      slip,
      log: log.filter((event): event is SlipEvent => event.on === 'slip' && event.id === slip.id),
    })),
  )
}
