import type { CardRef } from '../../src/domain/card-ref.ts'
import { issuedSlip, type Setting, type Story } from '../support/builders.ts'
import { 住建局, 孙倩, 王立 } from '../support/people.ts'
import { type Ask, reportFirstResponse, signReceipt, submitFinal } from '../support/wishes.ts'
import { formFace, plain, type Sample, sample } from './drawings.ts'

/** 市水务集团 leads, 市住建局 supports; both have signed. */
export function bothSigned(setting: Setting = {}): Story {
  return issuedSlip({ ...setting, draft: { support: [住建局.id], ...setting.draft } })
    .after(signReceipt(1), 王立)
    .after(signReceipt(2), 孙倩)
}

/** 提交反馈 of the n-th slip with these findings. */
export function reporting(findings: string, n: number): Ask {
  return (dossier, now) => {
    const command = submitFinal({ n })(dossier, now)
    return command.type === 'submit_final' ? { ...command, findings } : command
  }
}

/** 各单位口径 on its own card, and what the lead and the office read of it. */
export function findingsSamples(): readonly Sample[] {
  const silent = bothSigned()
  const differing = silent.after(reporting('经查，受影响280户，11月20日起供水浑浊。', 2), 孙倩)
  const lead = differing.after(reporting('受影响300户，系11月18日管网抢修所致。', 1), 王立)
  const { slip } = silent
  const ref: CardRef = { kind: 'findings', slipId: slip.id }
  const onSlip = { slip: slip.id, rev: slip.rev }
  const finalRev = lead.slip.final?.rev ?? 0
  const suggestion = bothSigned({ draft: { requestType: 'suggestion' } })
  return [
    sample('各单位口径 尚未反馈', silent, ref),
    sample('各单位口径 数字不一致', lead, ref),
    sample('各单位口径 未能显示', lead, ref, plain, { redacted: true }),
    sample('交办单 牵头单位', silent, { kind: 'slip', slipId: slip.id }),
    sample('交办单 协办单位', silent, { kind: 'slip', slipId: silent.slips[1]?.id ?? '' }),
    sample('交办单 协办单位待签收', issuedSlip({ draft: { support: [住建局.id] } }), {
      kind: 'slip',
      slipId: silent.slips[1]?.id ?? '',
    }),
    sample(
      '交办单 反馈前的提示',
      differing.after(reportFirstResponse(), 王立),
      { kind: 'slip', slipId: slip.id },
      formFace(
        'submit_final',
        onSlip,
        { findings: '受影响300户', measures: '已更换支管', outcome: 'solved' },
        {
          kind: 'advice',
          advice: [{ code: 'figures_differ', measures: ['户', 'date'] }],
        },
      ),
    ),
    sample(
      '交办单 登记首次回应表单 协办尚未反馈',
      silent,
      { kind: 'slip', slipId: slip.id },
      formFace('report_first_response', onSlip),
    ),
    sample('反馈审核 数字不一致', lead, { kind: 'review', slipId: slip.id, finalRev }),
    sample(
      '交办单 建议的反馈表单',
      suggestion,
      { kind: 'slip', slipId: suggestion.slip.id },
      formFace('submit_final', onSlip),
    ),
  ]
}
