import type { Instant } from '../src/domain/time.ts'
import { moment } from './wording-times.ts'

/** 线索移交 of what is not true and was spread. */
export const clueLines = {
  word: '线索移交单',
  waiting: '待接收',
  received: '已接收',
  what: '线索内容',
  evidence: '固定的证据',
  see: '查看线索',
  ask: (no: string, body: string): string => `${no}办理中发现的线索，现移交${body}，请接收并依法处理。`,
  by: (name: string, at: Instant, to: string, now: Instant): string =>
    `线索移交：${name}于${moment(at, now)}移交${to}。`,
  receivedBy: (name: string, at: Instant, now: Instant): string => `已接收：${name}　${moment(at, now)}`,
  receivedShort: (body: string, name: string, at: Instant, now: Instant): string =>
    `${body}${name}${moment(at, now)}接收。`,
  handed: (name: string, to: string): string => `${name}移交线索（${to}）`,
  taken: (body: string, name: string): string => `${body}${name}接收线索`,
} as const
