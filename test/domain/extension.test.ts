import { describe, expect, it } from 'vitest'
import { dueRungs } from '../../src/domain/ladder.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { clockOf, isOverdue, overdueBy, runningClocks, type Slip } from '../../src/domain/slip.ts'
import { DAY, dayOf, HOUR, type Instant, MINUTE, timeOfDay } from '../../src/domain/time.ts'
import {
  grantExtension,
  refuseContest,
  refuseExtension,
  requestDeferral,
  requestExtension,
} from '../support/ask-wishes.ts'
import { deferredSlip, extensionAsked, issuedSlip, signedSlip } from '../support/builders.ts'
import { calendar, on, 周建国, 林晓燕, 水务集团, 王立, 网信办, 陈燕 } from '../support/people.ts'
import { acceptFeedback, reportFirstResponse, sendBack, submitFinal } from '../support/wishes.ts'

const DUE = on('2026-11-30 17:30')
const UNTIL = on('2026-12-03 17:30')

const limitOf = (slip: Slip): Instant | undefined => clockOf(slip, 'feedback')?.deadline.at
const show = (at: Instant) => `${dayOf(at)} ${timeOfDay(at)}`

describe('asking for 延期', () => {
  it('notes the reason, what was done so far, the limit in force and the one wished for', () => {
    const asked = signedSlip().when(requestExtension(UNTIL), 王立)
    expect(asked.outcome).toBe('done')
    expect(asked.slip.extensions).toMatchObject([
      { n: 1, asked: { by: { name: '王立' }, due: DUE, until: UNTIL }, ruling: null },
    ])
    expect(asked.slip.status).toBe('in_hand')
  })

  it('moves nothing by itself: the limit stands until 市网信办 has ruled', () => {
    const before = signedSlip()
    expect(before.after(requestExtension(), 王立).slip.clocks).toEqual(before.slip.clocks)
  })

  it('is possible to the last minute, and too late at the limit', () => {
    const until = requestExtension(UNTIL)
    expect(signedSlip().when(until, 王立, DUE - MINUTE).outcome).toBe('done')
    expect(signedSlip().when(until, 王立, DUE).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'extension_too_late', due: DUE },
    })
  })

  it.each([
    ['ordinary', 'done'],
    ['serious', 'done'],
    ['major', 'refused:extension_not_for_urgent'],
    ['extraordinary', 'refused:extension_not_for_urgent'],
  ] as const)('of a %s matter: %s', (level, outcome) => {
    expect(signedSlip({ draft: { level } }).when(requestExtension(), 王立).outcome).toBe(outcome)
  })

  it('must be for later than the limit in force', () => {
    for (const until of [DUE, DUE - DAY, on('2026-11-20 09:00')]) {
      expect(signedSlip().when(requestExtension(until), 王立).decision).toEqual({
        kind: 'refused',
        refusal: { code: 'extension_not_later', due: DUE },
      })
    }
  })

  it('reaches ten working days beyond the first limit, and not a minute further', () => {
    const latest = on('2026-12-14 17:30')
    expect(signedSlip().when(requestExtension(latest), 王立).outcome).toBe('done')
    expect(signedSlip().when(requestExtension(latest + MINUTE), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'extension_too_long', latest },
    })
  })

  it('is quiet while one waits, whoever of the unit presses', () => {
    const asked = extensionAsked()
    expect(asked.when(requestExtension(), 陈燕).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_asked', by: '王立', at: asked.now },
    })
  })

  it('has no meaning while the feedback clock is suspended by a deferral', () => {
    expect(deferredSlip().when(requestExtension(UNTIL), 王立).outcome).toBe('refused:slip_deferred')
  })

  it('comes after 确认签收, and not while the office reviews', () => {
    expect(issuedSlip().when(requestExtension(), 王立).outcome).toBe('refused:receipt_first')
    expect(signedSlip().after(submitFinal(), 王立).when(requestExtension(), 王立).outcome).toBe(
      'quiet:already_submitted',
    )
  })
})

