import { describe, expect, it } from 'vitest'
import { dueRungs } from '../../src/domain/ladder.ts'
import { clockOf, runningClocks } from '../../src/domain/slip.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { amend, contest } from '../support/ask-wishes.ts'
import {
  closedSlip,
  contestedSlip,
  deferredSlip,
  issuedSlip,
  signedSlip,
  slipUnderReview,
} from '../support/builders.ts'
import { calendar, on, TUESDAY_0900, 周建国, 水务集团, 王立 } from '../support/people.ts'
import { signReceipt, submitFinal, yellowWater } from '../support/wishes.ts'

const demand = '请核实水质，公布检测结果。'
const term = { kind: 'workdays', n: 3 } as const

describe('更正', () => {
  it('tells what differs, from what to what, and who changed it why', () => {
    const amended = signedSlip().when(amend({ summary: '早晚放水都是黄的。' }), 周建国)
    expect(amended.outcome).toBe('done')
    expect(amended.slip.amendments).toMatchObject([
      {
        n: 1,
        rev: amended.slip.rev,
        by: { name: '周建国' },
        reason: '小区名称有误。',
        changes: [
          { field: 'title', from: yellowWater.title, to: '云溪区翠湖东苑自来水发黄半个月' },
          { field: 'summary', from: yellowWater.summary, to: '早晚放水都是黄的。' },
        ],
        deadline: null,
        receiptAgain: false,
      },
    ])
    expect(amended.slip.brief).toEqual({
      ...signedSlip().slip.brief,
      title: '云溪区翠湖东苑自来水发黄半个月',
      summary: '早晚放水都是黄的。',
    })
  })

  it('of words leaves receipt, clocks and state as they are', () => {
    for (const before of [issuedSlip(), signedSlip(), contestedSlip(), deferredSlip()]) {
      const amended = before.after(amend(), 周建国)
      expect(amended.slip).toMatchObject({ status: before.slip.status, receipt: before.slip.receipt })
      expect(amended.slip.clocks).toEqual(before.slip.clocks)
    }
  })

  it('can take a wrong link away, and put one in', () => {
    const bare = signedSlip().after(amend({ link: null, title: yellowWater.title }), 周建国)
    expect(bare.slip.brief.link).toBeNull()
    expect(bare.slip.amendments[0]?.changes).toEqual([{ field: 'link', from: yellowWater.link, to: '' }])
    const link = 'https://bbs.example.cn/t/3302'
    expect(bare.after(amend({ link }), 周建国).slip.brief.link).toBe(link)
  })

  it('leaves the draft that was approved, and the other units’ slips, as they were', () => {
    const amended = signedSlip().after(amend({ demand }), 周建国)
    expect(amended.matter.draft?.demand).toBe(yellowWater.demand)
  })

  it('is refused when nothing differs', () => {
    expect(signedSlip().when(amend({ title: yellowWater.title }), 周建国).outcome).toBe(
      'refused:nothing_amended',
    )
  })

  it('is refused on a card that showed the slip before the last 更正', () => {
    const shown = signedSlip()
    const amended = shown.after(amend({ demand }), 周建国)
    expect(amended.when(amend({ seenRev: shown.slip.rev }), 周建国).outcome).toBe('refused:stale_card')
    const signed = amended.after(signReceipt(), 王立)
    expect(signed.when(amend({ seenRev: amended.slip.rev, link: null }), 周建国).outcome).toBe('done')
  })

  it('comes too late for a report under review, and for a closed slip', () => {
    expect(slipUnderReview().when(amend(), 周建国).outcome).toBe('refused:slip_under_review')
    expect(closedSlip().when(amend(), 周建国).outcome).toBe('refused:slip_closed')
  })

  it('is told in the unit’s group, each time', () => {
    const once = signedSlip().after(amend(), 周建国)
    expect(once.posts).toMatchObject([{ to: { chat: 水务集团.chatId }, key: 'amended/1/matter-1-1' }])
    expect(once.after(amend({ demand }), 周建国).posts[0]?.key).toBe('amended/2/matter-1-1')
  })
})

describe('更正 of the demand', () => {
  it('asks for the receipt again, with a limit of its own from now on', () => {
    const amended = signedSlip().after(amend({ demand }), 周建国, TUESDAY_0900)
    expect(amended.slip).toMatchObject({ status: 'awaiting_receipt', receipt: null })
    expect(amended.slip.amendments[0]).toMatchObject({ receiptAgain: true, deadline: null })
    expect(clockOf(amended.slip, 'receipt')).toMatchObject({
      since: amended.slip.rev,
      stoppedAt: null,
      deadline: { start: TUESDAY_0900, at: on('2026-11-24 14:30') },
    })
    expect(clockOf(amended.slip, 'feedback')).toEqual(clockOf(signedSlip().slip, 'feedback'))
  })

  it('of a report that is overdue still leaves the time of a first receipt', () => {
    const late = signedSlip().after(amend({ demand }), 周建国, on('2026-12-02 09:00'))
    expect(clockOf(late.slip, 'receipt')?.deadline.at).toBe(on('2026-12-02 14:30'))
  })

  it('is signed for like the first, and until then nothing else is taken', () => {
    const amended = signedSlip().after(amend({ demand }), 周建国, TUESDAY_0900)
    expect(amended.when(submitFinal(), 王立).outcome).toBe('refused:receipt_first')
    const signed = amended.after(signReceipt(), 王立)
    expect(signed.slip).toMatchObject({
      status: 'in_hand',
      receipt: { by: { name: '王立' }, at: signed.now, rev: amended.slip.rev },
    })
    expect(signed.log.filter(({ type }) => type === 'receipt_signed')).toHaveLength(2)
    expect(runningClocks(signed.slip).map(({ name }) => name)).toEqual(['first_response', 'feedback'])
  })

  it('is reminded of by rungs of its own', () => {
    const amended = signedSlip().after(amend({ demand }), 周建国, TUESDAY_0900)
    const keys = dueRungs(amended.slip, calendar, on('2026-11-24 14:30')).map(({ key }) => key)
    expect(keys).toEqual([`receipt.urge.1@${amended.slip.rev}`])
  })

  it('before the first receipt changes nothing about it', () => {
    const amended = issuedSlip().after(amend({ demand }), 周建国)
    expect(amended.slip.amendments[0]?.receiptAgain).toBe(false)
    expect(amended.slip.clocks).toEqual(issuedSlip().slip.clocks)
  })
})

