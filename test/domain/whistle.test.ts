import { describe, expect, it } from 'vitest'
import { isOfExcluded, mayKnow } from '../../src/domain/circle.ts'
import type { CommandType } from '../../src/domain/command.ts'
import { mayBegin, serialsUsed } from '../../src/domain/decide.ts'
import { directoryOf, lineOf, type Person } from '../../src/domain/directory.ts'
import { readSlipNo } from '../../src/domain/numbering.ts'
import { maySee, maySeeMatter, scopeOfGroup, scopeOfPerson } from '../../src/domain/visibility.ts'
import { amend, contest, reassign, requestExtension } from '../support/ask-wishes.ts'
import { contextOf, issuedSlip } from '../support/builders.ts'
import {
  directory,
  everybody,
  on,
  system,
  住建局,
  何伟,
  刘国强,
  周建国,
  孙倩,
  林晓燕,
  水务集团,
  王立,
  网信办,
  陈燕,
} from '../support/people.ts'
import { always, live } from '../support/random-life.ts'
import {
  draftingWhistle,
  issuedWhistle,
  signedWhistle,
  whistleAwaitingApproval,
  whistleUnderReview,
} from '../support/whistle-stories.ts'
import { named, registerWhistle, replaceConfidant, submitWhistle } from '../support/whistle-wishes.ts'
import {
  acceptFeedback,
  approveIssue,
  proposeSupervision,
  signReceipt,
  submitDraft,
  wishes,
  withdrawSlip,
} from '../support/wishes.ts'

const theNamed = [林晓燕, 周建国, 王立, 刘国强]
const theOthers = everybody.filter((person) => !theNamed.includes(person))

/** The same people, one of them with another post. */
function directoryWhere(person: Person, bodyId: string | null, ...roles: Person['posts'][number]['roles']) {
  const posts = bodyId === null ? [] : [{ bodyId, roles }]
  return directoryOf(
    directory.bodies,
    everybody.map((one) => (one.openId === person.openId ? { ...one, posts } : one)),
  )
}

function problemsOf(story: ReturnType<typeof draftingWhistle>) {
  const { decision } = story
  return decision?.kind === 'refused' && decision.refusal.code === 'form_incomplete'
    ? decision.refusal.problems
    : []
}

describe('the draft of a 举报件', () => {
  it('has no link, no public answer and no other unit, whatever was submitted', () => {
    expect(whistleAwaitingApproval().matter.draft).toMatchObject({
      link: null,
      support: [],
      answerForm: 'office_only',
      category: 'N4',
      sensitivity: 'whistle_blower',
    })
  })

  it('is known to its drafter alone, until it names its approver', () => {
    const { matter } = draftingWhistle()
    expect(everybody.filter((person) => mayKnow(matter, person, directory))).toEqual([林晓燕])
  })

  it('is not submitted on the ordinary form, nor an ordinary one on this', () => {
    expect(draftingWhistle().when(submitDraft(), 林晓燕).outcome).toBe('refused:not_for_whistle')
  })

  it('does not go to the accused', () => {
    const accused = draftingWhistle().when(submitWhistle({ excluded: [水务集团.id] }), 林晓燕)
    expect(problemsOf(accused)).toContainEqual({ field: 'lead', why: 'unit_excluded', unit: '市水务集团' })
  })

  it('does not go to a unit under the accused', () => {
    const countyOffice = {
      ...网信办,
      id: 'county',
      office: { kind: 'office', parentUnit: 住建局.id },
    } as const
    const town = { ...水务集团, id: 'town', unit: { group: 'county', officeId: 'county' } } as const
    const wider = directoryOf([...directory.bodies, countyOffice, town], [])
    expect(lineOf('town', wider)).toEqual(['town', 住建局.id])
    const clerk = { ...王立, posts: [{ bodyId: 'town', roles: ['handler'] as const }] }
    expect(isOfExcluded(clerk, [住建局.id], wider)).toBe(true)
    expect(isOfExcluded(clerk, [水务集团.id], wider)).toBe(false)
  })

  it('names nobody of another unit, and no approver who is none', () => {
    const wrong = submitWhistle({ handlers: [named(孙倩)], approver: named(王立) })
    expect(problemsOf(draftingWhistle().when(wrong, 林晓燕))).toEqual([
      { field: 'handlers', why: 'not_nameable', name: '孙倩' },
      { field: 'approver', why: 'not_nameable', name: '王立' },
    ])
  })

  it('is approved by another than its drafter, whatever the policy lets one person do', () => {
    const alone = { policy: { singleSigner: true } }
    const own = draftingWhistle(alone).when(submitWhistle({ approver: named(林晓燕) }), 林晓燕)
    expect(problemsOf(own)).toEqual([{ field: 'approver', why: 'own_approver' }])
    expect(whistleAwaitingApproval(alone).when(approveIssue(), 林晓燕).outcome).toBe('refused:role_needed')
  })
})

