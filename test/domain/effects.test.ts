import { describe, expect, it } from 'vitest'
import { nextLookAt } from '../../src/domain/ladder.ts'
import { clockOf } from '../../src/domain/slip.ts'
import { type Instant, MINUTE } from '../../src/domain/time.ts'
import {
  draftingMatter,
  freshOffice,
  issuedSlip,
  matterAwaitingApproval,
  neglectedSlip,
  type Setting,
  type Story,
  signedSlip,
  slipUnderReview,
} from '../support/builders.ts'
import {
  calendar,
  directory,
  everybody,
  on,
  住建局,
  刘国强,
  吴敏,
  周建国,
  林晓燕,
  水务集团,
  王立,
  高远,
} from '../support/people.ts'
import {
  acceptFeedback,
  acknowledge,
  approveIssue,
  declineSupervision,
  instruct,
  issueSupervision,
  proposeSupervision,
  register,
  remind,
  reportFirstResponse,
  reportProgress,
  requestSignoff,
  returnDraft,
  sendBack,
  signOff,
  signReceipt,
  startDraft,
  submitDraft,
  submitFinal,
  withdrawDraft,
  withdrawSlip,
} from '../support/wishes.ts'

const grave: Setting = { draft: { level: 'major' } }

function addressee(to: Story['posts'][number]['to']): string {
  if ('chat' in to) return directory.bodyOfChat(to.chat)?.name ?? to.chat
  return everybody.find(({ openId }) => openId === to.person)?.name ?? to.person
}

/** What the last wish made the bot say: to whom, under which name. */
const told = (story: Story) => story.posts.map(({ to, key }) => `${addressee(to)}: ${key}`)

describe('a matter', () => {
  it('registered by a unit is shown to the office; one begun by the office needs no word', () => {
    const byUnit = freshOffice().after(register({ drafting: false, chatId: 水务集团.chatId }), 王立)
    expect(told(byUnit)).toEqual(['市网信办: registered/matter-1'])
    expect(told(draftingMatter())).toEqual([])
  })

  it('taken up from a unit puts the form before the office, not before the unit', () => {
    const takenUp = freshOffice()
      .after(register({ drafting: false, chatId: 水务集团.chatId }), 王立)
      .after(startDraft(), 林晓燕)
    expect(told(takenUp)).toEqual(['市网信办: issue_form/matter-1'])
    const returned = takenUp.after(submitDraft(), 林晓燕).after(returnDraft(), 周建国)
    expect(told(returned)).toEqual(['市网信办: draft_returned/matter-1/1'])
  })

  it('submitted asks for 签发 in the office’s group, each draft by a card of its own', () => {
    const first = matterAwaitingApproval()
    expect(told(first)).toEqual(['市网信办: approval/matter-1/2'])
    const second = first.after(returnDraft(), 周建国).after(submitDraft(), 林晓燕)
    expect(told(second)).toEqual(['市网信办: approval/matter-1/4'])
  })

  it('returned is told where the form was asked for', () => {
    expect(told(matterAwaitingApproval().after(returnDraft(), 周建国))).toEqual([
      '市网信办: draft_returned/matter-1/1',
    ])
  })

  it('issued goes to every unit’s own group, at once even on Sunday night', () => {
    const issued = issuedSlip({ draft: { support: [住建局.id] }, issuedAt: on('2026-11-29 23:00') })
    expect(told(issued)).toEqual(['市水务集团: slip/matter-1-1', '市住建局: slip/matter-1-2'])
    expect(issued.posts.map(({ notBefore }) => notBefore)).toEqual([
      on('2026-11-29 23:00'),
      on('2026-11-29 23:00'),
    ])
  })

  it('given up before 签发 disturbs nobody', () => {
    expect(told(matterAwaitingApproval().after(withdrawDraft(), 林晓燕))).toEqual([])
  })
})

describe('what needs no message, since the card itself tells it', () => {
  it.each([
    ['确认签收', issuedSlip().after(signReceipt(), 王立)],
    ['the public answer', signedSlip().after(reportFirstResponse(), 王立)],
    ['progress', signedSlip().after(reportProgress(), 王立)],
    ['同意签发', slipUnderReview(grave).after(signOff(), 刘国强)],
    ['审核通过', slipUnderReview().after(acceptFeedback(), 林晓燕)],
    ['不予督办', signedSlip().after(proposeSupervision(), 林晓燕).after(declineSupervision(), 吴敏)],
    ['已阅', neglectedSlip().after(acknowledge(), 高远)],
  ])('%s', (_, story) => {
    expect(story.outcome).toBe('done')
    expect(told(story)).toEqual([])
  })

  it('nor a wish that was refused or quiet', () => {
    expect(told(issuedSlip().when(approveIssue(), 周建国))).toEqual([])
    expect(told(issuedSlip().when(submitFinal(), 王立))).toEqual([])
  })
})

