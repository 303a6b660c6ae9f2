import { calendarOf } from '../../src/domain/calendar.ts'
import type { Term } from '../../src/domain/clocks.ts'
import type { Command, CommandType, PublicAnswer } from '../../src/domain/command.ts'
import { movedLimits } from '../../src/domain/decide-rederive.ts'
import type { Cause } from '../../src/domain/dictionary.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { dueMatterRungs } from '../../src/domain/duties.ts'
import { dueRungs } from '../../src/domain/ladder.ts'
import type { Draft, Seed } from '../../src/domain/matter.ts'
import type { LeaderOrder } from '../../src/domain/order.ts'
import type { Origin } from '../../src/domain/origin.ts'
import { owesPublicAnswer, type Slip } from '../../src/domain/slip.ts'
import { addDays, dayOf, type Instant, MINUTE } from '../../src/domain/time.ts'
import { officialCalendar } from '../../src/holidays.ts'
import { accountabilityWishes } from './accountability-wishes.ts'
import { askWishes } from './ask-wishes.ts'
import { attachmentWishes } from './attachment-wishes.ts'
import { conferenceWishes } from './conference-wishes.ts'
import { calendar, 水务集团, 网信办, 高远 } from './people.ts'
import {
  assignUrgently,
  handOverClue,
  issueFormal,
  receiveClue,
  recordRelease,
  returnFormal,
  submitFormal,
  waiveConference,
} from './urgent-wishes.ts'
import { watchWishes } from './watch-wishes.ts'
import { registerWhistle, replaceConfidant, submitWhistle } from './whistle-wishes.ts'

/** A wish made in sight of the dossier, so that it names the revision its card showed. */
export type Ask = (dossier: Dossier | null, now: Instant) => Command

const noSeed: Seed = { title: null, summary: null, platform: null, link: null, unread: null }

export const yellowWater: Draft = {
  title: '云溪区翠湖苑自来水发黄半个月',
  summary: '早晚放水都是黄的，物业说管道老化，请水务部门来测一下。',
  platform: '本地论坛',
  link: 'https://bbs.example.cn/t/3301',
  category: 'N2',
  level: 'ordinary',
  lead: 水务集团.id,
  support: [],
  answerForm: 'same_thread',
  term: null,
  demand: '请核实水质，限期处置并在原帖回复。',
  sensitivity: 'public',
}

/** What 高远 wrote on it; every 领导批示件 carries one. */
export const mayorsOrder: LeaderOrder = {
  leader: '高远副市长',
  openId: 高远.openId,
  text: '请水务集团一周内拿出办法，结果报我。',
}

function slipAt(dossier: Dossier | null, n: number): Slip | undefined {
  return dossier?.slips[n - 1]
}

function about(dossier: Dossier | null, n: number) {
  return { slipId: slipAt(dossier, n)?.id ?? 'unknown-slip' } as const
}

function latestProposal(dossier: Dossier | null, n: number) {
  return { ...about(dossier, n), n: slipAt(dossier, n)?.supervisions.length ?? 0 } as const
}

function seenNow(dossier: Dossier | null, n: number) {
  return { ...about(dossier, n), seenRev: slipAt(dossier, n)?.rev ?? 0 } as const
}

export const MATTER_ID = 'matter-1'

/** The matter that others are merged into. */
export const MAIN_REF = 'YQ20261120-007'

function onMatter(dossier: Dossier | null) {
  return { matterId: dossier?.matter.id ?? MATTER_ID } as const
}

export function register(
  how: { drafting?: boolean; chatId?: string; seed?: Partial<Seed>; origin?: Origin; watch?: true } = {},
): Ask {
  return () => ({
    type: 'register',
    matterId: MATTER_ID,
    officeId: 网信办.id,
    chatId: how.chatId ?? 网信办.chatId,
    seed: { ...noSeed, ...how.seed },
    drafting: how.drafting ?? true,
    ...(how.origin ? { origin: how.origin } : {}),
    ...(how.watch ? { watch: true } : {}),
  })
}

export function startDraft(): Ask {
  return (dossier) => ({ type: 'start_draft', ...onMatter(dossier) })
}

export function submitDraft(draft: Partial<Draft> = {}): Ask {
  const order = draft.category === 'N7' ? { order: mayorsOrder } : {}
  return (dossier) => ({
    type: 'submit_draft',
    ...onMatter(dossier),
    draft: { ...yellowWater, ...order, ...draft },
  })
}

