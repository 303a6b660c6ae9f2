import { describe, expect, it } from 'vitest'
import { forms } from '../../cards/forms.ts'
import { conferenceIn } from '../../src/domain/conference.ts'
import { decide } from '../../src/domain/decide.ts'
import { LONGEST_DEMAND } from '../../src/domain/decide-conference.ts'
import { directoryOf, readBodies } from '../../src/domain/directory.ts'
import { clockOf } from '../../src/domain/slip.ts'
import { HOUR } from '../../src/domain/time.ts'
import { contest, reassign } from '../support/ask-wishes.ts'
import {
  closedSlip,
  contestedSlip,
  contextOf,
  convenedMatter,
  issuedSlip,
  matterAwaitingApproval,
  outcomeOf,
  slipUnderReview,
} from '../support/builders.ts'
import {
  confirmAttendance,
  conveneConference,
  decideAtConference,
  recordMinutes,
} from '../support/conference-wishes.ts'
import {
  directory,
  住建局,
  吴敏,
  周建国,
  孙倩,
  市领导,
  林晓燕,
  水务集团,
  王立,
  督查室,
  陈燕,
} from '../support/people.ts'

const conferenceOf = (story: ReturnType<typeof convenedMatter>, n = 1) => conferenceIn(story.matter, n)!

describe('发出会商通知', () => {
  it('puts a notice into the group of every member, and a card of its own before the office', () => {
    const { posts } = convenedMatter()
    expect(posts.map(({ to, card }) => [to, card.kind])).toEqual([
      [{ chat: 'oc_wangxinban' }, 'conference'],
      [{ chat: 水务集团.chatId }, 'conference_notice'],
      [{ chat: 督查室.chatId }, 'conference_notice'],
    ])
  })

  it('is refused for a time that is over, and once the matter has come to its end', () => {
    const issued = issuedSlip()
    expect(issued.when(conveneConference({ meetsAt: issued.now }), 林晓燕).outcome).toBe(
      'refused:meeting_not_in_future',
    )
    expect(closedSlip().when(conveneConference(), 林晓燕).outcome).toBe('refused:matter_over')
  })

  it('may be done before anything is issued, for a matter whose lead is in doubt', () => {
    const waiting = matterAwaitingApproval().after(conveneConference(), 林晓燕)
    expect(waiting.matter.status).toBe('awaiting_approval')
  })

  it('calls one conference of a form that two clerks filled in', () => {
    expect(convenedMatter().when(conveneConference({ n: 1 }), 周建国).decision).toMatchObject({
      kind: 'quiet',
      quiet: { code: 'already_convened', by: '林晓燕' },
    })
  })

  it('is open to 市政府办 as well, which hosts the 联席会议', () => {
    const 市政府办 = {
      ...督查室,
      id: 'zhengfuban',
      name: '市政府办公室',
      office: { kind: 'government_office' },
    } as const
    const 程雅琴 = {
      ...吴敏,
      openId: 'ou_cheng',
      posts: [{ bodyId: 市政府办.id, roles: ['office'] }],
    } as const
    const issued = issuedSlip()
    const at = issued.now + HOUR
    const wish = conveneConference()(issued.dossier, at)
    const within = (by: typeof 程雅琴 | typeof 吴敏) =>
      outcomeOf(
        decide(wish, issued.dossier, {
          ...contextOf(by, at, issued.policy, issued.log),
          directory: directoryOf([...directory.bodies, 市政府办], [...directory.people, 程雅琴]),
        }),
      )
    expect(within(程雅琴)).toBe('done')
    expect(within(吴敏)).toBe('refused:role_needed')
  })
})

describe('参会回执', () => {
  it('bears the name of the one who pressed, and 陈燕 is told that 王立 has answered', () => {
    const answered = convenedMatter().after(confirmAttendance(), 王立)
    expect(conferenceOf(answered).receipts).toMatchObject([{ bodyId: 水务集团.id, by: { name: '王立' } }])
    expect(answered.when(confirmAttendance(), 陈燕).decision).toMatchObject({
      kind: 'quiet',
      quiet: { code: 'already_confirmed', by: '王立' },
    })
  })

  it('is not asked of a body that was not called', () => {
    expect(convenedMatter().when(confirmAttendance(), 孙倩).outcome).toBe('refused:not_invited')
  })

  it('is calmly too late once the minutes are there', () => {
    const minuted = convenedMatter().after(recordMinutes(), 林晓燕)
    expect(minuted.when(confirmAttendance(), 吴敏).outcome).toBe('quiet:conference_over')
  })
})

describe('会议纪要', () => {
  it('go to the group of every member as one card', () => {
    const minuted = convenedMatter().after(recordMinutes(), 林晓燕)
    expect(minuted.posts.map(({ to, card }) => [to, card.kind])).toEqual([
      [{ chat: 水务集团.chatId }, 'minutes'],
      [{ chat: 督查室.chatId }, 'minutes'],
    ])
  })
})