describe('a granted 延期', () => {
  it('moves the feedback limit only, and keeps the old one in the history', () => {
    const before = extensionAsked()
    const granted = before.when(grantExtension(), 林晓燕)
    expect(granted.outcome).toBe('done')
    expect(limitOf(granted.slip)).toBe(UNTIL)
    expect(granted.slip.extensions[0]).toMatchObject({
      asked: { due: DUE, until: UNTIL },
      ruling: { kind: 'granted', by: { name: '林晓燕' }, deadline: { at: UNTIL } },
    })
    for (const name of ['receipt', 'first_response'] as const) {
      expect(clockOf(granted.slip, name)).toEqual(clockOf(before.slip, name))
    }
    expect(clockOf(granted.slip, 'feedback')?.given).toEqual({ kind: 'workdays', n: 5 })
  })

  it('counts as on time however late it was ruled on, when it was asked for before the limit', () => {
    const asked = extensionAsked({}, DUE - MINUTE).after(reportFirstResponse(DUE - DAY), 王立)
    const urged = asked.sweep(DUE + HOUR)
    expect(isOverdue(urged.slip, DUE + HOUR)).toBe(true)
    const granted = urged.after(grantExtension(), 林晓燕, on('2026-12-02 16:00'))
    expect(isOverdue(granted.slip, granted.now)).toBe(false)
    const closed = granted
      .after(submitFinal(), 王立, UNTIL - MINUTE)
      .after(acceptFeedback(), 林晓燕, UNTIL + 9 * DAY)
    const clock = clockOf(closed.slip, 'feedback')
    expect(clock && overdueBy(clock, closed.now)).toBe(0)
  })

  it('counts as on time also when ruled on after the new limit: what was handed in meanwhile was timely', () => {
    const submitted = extensionAsked({}, DUE - MINUTE).after(submitFinal(), 王立, UNTIL - HOUR)
    const granted = submitted.when(grantExtension(), 林晓燕, UNTIL + 2 * DAY)
    expect(granted.outcome).toBe('done')
    const clock = clockOf(granted.slip, 'feedback')
    expect(clock && overdueBy(clock, granted.now)).toBe(0)
  })

  it('leaves a report under review where it is: no clock runs, nobody is reminded', () => {
    const granted = extensionAsked().after(submitFinal(), 王立).after(grantExtension(), 林晓燕)
    expect(granted.slip.status).toBe('under_review')
    expect(runningClocks(granted.slip)).toEqual([])
    expect(dueRungs(granted.slip, calendar, UNTIL + 30 * DAY)).toEqual([])
  })

  it('earns reminders of its own for the moved limit', () => {
    const granted = extensionAsked().sweep(on('2026-11-27 17:30')).after(grantExtension(), 林晓燕)
    const since = granted.slip.rev
    const plan = dueRungs(granted.slip, calendar, on('2027-01-04 09:00'))
    expect(
      plan.filter(({ key }) => key.startsWith('feedback')).map(({ key, due }) => `${show(due)} ${key}`),
    ).toEqual([
      `2026-12-02 17:30 feedback.remind@${since}`,
      `2026-12-03 17:30 feedback.urge.1@${since}`,
      `2026-12-04 17:30 feedback.urge.2@${since}`,
      `2026-12-08 17:30 feedback.escalate@${since}`,
    ])
  })

  it('uses up the one a slip may have', () => {
    const granted = extensionAsked().after(grantExtension(), 林晓燕)
    expect(granted.when(requestExtension(), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'extension_used_up', max: 1 },
    })
  })

  it('of several, where the policy allows them, are reckoned together from the first limit', () => {
    const policy = { extension: { ...defaultPolicy.extension, times: 2 } }
    const once = signedSlip({ policy })
      .after(requestExtension(on('2026-12-10 12:00')), 王立)
      .after(grantExtension(), 林晓燕)
    const latest = on('2026-12-14 17:30')
    expect(once.when(requestExtension(latest + MINUTE), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'extension_too_long', latest },
    })
    const twice = once.after(requestExtension(latest), 王立).after(grantExtension(), 周建国)
    expect(limitOf(twice.slip)).toBe(latest)
    expect(twice.when(requestExtension(), 王立).outcome).toBe('refused:extension_used_up')
  })

  it('never shortens a limit that 退回重办 has moved beyond it meanwhile', () => {
    const later = on('2026-12-10 12:00')
    const back = extensionAsked()
      .after(submitFinal(), 王立)
      .after(sendBack({ term: { kind: 'until', at: later } }), 林晓燕)
    expect(back.when(grantExtension(), 林晓燕).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'extension_not_later', due: later },
    })
    expect(back.when(refuseExtension(), 林晓燕).outcome).toBe('done')
  })
})

