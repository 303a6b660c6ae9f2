import { describe, expect, it } from 'vitest'
import { nameOf } from '../../src/domain/decision.ts'
import { openSupervision } from '../../src/domain/slip.ts'
import { DAY } from '../../src/domain/time.ts'
import { closedSlip, issuedSlip, neglectedSlip, signedSlip, slipUnderReview } from '../support/builders.ts'
import { on, system, 何伟, 吴敏, 周建国, 林晓燕, 王立, 赵明, 高远 } from '../support/people.ts'
import {
  acceptFeedback,
  acknowledge,
  climbRungs,
  declineSupervision,
  instruct,
  issueSupervision,
  proposeSupervision,
  signReceipt,
  submitFinal,
  withdrawSlip,
} from '../support/wishes.ts'

describe('climbing the ladder', () => {
  it('notes the rungs, proposes 督办 and tells the leaders in the same minute', () => {
    const neglected = neglectedSlip()
    expect(neglected.facts.map(({ type }) => type)).toEqual([
      'rungs_climbed',
      'supervision_proposed',
      'leaders_told',
    ])
    expect(neglected.slip.supervisions).toMatchObject([{ n: 1, proposed: { by: 'system', ground: null } }])
    expect(neglected.slip.notices).toMatchObject([{ n: 1, to: 'leaders' }])
  })

  it('only proposes: nothing is signed until 吴敏 signs', () => {
    expect(neglectedSlip().slip.supervisions[0]?.ruling).toBeNull()
  })

  it('is refused on a slip that ended before the sweep came', () => {
    const overdue = issuedSlip()
    const late = climbRungs()(overdue.dossier, overdue.now + 30 * DAY)
    const gone = overdue.after(withdrawSlip(), 周建国)
    expect(gone.when(() => late, system).outcome).toBe('refused:slip_withdrawn')
  })

  it('is quiet the second time, however often the sweep runs', () => {
    const neglected = neglectedSlip()
    const first = climbRungs()(issuedSlip().dossier, neglected.now)
    expect(neglected.sweep(neglected.now + 1).outcome).toBe('quiet:rungs_already_climbed')
    expect(neglected.when(() => first, system).outcome).toBe('quiet:rungs_already_climbed')
  })

  it('makes one case of 督办, not one for every clock', () => {
    const first = issuedSlip().sweep(on('2026-11-27 10:00'))
    expect(first.slip.supervisions).toHaveLength(1)
    const later = first.sweep(on('2026-12-08 10:00'))
    expect(later.facts.map(({ type }) => type)).toEqual(['rungs_climbed'])
    expect(later.slip.supervisions).toHaveLength(1)
  })
})

describe('an escalation of what was proposed by hand before', () => {
  const typesOf = (facts: readonly { type: string }[]) => facts.map(({ type }) => type)
  const proposed = issuedSlip().after(proposeSupervision(), 林晓燕)

  it('still tells the leaders, who heard nothing of it yet', () => {
    const escalated = proposed.sweep(on('2026-11-27 10:00'))
    expect(typesOf(escalated.facts)).toEqual(['rungs_climbed', 'leaders_told'])
    expect(escalated.slip.supervisions).toHaveLength(1)
    expect(escalated.slip.notices).toMatchObject([{ n: 1, to: 'leaders', rungs: ['receipt.escalate@1'] }])
  })

  it('tells them once: the next clock running out adds nothing', () => {
    const later = proposed.sweep(on('2026-11-27 10:00')).sweep(on('2026-12-08 10:00'))
    expect(typesOf(later.facts)).toEqual(['rungs_climbed'])
    expect(later.slip.notices).toHaveLength(1)
  })

  it('tells them also when 吴敏 has signed it meanwhile', () => {
    const signed = proposed.after(issueSupervision({ term: { kind: 'workdays', n: 10 } }), 吴敏)
    const escalated = signed.sweep(on('2026-11-27 10:00'))
    expect(typesOf(escalated.facts)).toEqual(['rungs_climbed', 'leaders_told'])
  })

  it('leaves the leaders in peace before the escalation is due', () => {
    expect(typesOf(proposed.sweep(on('2026-11-24 15:00')).facts)).toEqual(['rungs_climbed'])
  })
})

