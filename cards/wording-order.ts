import type { Instant } from '../src/domain/time.ts'
import { lasting, moment } from './wording-times.ts'

/** Sentences of 领导批示件 and of the 呈报 that ends them. */
export const orderLines = {
  someone: '市领导',
  by: (leader: string): string => `批示领导：${leader}`,
  text: (said: string): string => `批示内容：${said}`,
  toLeader: '办结后结果呈报批示领导。',
  toLeaders: '通讯录中没有这位领导，办结后结果呈报市领导群。',
  carried: '本单为市领导批示件，批示已私信主要领导、分管领导，办结后呈报。',
  amended: '批示内容有补充或更正，已私信主要领导、分管领导。',
  word: '领导批示',
  ask: (leader: string, unit: string): string =>
    `${leader}对本事项作出批示，请${unit}按批示办理，并按时限反馈。`,
  reportWord: '呈报单',
  report: (leader: string): string => `${leader}批示事项已办结，现将办理情况呈报如下，请阅示。`,
  withdrawn: (leader: string): string => `${leader}批示事项的交办单已撤回，特此呈报。`,
  limit: (term: string): string => `批示时限：${term}`,
  kept: (at: Instant, limit: Instant, now: Instant): string =>
    at <= limit
      ? `应于${moment(limit, now)}前办结，${moment(at, now)}提交，按期办结。`
      : `应于${moment(limit, now)}前办结，${moment(at, now)}提交，逾期${lasting(at - limit)}。`,
  unfinished: '未提交办理反馈。',
  again: '领导在呈报单上另有批示，请研究是否重新交办。',
} as const
