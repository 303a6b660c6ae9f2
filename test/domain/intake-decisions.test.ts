import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { evolve } from '../../src/domain/dossier.ts'
import { originBy } from '../../src/domain/origin.ts'
import {
  closedSlip,
  contextOf,
  draftingMatter,
  freshOffice,
  issuedSlip,
  mainMatter,
  matterAwaitingApproval,
} from '../support/builders.ts'
import { 林晓燕, 水务集团, 王立 } from '../support/people.ts'
import { declineMatter, MAIN_REF, mergeMatter, register, startDraft, submitDraft } from '../support/wishes.ts'

const found = () =>
  freshOffice().after(
    register({
      drafting: false,
      chatId: 水务集团.chatId,
      seed: { title: '翠湖苑自来水发黄' },
      origin: originBy('unit', { author: '三栋四楼' }),
    }),
    王立,
  )

describe('不予受理', () => {
  it('ends a registered matter on a ground of the list, and who registered it reads why', () => {
    const declined = found().after(declineMatter({ ground: 'outside_city', note: null }), 林晓燕)
    expect(declined.matter).toMatchObject({
      status: 'declined',
      declined: { ground: 'outside_city', note: null, by: { name: '林晓燕' } },
    })
    expect(declined.posts.map(({ to, card }) => ({ to, kind: card.kind }))).toEqual([
      { to: { person: 王立.openId }, kind: 'registration' },
    ])
  })

  it('ends a draft of the office without telling anybody', () => {
    expect(draftingMatter().after(declineMatter(), 林晓燕).posts).toEqual([])
  })

  it('wants 其他原因 to be explained', () => {
    expect(found().when(declineMatter({ ground: 'other_ground', note: null }), 林晓燕).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'form_incomplete', problems: [{ field: 'note', why: 'missing' }] },
    })
    expect(
      found().when(declineMatter({ ground: 'other_ground', note: '属内部管理事项' }), 林晓燕).outcome,
    ).toBe('done')
  })

  it('is calm the second time, and too late once a slip was issued', () => {
    const declined = found().after(declineMatter(), 林晓燕)
    expect(declined.when(declineMatter(), 林晓燕).outcome).toBe('quiet:already_declined')
    expect(issuedSlip().when(declineMatter(), 林晓燕).outcome).toBe('refused:matter_not_drafting')
    expect(closedSlip().when(declineMatter(), 林晓燕).outcome).toBe('refused:matter_not_drafting')
  })

  it('leaves nothing to be drafted', () => {
    const declined = found().after(declineMatter(), 林晓燕)
    expect(declined.when(startDraft(), 林晓燕).outcome).toBe('quiet:already_taken_up')
    expect(declined.when(submitDraft(), 林晓燕).outcome).toBe('refused:matter_not_drafting')
  })
})

describe('并案', () => {
  it('ends the repeat with a pointer to its main matter', () => {
    const merged = found().after(mergeMatter(), 林晓燕)
    expect(merged.matter).toMatchObject({ status: 'merged', merged: { into: 'matter-0', ref: MAIN_REF } })
    expect(merged.posts.map(({ card }) => card.kind)).toEqual(['registration'])
  })

  it('counts on the main matter, which keeps where the repeat came from', () => {
    const merged = found().after(mergeMatter(), 林晓燕)
    const main = merged.facts.reduce(evolve, mainMatter)
    expect(main.matter.status).toBe('drafting')
    expect(main.matter.repeats).toMatchObject([
      { ref: merged.matter.ref, by: { name: '林晓燕' }, origin: { door: 'unit', author: '三栋四楼' } },
    ])
    expect(main.matter.rev).toBe(mainMatter.matter.rev + 1)
  })

  it('takes a draft and one that awaits 签发 as well', () => {
    for (const story of [draftingMatter(), matterAwaitingApproval()]) {
      expect(story.when(mergeMatter(), 林晓燕).outcome).toBe('done')
    }
  })

  const intoStanding = (status: 'declined' | 'merged' | 'closed') => {
    const story = found()
    const main = { ...mainMatter, matter: { ...mainMatter.matter, status } }
    const context = { ...contextOf(林晓燕, story.now), main }
    return decide(mergeMatter()(story.dossier, story.now), story.dossier, context)
  }

  it.each(['declined', 'merged', 'closed'] as const)('does not go into a matter that is %s', (status) => {
    expect(intoStanding(status)).toEqual({
      kind: 'refused',
      refusal: { code: 'main_is_over', ref: MAIN_REF, status },
    })
  })

  it('does not go into itself, into nothing, or into a 举报件', () => {
    const story = found()
    const merge = mergeMatter()(story.dossier, story.now)
    const into = (main: typeof mainMatter | null) =>
      decide(merge, story.dossier, { ...contextOf(林晓燕, story.now), main })
    expect(into(story.dossier)).toMatchObject({ refusal: { code: 'main_is_itself' } })
    expect(into(null)).toMatchObject({ refusal: { code: 'main_not_found', ref: MAIN_REF } })
    const circle = {
      unitId: 水务集团.id,
      drafter: { openId: 'ou_x', name: '某' },
      approver: null,
      handlers: [],
      excluded: [],
    }
    const confided = {
      ...mainMatter,
      matter: { ...mainMatter.matter, circle },
    }
    expect(into(confided)).toMatchObject({ refusal: { code: 'main_not_found', ref: MAIN_REF } })
  })
})

describe('what came in from outside', () => {
  const pushed = (batch: boolean) =>
    freshOffice().after(
      register({ drafting: false, origin: originBy('http', { source: '舆情监测', batch }) }),
      林晓燕,
    )

  it('is told to the office in its own group, one card each', () => {
    expect(pushed(false).posts.map(({ card }) => card.kind)).toEqual(['registered'])
  })

  it('is told once for all when it came with many others', () => {
    expect(pushed(true).posts).toEqual([])
  })
})
