import { describe, expect, it } from 'vitest'
import { differencesAmong, figuresAdvice, silentSupport, standingReport } from '../../src/domain/findings.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { HOUR } from '../../src/domain/time.ts'
import { issuedSlip, type Setting, type Story } from '../support/builders.ts'
import { directory, 住建局, 周建国, 孙倩, 林晓燕, 水务集团, 王立, 陈燕 } from '../support/people.ts'
import {
  type Ask,
  sendBack,
  showFindings,
  signReceipt,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

const two: Setting = { draft: { support: [住建局.id] } }
const bothSigned = (setting: Setting = two): Story =>
  issuedSlip(setting).after(signReceipt(1), 王立).after(signReceipt(2), 孙倩)

/** 提交反馈 of the n-th slip with these findings. */
function reporting(findings: string, n: number): Ask {
  return (dossier, now) => ({ ...submitFinal({ n })(dossier, now), findings }) as ReturnType<Ask>
}

function advised(story: Story, saying: string, n = 1): readonly object[] {
  const slip = story.slips[n - 1]
  if (!slip || !story.dossier) return []
  const found = [silentSupport(slip, story.dossier, directory), figuresAdvice(slip, story.dossier, saying)]
  return found.filter((one) => one !== null)
}

describe('before the lead answers for all', () => {
  const saying = '受影响居民300户，11月24日已更换支管。'

  it('it is pointed at units that have not reported yet', () => {
    expect(advised(bothSigned(), saying)).toEqual([{ code: 'support_silent', units: ['市住建局'] }])
  })

  it('and at figures that differ, by their measure only: the text of an internal matter stays out of the group', () => {
    const reported = bothSigned().after(reporting('受影响280户，11月23日接报。', 2), 孙倩)
    expect(advised(reported, saying)).toEqual([{ code: 'figures_differ', measures: ['户', 'date'] }])
  })

  it('hears nothing where all have reported alike', () => {
    const reported = bothSigned().after(reporting('经核，受影响300户。', 2), 孙倩)
    expect(advised(reported, saying)).toEqual([])
  })

  it('does not wait for a unit whose slip was withdrawn, and a unit that supports is told nothing', () => {
    expect(advised(bothSigned().after(withdrawSlip(2), 周建国), saying)).toEqual([])
    expect(advised(bothSigned(), saying, 2)).toEqual([])
  })

  it('takes a report that was sent back for none', () => {
    const back = bothSigned().after(reporting('受影响280户。', 2), 孙倩).after(sendBack({}, 2), 林晓燕)
    expect(standingReport(back.slips[1]!)).toBeNull()
    expect(advised(back, saying)).toEqual([{ code: 'support_silent', units: ['市住建局'] }])
    expect(back.dossier && differencesAmong(back.dossier, { of: 水务集团.id, text: saying })).toEqual([])
  })

  it('may answer all the same', () => {
    expect(bothSigned().when(submitFinal(), 王立).outcome).toBe('done')
  })
})

describe('各单位口径', () => {
  it('stands in the lead’s group, redrawn as units report, and again half an hour later at the earliest', () => {
    const shown = bothSigned().after(showFindings(), 王立)
    expect(shown.posts.map(({ to, card }) => [to, card.kind])).toEqual([
      [{ chat: 水务集团.chatId }, 'findings'],
    ])
    expect(shown.when(showFindings(), 陈燕).outcome).toBe('quiet:shown_just_now')
    expect(shown.when(showFindings(), 陈燕, shown.now + HOUR).outcome).toBe('done')
  })

  it('of an internal matter is shown in private to whoever asks', () => {
    const shown = bothSigned({ draft: { ...two.draft, sensitivity: 'internal' } }).after(showFindings(), 王立)
    expect(shown.posts.map(({ to }) => to)).toEqual([{ person: 王立.openId }])
    expect(shown.when(showFindings(), 王立).outcome).toBe('quiet:shown_just_now')
    const other = shown.after(showFindings(), 陈燕)
    expect(other.posts.map(({ to }) => to)).toEqual([{ person: 陈燕.openId }])
  })

  it('is for the unit that leads and the office, not for those that support', () => {
    expect(bothSigned().when(showFindings(), 孙倩).outcome).toBe('refused:not_your_unit')
    expect(bothSigned().when(showFindings(2), 孙倩).outcome).toBe('refused:not_found')
    expect(bothSigned().when(showFindings(), 林晓燕).outcome).toBe('done')
  })
})

describe('采纳情况 of a suggestion', () => {
  const suggestion = issuedSlip({
    draft: { ...two.draft, requestType: 'suggestion' },
    policy: { requestTerms: defaultPolicy.requestTerms },
  })
    .after(signReceipt(1), 王立)
    .after(signReceipt(2), 孙倩)
  const telling = (adoption: object | null, n = 1): Ask => {
    return (dossier, now) => ({ ...submitFinal({ n })(dossier, now), adoption }) as ReturnType<Ask>
  }

  it('is told with the lead’s final report and kept', () => {
    expect(suggestion.when(telling(null), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'form_incomplete', problems: [{ field: 'adoption', why: 'missing' }] },
    })
    const adopted = { kind: 'partly_adopted', reason: null }
    expect(suggestion.after(telling(adopted), 王立).slip.final?.adoption).toEqual(adopted)
  })

  it('needs a reason where it is not adopted', () => {
    expect(suggestion.when(telling({ kind: 'not_adopted', reason: null }), 王立).decision).toMatchObject({
      refusal: { problems: [{ field: 'adoption_reason', why: 'missing' }] },
    })
    expect(suggestion.when(telling({ kind: 'not_adopted', reason: '与条例不符' }), 王立).outcome).toBe('done')
  })

  it('is not asked of a unit that supports, nor of anything but a suggestion', () => {
    expect(suggestion.when(telling(null, 2), 孙倩).outcome).toBe('done')
    expect(bothSigned().when(telling(null), 王立).outcome).toBe('done')
  })
})
