import { describe, expect, it } from 'vitest'
import { dutiesOf, matterLookAt } from '../../src/domain/duties.ts'
import type { ClockName } from '../../src/domain/policy.ts'
import { clockOf, owesPublicAnswer, runningClocks } from '../../src/domain/slip.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { draftingMatter, freshOffice, issuedSlip, phonedMatter, type Story } from '../support/builders.ts'
import {
  on,
  system,
  住建局,
  刘国强,
  周建国,
  孙倩,
  市领导,
  林晓燕,
  水务集团,
  王立,
  网信办,
  高远,
} from '../support/people.ts'
import {
  assignUrgently,
  bang,
  issueFormal,
  recordRelease,
  returnFormal,
  submitFormal,
  waiveConference,
} from '../support/urgent-wishes.ts'
import {
  acceptFeedback,
  acknowledge,
  climbMatterRungs,
  instruct,
  register,
  reportFirstResponse,
  reportProgress,
  sendBack,
  signOff,
  signReceipt,
  submitFinal,
} from '../support/wishes.ts'

/* A bang at 12:20; 林晓燕 calls 市水务集团 (which stands in for the zone) at 12:40 and enters the call at 12:41. */
const CALL = on('2026-11-23 12:40')
const ENTERED = on('2026-11-23 12:41')

const limitOf = (story: Story, name: ClockName, n = 1) => {
  const slip = story.slips[n - 1]
  return slip && clockOf(slip, name)?.deadline.at
}

describe('紧急交办', () => {
  it('is one decision: the matter issued, a numbered slip for every unit, the watch begun, two offices told', () => {
    const { facts, matter, slips } = phonedMatter()
    expect(facts.map(({ type }) => type)).toEqual([
      'assigned_by_phone',
      'slip_issued',
      'slip_issued',
      'monitoring_started',
      'leaders_told',
      'leaders_told',
    ])
    expect(matter).toMatchObject({ status: 'issued', approved: null, phone: { call: { at: CALL } } })
    expect(slips.map(({ no, unitId, provisional }) => [no.serial, unitId, provisional])).toEqual([
      [1, 水务集团.id, true],
      [2, 住建局.id, true],
    ])
  })

  it('starts every clock at the call, not when it is entered', () => {
    const phoned = phonedMatter()
    expect(limitOf(phoned, 'receipt')).toBe(CALL + 30 * MINUTE)
    expect(limitOf(phoned, 'authoritative_info')).toBe(on('2026-11-23 17:40'))
    expect(limitOf(phoned, 'press_conference')).toBe(on('2026-11-24 12:40'))
    expect(limitOf(phoned, 'rolling_report')).toBe(on('2026-11-24 12:40'))
    expect(limitOf(phoned, 'feedback')).toBe(CALL + 72 * HOUR)
    expect(limitOf(phoned, 'first_response')).toBeUndefined()
  })

  it('asks a receipt within half an hour of 突发事件 that are grave, and of no other', () => {
    const grave = (category: 'U1' | 'U2' | 'U3', level: 'major' | 'serious') =>
      limitOf(phonedMatter({ draft: { category, level } }), 'receipt')
    expect(grave('U1', 'major')).toBe(CALL + 30 * MINUTE)
    expect(grave('U2', 'major')).toBe(CALL + HOUR)
    expect(grave('U1', 'serious')).toBe(CALL + 2 * HOUR)
  })

  it('asks the one voice of the lead unit only; a supporting unit tells the office what it found', () => {
    expect(phonedMatter().slips[1]?.clocks.map(({ name }) => name)).toEqual(['receipt', 'feedback'])
  })

  it('tells the group, rings it, and tells the leaders in the same minute', () => {
    expect(phonedMatter().posts.map(({ card, to, notBefore }) => [card.kind, to, notBefore])).toEqual([
      ['slip', { chat: 水务集团.chatId }, ENTERED],
      ['ring', { chat: 水务集团.chatId }, ENTERED],
      ['slip', { chat: 住建局.chatId }, ENTERED],
      ['ring', { chat: 住建局.chatId }, ENTERED],
      ['urgent_notice', { chat: 市领导.chatId }, ENTERED],
    ])
  })

  it('rings nobody for a level that can wait for the morning', () => {
    const { posts } = phonedMatter({ draft: { level: 'serious' } })
    expect(posts.map(({ card }) => card.kind)).not.toContain('ring')
  })

  it('sends the office its card when the call was entered in private', () => {
    const asked = (chatId: string) =>
      freshOffice()
        .after(register({ chatId }), 林晓燕)
        .after(assignUrgently(), 林晓燕)
        .posts.map(({ card }) => card.kind)
    expect(asked('oc_private')).toContain('urgent')
    expect(asked(网信办.chatId)).not.toContain('urgent')
  })

  it('takes no call of the future, and none so old that its limits are over', () => {
    const at = (call: number) =>
      draftingMatter({ issuedAt: ENTERED }).when(assignUrgently({ call: { at: call } }), 林晓燕, ENTERED)
        .outcome
    expect(at(ENTERED + MINUTE)).toBe('refused:call_in_future')
    expect(at(ENTERED - 24 * HOUR - MINUTE)).toBe('refused:call_too_old')
    expect(at(ENTERED - 24 * HOUR)).toBe('done')
  })

  it('is not assigned twice', () => {
    expect(phonedMatter().when(assignUrgently(), 周建国).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_assigned', by: '林晓燕', at: ENTERED },
    })
  })

  it('gives no slip to a unit that is gone', () => {
    const gone = draftingMatter().when(assignUrgently({ draft: { lead: 'xinqu' } }), 林晓燕)
    expect(gone.outcome).toBe('refused:unit_gone')
  })

  it('is read by 高远, who may write a 批示 on it before anything is late', () => {
    const read = phonedMatter().after(acknowledge(2), 高远)
    expect(read.after(instruct(2), 高远).slip.directives).toHaveLength(1)
    // The first notice is for 市政府办.
    expect(phonedMatter().when(acknowledge(1), 高远).outcome).toBe('refused:notice_not_yours')
  })
})