export function approveIssue(seenRev?: number): Ask {
  return (dossier) => ({
    type: 'approve_issue',
    ...onMatter(dossier),
    seenRev: seenRev ?? dossier?.matter.draftRev ?? 0,
  })
}

export function returnDraft(seenRev?: number): Ask {
  return (dossier) => ({
    type: 'return_draft',
    ...onMatter(dossier),
    seenRev: seenRev ?? dossier?.matter.draftRev ?? 0,
    reason: '请补充小区名称',
  })
}

export function withdrawDraft(): Ask {
  return (dossier) => ({ type: 'withdraw_draft', ...onMatter(dossier), reason: '重复发帖' })
}

export function startMonitoring(every: Term = { kind: 'hours', n: 2 }): Ask {
  return (dossier) => ({ type: 'start_monitoring', ...onMatter(dossier), every })
}

export function logMonitoring(text = '新增转发三百余次，未见新的焦点。'): Ask {
  return (dossier) => ({ type: 'log_monitoring', ...onMatter(dossier), text, figures: '阅读12万' })
}

export function endMonitoring(): Ask {
  return (dossier) => ({ type: 'end_monitoring', ...onMatter(dossier) })
}

export function climbMatterRungs(): Ask {
  return (dossier, now) => ({
    type: 'climb_matter_rungs',
    ...onMatter(dossier),
    rungs: dossier ? dueMatterRungs(dossier.matter, now) : [],
  })
}

export function declineMatter(how: Partial<Extract<Command, { type: 'decline_matter' }>> = {}): Ask {
  return (dossier) => ({
    type: 'decline_matter',
    ...onMatter(dossier),
    ground: 'no_facts',
    note: '帖文没有时间地点',
    ...how,
  })
}

/** 并案 into the matter that every story stands beside. */
export function mergeMatter(into = MAIN_REF): Ask {
  return (dossier) => ({ type: 'merge_matter', ...onMatter(dossier), into })
}

/** Of the wishes about a slip, `n` counts the slips of the matter from 1, the lead's first. */
export function signReceipt(n = 1): Ask {
  return (dossier) => ({ type: 'sign_receipt', ...seenNow(dossier, n), hash: 'f00d' })
}

/** Published a minute before it is entered, unless a time is named. */
export function reportFirstResponse(publishedAt?: Instant, n = 1): Ask {
  return (dossier, now) => ({
    type: 'report_first_response',
    ...about(dossier, n),
    ...answerOf(publishedAt ?? now - MINUTE),
  })
}

export function answerOf(publishedAt: Instant): PublicAnswer {
  return { publishedAt, link: 'https://bbs.example.cn/t/3301#r2', noLinkReason: null }
}

export function showFindings(n = 1): Ask {
  return (dossier) => ({ type: 'show_findings', ...about(dossier, n) })
}

export function reportProgress(n = 1): Ask {
  return (dossier) => ({ type: 'report_progress', ...about(dossier, n), text: '已取样送检，周三出结果。' })
}

/** With the public answer entered on the same form when none was reported or a new one is owed, unless `answer` says otherwise. */
export function submitFinal(how: { answer?: PublicAnswer | null; n?: number } = {}): Ask {
  const { n = 1 } = how
  return (dossier, now) => {
    const slip = slipAt(dossier, n)
    const unanswered = !slip?.firstResponse || owesPublicAnswer(slip)
    return {
      type: 'submit_final',
      ...about(dossier, n),
      findings: '翠湖苑支管锈蚀，浊度超标。',
      measures: '更换支管并冲洗，复检合格。',
      outcome: 'solved',
      nextSteps: null,
      answer: how.answer === undefined && unanswered ? answerOf(now - MINUTE) : (how.answer ?? null),
    }
  }
}

export function requestSignoff(n = 1): Ask {
  return (dossier) => ({ type: 'request_signoff', ...seenNow(dossier, n) })
}

export function signOff(n = 1): Ask {
  return (dossier) => ({ type: 'sign_off', ...seenNow(dossier, n) })
}

export function acceptFeedback(n = 1, seenRev?: number): Ask {
  return (dossier) => ({
    type: 'accept_feedback',
    ...seenNow(dossier, n),
    ...(seenRev === undefined ? {} : { seenRev }),
  })
}

