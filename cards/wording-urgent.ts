import type { ReleaseKind } from '../src/domain/emergency.ts'
import type { Instant } from '../src/domain/time.ts'
import { moment } from './wording-times.ts'

/** Sentences of 紧急交办: the call, the paper after it, what is released. */

export const releaseKindWords: Readonly<Record<ReleaseKind, string>> = {
  authoritative_info: '权威信息',
  press_conference: '新闻发布会',
  follow_up: '后续发布',
}

export const urgentLines = {
  title: '紧急交办',
  fill: '先电话交办，再填写本表；提交后交办单即送达各承办单位，并报市政府办和市领导，各项时限自通话时起算。',
  assigned: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}电话交办，交办单已先行送达，并已报市政府办和市领导。`,
  called: (at: Instant, callee: string, now: Instant): string =>
    `来电先行交办，已于${moment(at, now)}电话交办${callee}。`,
  provisional: '先行交办（待补正式交办单）',
  said: (text: string): string => `通话要点：${text}`,
  reported: (text: string): string => `已报告的市领导：${text}`,
  contact: (text: string): string => `与市政府办沟通人：${text}`,
  section: '电话交办记录',
  formalSection: '正式交办单',
  formalOwed: (due: Instant, now: Instant): string =>
    now > due ? `应于${moment(due, now)}前补发，已逾期。` : `应于${moment(due, now)}前补发。`,
  formalWaiting: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}提交审核，待签发。`,
  formalReturned: (name: string, at: Instant, reason: string, now: Instant): string =>
    `${name}于${moment(at, now)}退回修改：${reason}`,
  formalIssued: (name: string, at: Instant, now: Instant): string =>
    `${name}已于${moment(at, now)}签发，文号不变。`,
  approve: (name: string, at: Instant, now: Instant): string =>
    `${name}于${moment(at, now)}提交补发的正式交办单，请核对后签发；需要修改的请退回。`,
  superseded: '该次提交已有后续处理，请以最新卡片为准。',
  formalised: (name: string, at: Instant, now: Instant): string =>
    `已先行电话交办，现补办交办单：${name}于${moment(at, now)}签发，文号不变。`,
  signAgain: (limit: Instant, now: Instant): string =>
    `办理要求或时限有变动，请于${moment(limit, now)}前重新签收。`,
  unchanged: '办理要求和时限未变，无需重新签收。',
  notice: (no: string, unit: string, at: Instant, now: Instant): string =>
    `${no}已于${moment(at, now)}电话交办${unit}，特此报告。`,
  noticeWord: '紧急交办报告',
  released: (kind: ReleaseKind, at: Instant, where: string, name: string, now: Instant): string =>
    `${releaseKindWords[kind]}：${moment(at, now)}，${where}（${name}登记）`,
  waived: (name: string, at: Instant, reason: string | null, now: Instant): string =>
    `${name}于${moment(at, now)}审定不召开新闻发布会${reason === null ? '' : `：${reason}`}`,
  waivedClock: '新闻发布会：经审定不召开',
  releases: '发布情况',
} as const