describe('proposing 督办 by hand', () => {
  it('is noted with its ground', () => {
    const proposed = signedSlip().when(proposeSupervision(), 林晓燕)
    expect(proposed.outcome).toBe('done')
    expect(proposed.slip.supervisions).toMatchObject([
      { n: 1, proposed: { by: { name: '林晓燕' }, ground: '两次催办后仍未回应' }, ruling: null },
    ])
  })

  it('is quiet while one is open, and says who proposed it', () => {
    const proposed = signedSlip().after(proposeSupervision(), 林晓燕)
    const quiet = { code: 'already_proposed', by: '林晓燕', at: proposed.now }
    expect(proposed.when(proposeSupervision(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    const issued = proposed.after(issueSupervision(), 吴敏)
    expect(issued.when(proposeSupervision(), 周建国).decision).toEqual({ kind: 'quiet', quiet })
    expect(issued.slip.supervisions).toHaveLength(1)
  })

  it('is quiet after the ladder proposed it by itself', () => {
    const quiet = { code: 'already_proposed', by: nameOf('system'), at: neglectedSlip().now }
    expect(neglectedSlip().when(proposeSupervision(), 林晓燕).decision).toEqual({ kind: 'quiet', quiet })
  })

  it('is refused on a closed slip', () => {
    expect(closedSlip().when(proposeSupervision(), 林晓燕).outcome).toBe('refused:slip_closed')
  })

  it('may be tried again after 吴敏 declined', () => {
    const declined = signedSlip().after(proposeSupervision(), 林晓燕).after(declineSupervision(), 吴敏)
    const again = declined.when(proposeSupervision(), 林晓燕)
    expect(again.outcome).toBe('done')
    expect(again.slip.supervisions.map(({ n }) => n)).toEqual([1, 2])
  })
})

describe('签发督办', () => {
  const proposed = signedSlip().after(proposeSupervision(), 林晓燕)

  it('gives a number of its own series and a limit of its own', () => {
    const issued = proposed.when(issueSupervision(), 吴敏, on('2026-11-24 10:00'))
    expect(issued.outcome).toBe('done')
    expect(issued.slip.supervisions[0]?.ruling).toMatchObject({
      kind: 'issued',
      by: { name: '吴敏' },
      no: { word: '政督字', year: 2026, serial: 1 },
      deadline: { start: on('2026-11-24 10:00'), at: on('2026-11-27 17:30') },
    })
  })

  it('leaves the clocks of the slip as they are: 督办 forgives nothing', () => {
    expect(proposed.after(issueSupervision(), 吴敏).slip.clocks).toEqual(proposed.slip.clocks)
  })

  it('is refused with a limit that is over', () => {
    const at = on('2026-11-24 10:00')
    expect(proposed.when(issueSupervision({ term: { kind: 'until', at } }), 吴敏, at).outcome).toBe(
      'refused:term_not_in_future',
    )
  })

  it('is refused on the card of an earlier proposal: a new ground wants a new look', () => {
    const again = proposed.after(declineSupervision(), 吴敏).after(proposeSupervision(), 林晓燕)
    expect(again.when(issueSupervision({ n: 1 }), 吴敏).outcome).toBe('refused:stale_card')
    const old = declineSupervision()(proposed.dossier, proposed.now)
    expect(again.when(() => old, 吴敏).outcome).toBe('refused:stale_card')
    expect(again.when(issueSupervision(), 吴敏).outcome).toBe('done')
  })

  it('is refused when nobody proposed it', () => {
    expect(signedSlip().when(issueSupervision(), 吴敏).outcome).toBe('refused:supervision_not_proposed')
  })

  it('is quiet when it was ruled on already, whichever way', () => {
    const issued = proposed.after(issueSupervision(), 吴敏)
    expect(issued.when(issueSupervision(), 吴敏).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_ruled', by: '吴敏', at: issued.now },
    })
    expect(issued.when(declineSupervision(), 吴敏).outcome).toBe('quiet:already_ruled')
  })

  it('takes no number for a second press', () => {
    const twice = proposed.after(issueSupervision(), 吴敏).when(issueSupervision(), 吴敏)
    expect(twice.log.filter(({ type }) => type === 'supervision_issued')).toHaveLength(1)
  })
})

describe('不予督办', () => {
  const proposed = signedSlip().after(proposeSupervision(), 林晓燕)

  it('closes the case with a reason', () => {
    const declined = proposed.when(declineSupervision(), 吴敏)
    expect(declined.outcome).toBe('done')
    expect(declined.slip.supervisions[0]?.ruling).toMatchObject({ kind: 'declined', reason: '单位已在办理' })
    expect(openSupervision(declined.slip)).toBeUndefined()
  })

  it('is refused when the slip was finished meanwhile', () => {
    const finished = proposed.after(submitFinal(), 王立).after(acceptFeedback(), 林晓燕)
    expect(finished.when(declineSupervision(), 吴敏).outcome).toBe('refused:slip_closed')
  })

  it('is quiet the second time', () => {
    expect(proposed.after(declineSupervision(), 吴敏).when(declineSupervision(), 吴敏).outcome).toBe(
      'quiet:already_ruled',
    )
  })

  it('does not stop the ladder from proposing again when the next clock runs out', () => {
    const declined = issuedSlip().sweep(on('2026-11-27 10:00')).after(declineSupervision(), 吴敏)
    const later = declined.sweep(on('2026-12-08 10:00'))
    expect(later.slip.supervisions).toHaveLength(2)
    expect(later.slip.notices).toHaveLength(2)
  })
})

describe('已阅', () => {
  it('is noted by name', () => {
    const read = neglectedSlip().when(acknowledge(), 高远)
    expect(read.outcome).toBe('done')
    expect(read.slip.notices[0]?.acknowledged).toMatchObject([{ by: { name: '高远' } }])
  })

  it('is counted for every leader who reads it', () => {
    const 方晴 = { ...高远, openId: 'ou_fang', name: '方晴' }
    const read = neglectedSlip().after(acknowledge(), 高远).after(acknowledge(), 方晴)
    expect(read.slip.notices[0]?.acknowledged).toHaveLength(2)
  })

  it('is the leaders’ own: refused to the unit’s chief, to 督查室, and for a notice that does not exist', () => {
    for (const other of [赵明, 吴敏, 何伟]) {
      expect(neglectedSlip().when(acknowledge(), other).outcome).toBe('refused:notice_not_yours')
    }
    expect(neglectedSlip().when(acknowledge(2), 高远).outcome).toBe('refused:not_found')
  })

  it('is taken after the slip is closed, too', () => {
    const finished = neglectedSlip()
      .after(signReceipt(), 王立)
      .after(submitFinal(), 王立)
      .after(acceptFeedback(), 林晓燕)
    expect(finished.when(acknowledge(), 高远).outcome).toBe('done')
  })

  it('is quiet the second time', () => {
    const read = neglectedSlip().after(acknowledge(), 高远)
    expect(read.when(acknowledge(), 高远).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_acknowledged', at: read.now },
    })
  })
})

describe('批示', () => {
  it('is kept in the leader’s words, and a second one beside it', () => {
    const instructed = neglectedSlip().after(instruct(), 高远).after(instruct(), 高远)
    expect(instructed.slip.directives).toMatchObject([
      { by: { name: '高远' }, text: '请水务集团本周内解决，结果报我。' },
      { by: { name: '高远' } },
    ])
  })

  it('is refused to 王立, and on a slip that ended', () => {
    expect(neglectedSlip().when(instruct(), 王立).outcome).toBe('refused:notice_not_yours')
    expect(neglectedSlip().after(withdrawSlip(), 周建国).when(instruct(), 高远).outcome).toBe(
      'refused:slip_withdrawn',
    )
  })

  it('is refused on a notice that does not exist', () => {
    expect(slipUnderReview().when(instruct(), 高远).outcome).toBe('refused:not_found')
  })
})
