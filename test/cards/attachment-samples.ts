import type { CardRef } from '../../src/domain/card-ref.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { attach, attachToMatter, pipePhoto, waterReport } from '../support/attachment-wishes.ts'
import { type Setting, signedSlip } from '../support/builders.ts'
import { 林晓燕, 王立 } from '../support/people.ts'
import { submitFinal } from '../support/wishes.ts'
import { type Sample, sample } from './drawings.ts'

/** 佐证材料 on the slip card, before the office, and on the list that was asked for. */
export function attachmentSamples(setting: Setting): readonly Sample[] {
  const attached = signedSlip(setting).after(attach([waterReport, pipePhoto]), 王立)
  const reported = attached.after(submitFinal(), 王立).after(attachToMatter(), 林晓燕)
  const slipId = attached.slip.id
  const until = attached.now + 10 * MINUTE
  const list = (how: Partial<CardRef & { kind: 'attachments' }> = {}): CardRef => ({
    kind: 'attachments',
    slipId,
    place: 'private',
    withMatter: false,
    until,
    ...how,
  })
  return [
    sample('交办单 有附件', attached, { kind: 'slip', slipId }),
    sample('反馈审核 有附件', reported, {
      kind: 'review',
      slipId,
      finalRev: reported.slip.final?.rev ?? 0,
    }),
    sample('附件清单 尚无附件', signedSlip(setting), list()),
    sample('附件清单 单聊', attached, list()),
    sample('附件清单 单位群', attached, list({ place: 'unit', until: null })),
    sample('附件清单 市网信办', reported, list({ place: 'office', withMatter: true, until: null })),
    sample('存证清单', reported, { kind: 'matter_attachments', matterId: reported.matter.id, until: null }),
  ]
}
