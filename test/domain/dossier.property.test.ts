import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pending } from '../../src/domain/asks.ts'
import type { CommandType } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { byOf } from '../../src/domain/decision.ts'
import type { DomainEvent } from '../../src/domain/event.ts'
import { nextLookAt } from '../../src/domain/ladder.ts'
import type { DocNo } from '../../src/domain/numbering.ts'
import { owedDirectives } from '../../src/domain/papers.ts'
import { clockOf, isOpen, isOverdue, runningClocks } from '../../src/domain/slip.ts'
import { calendar, directory } from '../support/people.ts'
import { always, dossiersOf, eventsOf, fold, live, slipsOf } from '../support/random-life.ts'
import { randomSteps } from '../support/random-steps.ts'

function expectGapless(numbers: readonly DocNo[]): void {
  for (const series of new Set(numbers.map((no) => `${no.word}${no.year}`))) {
    const serials = numbers.filter((no) => `${no.word}${no.year}` === series).map(({ serial }) => serial)
    expect(serials.sort((a, b) => a - b)).toEqual(serials.map((_, i) => i + 1))
  }
}

/** Progress and 批示 are acts of their own each time. */
const repeatable: readonly CommandType[] = ['report_progress', 'log_monitoring', 'record_release', 'instruct']

describe('whatever random people do at random times', () => {
  it('the log folded from nothing equals the state kept step by step', () => {
    always((steps) => {
      const office = live(steps)
      for (const [id, dossier] of office.dossiers) expect(fold(office.logs.get(id) ?? [])).toEqual(dossier)
    })
  })

  it('the log read back from the database folds to the same', () => {
    always((steps) => {
      const office = live(steps)
      for (const [id, dossier] of office.dossiers) {
        const stored: DomainEvent[] = JSON.parse(JSON.stringify(office.logs.get(id) ?? []))
        expect(fold(stored)).toEqual(dossier)
        expect(JSON.parse(JSON.stringify(dossier))).toEqual(dossier)
      }
    })
  })

  it('a wish decided twice in the same sight is answered alike, and a second press changes nothing', () => {
    always((steps) => {
      live(steps, ({ command, dossier, context, decision, after }) => {
        expect(decide(command, dossier, context)).toEqual(decision)
        if (decision.kind !== 'done' || repeatable.includes(command.type)) return
        const pressed = 'matterId' in command ? command.matterId : (dossier?.matter.id ?? '')
        const second = decide(command, after.dossiers.get(pressed) ?? null, context)
        expect(second.kind, command.type).not.toBe('done')
      })
    })
  })

  it('a refused or quiet wish changes nothing and says nothing', () => {
    always((steps) => {
      live(steps, ({ decision, before, after }) => {
        if (decision.kind === 'done') return
        expect(after.dossiers).toBe(before.dossiers)
        expect(after.logs).toBe(before.logs)
        expect(after.posts).toBe(before.posts)
      })
    })
  })

  it('every fact bears the name and the instant of the one who acted', () => {
    always((steps) => {
      live(steps, ({ decision, context }) => {
        if (decision.kind !== 'done') return
        expect(decision.events.length).toBeGreaterThan(0)
        for (const { by, at } of decision.events) {
          expect(by).toEqual(byOf(context.actor))
          expect(at).toBe(context.now)
        }
      })
    })
  })

  it('numbers are unique and without gaps, in every year from one', () => {
    always((steps) => {
      const events = eventsOf(live(steps))
      expectGapless(events.flatMap((event) => (event.type === 'slip_issued' ? [event.no] : [])))
      expectGapless(events.flatMap((event) => (event.type === 'supervision_issued' ? [event.no] : [])))
      const refs = events.flatMap((event) => (event.type === 'registered' ? [event.ref] : []))
      expect(new Set(refs).size).toBe(refs.length)
    })
  })

  it('a revision is the number of facts, of the matter and of each slip', () => {
    always((steps) => {
      const office = live(steps)
      for (const { slip, log } of slipsOf(office)) expect(slip.rev).toBe(log.length)
      for (const { matter, log } of dossiersOf(office)) {
        expect(matter.rev).toBe(log.filter(({ on }) => on === 'matter').length)
      }
    })
  })

  it('an end is final: afterwards a notice may be read, a 批示 answered or written on the 呈报, a clue handed over, 问责 pursued, work praised, a 会商 written down, no more', () => {
    always((steps) => {
      live(steps, ({ before, after }) => {
        for (const { slip } of slipsOf(before).filter((one) => !isOpen(one.slip))) {
          const now = slipsOf(after).find((one) => one.slip.id === slip.id)?.slip
          const { rev: _, notices: __, directives, clues, accountabilities, praises, ...rest } = slip
          expect(
            now?.accountabilities.slice(0, accountabilities.length).map(({ proposed }) => proposed),
          ).toEqual(accountabilities.map(({ proposed }) => proposed))
          expect(now?.praises.slice(0, praises.length)).toEqual(praises)
          expect(now).toMatchObject(rest)
          const later = now?.directives.slice(directives.length) ?? []
          const reported = slip.notices.filter(({ result }) => result).map(({ n }) => n)
          expect(now?.directives.slice(0, directives.length).map(({ n }) => n)).toEqual(
            directives.map(({ n }) => n),
          )
          expect(later.filter(({ notice }) => !reported.includes(notice))).toEqual([])
          expect(now?.clues.slice(0, clues.length).map(({ n }) => n)).toEqual(clues.map(({ n }) => n))
        }
        for (const { matter } of dossiersOf(before).filter(
          (one) => one.matter.status === 'closed' || one.matter.status === 'declined',
        )) {
          // A 会商 that was called may still be held and written down.
          const { rev: _, conferences: __ = [], ...rest } = matter
          expect(after.dossiers.get(matter.id)?.matter).toMatchObject(rest)
        }
      })
    })
  })

  it('a matter is closed exactly when all its slips have ended, or when what it warned of has passed', () => {
    always((steps) => {
      live(steps, ({ after }) => {
        for (const { matter, slips } of dossiersOf(after)) {
          const lifted = Boolean(matter.watch?.lifted)
          const ended = slips.length > 0 ? !slips.some(isOpen) : lifted
          expect(matter.status === 'closed').toBe(ended)
          expect(matter.status === 'issued' || matter.status === 'closed').toBe(slips.length > 0 || lifted)
        }
      })
    })
  })

  it('the status of a slip says what is known of it', () => {
    always((steps) => {
      live(steps, ({ after, context }) => {
        for (const { slip, log } of slipsOf(after)) {
          const feedback = clockOf(slip, 'feedback')
          const answered = clockOf(slip, 'first_response')?.stoppedAt ?? null
          expect(clockOf(slip, 'receipt')?.stoppedAt ?? null).toBe(slip.receipt?.at ?? null)
          // A second answer, owed for the wrong platform, does not move the first one's time.
          const first = log.find((event) => event.type === 'first_response_reported')?.publishedAt ?? null
          expect(answered).toBe(clockOf(slip, 'first_response') ? first : null)
          if (slip.firstResponse) {
            expect(slip.firstResponse.publishedAt).toBeLessThanOrEqual(slip.firstResponse.at)
          }
          if (slip.status === 'awaiting_receipt') expect(slip.receipt).toBeNull()
          if (slip.status === 'in_hand')
            expect([slip.receipt === null, feedback?.stoppedAt]).toEqual([false, null])
          if (slip.status === 'under_review') {
            expect(feedback?.stoppedAt).toBe(slip.final?.at)
            // The public is owed its press conference whatever the office is reading.
            const owed = runningClocks(slip).map(({ name }) => name)
            expect(owed.filter((name) => name !== 'press_conference')).toEqual([])
          }
          if (slip.status === 'closed') {
            expect(slip.closed).not.toBeNull()
            expect(feedback?.stoppedAt).toBe(slip.final?.at)
            if (slip.signoff.required) expect(slip.signoff.signed).not.toBeNull()
          }
          if (slip.status === 'contested') expect(pending(slip.contests)).not.toBeNull()
          if (slip.status !== 'contested' && slip.status !== 'withdrawn')
            expect(pending(slip.contests)).toBeNull()
          if (slip.status === 'deferred') {
            expect(slip.receipt).not.toBeNull()
            expect(runningClocks(slip).map(({ name }) => name)).not.toContain('feedback')
            expect(nextLookAt(slip, calendar)).not.toBeNull()
          }
          if (!isOpen(slip)) expect(isOverdue(slip, context.now)).toBe(false)
        }
      })
    })
  })

  it('no rung is climbed twice, and after the sweep nothing is due', () => {
    always((steps) => {
      const office = live(steps, ({ command, decision, after, context }) => {
        if (command.type !== 'climb_rungs' || decision.kind === 'refused') return
        const swept = slipsOf(after).find(({ slip }) => slip.id === command.slipId)?.slip
        const look = swept ? nextLookAt(swept, calendar) : null
        const revived = decision.kind === 'done' && decision.events.some(({ type }) => type === 'revived')
        if (context.actor.kind === 'system' && !revived) {
          expect(look ?? Number.POSITIVE_INFINITY).toBeGreaterThan(context.now)
        }
      })
      for (const { slip, log } of slipsOf(office)) {
        const climbed = log.flatMap((event) => (event.type === 'rungs_climbed' ? event.rungs : []))
        expect(new Set(climbed.map(({ key }) => key)).size).toBe(climbed.length)
        expect(Object.keys(slip.rungs).sort()).toEqual(climbed.map(({ key }) => key).sort())
        const over = !isOpen(slip) && owedDirectives(slip).length === 0
        if (over) expect(nextLookAt(slip, calendar)).toBeNull()
      }
    })
  })

  it('every message has a name that exists once, and an address that exists', () => {
    always((steps) => {
      const { posts } = live(steps)
      expect(new Set(posts.map(({ key }) => key)).size).toBe(posts.length)
      for (const { to } of posts) {
        const known = 'chat' in to ? directory.bodyOfChat(to.chat) : directory.person({ openId: to.person })
        expect(known).toBeDefined()
      }
    })
  })
})

