import { describe, expect, it } from 'vitest'
import { supervisionClock } from '../../src/domain/supervision.ts'
import { HOUR } from '../../src/domain/time.ts'
import {
  acknowledgeFile,
  declineTransfer,
  praise,
  proposeAccountability,
  transfer,
} from '../support/accountability-wishes.ts'
import { closedSlip, issuedSlip, signedSlip, slipUnderReview, withdrawnSlip } from '../support/builders.ts'
import { on, 吴敏, 周建国, 林晓燕, 王立, 秦岚 } from '../support/people.ts'
import { issueSupervision, proposeSupervision, sendBack, submitFinal } from '../support/wishes.ts'

const typesOf = (facts: readonly { readonly type: string }[]) => facts.map(({ type }) => type)

/** 督办 on 办理不认真, signed on Tuesday: to be answered by Friday 17:30. */
const supervised = signedSlip()
  .after(proposeSupervision(1, 'careless'), 林晓燕)
  .after(issueSupervision(), 吴敏, on('2026-11-24 10:00'))

describe('a second 退回重办', () => {
  const once = slipUnderReview().after(sendBack(), 林晓燕)
  const again = once.after(submitFinal(), 王立)

  it('proposes 督办 for 办理不认真 in the same decision, by the one who sent it back', () => {
    expect(typesOf(once.facts)).toEqual(['sent_back'])
    const twice = again.when(sendBack(), 周建国)
    expect(typesOf(twice.facts)).toEqual(['sent_back', 'supervision_proposed'])
    expect(twice.slip.supervisions).toMatchObject([
      { proposed: { by: { name: '周建国' }, cause: 'careless', ground: null }, ruling: null },
    ])
  })

  it('adds nothing to a 督办 that is open', () => {
    const proposed = again.after(proposeSupervision(), 林晓燕)
    expect(typesOf(proposed.when(sendBack(), 林晓燕).facts)).toEqual(['sent_back'])
  })
})

describe('the limit of a signed 督办', () => {
  it('proposes 问责 once, and only when it has passed', () => {
    expect(typesOf(supervised.sweep(on('2026-11-27 17:29')).facts)).not.toContain('accountability_proposed')
    const overdue = supervised.sweep(on('2026-11-27 17:30'))
    expect(overdue.slip.accountabilities).toMatchObject([
      { n: 1, proposed: { by: 'system', cause: 'unsolved', evidence: null, supervision: 1 }, ruling: null },
    ])
    expect(overdue.sweep(on('2026-11-27 18:00')).slip.accountabilities).toHaveLength(1)
  })

  it('tells the supervision office alone', () => {
    const told = supervised.sweep(on('2026-11-27 17:30')).posts.filter(({ key }) => key.includes('accountab'))
    expect(told.map(({ to }) => to)).toEqual([{ chat: 'oc_duchashi' }])
  })

  it('does not run while the report is under review', () => {
    const submitted = supervised.after(submitFinal(), 王立, on('2026-11-27 16:00'))
    expect(supervisionClock(submitted.slip)).toBeNull()
    expect(submitted.sweep(on('2026-11-30 09:00')).slip.accountabilities).toHaveLength(0)
  })

  it('gives way to the later limit of a 退回重办: the unit is not late with what it was just given', () => {
    const back = supervised
      .after(submitFinal(), 王立, on('2026-11-27 16:00'))
      .after(sendBack(), 林晓燕, on('2026-11-30 09:00'))
    const limit = on('2026-12-02 17:30')
    expect(supervisionClock(back.slip)?.at).toBe(limit)
    expect(back.sweep(limit - HOUR).slip.accountabilities).toHaveLength(0)
    expect(back.sweep(limit).slip.accountabilities).toHaveLength(1)
  })
})

