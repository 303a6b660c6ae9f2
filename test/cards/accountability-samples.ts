import type { CardRef } from '../../src/domain/card-ref.ts'
import { DAY, MINUTE } from '../../src/domain/time.ts'
import {
  acknowledgeFile,
  declineTransfer,
  praise,
  proposeAccountability,
  transfer,
} from '../support/accountability-wishes.ts'
import { closedSlip, neglectedSlip, type Setting, signedSlip, slipUnderReview } from '../support/builders.ts'
import { 吴敏, 林晓燕, 王立, 秦岚 } from '../support/people.ts'
import { issueSupervision, proposeSupervision, sendBack, submitFinal } from '../support/wishes.ts'
import { formFace, type Sample, sample } from './drawings.ts'

/** 督办 by ground, 问责, 移送 and 表扬. */
export function accountabilitySamples(setting: Setting): readonly Sample[] {
  const signed = signedSlip(setting)
  const { id: slipId } = signed.slip
  const on = { slip: slipId, rev: signed.slip.rev, n: 1 }
  const supervised = neglectedSlip(setting).after(issueSupervision(), 吴敏)
  const overdue = supervised.sweep(supervised.now + 7 * DAY)
  const proposed = signed.after(proposeAccountability(), 吴敏)
  const transferred = overdue.after(transfer(), 吴敏)
  const twice = slipUnderReview(setting)
    .after(sendBack(), 林晓燕)
    .after(submitFinal(), 王立)
    .after(sendBack({ defect: 'empty_phrases' }), 林晓燕)
  const form = (of: 'supervision' | 'accountability'): CardRef => ({
    kind: 'proposal_form',
    slipId,
    of,
    n: 1,
  })
  const proposal: CardRef = { kind: 'accountability_proposal', slipId, n: 1 }
  const file: CardRef = { kind: 'transfer_file', slipId, n: 1 }
  const byGround = signed.after(proposeSupervision(1, 'careless'), 林晓燕)
  return [
    sample('提请督办表单', signed, form('supervision')),
    sample('提请督办表单 已提请', byGround, form('supervision')),
    sample('提请督办表单 已办结', closedSlip(setting), form('supervision')),
    sample('提请督办 按事由', byGround, { kind: 'supervision_proposal', slipId, n: 1 }),
    sample('提请督办 两次退回重办', twice, { kind: 'supervision_proposal', slipId, n: 1 }),
    sample('提请问责表单', signed, form('accountability')),
    sample('提请问责表单 已提请', proposed, form('accountability')),
    sample('提请问责', proposed, proposal),
    sample('提请问责 督办到期', overdue, proposal),
    sample('提请问责 移送表单', proposed, proposal, formFace('transfer', on)),
    sample('提请问责 不移送表单', proposed, proposal, formFace('decline_transfer', on)),
    sample('提请问责 已移送', transferred, proposal),
    sample('提请问责 不移送', proposed.after(declineTransfer(), 吴敏), proposal),
    sample('移送函', transferred, file),
    sample('移送函 已阅', transferred.after(acknowledgeFile(), 秦岚, transferred.now + MINUTE), file),
    sample('移送函 按事由', proposed.after(transfer({ consequence: null }), 吴敏), file),
    sample('表扬', closedSlip(setting).after(praise(), 林晓燕), { kind: 'praise', slipId, n: 1 }),
  ]
}