describe('the formal slip', () => {
  const tick = (story: Story, at: number) => story.when(climbMatterRungs(), system, at)
  const quietly = {
    policy: { monitoring: { every: { kind: 'hours', n: 48 }, categories: [], levels: [] } },
  } as const

  it('is owed two hours after the call', () => {
    expect(dutiesOf(phonedMatter(quietly).matter)).toEqual([
      expect.objectContaining({ name: 'formal_slip', due: CALL + 2 * HOUR, again: HOUR, most: 3 }),
    ])
  })

  it('is asked for at its limit and each hour after, three times, and then no more', () => {
    let story = phonedMatter(quietly)
    const sent: string[] = []
    for (const hours of [2, 3, 4, 5, 6]) {
      story = tick(story, CALL + hours * HOUR)
      sent.push(...story.posts.map(({ key }) => key.split('/').at(-1) ?? ''))
    }
    expect(sent.map((key) => key.split('@')[0])).toEqual(['formal_slip.0', 'formal_slip.1', 'formal_slip.2'])
    expect(matterLookAt(story.matter)).toBeNull()
  })

  it('is issued under the same number, by somebody else than who wrote it', () => {
    const submitted = phonedMatter().after(submitFormal(), 周建国)
    expect(submitted.posts[0]).toMatchObject({
      to: { chat: 网信办.chatId },
      card: { kind: 'formal_approval' },
    })
    expect(submitted.when(issueFormal(), 周建国).outcome).toBe('refused:own_draft')
    const issued = phonedMatter().after(submitFormal(), 林晓燕).after(issueFormal(), 周建国)
    expect(issued.slips.map(({ no, provisional }) => [no.serial, provisional])).toEqual([
      [1, false],
      [2, false],
    ])
    expect(issued.slip.brief.answerForm).toBe('press_conference')
    expect(dutiesOf(issued.matter).map(({ name }) => name)).not.toContain('formal_slip')
    expect(issued.when(issueFormal(), 周建国).outcome).toBe('quiet:already_approved')
  })

  it('asks for a new receipt only where the demand or the limit differs', () => {
    const signed = phonedMatter().after(signReceipt(), 王立)
    const same = signed.after(submitFormal(), 林晓燕).after(issueFormal(), 周建国)
    expect(same.slip).toMatchObject({ status: 'in_hand' })
    const other = signed
      .after(submitFormal({ demand: '请疏散周边群众。' }), 林晓燕)
      .after(issueFormal(), 周建国)
    expect(other.slip).toMatchObject({ status: 'awaiting_receipt', receipt: null })
    const sooner = signed
      .after(submitFormal({ term: { kind: 'hours', n: 48 } }), 林晓燕)
      .after(issueFormal(), 周建国)
    expect(limitOf(sooner, 'feedback')).toBe(CALL + 48 * HOUR)
    expect(sooner.slip.receipt).toBeNull()
  })

  it('comes back with its reason and may be submitted again, and what was on an old card is not issued', () => {
    const first = phonedMatter().after(submitFormal(), 林晓燕)
    const n = first.matter.formal?.submitted?.n
    const again = first.after(returnFormal(), 周建国).after(submitFormal(), 林晓燕)
    expect(again.when(issueFormal(n), 周建国).outcome).toBe('refused:stale_card')
    expect(again.when(issueFormal(), 周建国).outcome).toBe('done')
    expect(again.when(submitFormal(), 周建国).outcome).toBe('quiet:already_submitted')
  })

  it('takes no limit that is over, counted from the call', () => {
    const late = phonedMatter().when(submitFormal({ term: { kind: 'hours', n: 3 } }), 林晓燕, CALL + 4 * HOUR)
    expect(late.outcome).toBe('refused:term_not_in_future')
  })
})