describe('提请问责', () => {
  it('is 吴敏’s to begin, on a closed slip too, with ground and evidence', () => {
    const proposed = closedSlip().when(proposeAccountability(), 吴敏)
    expect(proposed.outcome).toBe('done')
    expect(proposed.slip.accountabilities[0]?.proposed).toMatchObject({
      by: { name: '吴敏' },
      cause: 'mishandled',
      evidence: '公开回应称水质合格，次日检测浊度超标三倍。',
    })
    expect(proposed.slip.status).toBe('closed')
  })

  it('is refused to 林晓燕, and on a slip that was withdrawn', () => {
    expect(closedSlip().when(proposeAccountability(), 林晓燕).outcome).toBe('refused:role_needed')
    expect(withdrawnSlip().when(proposeAccountability(), 吴敏).outcome).toBe('refused:slip_withdrawn')
  })

  it('is quiet while one waits for its ruling, the bot’s own among them', () => {
    const proposed = issuedSlip().after(proposeAccountability(), 吴敏)
    expect(proposed.when(proposeAccountability(), 吴敏).outcome).toBe('quiet:accountability_proposed')
    const overdue = supervised.sweep(on('2026-11-27 17:30'))
    expect(overdue.when(proposeAccountability(), 吴敏).outcome).toBe('quiet:accountability_proposed')
  })

  it('by hand keeps the bot from proposing the same again', () => {
    const byHand = supervised.after(proposeAccountability(), 吴敏)
    expect(byHand.sweep(on('2026-11-27 17:30')).slip.accountabilities).toHaveLength(1)
  })
})

describe('移送', () => {
  const proposed = signedSlip().after(proposeAccountability(), 吴敏)

  it('gives a number of its own series and sends the file to 市监察局 alone', () => {
    const sent = proposed.when(transfer(), 吴敏)
    expect(sent.slip.accountabilities[0]?.ruling).toMatchObject({
      kind: 'transferred',
      by: { name: '吴敏' },
      no: { word: '政督移', year: 2026, serial: 1 },
    })
    expect(sent.posts.map(({ to, card }) => [to, card.kind])).toEqual([
      [{ chat: 'oc_jianchaju' }, 'transfer_file'],
    ])
  })

  it('is refused on the card of an earlier proposal', () => {
    const again = proposed.after(declineTransfer(), 吴敏).after(proposeAccountability(), 吴敏)
    expect(again.when(transfer({ n: 1 }), 吴敏).outcome).toBe('refused:stale_card')
    expect(again.when(declineTransfer({ n: 1 }), 吴敏).outcome).toBe('refused:stale_card')
  })

  it('is quiet when it was ruled on already, and takes no second number', () => {
    const twice = proposed.after(transfer(), 吴敏).when(transfer(), 吴敏)
    expect(twice.outcome).toBe('quiet:already_ruled')
    expect(twice.log.filter(({ type }) => type === 'accountability_transferred')).toHaveLength(1)
  })

  it('declined sends nothing to anybody', () => {
    const declined = proposed.when(declineTransfer(), 吴敏)
    expect(declined.outcome).toBe('done')
    expect(declined.posts).toEqual([])
  })
})

describe('已阅 of a file', () => {
  const sent = signedSlip().after(proposeAccountability(), 吴敏).after(transfer(), 吴敏)

  it('is 秦岚’s, and quiet the second time', () => {
    const read = sent.when(acknowledgeFile(), 秦岚)
    expect(read.outcome).toBe('done')
    expect(read.slip.accountabilities[0]?.read).toMatchObject([{ by: { name: '秦岚' } }])
    expect(read.when(acknowledgeFile(), 秦岚).outcome).toBe('quiet:already_acknowledged')
  })

  it('is refused of a file that was never sent', () => {
    expect(sent.when(acknowledgeFile({ n: 2 }), 秦岚).outcome).toBe('refused:not_found')
  })
})

describe('表扬', () => {
  it('is kept with its ground and told in the unit’s group', () => {
    const praised = closedSlip().when(praise(), 吴敏)
    expect(praised.slip.praises).toMatchObject([
      { n: 1, by: { name: '吴敏' }, ground: '两小时到场，当日答复。' },
    ])
    expect(praised.posts.map(({ to, card }) => [to, card.kind])).toEqual([[{ chat: 'oc_shuiwu' }, 'praise']])
  })

  it('is said once by each: 吴敏 may follow 林晓燕', () => {
    const praised = closedSlip().after(praise(), 林晓燕)
    expect(praised.when(praise(), 林晓燕).outcome).toBe('quiet:already_praised')
    expect(praised.when(praise(), 吴敏).slip.praises).toHaveLength(2)
  })

  it('is refused to the unit itself, and on a slip that was withdrawn', () => {
    expect(closedSlip().when(praise(), 王立).outcome).toBe('refused:role_needed')
    expect(withdrawnSlip().when(praise(), 林晓燕).outcome).toBe('refused:slip_withdrawn')
  })
})