describe('a slip', () => {
  it('answered asks for review in the office’s group, each report by a card of its own', () => {
    const submitted = slipUnderReview()
    expect(told(submitted)).toEqual([`市网信办: review/matter-1-1/${submitted.slip.rev}`])
    const again = submitted.after(sendBack(), 林晓燕).after(submitFinal(), 王立)
    expect(told(again)).toEqual([`市网信办: review/matter-1-1/${again.slip.rev}`])
  })

  it('送签 goes to those who may sign, each in private', () => {
    const asked = slipUnderReview(grave).after(requestSignoff(), 王立)
    const rev = asked.slip.final?.rev
    expect(told(asked)).toEqual([
      `刘国强: signoff/matter-1-1/${rev}/ou_liu`,
      `赵明: signoff/matter-1-1/${rev}/ou_zhao`,
    ])
    const strict = slipUnderReview({ ...grave, policy: { signoff: 'chief' } }).after(requestSignoff(), 王立)
    expect(told(strict)).toEqual([`赵明: signoff/matter-1-1/${rev}/ou_zhao`])
  })

  it('sent back is told in the unit’s group, every time, and the second time 督办 is proposed', () => {
    const once = slipUnderReview().after(sendBack(), 林晓燕)
    const twice = once.after(submitFinal(), 王立).after(sendBack(), 林晓燕)
    expect(told(once)).toEqual(['市水务集团: sent_back/1/matter-1-1'])
    expect(told(twice)).toEqual([
      '市水务集团: sent_back/2/matter-1-1',
      '市政府督查室: supervision_proposal/matter-1-1/1/duchashi',
    ])
  })

  it('withdrawn is told to the unit it was asked of, and to no other', () => {
    const both = issuedSlip({ draft: { support: [住建局.id] } })
    expect(told(both.after(withdrawSlip(2), 周建国))).toEqual(['市住建局: withdrawn/matter-1-2'])
  })

  it('urged by hand is told at once, in the evening too, and anew each time', () => {
    const evening = on('2026-11-23 21:00')
    const once = signedSlip().after(remind(), 林晓燕, evening)
    expect(told(once)).toEqual(['市水务集团: reminder/office@3/matter-1-1'])
    expect(once.posts[0]?.notBefore).toBe(evening)
    expect(told(once.after(remind(), 林晓燕, evening + 31 * MINUTE))).toEqual([
      '市水务集团: reminder/office@4/matter-1-1',
    ])
  })
})

describe('a rung', () => {
  it('is told in the unit’s group under its own key', () => {
    expect(told(issuedSlip().sweep(on('2026-11-23 14:30')))).toEqual([
      '市水务集团: reminder/matter-1-1/receipt.urge.1@1',
    ])
  })

  it('climbed with others is told once, of equals by the latest; an escalation goes to 督查室 and the leaders besides', () => {
    expect(told(neglectedSlip())).toEqual([
      '市水务集团: reminder/matter-1-1/feedback.escalate@1',
      '市政府督查室: supervision_proposal/matter-1-1/1/duchashi',
      '市领导: notice/matter-1-1/1/shilingdao',
    ])
  })

  it('of an ordinary matter waits for the morning, whoever it is for', () => {
    const night = on('2026-11-26 23:00')
    const morning = on('2026-11-27 08:00')
    const caughtUp = issuedSlip().sweep(night)
    expect(caughtUp.posts).toHaveLength(3)
    expect(caughtUp.posts.map(({ notBefore }) => notBefore)).toEqual([morning, morning, morning])
  })

  it('of a grave matter is told in the night', () => {
    const night = on('2026-11-26 23:00')
    for (const level of ['major', 'extraordinary'] as const) {
      const caughtUp = issuedSlip({ draft: { level } }).sweep(night)
      expect(caughtUp.posts.map(({ notBefore }) => notBefore)).toEqual([night, night, night])
    }
  })
})

