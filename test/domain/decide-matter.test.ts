import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { type Body, directoryOf } from '../../src/domain/directory.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import {
  closedSlip,
  contextOf,
  draftingMatter,
  freshOffice,
  issuedSlip,
  matterAwaitingApproval,
} from '../support/builders.ts'
import {
  directory,
  MONDAY_0900,
  on,
  TUESDAY_0900,
  住建局,
  周建国,
  林晓燕,
  水务集团,
  王立,
  督查室,
  网信办,
  路人,
} from '../support/people.ts'
import {
  approveIssue,
  register,
  returnDraft,
  startDraft,
  submitDraft,
  withdrawDraft,
  yellowWater,
} from '../support/wishes.ts'

describe('registering a matter', () => {
  it('opens a draft under a matter number of that day', () => {
    const asked = freshOffice().when(register({ seed: { title: '自来水发黄' } }), 林晓燕, MONDAY_0900)
    expect(asked.outcome).toBe('done')
    expect(asked.matter).toMatchObject({
      status: 'drafting',
      ref: 'YQ20261123-001',
      rev: 1,
      seed: { title: '自来水发黄', link: null },
      registered: { by: { openId: 'ou_lin', name: '林晓燕' }, at: MONDAY_0900 },
    })
  })

  it('by a unit that found something waits in the office’s queue', () => {
    const found = freshOffice().when(register({ drafting: false, chatId: 水务集团.chatId }), 王立)
    expect(found.matter.status).toBe('registered')
  })

  it('is refused to somebody without a post', () => {
    expect(freshOffice().when(register({ drafting: false }), 路人).outcome).toBe('refused:not_registered')
  })

  it('is quiet when the same matter is registered again', () => {
    const again = draftingMatter().when(register(), 林晓燕)
    expect(again.outcome).toBe('quiet:repeat')
    expect(again.matter.rev).toBe(1)
  })
})

describe('taking up what a unit found', () => {
  const found = freshOffice().after(
    register({ drafting: false, chatId: 水务集团.chatId, seed: { title: '自来水发黄' } }),
    王立,
  )

  it('begins the draft in the office’s group, with what the unit wrote', () => {
    const takenUp = found.when(startDraft(), 林晓燕)
    expect(takenUp.outcome).toBe('done')
    expect(takenUp.matter).toMatchObject({
      status: 'drafting',
      chatId: 网信办.chatId,
      seed: { title: '自来水发黄' },
      registered: { by: { name: '王立' } },
    })
    expect(takenUp.when(submitDraft(), 林晓燕).matter.status).toBe('awaiting_approval')
  })

  it('is done once: whoever comes second reads how far it is', () => {
    const takenUp = found.after(startDraft(), 林晓燕)
    const quiet = (status: string) => ({ kind: 'quiet', quiet: { code: 'already_taken_up', status } })
    expect(takenUp.when(startDraft(), 周建国).decision).toEqual(quiet('drafting'))
    expect(takenUp.after(submitDraft(), 林晓燕).when(startDraft(), 周建国).decision).toEqual(
      quiet('awaiting_approval'),
    )
  })

  it('must come before the draft is submitted', () => {
    expect(found.when(submitDraft(), 林晓燕).outcome).toBe('refused:matter_not_drafting')
  })

  it('may be left undone: what is no matter for the office is withdrawn at once', () => {
    const declined = found.when(withdrawDraft(), 林晓燕)
    expect(declined.matter).toMatchObject({ status: 'declined', withdrawn: { reason: '重复发帖' } })
    expect(declined.when(startDraft(), 林晓燕).outcome).toBe('quiet:already_taken_up')
    expect(found.when(withdrawDraft(), 王立).outcome).toBe('refused:role_needed')
  })
})

