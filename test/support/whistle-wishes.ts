import type { Named } from '../../src/domain/circle.ts'
import type { Command, WhistleDraft } from '../../src/domain/command.ts'
import type { Person } from '../../src/domain/directory.ts'
import { 住建局, 刘国强, 周建国, 水务集团, 王立, 网信办, 陈燕 } from './people.ts'
import { type Ask, MATTER_ID } from './wishes.ts'

/** Wishes about a 举报件: 林晓燕 drafts, 周建国 approves, 王立 and 刘国强 of 市水务集团 handle, 市住建局 is accused. */

export function named({ openId, name }: Person): Named {
  return { openId, name }
}

export const giftsTaken: WhistleDraft = {
  title: '反映住房保障经办人员收礼',
  summary: '反映经办人员在保障房复核中收受烟酒。',
  platform: '微博私信',
  level: 'serious',
  excluded: [住建局.id],
  lead: 水务集团.id,
  handlers: [named(王立), named(刘国强)],
  approver: named(周建国),
  term: null,
  demand: '请核实，结果书面反馈。',
}

export function registerWhistle(): Ask {
  return () => ({
    type: 'register_whistle',
    matterId: MATTER_ID,
    officeId: 网信办.id,
    chatId: 'oc_private_lin',
  })
}

export function submitWhistle(draft: Partial<WhistleDraft> = {}): Ask {
  return (dossier) => ({
    type: 'submit_whistle',
    matterId: dossier?.matter.id ?? MATTER_ID,
    ...giftsTaken,
    ...draft,
  })
}

export function replaceConfidant(from: Person = 王立, to: Person = 陈燕): Ask {
  return (dossier): Command => ({
    type: 'replace_confidant',
    matterId: dossier?.matter.id ?? MATTER_ID,
    from: from.openId,
    to: named(to),
  })
}