describe('a shorter 延期 than was asked for', () => {
  it('is granted to the date the office names', () => {
    const until = on('2026-12-01 12:00')
    const ruled = extensionAsked().when(refuseExtension({ until }), 林晓燕)
    expect(ruled.facts.map(({ type }) => type)).toEqual(['extension_granted'])
    expect(limitOf(ruled.slip)).toBe(until)
    expect(ruled.slip.extensions[0]?.asked.until).toBe(UNTIL)
  })

  it('must still be later than the limit, lie ahead, and keep to the whole length', () => {
    const asked = extensionAsked()
    expect(asked.when(refuseExtension({ until: DUE }), 林晓燕).outcome).toBe('refused:extension_not_later')
    const past = asked.when(refuseExtension({ until: DUE + HOUR }), 林晓燕, DUE + HOUR)
    expect(past.outcome).toBe('refused:extension_not_later')
    expect(asked.when(refuseExtension({ until: DUE + 60 * DAY }), 林晓燕).outcome).toBe(
      'refused:extension_too_long',
    )
  })
})

describe('不同意延期', () => {
  it('keeps the reason and leaves the limit', () => {
    const before = extensionAsked()
    const refused = before.when(refuseExtension(), 林晓燕)
    expect(refused.slip.extensions[0]?.ruling).toMatchObject({
      kind: 'refused',
      by: { name: '林晓燕' },
      reason: '网民反映集中，不宜再拖。',
    })
    expect(refused.slip.clocks).toEqual(before.slip.clocks)
  })

  it('does not use it up: with a better reason it may be asked for again', () => {
    const again = extensionAsked().after(refuseExtension(), 林晓燕).when(requestExtension(), 王立)
    expect(again.outcome).toBe('done')
    expect(again.slip.extensions.map(({ n }) => n)).toEqual([1, 2])
  })
})

describe('a ruling on 延期', () => {
  it('is quiet the second time, whichever way', () => {
    const granted = extensionAsked().after(grantExtension(), 林晓燕)
    const quiet = { code: 'already_ruled', by: '林晓燕', at: granted.now }
    expect(granted.when(grantExtension(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    expect(granted.when(refuseExtension(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
  })

  it('pressed on the card of an earlier ask rules on nothing', () => {
    const first = extensionAsked().after(refuseExtension(), 林晓燕)
    const second = first.after(requestExtension(UNTIL - DAY), 王立)
    expect(second.when(grantExtension(1), 周建国).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_ruled', by: '林晓燕', at: first.now },
    })
    expect(second.when(refuseExtension({ n: 1 }), 周建国).outcome).toBe('quiet:already_ruled')
    expect(limitOf(second.after(grantExtension(2), 周建国).slip)).toBe(UNTIL - DAY)
  })

  it('is asked for in the office’s group and told in the unit’s, at once', () => {
    const night = on('2026-11-26 23:00')
    const asked = extensionAsked({}, night)
    expect(asked.posts).toMatchObject([
      { to: { chat: 网信办.chatId }, key: 'ask/extension/1/matter-1-1', notBefore: night },
    ])
    for (const ask of [grantExtension(), refuseExtension()]) {
      expect(asked.after(ask, 林晓燕, night).posts).toMatchObject([
        { to: { chat: 水务集团.chatId }, key: 'ruling/extension/1/matter-1-1', notBefore: night },
      ])
    }
  })

  it('is refused where nothing was asked, or something else was', () => {
    expect(signedSlip().when(grantExtension(), 林晓燕).outcome).toBe('refused:nothing_asked')
    const other = signedSlip().after(requestDeferral(), 王立)
    expect(other.when(grantExtension(), 林晓燕).outcome).toBe('refused:nothing_asked')
    expect(other.when(refuseContest(), 林晓燕).outcome).toBe('refused:nothing_asked')
    expect(extensionAsked().when(grantExtension(7), 林晓燕).outcome).toBe('refused:not_found')
  })
})