describe('submitting a draft', () => {
  it('puts it before the approver as a text with a revision', () => {
    const submitted = draftingMatter().when(submitDraft(), 林晓燕)
    expect(submitted.outcome).toBe('done')
    expect(submitted.matter).toMatchObject({
      status: 'awaiting_approval',
      draft: yellowWater,
      draftRev: 2,
      rev: 2,
    })
  })

  it('is refused when the named limit is already over', () => {
    const term = { kind: 'until', at: MONDAY_0900 } as const
    expect(draftingMatter().when(submitDraft({ term }), 林晓燕, MONDAY_0900).outcome).toBe(
      'refused:term_not_in_future',
    )
    expect(draftingMatter().when(submitDraft({ term }), 林晓燕, MONDAY_0900 - 1).outcome).toBe('done')
  })

  it('is quiet while it waits for 签发, and tells who submitted it and when', () => {
    const waiting = matterAwaitingApproval()
    const again = waiting.when(submitDraft({ title: '另一个标题' }), 林晓燕)
    expect(again.decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_submitted', by: '林晓燕', at: waiting.matter.submitted?.at },
    })
    expect(again.matter.draft?.title).toBe(yellowWater.title)
  })
})

describe('签发', () => {
  it('gives every unit a slip of its own, the lead first, with numbers in a row', () => {
    const issued = issuedSlip({ draft: { support: [住建局.id] } })
    expect(issued.matter.status).toBe('issued')
    expect(issued.slips.map(({ unitId, duty, no, id }) => ({ unitId, duty, no, id }))).toEqual([
      {
        unitId: 水务集团.id,
        duty: 'lead',
        no: { word: '网舆交', year: 2026, serial: 1 },
        id: 'matter-1-1',
      },
      {
        unitId: 住建局.id,
        duty: 'support',
        no: { word: '网舆交', year: 2026, serial: 2 },
        id: 'matter-1-2',
      },
    ])
  })

  it('freezes on the slip what was asked and under which rules', () => {
    const { slip, policy } = issuedSlip({
      policy: { words: { slip: '江舆交', supervision: '政督字', transfer: '政督移', whistle: '江舆密' } },
    })
    expect(slip.no.word).toBe('江舆交')
    expect(slip.brief.demand).toBe(yellowWater.demand)
    expect(slip.policy.ladder).toEqual(policy.ladder)
    expect(slip.policy).not.toHaveProperty('singleSigner')
    expect(slip.issued).toEqual({ by: { openId: 'ou_zhou', name: '周建国' }, at: MONDAY_0900 })
  })

  it('takes the year of the number from the day in China, not in Greenwich', () => {
    const newYear = issuedSlip({ issuedAt: on('2027-01-01 07:30') })
    expect(newYear.slip.no.year).toBe(2027)
    expect(new Date(newYear.slip.issued.at).getUTCFullYear()).toBe(2026)
  })

  it.each([
    ['ordinary', 'N2', false],
    ['serious', 'N3', false],
    ['major', 'N3', true],
    ['extraordinary', 'U1', true],
    ['ordinary', 'N6', true],
    ['serious', 'N7', true],
  ] as const)('of a %s matter of kind %s asks for 同意签发: %s', (level, category, owed) => {
    expect(issuedSlip({ draft: { level, category } }).slip.signoff.required).toBe(owed)
  })

  it('is refused to a card that showed an earlier draft', () => {
    const first = matterAwaitingApproval()
    const shown = first.matter.draftRev
    const changed = first.after(returnDraft(), 周建国).after(submitDraft({ title: '改过的标题' }), 林晓燕)
    expect(changed.when(approveIssue(shown), 周建国).outcome).toBe('refused:stale_card')
    expect(changed.when(approveIssue(), 周建国).outcome).toBe('done')
  })

  it('is refused when the named limit ran out while the draft waited', () => {
    const waiting = matterAwaitingApproval({ draft: { term: { kind: 'until', at: MONDAY_0900 + HOUR } } })
    expect(waiting.when(approveIssue(), 周建国, MONDAY_0900 + HOUR).outcome).toBe(
      'refused:term_not_in_future',
    )
    expect(waiting.when(approveIssue(), 周建国, MONDAY_0900 + HOUR - MINUTE).outcome).toBe('done')
  })

  it('is refused when a unit has left the directory since, the lead or one that supports', () => {
    const waiting = matterAwaitingApproval({ draft: { support: [住建局.id] } })
    const wish = approveIssue()(waiting.dossier, MONDAY_0900)
    const without = (...gone: readonly Body[]) => {
      const left = directoryOf(
        directory.bodies.filter((body) => !gone.includes(body)),
        directory.people,
      )
      return decide(wish, waiting.dossier, { ...contextOf(周建国, MONDAY_0900), directory: left })
    }
    const refused = (unit: string) => ({ kind: 'refused', refusal: { code: 'unit_gone', unit } })
    expect(without(水务集团)).toEqual(refused(水务集团.id))
    expect(without(住建局)).toEqual(refused(住建局.id))
    expect(without(住建局, 水务集团)).toEqual(refused(水务集团.id))
    expect(without().kind).toBe('done')
  })

  it('is refused for a body that is no unit (any more)', () => {
    const waiting = matterAwaitingApproval({ draft: { support: [督查室.id] } })
    expect(waiting.when(approveIssue(), 周建国).outcome).toBe('refused:unit_gone')
    const returned = waiting.after(returnDraft(), 周建国).after(submitDraft(), 林晓燕)
    expect(returned.when(approveIssue(), 周建国).outcome).toBe('done')
  })

  it('never asks the lead a second time as support', () => {
    const issued = issuedSlip({ draft: { support: [水务集团.id, 住建局.id] } })
    expect(issued.slips.map(({ unitId, duty, no }) => [unitId, duty, no.serial])).toEqual([
      [水务集团.id, 'lead', 1],
      [住建局.id, 'support', 2],
    ])
  })

  it('is quiet the second time, also after the matter is closed, and issues nothing more', () => {
    for (const issued of [issuedSlip(), closedSlip()]) {
      const again = issued.when(approveIssue(), 周建国, TUESDAY_0900)
      expect(again.decision).toEqual({
        kind: 'quiet',
        quiet: { code: 'already_approved', by: '周建国', at: MONDAY_0900 },
      })
      expect(again.slips).toHaveLength(1)
    }
  })
})