describe('督办 and 批示', () => {
  it('proposed by the office at night is shown to 督查室 at once: a person asked for it', () => {
    const night = on('2026-11-23 22:00')
    const proposed = signedSlip().after(proposeSupervision(), 林晓燕, night)
    expect(told(proposed)).toEqual(['市政府督查室: supervision_proposal/matter-1-1/1/duchashi'])
    expect(proposed.posts[0]?.notBefore).toBe(night)
  })

  it('an escalation tells the leaders of what 林晓燕 proposed by hand, and 督查室 only what it left lying', () => {
    const escalated = issuedSlip().after(proposeSupervision(), 林晓燕).sweep(on('2026-11-27 10:00'))
    expect(told(escalated)).toEqual([
      '市水务集团: reminder/matter-1-1/receipt.escalate@1',
      '市政府督查室: supervision_proposal/matter-1-1/1/duchashi/proposal.repeat.3@1',
      '市领导: notice/matter-1-1/1/shilingdao',
    ])
  })

  it('签发督办 goes to the unit’s group and to its chief in person', () => {
    const issued = signedSlip().after(proposeSupervision(), 林晓燕).after(issueSupervision(), 吴敏)
    expect(told(issued)).toEqual([
      '市水务集团: supervision/1/matter-1-1',
      '赵明: supervision/1/matter-1-1/ou_zhao',
    ])
  })

  it('批示 goes to 赵明 and 刘国强 in private; the group reads only that there is one', () => {
    const instructed = neglectedSlip().after(instruct(), 高远)
    expect(told(instructed)).toEqual([
      '刘国强: directive/matter-1-1/1/ou_liu',
      '赵明: directive/matter-1-1/1/ou_zhao',
      '市水务集团: directive/matter-1-1/1',
    ])
    const toGroup = instructed.posts.find(({ to }) => 'chat' in to)
    expect(toGroup?.card).toEqual({ kind: 'directive_pending', slipId: 'matter-1-1' })
    expect(JSON.stringify(instructed.posts)).not.toContain('本周内')
  })

  it('of a second 批示 are messages of their own', () => {
    const twice = neglectedSlip().after(instruct(), 高远).after(instruct(), 高远)
    expect(told(twice)).toContain('赵明: directive/matter-1-1/2/ou_zhao')
  })
})

/** Acts a minute before each limit, while the sweep keeps every appointment; all posts on the way. */
function finishedAtTheLastMinute(setting: Setting = {}) {
  const posts: Story['posts'][number][] = []
  const heard = (story: Story): Story => {
    posts.push(...story.posts)
    return story
  }
  const sweepTo = (story: Story, at: Instant): Story => {
    const look = nextLookAt(story.slip, calendar)
    return look === null || look > at ? story : sweepTo(heard(story.sweep(look)), at)
  }
  let story = heard(issuedSlip(setting))
  const limits = story.slip.clocks.map(({ deadline }) => deadline.at)
  for (const [name, ask] of [
    ['receipt', signReceipt()],
    ['first_response', reportFirstResponse()],
    ['feedback', submitFinal()],
  ] as const) {
    const clock = clockOf(story.slip, name)
    if (!clock) continue
    // Over a weekend the public answer may be due before the signature is, and must be signed for all the same.
    const limit = name === 'receipt' ? Math.min(...limits) - MINUTE : clock.deadline.at
    const lastMinute = limit - MINUTE
    story = heard(sweepTo(story, lastMinute).after(ask, 王立, lastMinute))
  }
  return { story: heard(story.after(acceptFeedback(), 林晓燕)), posts }
}

describe('a slip finished on time', () => {
  it.each([
    ['ordinary', {}],
    ['serious', { draft: { level: 'serious' } }],
    ['a single day', { draft: { term: { kind: 'workdays', n: 1 } } }],
    ['issued on Friday evening', { issuedAt: on('2026-11-27 19:00') }],
  ] satisfies [string, Setting][])('posts at most three messages to its group: %s', (_, setting) => {
    const { story, posts } = finishedAtTheLastMinute(setting)
    expect(story.slip.status).toBe('closed')
    const toGroup = posts.filter(({ to }) => 'chat' in to && to.chat === 水务集团.chatId)
    expect(toGroup.length).toBeLessThanOrEqual(3)
    expect(toGroup[0]?.key).toBe('slip/matter-1-1')
  })

  it('and promptly needs the slip only', () => {
    const stories = [issuedSlip(), signedSlip(), slipUnderReview()]
    const toGroup = stories.flatMap(({ posts }) =>
      posts.filter(({ to }) => 'chat' in to && to.chat === 水务集团.chatId),
    )
    expect(toGroup.map(({ key }) => key)).toEqual(['slip/matter-1-1'])
  })

  it('names every message once', () => {
    const keys = finishedAtTheLastMinute().posts.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
