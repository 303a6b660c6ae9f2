import type { Instant } from '../src/domain/time.ts'
import type { WatchKind } from '../src/domain/watch.ts'
import { moment } from './wording-times.ts'

/** 预警: the words of its cards. */

export const watchKindWords: Readonly<Record<WatchKind, string>> = { policy: '政策', project: '项目' }

export const watchLines = {
  title: '预警',
  intro: '填写风险点、关注单位和关注期限，到期由市网信办决定转交办、续期或解除。',
  states: {
    open: '待填写',
    proposed: '待登记',
    watching: '关注中',
    turned: '已转交办',
    lifted: '已解除',
  },
  filed: (name: string, at: Instant, accepted: boolean, now: Instant): string =>
    accepted
      ? `${name}已于${moment(at, now)}登记预警，关注单位已收到通知。`
      : `${name}已于${moment(at, now)}报送预警，请等候市网信办登记。`,
  ask: (name: string, at: Instant, now: Instant): string =>
    `${name}于${moment(at, now)}报送预警，请研判后登记；不宜登记的请写明理由。`,
  watching: (until: Instant, now: Instant): string => `关注至${moment(until, now)}，无新情况的无需报送。`,
  notice: (office: string, until: Instant, now: Instant): string =>
    `${office}登记预警，请关注至${moment(until, now)}，发现苗头及时用“/登记”报送。`,
  turned: '本预警已转交办，后续以交办单为准。',
  lifted: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}解除本预警。`,
  subject: (kind: string, subject: string): string => `事项（${kind}）：${subject}`,
  risks: '风险点',
  watchers: '关注单位',
  preparation: '应对准备',
  extended: (name: string, until: Instant, now: Instant): string => `${name}续期至${moment(until, now)}`,
  reason: (text: string): string => `理由：${text}`,
  turn: '转交办',
  lift: '解除',
  refuse: '不予登记',
  section: (total: number): string => `预警（关注中和待登记）：${total}件`,
  row: (ref: string, state: string, subject: string, until: Instant, bodies: string, now: Instant): string =>
    `${ref}　${state}　${bodies}\n${subject}\n关注至${moment(until, now)}`,
} as const