describe('更正 of a 举报件', () => {
  it('brings in no link', () => {
    const { title } = issuedWhistle().slip.brief
    const leak = amend({ title, link: 'https://weibo.example.cn/u/1' })
    expect(issuedWhistle().when(leak, 周建国).outcome).toBe('refused:nothing_amended')
  })
})

describe('the numbers of a 举报件', () => {
  it('are a series of their own, so that gaps in the other tell nothing', () => {
    const { slip, matter, log } = issuedWhistle()
    expect(slip.no).toEqual({ word: '网舆密', year: 2026, serial: 1 })
    expect(matter.ref).toBe('JB20261123-001')
    expect(serialsUsed(log)).toMatchObject({
      matter: 0,
      slip: 0,
      supervision: 0,
      whistle_matter: 1,
      whistle_slip: 1,
    })
    expect(serialsUsed(issuedSlip().log)).toMatchObject({
      matter: 1,
      slip: 1,
      whistle_matter: 0,
      whistle_slip: 0,
    })
  })

  it('are read whole: a bare serial is an ordinary one', () => {
    const words = { slip: '网舆交', whistle: '网舆密' }
    expect(readSlipNo('网舆密〔2026〕1号', words, 2026)).toEqual({ word: '网舆密', year: 2026, serial: 1 })
    expect(readSlipNo('1号', words, 2026)?.word).toBe('网舆交')
    expect(readSlipNo('〔2026〕1号', words, 2026)?.word).toBe('网舆交')
  })
})

describe('who is not named', () => {
  const begin = (person: Person, type: CommandType) => {
    const story = issuedWhistle()
    const at = story.now
    const target = wishes[type](story.dossier, at)
    if (type === 'register' || type === 'register_whistle') return null
    return mayBegin(type, target, story.dossier, contextOf(person, at))
  }

  it.each(theOthers)('gets of every wish the answer of what does not exist: $name', (person) => {
    for (const type of Object.keys(wishes) as CommandType[]) {
      if (type === 'register' || type === 'register_whistle') continue
      const unknown = mayBegin(type, { slipId: 'unknown' }, null, contextOf(person, on('2026-11-23 10:00')))
      expect(begin(person, type), type).toEqual(unknown)
      expect(issuedWhistle().when(wishes[type], person).outcome, type).toBe('refused:not_found')
    }
  })

  it.each(theOthers)('sees it in no list: $name', (person) => {
    const { slip, matter } = issuedWhistle()
    expect(maySee(scopeOfPerson(person, directory), slip)).toBe(false)
    expect(maySeeMatter(scopeOfPerson(person, directory), matter)).toBe(false)
  })

  it('is also every group, that of the office and of the unit itself', () => {
    const { slip, matter } = issuedWhistle()
    for (const body of directory.bodies) {
      expect(maySee(scopeOfGroup(body), slip)).toBe(false)
      expect(maySeeMatter(scopeOfGroup(body), matter)).toBe(false)
    }
  })
})

describe('who is named', () => {
  const { slip } = issuedWhistle()

  it.each(theNamed)('sees it: $name', (person) => {
    expect(maySee(scopeOfPerson(person, directory), slip)).toBe(true)
  })

  it('loses sight with the post, or with the directory', () => {
    for (const where of [directoryWhere(王立, null), directoryWhere(王立, 住建局.id, 'handler')]) {
      const moved = where.person({ openId: 王立.openId })
      expect(maySee(scopeOfPerson(moved, where), slip)).toBe(false)
      expect(moved && mayKnow(slip, moved, where)).toBe(false)
    }
    expect(maySee(scopeOfPerson(undefined, directory), slip)).toBe(false)
  })

  it('is kept out with a second post in the accused unit', () => {
    const both = {
      ...王立,
      posts: [...王立.posts, { bodyId: 住建局.id, roles: ['handler'] as const }],
    }
    const where = directoryOf(directory.bodies, [both])
    expect(mayKnow(slip, both, where)).toBe(false)
    expect(maySee(scopeOfPerson(both, where), slip)).toBe(false)
  })

  it('may do what the role allows and no more: 王立 does not accept, 林晓燕 does not sign', () => {
    expect(whistleUnderReview().when(acceptFeedback(), 王立).outcome).toBe('refused:role_needed')
    expect(issuedWhistle().when(signReceipt(), 林晓燕).outcome).toBe('refused:not_your_unit')
    expect(issuedWhistle().when(withdrawSlip(), 周建国).outcome).toBe('done')
  })
})