describe('更正 of the limit', () => {
  it('restarts the feedback clock from now, and asks for the receipt again', () => {
    const amended = signedSlip().after(amend({ term }), 周建国, TUESDAY_0900)
    expect(clockOf(amended.slip, 'feedback')).toMatchObject({
      since: amended.slip.rev,
      given: { kind: 'workdays', n: 5 },
      deadline: { start: TUESDAY_0900, at: on('2026-11-27 17:30'), term },
    })
    expect(amended.slip.status).toBe('awaiting_receipt')
    expect(clockOf(amended.slip, 'first_response')).toEqual(clockOf(signedSlip().slip, 'first_response'))
  })

  it('never lets the receipt be due after the report', () => {
    const amended = signedSlip().after(amend({ term: { kind: 'hours', n: 2 } }), 周建国, TUESDAY_0900)
    expect(clockOf(amended.slip, 'feedback')?.deadline.at).toBe(on('2026-11-24 11:00'))
    expect(clockOf(amended.slip, 'receipt')?.deadline.at).toBe(on('2026-11-24 11:00'))
  })

  it('alone is a 更正, too', () => {
    const amended = signedSlip().when(amend({ title: yellowWater.title, term }), 周建国)
    expect(amended.outcome).toBe('done')
    expect(amended.slip.amendments[0]?.changes).toEqual([])
  })

  it('of a slip not yet signed for leaves the limit of the receipt', () => {
    const amended = issuedSlip().after(amend({ term }), 周建国, TUESDAY_0900)
    expect(clockOf(amended.slip, 'receipt')).toEqual(clockOf(issuedSlip().slip, 'receipt'))
    expect(clockOf(amended.slip, 'feedback')?.deadline.at).toBe(on('2026-11-27 17:30'))
  })

  it('is refused with a date that has passed', () => {
    const until = amend({ term: { kind: 'until', at: TUESDAY_0900 } })
    expect(signedSlip().when(until, 周建国, TUESDAY_0900).outcome).toBe('refused:term_not_in_future')
    expect(signedSlip().when(until, 周建国, TUESDAY_0900 - MINUTE).outcome).toBe('done')
  })
})

describe('更正 of demand or limit while something else is open', () => {
  it('waits for the ruling on a contest', () => {
    const contested = signedSlip().after(contest(), 王立)
    for (const change of [{ demand }, { term }]) {
      expect(contested.when(amend(change), 周建国).outcome).toBe('refused:slip_contested')
    }
  })

  it('waits for the day a deferral promised', () => {
    for (const change of [{ demand }, { term }]) {
      expect(deferredSlip().when(amend(change), 周建国).outcome).toBe('refused:slip_deferred')
    }
  })
})

describe('更正 of the level, when a matter spreads', () => {
  it('brings nearer limits from now on, asks for the receipt again and may want a signature', () => {
    const raised = signedSlip().after(amend({ level: 'major' }), 周建国, TUESDAY_0900)
    expect(raised.slip.brief.level).toBe('major')
    expect(raised.slip.amendments[0]?.changes).toContainEqual({
      field: 'level',
      from: 'ordinary',
      to: 'major',
    })
    expect(clockOf(raised.slip, 'feedback')?.deadline.at).toBe(on('2026-11-27 17:30'))
    expect(raised.slip).toMatchObject({ status: 'awaiting_receipt', signoff: { required: true } })
    // 24 hours from now would be no sooner than the 48 from issue, so the first limit stays.
    expect(clockOf(raised.slip, 'first_response')).toEqual(clockOf(signedSlip().slip, 'first_response'))
  })

  it('brings the public answer nearer too, while it is owed', () => {
    const raised = signedSlip().after(amend({ level: 'extraordinary' }), 周建国, TUESDAY_0900)
    expect(clockOf(raised.slip, 'first_response')?.deadline.at).toBe(on('2026-11-24 14:00'))
  })

  it('never puts a limit off: a lower level leaves them as they were', () => {
    const grave = signedSlip({ draft: { level: 'major' } })
    const lowered = grave.after(amend({ level: 'ordinary' }), 周建国)
    expect(lowered.slip.clocks).toEqual(grave.slip.clocks)
    expect(lowered.slip).toMatchObject({ brief: { level: 'ordinary' }, signoff: { required: false } })
  })

  it('gives way to a limit that was named with it', () => {
    const raised = signedSlip().after(amend({ level: 'major', term }), 周建国, TUESDAY_0900)
    expect(clockOf(raised.slip, 'feedback')?.deadline.term).toEqual(term)
  })
})
