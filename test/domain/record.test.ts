import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../src/domain/record.ts'
import { praise, proposeAccountability, transfer } from '../support/accountability-wishes.ts'
import { issuedSlip, slipUnderReview } from '../support/builders.ts'
import { on, 住建局, 吴敏, 林晓燕, 王立 } from '../support/people.ts'
import { issueSupervision, proposeSupervision, remind, sendBack, submitFinal } from '../support/wishes.ts'

describe('the record of a matter', () => {
  it('tells per slip what was urged, sent back, supervised, handed over and praised, by whom and why', () => {
    const told = slipUnderReview()
      .after(sendBack({ defect: 'empty_phrases' }), 林晓燕)
      .after(remind(), 林晓燕)
      .after(proposeSupervision(1, 'mishandled'), 林晓燕)
      .after(issueSupervision(), 吴敏)
      .after(proposeAccountability({ cause: 'grave' }), 吴敏)
      .after(transfer(), 吴敏)
      .after(submitFinal(), 王立)
      .after(praise(), 吴敏)
    expect(recordsOf(told.log)).toMatchObject([
      {
        slipId: told.slip.id,
        no: { serial: 1 },
        unitId: 'shuiwu',
        urged: [{ by: { name: '林晓燕' } }],
        sentBack: [{ by: { name: '林晓燕' }, defect: 'empty_phrases' }],
        supervised: [
          { by: { name: '吴敏' }, cause: 'mishandled', ground: '两次催办后仍未回应', no: { word: '政督字' } },
        ],
        transferred: [{ by: { name: '吴敏' }, cause: 'grave', no: { word: '政督移' } }],
        praised: [{ by: { name: '吴敏' }, ground: '两小时到场，当日答复。' }],
      },
    ])
  })

  it('counts a 催办 of several rungs once, and one by the bot under its own name', () => {
    const urged = issuedSlip().sweep(on('2026-11-25 09:00')).sweep(on('2026-11-26 09:00'))
    const [record] = recordsOf(urged.log)
    expect(record?.urged.map(({ by }) => by)).toEqual(['system', 'system'])
  })

  it('blames nobody for what was only proposed', () => {
    const proposed = issuedSlip().after(proposeSupervision(), 林晓燕).after(proposeAccountability(), 吴敏)
    expect(recordsOf(proposed.log)).toMatchObject([{ supervised: [], transferred: [] }])
  })

  it('has a record for each unit of the matter, in the order of issue', () => {
    const two = issuedSlip({ draft: { support: [住建局.id] } })
    expect(recordsOf(two.log).map(({ unitId }) => unitId)).toEqual(['shuiwu', 'zhujian'])
  })
})