describe('议定事项', () => {
  it('give a unit without a slip of the matter one of its own: next number, the task as demand, clocks from now', () => {
    const convened = convenedMatter()
    const decided = convened.after(decideAtConference(), 周建国, convened.now + 3 * HOUR)
    const [, slip] = decided.slips
    expect(slip).toMatchObject({
      unitId: 住建局.id,
      duty: 'support',
      no: { serial: 2 },
      status: 'awaiting_receipt',
      brief: { title: decided.slip.brief.title, demand: '请逐户排查二次供水设施。' },
    })
    expect(clockOf(slip!, 'feedback')?.deadline.start).toBe(decided.now)
    expect(conferenceOf(decided).resolutions).toMatchObject([{ became: 'support', slipId: slip?.id }])
    expect(decided.posts.map(({ card }) => card.kind)).toEqual(['slip'])
  })

  it('correct the open slip of a unit that has one, instead of giving it a second', () => {
    const term = { kind: 'workdays', n: 2 } as const
    const decided = convenedMatter().after(
      decideAtConference({ bodyId: 水务集团.id, term, task: '请当日公布检测结果。' }),
      周建国,
    )
    expect(decided.slips).toHaveLength(1)
    expect(decided.slip.brief.demand).toBe('请核实水质，限期处置并在原帖回复。\n请当日公布检测结果。')
    expect(clockOf(decided.slip, 'feedback')?.deadline.term).toEqual(term)
    expect(decided.slip.amendments).toMatchObject([{ reason: '会商议定。', by: { name: '周建国' } }])
    expect(conferenceOf(decided).resolutions).toMatchObject([{ became: 'amended' }])
  })

  it('leave a slip alone that is under review', () => {
    const reviewed = slipUnderReview().after(conveneConference(), 林晓燕)
    expect(reviewed.when(decideAtConference({ bodyId: 水务集团.id }), 周建国).outcome).toBe(
      'refused:slip_under_review',
    )
  })

  it('do not let a demand grow beyond its form', () => {
    expect(LONGEST_DEMAND).toBe(
      forms.amend.flatMap((f) => (f.name === 'demand' && 'max' in f ? f.max : []))[0],
    )
    const long = (word: string) => decideAtConference({ task: word.repeat(200), bodyId: 水务集团.id })
    const full = convenedMatter().after(long('查'), 周建国)
    expect(full.when(long('办'), 周建国).decision).toMatchObject({
      kind: 'refused',
      refusal: { code: 'demand_full', no: '网舆交〔2026〕1号' },
    })
  })

  it('know one lead at a time', () => {
    expect(convenedMatter().when(decideAtConference({ how: 'lead' }), 周建国).decision).toMatchObject({
      kind: 'refused',
      refusal: { code: 'lead_taken', unit: '市水务集团', no: '网舆交〔2026〕1号' },
    })
  })

  it('are only written down for a body that answers no slips, and before anything is issued', () => {
    const waiting = matterAwaitingApproval().after(conveneConference(), 林晓燕)
    expect(waiting.when(decideAtConference(), 周建国).outcome).toBe('refused:matter_not_issued')
    expect(waiting.when(decideAtConference({ how: 'note' }), 周建国).outcome).toBe('done')
    expect(convenedMatter().when(decideAtConference({ bodyId: 市领导.id }), 周建国).outcome).toBe(
      'refused:not_a_unit',
    )
    const noted = convenedMatter().after(decideAtConference({ bodyId: 市领导.id, how: 'note' }), 周建国)
    expect(noted.slips).toHaveLength(1)
  })

  it('are signed by an approver: 林晓燕 may enter minutes, not decisions', () => {
    expect(convenedMatter().when(decideAtConference(), 林晓燕).outcome).toBe('refused:role_needed')
  })
})

describe('改派', () => {
  it('is refused towards a unit that holds an open slip of the matter, and says which', () => {
    const both = issuedSlip({ draft: { support: [住建局.id] } }).after(contest(), 王立)
    expect(both.when(reassign(), 林晓燕).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'unit_holds_slip', unit: '市住建局', no: '网舆交〔2026〕2号' },
    })
    expect(contestedSlip().when(reassign(), 林晓燕).outcome).toBe('done')
  })
})

describe('names of bodies as typed', () => {
  it('are understood for offices and units alike', () => {
    expect(readBodies('督查室、水务，市住建局', directory)).toEqual({
      ok: true,
      units: [督查室, 水务集团, 住建局],
    })
    expect(readBodies('市水务', directory)).toMatchObject({ ok: false, near: ['市水务集团'] })
  })
})
