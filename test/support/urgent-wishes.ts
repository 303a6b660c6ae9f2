import type { Command } from '../../src/domain/command.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import type { PhoneCall } from '../../src/domain/emergency.ts'
import type { Draft } from '../../src/domain/matter.ts'
import { type Instant, MINUTE } from '../../src/domain/time.ts'
import { 住建局, 水务集团 } from './people.ts'

type Ask = (dossier: Dossier | null, now: Instant) => Command

/** A bang in the chemical park (demo matter D15), as the office enters it after the call. */
export const bang: Draft = {
  title: '经开区化工园传出巨响冒黑烟',
  summary: '12:20左右巨响，周边玻璃震碎，有没有人员伤亡不清楚。',
  platform: '微博',
  link: 'https://weibo.com/1/N8bang',
  category: 'U1',
  level: 'extraordinary',
  lead: 水务集团.id,
  support: [住建局.id],
  answerForm: 'statement',
  term: null,
  demand: '请立即核实伤亡，先行处置，及时发布权威信息。',
  sensitivity: 'public',
}

const onMatter = (dossier: Dossier | null) => ({ matterId: dossier?.matter.id ?? 'matter-1' }) as const

/** Called a minute before it is entered, unless a time is named. */
export function assignUrgently(how: { call?: Partial<PhoneCall>; draft?: Partial<Draft> } = {}): Ask {
  return (dossier, now) => ({
    type: 'assign_urgently',
    ...onMatter(dossier),
    draft: { ...bang, ...how.draft },
    call: {
      at: now - MINUTE,
      callee: '刘国强副总经理',
      said: '请立即核实伤亡，5小时内发布权威信息。',
      reported: '高远副市长，12:45',
      contact: '程雅琴',
      ...how.call,
    },
  })
}

export function submitFormal(how: Partial<Extract<Command, { type: 'submit_formal' }>> = {}): Ask {
  return (dossier) => ({
    type: 'submit_formal',
    ...onMatter(dossier),
    answerForm: 'press_conference',
    term: null,
    demand: bang.demand,
    ...how,
  })
}

const formalNo = (dossier: Dossier | null) => dossier?.matter.formal?.submitted?.n ?? 0

export function issueFormal(n?: number): Ask {
  return (dossier) => ({ type: 'issue_formal', ...onMatter(dossier), n: n ?? formalNo(dossier) })
}

export function returnFormal(n?: number): Ask {
  return (dossier) => ({
    type: 'return_formal',
    ...onMatter(dossier),
    n: n ?? formalNo(dossier),
    reason: '请补充现场管控要求',
  })
}

function slipId(dossier: Dossier | null, n: number) {
  return { slipId: dossier?.slips[n - 1]?.id ?? 'unknown-slip' } as const
}

/** Published a minute before it is entered, unless a time is named. */
export function recordRelease(how: Partial<Extract<Command, { type: 'record_release' }>> = {}, n = 1): Ask {
  return (dossier, now) => ({
    type: 'record_release',
    ...slipId(dossier, n),
    kind: 'authoritative_info',
    what: '火已扑灭，暂未发现人员伤亡。',
    where: '政务微博“滨江发布”',
    link: 'https://weibo.com/binjiang/1',
    noLinkReason: null,
    publishedAt: now - MINUTE,
    ...how,
  })
}

export function waiveConference(n = 1): Ask {
  return (dossier) => ({
    type: 'waive_conference',
    ...slipId(dossier, n),
    reason: '未造成人员伤亡，以通报代替。',
  })
}

/** By 市水务集团 to 市住建局, which stands in for 公安. */
export function handOverClue(n = 1, what = '某账号15时首发拼接截图。'): Ask {
  return (dossier) => ({
    type: 'hand_over_clue',
    ...slipId(dossier, n),
    what,
    link: 'https://weibo.com/u/1',
    evidence: '截图和转发链已存证。',
    to: [住建局.id],
  })
}

export function receiveClue(clue = 1, n = 1): Ask {
  return (dossier) => ({ type: 'receive_clue', ...slipId(dossier, n), n: clue })
}