describe('what a 举报件 does not take part in', () => {
  it('is not passed on, nor handed to the supervision office', () => {
    expect(issuedWhistle().when(contest(), 王立).outcome).toBe('refused:not_for_whistle')
    expect(issuedWhistle().when(reassign(), 林晓燕).outcome).toBe('refused:not_for_whistle')
    expect(signedWhistle().when(proposeSupervision(), 林晓燕).outcome).toBe('refused:not_for_whistle')
  })

  it('reminds its handlers, from the second time on its approver too, and tells nobody further', () => {
    const first = issuedWhistle().sweep(on('2026-11-23 12:00'))
    expect(first.posts.map(({ to }) => to)).toEqual([{ person: 王立.openId }, { person: 刘国强.openId }])
    const end = first.sweep(on('2026-12-14 09:00'))
    expect(end.facts.map(({ type }) => type)).toEqual(['rungs_climbed'])
    expect(end.posts.map(({ to }) => to)).toContainEqual({ person: 周建国.openId })
    expect(end.slip.supervisions).toEqual([])
    expect(end.slip.notices).toEqual([])
  })

  it('waits for 同意签发 only where one of the named can give it', () => {
    const grave = { level: 'major' } as const
    expect(issuedWhistle({ whistle: grave }).slip.signoff.required).toBe(true)
    const clerks = { ...grave, handlers: [named(王立)] }
    expect(issuedWhistle({ whistle: clerks }).slip.signoff.required).toBe(false)
  })
})

describe('调整知悉人员', () => {
  it('gives 王立’s place to 陈燕, who is handed the slip and from then on sees it instead', () => {
    const changed = issuedWhistle().after(replaceConfidant(王立, 陈燕), 周建国)
    expect(changed.posts.map(({ to, card }) => [to, card.kind])).toEqual([[{ person: 陈燕.openId }, 'slip']])
    expect(changed.when(signReceipt(), 王立).outcome).toBe('refused:not_found')
    expect(changed.when(signReceipt(), 陈燕).outcome).toBe('done')
    expect(maySee(scopeOfPerson(王立, directory), changed.slip)).toBe(false)
    expect(maySee(scopeOfPerson(陈燕, directory), changed.slip)).toBe(true)
  })

  it('is the approver’s while there is one', () => {
    expect(issuedWhistle().when(replaceConfidant(), 林晓燕).outcome).toBe('refused:role_needed')
  })

  it('takes nobody of the accused, nobody without the post, nobody twice', () => {
    for (const to of [何伟, 孙倩, 刘国强]) {
      const tried = issuedWhistle().when(replaceConfidant(王立, to), 周建国)
      expect(problemsOf(tried)).toEqual([{ field: 'successor', why: 'not_nameable', name: to.name }])
    }
    const stranger = issuedWhistle().when(replaceConfidant(孙倩, 陈燕), 周建国)
    expect(problemsOf(stranger)).toEqual([{ field: 'leaver', why: 'not_named' }])
  })

  it('survives in the draft that comes back to its writer', () => {
    const changed = whistleAwaitingApproval().after(replaceConfidant(王立, 陈燕), 周建国)
    expect(changed.matter.draft?.circle?.handlers.map(({ name }) => name)).toEqual(['陈燕', '刘国强'])
    const issued = changed.after(approveIssue(), 周建国)
    expect(issued.posts.map(({ to }) => to)).toEqual([{ person: 陈燕.openId }, { person: 刘国强.openId }])
  })
})

describe('every message of a 举报件', () => {
  it('goes to one of the named in private, never to a chat, whatever random people do', () => {
    always((steps) => {
      live(steps, ({ before, after }) => {
        for (const { card, to, key } of after.posts.slice(before.posts.length)) {
          const about = 'matterId' in card ? card.matterId : 'slipId' in card ? card.slipId : ''
          const dossier = [...after.dossiers.values()].find(({ matter }) => about.startsWith(matter.id))
          const circle = dossier?.matter.circle
          if (!circle) continue
          const known = [circle.drafter, circle.approver, ...circle.handlers].map((one) => one?.openId)
          expect(to, key).toEqual({ person: expect.toSatisfy((id) => known.includes(id)) })
        }
      })
    })
  })

  it('of the story told to its end as well', () => {
    const steps = [
      draftingWhistle(),
      whistleAwaitingApproval(),
      issuedWhistle(),
      signedWhistle(),
      signedWhistle().after(requestExtension(), 王立),
      whistleUnderReview(),
      whistleUnderReview().after(acceptFeedback(), 周建国),
    ]
    const posts = steps.flatMap((story) => story.posts)
    expect(posts.length).toBeGreaterThan(5)
    for (const { to } of posts) expect(theNamed.map(({ openId }) => ({ person: openId }))).toContainEqual(to)
  })

  it('is never begun by time itself for a matter that nobody registered', () => {
    expect(draftingWhistle().when(registerWhistle(), system).outcome).toBe('quiet:repeat')
  })
})