describe('权威信息 and the press conference', () => {
  const signed = () => phonedMatter().after(signReceipt(), 王立, CALL + 10 * MINUTE)

  it('are each closed by what was released; 权威信息 is the public answer', () => {
    const told = signed().after(recordRelease(), 王立, CALL + 4 * HOUR)
    expect(clockOf(told.slip, 'authoritative_info')?.stoppedAt).toBe(CALL + 4 * HOUR - MINUTE)
    expect(told.slip.firstResponse?.link).toBe('https://weibo.com/binjiang/1')
    expect(owesPublicAnswer(told.slip)).toBe(false)
    expect(told.when(recordRelease(), 王立).outcome).toBe('quiet:already_released')
    const held = told.after(recordRelease({ kind: 'press_conference' }), 王立, CALL + 20 * HOUR)
    expect(clockOf(held.slip, 'press_conference')?.stoppedAt).toBe(CALL + 20 * HOUR - MINUTE)
    expect(held.after(recordRelease({ kind: 'follow_up' }), 王立).slip.releases).toHaveLength(3)
  })

  it('may be registered by the button of an ordinary public answer too', () => {
    const told = signed().after(reportFirstResponse(), 王立)
    expect(runningClocks(told.slip).map(({ name }) => name)).not.toContain('authoritative_info')
  })

  it('count from the call: what was published before it does not count', () => {
    const early = signed().when(recordRelease({ publishedAt: CALL - 2 * MINUTE }), 王立)
    expect(early.outcome).toBe('refused:published_before_issue')
    const future = signed().when(recordRelease({ publishedAt: CALL + HOUR }), 王立, CALL + 30 * MINUTE)
    expect(future.outcome).toBe('refused:published_in_future')
  })

  it('need a receipt first, and are the lead unit’s', () => {
    expect(phonedMatter().when(recordRelease(), 王立).outcome).toBe('refused:receipt_first')
    const support = phonedMatter().after(signReceipt(2), 孙倩)
    expect(support.when(recordRelease({}, 2), 孙倩).outcome).toBe('refused:release_not_owed')
  })

  it('a press conference is not called when an approver rules so, with the reason', () => {
    const waived = phonedMatter().after(waiveConference(), 周建国)
    expect(waived.slip.conferenceWaived).toMatchObject({ reason: '未造成人员伤亡，以通报代替。' })
    expect(runningClocks(waived.slip).map(({ name }) => name)).not.toContain('press_conference')
    expect(waived.when(waiveConference(), 周建国).outcome).toBe('quiet:already_ruled')
    const held = signed().after(recordRelease({ kind: 'press_conference' }), 王立)
    expect(held.when(waiveConference(), 周建国).outcome).toBe('refused:conference_held')
    const hazard = phonedMatter({ draft: { category: 'U3' } })
    expect(hazard.when(waiveConference(), 周建国).outcome).toBe('refused:conference_not_owed')
  })

  it('run for a 重大 emergency on paper too, from 签发', () => {
    const paper = issuedSlip({ draft: { ...bang, level: 'major' } })
    expect(limitOf(paper, 'authoritative_info')).toBe(on('2026-11-23 14:00'))
    expect(paper.slip.provisional).toBe(false)
  })
})

