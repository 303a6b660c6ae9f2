import type { DeclineGround } from '../src/domain/dictionary.ts'
import type { MatterStatus } from '../src/domain/matter.ts'
import type { Door, Spread } from '../src/domain/origin.ts'
import type { SimilarMatter } from '../src/domain/similar.ts'
import type { Suggested } from '../src/domain/suggest.ts'
import type { Instant } from '../src/domain/time.ts'
import { categoryWords, declineGroundWords, matterStatusWords } from './wording-dictionary.ts'
import { moment } from './wording-times.ts'

/** Sentences of 收集分析: where a matter came from, what speaks for what, what is the same, what was not taken up. */

const doorWords: Readonly<Record<Door, string>> = {
  command: '网信办拟制',
  quote: '引用群消息',
  unit: '单位登记',
  http: '系统推送',
  import: '表格导入',
}

export const originLines = {
  came: (source: string | null, door: Door, at: Instant, now: Instant): string =>
    `${doorWords[door]}${source === null ? '' : `（${source}）`}，${moment(at, now)}登记，请研判。`,
  sourceId: (id: string): string => `来源编号：${id}`,
  author: (name: string): string => `网民昵称：${name}（仅网信办内部掌握）`,
  posted: (at: Instant, now: Instant): string => `发帖时间：${moment(at, now)}`,
  spread: ({ reads, comments, shares }: Spread): string => {
    const told = [
      ...(reads === null ? [] : [`阅读${reads}`]),
      ...(comments === null ? [] : [`评论${comments}`]),
      ...(shares === null ? [] : [`转发${shares}`]),
    ]
    return `传播数据：${told.join('，')}`
  },
  analysis: (text: string): string => `初步研判：${text}`,
} as const

export const suggestLines = {
  title: '建议（供参考，以您填写的为准）',
  because: (because: Suggested<unknown>['because']): string => {
    if ('words' in because) return `关键词“${because.words.slice(0, 3).join('”“')}”`
    if ('named' in because) return `文中提到“${because.named}”`
    return `依据分类“${categoryWords[because.category]}”`
  },
  line: (label: string, word: string, why: string): string => `${label}：${word}（${why}）`,
  route: (route: string): string => `一般去向：${route}`,
  rule: (rule: string): string => `注意：${rule}`,
} as const

export const similarLines = {
  title: '可能是重复反映：',
  line: ({ ref, title, status, by }: SimilarMatter): string =>
    `${ref}　${title}　${matterStatusWords[status]}${by === 'link' ? '（链接相同）' : '（内容相近）'}`,
  how: '确属重复的，点“并入”计入主件；不是的，继续办理即可。',
  advice: (lines: readonly string[]): string =>
    `与下列事项可能重复：\n${lines.join('\n')}\n确属重复的，请点“并入”。`,
  repeats: (count: number): string => `重复反映：另有${count}次`,
} as const

/** What people in sudden need should do instead. */
const CALL = '紧急求助请直接拨打：报警110，火警119，急救120。'

export const declineLines = {
  state: '不予受理',
  ground: (ground: DeclineGround, note: string | null): string =>
    `${declineGroundWords[ground]}${note === null ? '' : `。${note}`}`,
  call: (ground: DeclineGround): readonly string[] => (ground === 'emergency_call' ? [CALL] : []),
  declined: (name: string, at: Instant, now: Instant): string => `${name}于${moment(at, now)}不予受理。`,
  merged: (name: string, at: Instant, ref: string, now: Instant): string =>
    `${name}于${moment(at, now)}并入${ref}，按主件办理。`,
  told: (office: string, ref: string): string => `您登记的${ref}，${office}研判后不予受理。`,
  toldMerged: (ref: string, into: string): string =>
    `您登记的${ref}与已有事项重复，已并入${into}，计重复反映一次，不再另行交办。`,
  thanks: '感谢登记，如有新的情况可再次登记。',
} as const

/** To who registered it, while nothing ended it. */
export const registrationLines: Readonly<Record<MatterStatus, (ref: string, office: string) => string>> = {
  registered: (ref, office) => `舆情已登记，编号${ref}，由${office}研判。`,
  drafting: (ref, office) => `${ref}已由${office}受理，正在研判。`,
  awaiting_approval: (ref, office) => `${ref}已由${office}受理，正在研判。`,
  issued: (ref) => `${ref}已交办。`,
  closed: (ref) => `${ref}已办结。`,
  declined: (ref, office) => `${ref}经${office}研判，不另行交办。`,
  merged: (ref) => `${ref}已并案。`,
}

export const batchLines = {
  title: (source: string, total: number): string => `${source} · 新登记${total}件`,
  told: (source: string, total: number): string => `${source}一次登记${total}件，请研判。`,
  line: (ref: string, title: string, status: string): string => `${ref}　${title}　${status}`,
  more: (count: number): string => `其余${count}件从略，编号连续。`,
  how: '办理某一件：在本群发送“/交办 舆情编号”，例如：',
  example: (ref: string): string => `/交办 ${ref}`,
} as const