describe('the random people', () => {
  it('get far enough to be worth watching', () => {
    const seen = new Set<string>()
    const rounds = fc.sample(randomSteps, { numRuns: 2_000, seed: 20261123 })
    for (const steps of rounds) {
      for (const { type } of eventsOf(live(steps))) seen.add(type)
      if (seen.size === worthWatching.length) break
    }
    expect([...seen].sort()).toEqual(worthWatching)
  })
})

const worthWatching = [
  'accepted',
  'accountability_declined',
  'accountability_proposed',
  'accountability_transferred',
  'acknowledged',
  'amended',
  'assigned_by_phone',
  'attached',
  'attendance_confirmed',
  'clue_handed_over',
  'clue_received',
  'conference_convened',
  'conference_resolved',
  'conference_waived',
  'confidant_replaced',
  'contest_refused',
  'contested',
  'deferral_granted',
  'deferral_refused',
  'deferral_requested',
  'directive_answered',
  'draft_returned',
  'drafting_started',
  'extension_granted',
  'extension_refused',
  'extension_requested',
  'file_acknowledged',
  'final_submitted',
  'findings_shown',
  'first_response_reported',
  'formal_issued',
  'formal_returned',
  'formal_submitted',
  'group_dissolved',
  'instructed',
  'issued',
  'leaders_told',
  'limits_moved',
  'matter_attached',
  'matter_closed',
  'matter_declined',
  'matter_merged',
  'matter_rungs_climbed',
  'matter_withdrawn',
  'minutes_recorded',
  'monitoring_ended',
  'monitoring_logged',
  'monitoring_started',
  'praised',
  'progress_reported',
  'reassigned',
  'receipt_signed',
  'registered',
  'release_recorded',
  'reminded_by_office',
  'repeat_counted',
  'revived',
  'rungs_climbed',
  'sent_back',
  'signed_off',
  'signoff_requested',
  'slip_formalised',
  'slip_issued',
  'slip_withdrawn',
  'submitted',
  'supervision_declined',
  'supervision_issued',
  'supervision_proposed',
  'watch_extended',
  'watch_filed',
  'watch_lifted',
]