describe('the ladder of an emergency', () => {
  const climbed = (story: Story) =>
    story.facts.flatMap((fact) =>
      fact.type === 'rungs_climbed' ? fact.rungs.map(({ rungId }) => rungId) : [],
    )

  it('reminds of 权威信息 at three hours, urges at five, and proposes 督办 half an hour later', () => {
    const signed = phonedMatter().after(signReceipt(), 王立)
    const reminded = signed.sweep(CALL + 3 * HOUR)
    expect(climbed(reminded)).toEqual(['authoritative_info.remind'])
    const urged = reminded.sweep(CALL + 5 * HOUR)
    expect(climbed(urged)).toEqual(['authoritative_info.urge'])
    const escalated = urged.sweep(CALL + 5.5 * HOUR)
    expect(climbed(escalated)).toEqual(['authoritative_info.escalate'])
    expect(escalated.posts.map(({ card }) => card.kind)).toEqual(
      expect.arrayContaining(['supervision_proposal', 'notice']),
    )
  })

  it('does not wait for the morning', () => {
    const [post] = phonedMatter().sweep(on('2026-11-23 21:00')).posts
    expect(post?.notBefore).toBe(on('2026-11-23 21:00'))
  })
})

describe('rolling reports', () => {
  const signed = () => phonedMatter().after(signReceipt(), 王立)

  it('are owed every twenty-four hours: each 进展 gives the next day', () => {
    const reported = signed().after(reportProgress(), 王立, CALL + 20 * HOUR)
    expect(limitOf(reported, 'rolling_report')).toBe(CALL + 44 * HOUR)
    const late = reported.sweep(CALL + 44 * HOUR)
    expect(late.posts.map(({ card }) => card.kind)).toContain('reminder')
  })

  it('rest while the final report is under review, and begin anew when it comes back', () => {
    const submitted = signed().after(recordRelease(), 王立).after(submitFinal(), 王立)
    expect(runningClocks(submitted.slip).map(({ name }) => name)).toEqual(['press_conference'])
    const back = submitted.after(sendBack(), 林晓燕, CALL + 30 * HOUR)
    expect(limitOf(back, 'rolling_report')).toBe(CALL + 54 * HOUR)
  })

  it('end with the slip', () => {
    const closed = signed()
      .after(submitFinal(), 王立)
      .after(signOff(), 刘国强)
      .after(acceptFeedback(), 林晓燕)
    expect(runningClocks(closed.slip)).toEqual([])
  })
})

describe('首报 of a danger', () => {
  const danger = (draft: { level?: 'major' | 'serious' } = {}) =>
    phonedMatter({ draft: { category: 'U3', level: 'major', ...draft } })

  it('is due one natural hour from the call, of the lead unit alone, whatever the level', () => {
    expect(limitOf(danger(), 'first_report')).toBe(CALL + HOUR)
    expect(limitOf(danger({ level: 'serious' }), 'first_report')).toBe(CALL + HOUR)
    expect(limitOf(danger(), 'first_report', 2)).toBeUndefined()
    expect(limitOf(phonedMatter(), 'first_report')).toBeUndefined()
  })

  it('is given by the first progress report; the second changes nothing of it', () => {
    const reported = danger().after(signReceipt(), 王立).after(reportProgress(), 王立)
    expect(clockOf(reported.slip, 'first_report')?.stoppedAt).toBe(reported.now)
    const again = reported.after(reportProgress(), 王立)
    expect(clockOf(again.slip, 'first_report')?.stoppedAt).toBe(reported.now)
  })

  it('is urged at the hour, on a 较大 matter at night too, and no more once it is given', () => {
    const signed = danger({ level: 'serious' }).after(signReceipt(), 王立)
    const urged = signed.sweep(CALL + HOUR)
    expect(urged.posts).toMatchObject([
      { card: { kind: 'reminder', rungKey: 'first_report.urge@1' }, notBefore: CALL + HOUR },
    ])
    const given = signed.after(reportProgress(), 王立)
    expect(given.sweep(CALL + HOUR).outcome).toBe('quiet:rungs_already_climbed')
  })
})
