import { filedWatch, openedWatch, proposedWatch } from '../support/builders.ts'
import { system, 林晓燕 } from '../support/people.ts'
import { extendWatch, liftWatch, waterTariff } from '../support/watch-wishes.ts'
import { climbMatterRungs, startDraft } from '../support/wishes.ts'
import { formFace, plain, type Sample, sample } from './drawings.ts'

/** 预警 on every card that tells of it. */
export function watchSamples(): readonly Sample[] {
  const opened = openedWatch()
  const proposed = proposedWatch()
  const filed = filedWatch()
  const extended = filed.after(extendWatch(), 林晓燕)
  const { id: matterId } = opened.matter
  const office = { kind: 'watch', matterId } as const
  const notice = { kind: 'watch_notice', matterId } as const
  const reminder = { kind: 'office_reminder', matterId, rungKey: 'watch.0@2', to: 'office' } as const
  const on = { matter: matterId, rev: filed.matter.rev }
  return [
    sample('预警表单', opened, { kind: 'watch_form', matterId }),
    sample('预警表单 单位已报送', proposed, { kind: 'watch_form', matterId }),
    sample('预警 待登记', proposed, office),
    sample('预警', filed, office),
    sample('预警 续期表单', filed, office, formFace('extend_watch', on)),
    sample('预警 解除表单', filed, office, formFace('lift_watch', on)),
    sample('预警 已续期', extended, office),
    sample('预警 已解除', filed.after(liftWatch(), 林晓燕), office),
    sample('预警 已转交办', filed.after(startDraft(), 林晓燕), office),
    sample('预警通知', filed, notice),
    sample('预警通知 已解除', filed.after(liftWatch(), 林晓燕), notice),
    sample('预警到期', filed.after(climbMatterRungs(), system, waterTariff.until), reminder),
    sample('预警表单 不予登记', proposed.after(liftWatch(), 林晓燕), { kind: 'watch_form', matterId }),
    sample('台账 有预警', filed, { kind: 'list', list: ledger }, plain, {
      list: { slips: [], total: 0, pointer: false, kept: [filed.matter] },
    }),
  ]
}

const ledger = {
  of: 'ledger',
  text: null,
  asker: 林晓燕.openId,
  bodyId: null,
  restOf: null,
  page: 0,
} as const
