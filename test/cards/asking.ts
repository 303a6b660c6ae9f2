import type { Command } from '../../src/domain/command.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { on, 住建局 } from '../support/people.ts'
import type { Ask } from '../support/wishes.ts'

/** What 市水务集团 asks and how 市网信办 rules, each about the first slip of the matter and its latest ask. */

function asking(make: (slip: Slip) => Command): Ask {
  return (dossier) => {
    const slip = dossier?.slips[0]
    if (!slip) throw new Error('no slip issued yet')
    return make(slip)
  }
}

export const UNTIL = on('2026-12-03 17:30')
export const RECHECK = on('2026-12-25 17:30')

export function requestExtension(until: number = UNTIL): Ask {
  return asking((slip) => ({
    type: 'request_extension',
    slipId: slip.id,
    reason: '支管更换须停水施工，材料周四到货。',
    progress: '已完成取样检测，临时供水车已到位。',
    until,
  }))
}

export function grantExtension(): Ask {
  return asking((slip) => ({ type: 'grant_extension', slipId: slip.id, n: slip.extensions.length }))
}

export function refuseExtension(until: number | null = null): Ask {
  return asking((slip) => ({
    type: 'refuse_extension',
    slipId: slip.id,
    n: slip.extensions.length,
    reason: '网民反映集中，不宜再拖。',
    until,
  }))
}

export function contest(): Ask {
  return asking((slip) => ({
    type: 'contest',
    slipId: slip.id,
    reason: '该小区为自建管网，未移交本单位管养。',
    basis: '三定方案：住宅小区共用设施由住建部门负责。',
    proposed: 住建局.id,
  }))
}

export function reassign(): Ask {
  return asking((slip) => ({
    type: 'reassign',
    slipId: slip.id,
    n: slip.contests.length,
    unitId: 住建局.id,
  }))
}

export function refuseContest(): Ask {
  return asking((slip) => ({
    type: 'refuse_contest',
    slipId: slip.id,
    n: slip.contests.length,
    reason: '主管网水质由水务集团负责。',
  }))
}

export function requestDeferral(): Ask {
  return asking((slip) => ({
    type: 'request_deferral',
    slipId: slip.id,
    reason: '主管改造须待道路封闭后施工。',
    progress: '已完成设计，已向居民逐户说明。',
    recheckAt: RECHECK,
  }))
}

export function grantDeferral(): Ask {
  return asking((slip) => ({ type: 'grant_deferral', slipId: slip.id, n: slip.deferrals.length }))
}

export function refuseDeferral(): Ask {
  return asking((slip) => ({
    type: 'refuse_deferral',
    slipId: slip.id,
    n: slip.deferrals.length,
    reason: '居民饮水须先行保障。',
  }))
}

/** Only the title changes, unless told otherwise. */
export function amend(how: Partial<Extract<Command, { type: 'amend' }>> = {}): Ask {
  return asking((slip) => ({
    type: 'amend',
    slipId: slip.id,
    seenRev: slip.rev,
    reason: '小区名称有误。',
    title: '云溪区翠湖东苑自来水发黄半个月',
    summary: slip.brief.summary,
    link: slip.brief.link,
    demand: slip.brief.demand,
    term: null,
    ...how,
  }))
}

export function answerDirective(n = 1): Ask {
  return asking((slip) => ({
    type: 'answer_directive',
    slipId: slip.id,
    n,
    text: '已约谈施工单位，支管本周五前更换完毕。',
  }))
}