describe('退回修改', () => {
  it('gives the draft back with the reason, and the old text stays to be mended', () => {
    const returned = matterAwaitingApproval().when(returnDraft(), 周建国)
    expect(returned.outcome).toBe('done')
    expect(returned.matter).toMatchObject({
      status: 'drafting',
      draft: yellowWater,
      returned: [{ reason: '请补充小区名称', by: { name: '周建国' } }],
    })
  })

  it('is refused for a draft that has been replaced', () => {
    const replaced = matterAwaitingApproval().after(returnDraft(), 周建国).after(submitDraft(), 林晓燕)
    expect(replaced.when(returnDraft(2), 周建国).outcome).toBe('refused:stale_card')
  })

  it('comes too late once the slip is issued', () => {
    expect(issuedSlip().when(returnDraft(), 周建国).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'matter_not_awaiting_approval', status: 'issued' },
    })
  })
})

describe('withdrawing a draft', () => {
  it('ends the matter without a slip, and leaves no hole in the numbers', () => {
    const gone = matterAwaitingApproval().when(withdrawDraft(), 林晓燕)
    expect(gone.matter).toMatchObject({ status: 'declined', withdrawn: { reason: '重复发帖' } })
    expect(gone.log.filter(({ type }) => type === 'slip_issued')).toEqual([])
  })

  it('is refused once it is issued: then the slip must be withdrawn', () => {
    expect(issuedSlip().when(withdrawDraft(), 林晓燕).outcome).toBe('refused:matter_not_drafting')
  })

  it('is quiet the second time', () => {
    const gone = draftingMatter().after(withdrawDraft(), 林晓燕)
    expect(gone.when(withdrawDraft(), 周建国).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_withdrawn', by: '林晓燕', at: gone.now },
    })
  })

  it('keeps anybody from issuing it afterwards', () => {
    const gone = matterAwaitingApproval().after(withdrawDraft(), 林晓燕)
    expect(gone.when(approveIssue(), 周建国).outcome).toBe('refused:matter_not_awaiting_approval')
  })
})