export function sendBack(how: Partial<Extract<Command, { type: 'send_back' }>> = {}, n = 1): Ask {
  return (dossier) => ({
    type: 'send_back',
    ...seenNow(dossier, n),
    defect: 'core_unanswered',
    note: '未说明何时恢复正常供水',
    term: null,
    ...how,
  })
}

export function withdrawSlip(n = 1): Ask {
  return (dossier) => ({ type: 'withdraw_slip', ...about(dossier, n), reason: '原帖已由发帖人删除' })
}

export function climbRungs(n = 1): Ask {
  return (dossier, now) => {
    const slip = slipAt(dossier, n)
    return {
      type: 'climb_rungs',
      ...about(dossier, n),
      rungs: slip ? dueRungs(slip, calendar, now) : [],
    }
  }
}

/** The days from tomorrow on have been declared a holiday. */
export function rederiveLimits(days = 3, n = 1): Ask {
  return (dossier, now) => {
    const slip = slipAt(dossier, n)
    const holidays = Object.fromEntries(
      Array.from({ length: days }, (_, index) => [addDays(dayOf(now), index + 1), '临时放假']),
    )
    const declared = calendarOf(officialCalendar(), { holidays })
    return {
      type: 'rederive_limits',
      ...about(dossier, n),
      moved: slip ? movedLimits(slip, declared, now) : [],
    }
  }
}

export function remind(n = 1): Ask {
  return (dossier) => ({ type: 'remind', ...about(dossier, n) })
}

export function proposeSupervision(n = 1, cause: Cause = 'unsolved'): Ask {
  return (dossier) => ({
    type: 'propose_supervision',
    ...about(dossier, n),
    cause,
    ground: '两次催办后仍未回应',
  })
}

export function issueSupervision(
  how: Partial<Extract<Command, { type: 'issue_supervision' }>> = {},
  n = 1,
): Ask {
  return (dossier) => ({
    type: 'issue_supervision',
    ...latestProposal(dossier, n),
    demand: '请主要负责同志亲自过问，书面报告。',
    term: null,
    ...how,
  })
}

export function declineSupervision(n = 1): Ask {
  return (dossier) => ({ type: 'decline_supervision', ...latestProposal(dossier, n), reason: '单位已在办理' })
}

export function acknowledge(notice = 1, n = 1): Ask {
  return (dossier) => ({ type: 'acknowledge', ...about(dossier, n), notice })
}

export function instruct(notice = 1, n = 1, term: Term | null = null): Ask {
  return (dossier) => ({
    type: 'instruct',
    ...about(dossier, n),
    notice,
    text: '请水务集团本周内解决，结果报我。',
    term,
  })
}

/** One well-formed wish of every kind there is: a new command without one does not compile. */
export const wishes: Readonly<Record<CommandType, Ask>> = {
  register: register(),
  start_draft: startDraft(),
  submit_draft: submitDraft(),
  approve_issue: approveIssue(),
  return_draft: returnDraft(),
  withdraw_draft: withdrawDraft(),
  assign_urgently: assignUrgently(),
  submit_formal: submitFormal(),
  issue_formal: issueFormal(),
  return_formal: returnFormal(),
  record_release: recordRelease(),
  waive_conference: waiveConference(),
  hand_over_clue: handOverClue(),
  receive_clue: receiveClue(),
  decline_matter: declineMatter(),
  merge_matter: mergeMatter(),
  start_monitoring: startMonitoring(),
  log_monitoring: logMonitoring(),
  end_monitoring: endMonitoring(),
  climb_matter_rungs: climbMatterRungs(),
  sign_receipt: signReceipt(),
  report_first_response: reportFirstResponse(),
  show_findings: showFindings(),
  report_progress: reportProgress(),
  submit_final: submitFinal(),
  request_signoff: requestSignoff(),
  sign_off: signOff(),
  accept_feedback: acceptFeedback(),
  send_back: sendBack(),
  withdraw_slip: withdrawSlip(),
  climb_rungs: climbRungs(),
  rederive_limits: rederiveLimits(),
  remind: remind(),
  propose_supervision: proposeSupervision(),
  issue_supervision: issueSupervision(),
  decline_supervision: declineSupervision(),
  acknowledge: acknowledge(),
  instruct: instruct(),
  ...askWishes,
  register_whistle: registerWhistle(),
  submit_whistle: submitWhistle(),
  replace_confidant: replaceConfidant(),
  ...accountabilityWishes,
  ...conferenceWishes,
  ...watchWishes,
  ...attachmentWishes,
}
