import type { Command } from '../../src/domain/command.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { clockOf, type Slip } from '../../src/domain/slip.ts'
import { DAY, type Instant } from '../../src/domain/time.ts'
import { 住建局 } from './people.ts'
import type { Ask } from './wishes.ts'

/*
 * What 市水务集团 asks and how 市网信办 rules: 延期, 申请退回, 暂缓; the 更正 of a slip and the answer to a 批示.
 * `slip` counts the slips of the matter from 1; a ruling is about the latest ask unless `n` names another.
 */

type Of<T extends Command['type']> = Partial<Omit<Extract<Command, { type: T }>, 'type' | 'slipId'>>

function slipAt(dossier: Dossier | null, slip: number): Slip | undefined {
  return dossier?.slips[slip - 1]
}

function about(dossier: Dossier | null, slip: number) {
  return { slipId: slipAt(dossier, slip)?.id ?? 'unknown-slip' } as const
}

/** Three days more than the limit in force, unless a time is named. */
export function requestExtension(until?: Instant, slip = 1): Ask {
  return (dossier, now) => {
    const found = slipAt(dossier, slip)
    const due = (found && clockOf(found, 'feedback')?.deadline.at) ?? now
    return {
      type: 'request_extension',
      ...about(dossier, slip),
      reason: '支管更换须停水施工，材料周四到货。',
      progress: '已完成取样检测，临时供水车已到位。',
      until: until ?? due + 3 * DAY,
    }
  }
}

export function grantExtension(n?: number, slip = 1): Ask {
  return (dossier) => ({
    type: 'grant_extension',
    ...about(dossier, slip),
    n: n ?? slipAt(dossier, slip)?.extensions.length ?? 0,
  })
}

export function refuseExtension(how: Of<'refuse_extension'> = {}, slip = 1): Ask {
  return (dossier) => ({
    type: 'refuse_extension',
    ...about(dossier, slip),
    n: slipAt(dossier, slip)?.extensions.length ?? 0,
    reason: '网民反映集中，不宜再拖。',
    until: null,
    ...how,
  })
}

export function contest(how: Of<'contest'> = {}, slip = 1): Ask {
  return (dossier) => ({
    type: 'contest',
    ...about(dossier, slip),
    reason: '该小区为自建管网，未移交本单位管养。',
    basis: '三定方案：住宅小区共用设施由住建部门负责。',
    proposed: 住建局.id,
    ...how,
  })
}

export function reassign(how: Of<'reassign'> = {}, slip = 1): Ask {
  return (dossier) => ({
    type: 'reassign',
    ...about(dossier, slip),
    n: slipAt(dossier, slip)?.contests.length ?? 0,
    unitId: 住建局.id,
    ...how,
  })
}

export function refuseContest(n?: number, slip = 1): Ask {
  return (dossier) => ({
    type: 'refuse_contest',
    ...about(dossier, slip),
    n: n ?? slipAt(dossier, slip)?.contests.length ?? 0,
    reason: '主管网水质由水务集团负责。',
  })
}

/** To be looked at again in twenty days, unless a time is named. */
export function requestDeferral(recheckAt?: Instant, slip = 1): Ask {
  return (dossier, now) => ({
    type: 'request_deferral',
    ...about(dossier, slip),
    reason: '主管改造须待道路封闭后施工。',
    progress: '已完成设计，已向居民逐户说明。',
    recheckAt: recheckAt ?? now + 20 * DAY,
  })
}

export function grantDeferral(n?: number, slip = 1): Ask {
  return (dossier) => ({
    type: 'grant_deferral',
    ...about(dossier, slip),
    n: n ?? slipAt(dossier, slip)?.deferrals.length ?? 0,
  })
}

export function refuseDeferral(n?: number, slip = 1): Ask {
  return (dossier) => ({
    type: 'refuse_deferral',
    ...about(dossier, slip),
    n: n ?? slipAt(dossier, slip)?.deferrals.length ?? 0,
    reason: '居民饮水须先行保障。',
  })
}

/** Only the title changes, unless told otherwise. */
export function amend(how: Of<'amend'> = {}, slip = 1): Ask {
  return (dossier) => {
    const found = slipAt(dossier, slip)
    return {
      type: 'amend',
      ...about(dossier, slip),
      seenRev: found?.rev ?? 0,
      reason: '小区名称有误。',
      title: '云溪区翠湖东苑自来水发黄半个月',
      summary: found?.brief.summary ?? '',
      link: found?.brief.link ?? null,
      demand: found?.brief.demand ?? '',
      level: null,
      term: null,
      ...how,
    }
  }
}

/** To the latest 批示, unless `n` names another. */
export function answerDirective(n?: number, slip = 1): Ask {
  return (dossier) => ({
    type: 'answer_directive',
    ...about(dossier, slip),
    n: n ?? slipAt(dossier, slip)?.directives.length ?? 1,
    text: '已约谈施工单位，支管本周五前更换完毕。',
  })
}

/** One well-formed wish of every kind of ask, ruling, 更正 and answer. */
export const askWishes = {
  answer_directive: answerDirective(),
  request_extension: requestExtension(),
  grant_extension: grantExtension(),
  refuse_extension: refuseExtension(),
  contest: contest(),
  reassign: reassign(),
  refuse_contest: refuseContest(),
  request_deferral: requestDeferral(),
  grant_deferral: grantDeferral(),
  refuse_deferral: refuseDeferral(),
  amend: amend(),
} as const
