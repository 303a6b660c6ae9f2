import type { Resolution, ResolutionKind } from '../src/domain/conference.ts'
import type { Instant } from '../src/domain/time.ts'
import { moment } from './wording-times.ts'

/** 联席会议（会商）: the words of its papers. */

export const resolutionKindWords: Readonly<Record<ResolutionKind, string>> = {
  lead: '交办（牵头）',
  support: '交办（协办）',
  note: '仅作记录',
}

const becameWords: Readonly<Record<Resolution['became'], (no: string) => string>> = {
  lead: (no) => `已交办${no}`,
  support: (no) => `已交办${no}（协办）`,
  amended: (no) => `已更正${no}`,
  note: () => '记录在案',
}

/** A limit left open is the policy's for a slip, the old one for a 更正, and none for a note. */
const withoutLimit: Readonly<Record<Resolution['became'], string>> = {
  lead: '按规定',
  support: '按规定',
  amended: '不变',
  note: '未定',
}

export const conferenceLines = {
  title: '会商',
  formIntro: '填写后将会议通知发到各参会单位群，由各单位确认参会。',
  convened: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}发出会商通知，参会回执见新卡片。`,
  ask: (office: string, at: Instant, now: Instant): string =>
    `${office}定于${moment(at, now)}召开会商，请派员参加，并确认参会。`,
  over: (at: Instant, now: Instant): string => `本次会商纪要已于${moment(at, now)}记录。`,
  states: { waiting: '待召开', minuted: '已有纪要', called: '会议通知', minutes: '会议纪要' },
  subject: '议题',
  time: '时间',
  place: '地点或方式',
  members: '参会单位',
  agenda: '议程',
  materials: '材料',
  receipts: '参会回执',
  receipt: (body: string, name: string, at: Instant, now: Instant): string =>
    `${body}　${name}　${moment(at, now)}确认`,
  silent: (bodies: string): string => `尚未回执：${bodies}`,
  mine: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}确认参会。`,
  internal: (office: string): string => `本次会商涉及内部事项，议题、地点和材料请与${office}联系。`,
  internalMinutes: (office: string): string =>
    `本次会商涉及内部事项，纪要请到${office}领取，请勿在群内讨论。`,
  group: '专用群',
  groupLine: (purpose: string, keeper: string, until: Instant, now: Instant): string =>
    `用途：${purpose}　负责人：${keeper}\n拟于${moment(until, now)}前解散`,
  groups: (total: number): string => `专用群（待解散）：${total}个`,
  groupGone: (name: string, at: Instant, now: Instant): string => `${name}已于${moment(at, now)}登记解散。`,
  minutes: '会议认为',
  recorded: (name: string, at: Instant, now: Instant): string => `${name}　${moment(at, now)}记录`,
  host: '主持人',
  present: '参会人员',
  resolutions: '议定事项',
  none: '暂无议定事项。',
  resolution: (
    n: number,
    { task, body, due, became, no }: ResolutionWords,
    signer: string,
    now: Instant,
  ): string =>
    `${n}. ${task}\n责任单位：${body}　时限：${due === null ? withoutLimit[became] : `${moment(due, now)}前`}\n${becameWords[became](no)}　签发：${signer}`,
  earlier: (count: number): string => `此前另有${count}项。`,
  /** What a 更正 that a conference asked for gives as its reason. */
  ground: '联席会议议定。',
} as const

export interface ResolutionWords {
  readonly task: string
  readonly body: string
  readonly due: Instant | null
  readonly became: Resolution['became']
  readonly no: string
}
