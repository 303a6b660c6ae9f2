import type { Defect } from '../src/domain/dictionary.ts'
import type { Instant } from '../src/domain/time.ts'
import { defectWords } from './wording-dictionary.ts'
import { moment } from './wording-times.ts'

/** 问责, 移送 and 表扬. */

export const accountabilityLines = {
  word: { proposed: '提请问责', transferred: '已移送', declined: '不移送' },
  proposal: (no: string, unit: string, cause: string): string =>
    `${no}由${unit}办理，${cause}，提请问责，请审定是否移送。`,
  cause: (cause: string): string => `问责事由：${cause}`,
  by: (name: string, at: Instant, now: Instant): string => `${name}于${moment(at, now)}提请。`,
  ladderGround: (no: string, limit: Instant, now: Instant): string =>
    `${no}督办时限为${moment(limit, now)}，至提请时仍未办结，按规定提请。`,
  evidence: (said: string): string => `情况和依据：${said}`,
  consequence: (said: string): string => `后果和影响：${said}`,
  unsaid: '未另行说明',
  transferred: (name: string, no: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}签发${no}，移送监察机关。`,
  declined: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}决定不移送。`,
  reason: (said: string): string => `理由：${said}`,
  suggestion: (said: string): string => `处理建议：${said}`,
} as const

/** 问责建议移送函: facts and evidence for somebody else to judge. */
export const fileLines = {
  word: '问责建议移送函',
  ask: (no: string): string => `现将${no}办理中的有关情况移送你局，请依规处理。是否问责，由你局认定。`,
  sections: {
    facts: '一、基本情况',
    what: '二、有关情况',
    evidence: '三、证据清单',
    consequence: '四、后果和影响',
    suggestion: '五、处理建议',
  },
  unit: (unit: string): string => `承办单位：${unit}`,
  slip: (no: string, at: Instant, state: string, now: Instant): string =>
    `交办单：${no}，${moment(at, now)}交办，目前${state}`,
  signed: (office: string, name: string, at: Instant, now: Instant): string =>
    `签发：${office}${name}　${moment(at, now)}`,
  read: (name: string, at: Instant, now: Instant): string => `${name}　${moment(at, now)}已阅`,
  item: {
    slip: (no: string, name: string, at: Instant, now: Instant): string =>
      `交办单${no}（${name}　${moment(at, now)}签发）`,
    receipt: (no: string, name: string, at: Instant, now: Instant): string =>
      `签收回执${no}（${name}　${moment(at, now)}签收）`,
    noReceipt: '至今没有签收回执',
    urged: (times: readonly Instant[], now: Instant): string =>
      `催办记录${times.length}次（${times
        .slice(0, 6)
        .map((at) => moment(at, now))
        .join('、')}${times.length > 6 ? '等' : ''}）`,
    feedback: (name: string, at: Instant, now: Instant): string =>
      `办理反馈（${name}　${moment(at, now)}提交）`,
    sentBack: (times: readonly { readonly at: Instant; readonly defect: Defect }[], now: Instant): string =>
      `退回重办记录${times.length}次（${times
        .slice(0, 4)
        .map(({ at, defect }) => `${moment(at, now)}，${defectWords[defect]}`)
        .join('；')}${times.length > 4 ? '等' : ''}）`,
    supervision: (no: string, name: string, at: Instant, limit: Instant, now: Instant): string =>
      `督办通知${no}（${name}　${moment(at, now)}签发，限${moment(limit, now)}前办结）`,
  },
} as const

/** The forms by which 督办 and 问责 are proposed. */
export const proposalFormLines = {
  word: { supervision: '提请督办', accountability: '提请问责' },
  fill: {
    supervision: '请写明事由和依据，提交后由督查室审定签发。',
    accountability: '请写明事由和依据，提交后在督查室审定是否移送监察机关。',
  },
  done: (name: string, word: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}${word}。`,
} as const

export const praiseLines = {
  word: '表扬',
  told: (no: string, body: string, name: string, at: Instant, now: Instant): string =>
    `${no}办理较好，${body}${name}于${moment(at, now)}予以表扬。`,
  ground: (said: string): string => `事由：${said}`,
} as const
