import type { CardRef } from '../../src/domain/card-ref.ts'
import { requestExtension } from '../support/ask-wishes.ts'
import { on, 周建国, 王立 } from '../support/people.ts'
import {
  closedWhistle,
  draftingWhistle,
  issuedWhistle,
  type WhistleSetting,
  whistleAwaitingApproval,
  whistleUnderReview,
} from '../support/whistle-stories.ts'
import { replaceConfidant } from '../support/whistle-wishes.ts'
import { type Ask, returnDraft } from '../support/wishes.ts'
import { formFace, plain, type Sample, sample } from './drawings.ts'

const signFirst: Ask = (dossier) => ({
  type: 'sign_receipt',
  slipId: dossier?.slips[0]?.id ?? '',
  seenRev: 1,
  hash: 'f00d',
})

/** Every card that a 举报件 is seen on; all of them stand in private chats. */
export function whistleSamples(setting: WhistleSetting = {}): readonly Sample[] {
  const drafting = draftingWhistle(setting)
  const waiting = whistleAwaitingApproval(setting)
  const issued = issuedWhistle(setting)
  const reported = whistleUnderReview(setting)
  const closed = closedWhistle(setting)
  const late = issued.sweep(on('2026-11-24 12:00'))
  const asked = issued.after(signFirst, 王立).after(requestExtension(), 王立)
  const matterId = drafting.matter.id
  const slipId = issued.slip.id
  const form: CardRef = { kind: 'issue_form', matterId }
  const approval: CardRef = { kind: 'approval', matterId, draftRev: waiting.matter.draftRev }
  const review: CardRef = { kind: 'review', slipId, finalRev: reported.slip.final?.rev ?? 0 }
  const [rungKey = null] = Object.keys(late.slip.rungs)
  return [
    sample('举报件拟稿', drafting, form),
    sample('举报件拟稿 待签发', waiting, form),
    sample('举报件拟稿 退回修改后', waiting.after(returnDraft(), 周建国), form),
    sample('举报件审核', waiting, approval),
    sample('举报件审核 已签发', issued, approval),
    sample(
      '举报件审核 调整知悉人员',
      issued,
      approval,
      formFace('replace_confidant', { matter: matterId, rev: waiting.matter.draftRev }),
    ),
    sample('举报件审核 已调整', issued.after(replaceConfidant(), 周建国), approval),
    sample('举报件交办单', issued, { kind: 'slip', slipId }),
    sample('举报件催办', late, { kind: 'reminder', slipId, rungKey }),
    sample('举报件反馈审核', reported, review),
    sample('举报件延期申请', asked, { kind: 'ask', slipId, of: 'extension', n: 1 }),
    sample('举报件交办单 已办结', closed, { kind: 'slip', slipId }),
    sample(
      '待办 举报件',
      issued,
      {
        kind: 'list',
        list: { of: 'todo', text: null, asker: 王立.openId, bodyId: null, restOf: null, page: 0 },
      },
      plain,
      { list: { slips: [issued.slip], total: 1, pointer: false } },
    ),
    sample('不再知悉', issued, { kind: 'answer', answer: { say: 'recalled' } }),
  ]
}
