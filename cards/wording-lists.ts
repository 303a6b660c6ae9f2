import type { Category, Level } from '../src/domain/dictionary.ts'
import type { ListFilter, ListState, Period } from '../src/domain/list-filter.ts'
import type { ClockName } from '../src/domain/policy.ts'
import { addDays, DAY, type Day, dayOf, type Instant, yearOf } from '../src/domain/time.ts'
import { levelWords, missingWords, slipStatusWords } from './wording-dictionary.ts'
import { dayWord, lasting, moment } from './wording-times.ts'

/** How a clerk calls a state, its own word first. */
export const stateTypings: Readonly<Record<ListState, readonly string[]>> = {
  awaiting_receipt: [slipStatusWords.awaiting_receipt, '未签收'],
  in_hand: [slipStatusWords.in_hand, '在办', '已签收'],
  rework: ['退回重办', '重办'],
  under_review: [slipStatusWords.under_review, '审核中', '已反馈'],
  contested: [slipStatusWords.contested, '申请退回', '退回申请'],
  deferred: [slipStatusWords.deferred, '暂缓'],
  closed: [slipStatusWords.closed, '办结', '已完成'],
  withdrawn: [slipStatusWords.withdrawn, '撤回'],
  voided: [slipStatusWords.voided, '作废', '已改派'],
}

export const openStates: readonly ListState[] = [
  'awaiting_receipt',
  'in_hand',
  'under_review',
  'contested',
  'deferred',
]

export const openTypings: readonly string[] = ['未办结', '未完成', '未结']

export const lateTypings: Readonly<Record<'now' | 'ever', readonly string[]>> = {
  now: ['逾期', '超期', '已逾期'],
  ever: ['曾逾期', '逾期过'],
}

/** Two things in one word. */
export const closedLateTypings: readonly string[] = ['逾期办结', '超期办结']

export const levelTypings: Readonly<Record<Level, readonly string[]>> = {
  extraordinary: [levelWords.extraordinary, '特大'],
  major: [levelWords.major],
  serious: [levelWords.serious],
  ordinary: [levelWords.ordinary],
}

/** The short word that is also shown, then what else is taken for it. */
export const categoryTypings: Readonly<Record<Category, readonly string[]>> = {
  N1: ['政策建议', 'n1'],
  N2: ['合理诉求', 'n2'],
  N3: ['媒体关切', 'n3'],
  N4: ['投诉举报', 'n4'],
  N5: ['道德底线', 'n5'],
  N6: ['媒体曝光', 'n6'],
  N7: ['领导批示', 'n7'],
  U1: ['突发事件', 'u1'],
  U2: ['群体性事件', 'u2'],
  U3: ['紧急隐患', 'u3'],
}

export function categoryWord(category: Category): string {
  return categoryTypings[category][0] ?? category
}

/** Words that posts are full of: who searches for them means the words. */
export const looseTypings: Readonly<Partial<Record<Category, readonly string[]>>> = {
  N1: ['意见建议'],
  N2: ['诉求', '切身利益'],
  N4: ['投诉', '举报'],
  N6: ['曝光'],
  N7: ['批示', '批示件'],
  U1: ['安全生产'],
  U2: ['不实信息'],
  U3: ['隐患'],
}

export const emergencyTypings: readonly string[] = ['紧急件', '紧急交办']
export const looseEmergencyTypings: readonly string[] = ['紧急']

/** Words for years, months, weeks and days, by how far they lie from today's. */
export const yearTypings: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: -1, 上年: -1 }
export const monthTypings: Readonly<Record<string, number>> = {
  本月: 0,
  当月: 0,
  这个月: 0,
  上月: -1,
  上个月: -1,
}
export const weekTypings: Readonly<Record<string, number>> = { 本周: 0, 这周: 0, 上周: -1 }
export const dayTypings: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1 }

export const exportTypings: readonly string[] = ['导出', '导出表格', 'export']

const dot = ' · '

/** How the names of bodies end: such a word was meant as one. */
export const bodyEndings = /(?:局|委|委员会|办|集团|公司|政府|县|区|院|中心|街道)$/u

export const listLines = {
  titles: { todo: '待办', search: '查询结果', ledger: '台账' },
  none: {
    todo: '目前没有待办的交办单。',
    search: '没有查到符合条件的交办单，请换个关键词。',
    ledger: '目前没有交办单。',
  },
  noneSuch: '没有符合条件的交办单。',
  count: (total: number, page: number, pages: number): string =>
    pages > 1 ? `共${total}件，第${page}页，共${pages}页。` : `共${total}件。`,
  filter: (words: readonly string[]): string => `筛选：${words.join(dot)}`,
  looked: (text: string): string => `“${text}”`,
  unread: (words: readonly string[]): string => `${words.map((word) => `“${word}”`).join('、')}未能识别。`,
  noSuchUnit: (word: string, near: readonly string[]): string =>
    `通讯录中没有“${word}”，相近的有：${near.join('、')}。`,
  typeable:
    '可以输入：单位名称，待签收、办理中、待审核、已办结，逾期，本月、上月、11月、2026年10月，分类或等级；其余文字在文号、标题、摘要中查找，加引号的一律按文字查找。',
  limit: (name: ClockName, at: Instant, now: Instant): string => `${moment(at, now)}前${missingWords[name]}`,
  /** From a day on nobody counts the hours. */
  late: (name: ClockName, by: number): string =>
    `逾期${lasting(by < DAY ? by : by - (by % DAY))}未${missingWords[name]}`,
  provisional: '先行交办',
  pointer: '其余内容不宜在本群显示，已私信发给您。',
  previous: '上一页',
  next: '下一页',
} as const

/** What was understood, in one line; `unitName` names a body as the directory has it today. */
export function filterWords(
  filter: ListFilter,
  text: string | null,
  unitName: (id: string) => string,
  now: Instant,
): readonly string[] {
  const { units, states, late, issued, categories, levels } = filter
  return [
    units.map(unitName),
    stateWords(states),
    late === null ? [] : [lateTypings[late][0] ?? ''],
    issued.map((period) => periodWord(period, now)),
    categories.map(categoryWord),
    levels.map((level) => levelWords[level]),
    text === null ? [] : [listLines.looked(text)],
  ].flatMap((words) => (words.length === 0 ? [] : [words.join('、')]))
}

function stateWords(states: readonly ListState[]): readonly string[] {
  const all = openStates.length === states.length && openStates.every((one) => states.includes(one))
  return all ? openTypings.slice(0, 1) : states.map((state) => stateTypings[state][0] ?? state)
}

/** `11月`, `2025年11月`, `2026年`, a day, or from day to day. */
function periodWord({ from, before }: Period, now: Instant): string {
  const [year = '', month = '', date = ''] = from.split('-')
  const ofYear = yearOf(from) === yearOf(dayOf(now)) ? '' : `${year}年`
  if (date === '01' && before === firstOfNextMonth(from)) return `${ofYear}${Number(month)}月`
  if (date === '01' && month === '01' && before === `${yearOf(from) + 1}-01-01`) return `${year}年`
  const last = addDays(before, -1)
  return last === from ? dayWord(from, now) : `${dayWord(from, now)}至${dayWord(last, now)}`
}

function firstOfNextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
}

export const tableLines = {
  button: '导出表格',
  title: '导出台账',
  comingHere: '表格随后发到这里。',
  comingPrivately: '表格随后发到您与本应用的单聊，内容以您有权查看的交办单为限。',
  pressedHere: '正在导出，表格稍后发到这里。',
  pressedInGroup: '正在导出，表格稍后发到您与本应用的单聊。',
  again: '表格正在导出，请稍候。',
  cut: (total: number, most: number): string =>
    `符合条件的共${total}件，表格只列出最新的${most}件，其余请缩小范围（例如按月）再导出。`,
  none: '没有符合条件的交办单，未生成表格。',
  /** Signs that no file system takes stand in no name. */
  fileName: (words: readonly string[], day: Day): string => {
    const told = words.length === 0 ? '' : `（${words.join('，')}）`.replaceAll(/[\\/:*?"<>|\s]/g, '_')
    return `台账${told.length > 60 ? '' : told}${day.replaceAll('-', '')}.xlsx`
  },
  extended: (times: number, until: Instant, now: Instant): string => `${times}次，延至${moment(until, now)}`,
  extensionAsked: '申请中',
  yes: '是',
  no: '否',
} as const

/** The columns of the paper ledger, in its order. */
export const tableHeads = {
  no: '文号',
  title: '标题',
  platform: '来源',
  category: '分类',
  level: '等级',
  unit: '承办单位',
  duty: '牵头/协办',
  state: '状态',
  issuedBy: '签发人',
  issuedAt: '签发时间',
  signedBy: '签收人',
  signedAt: '签收时间',
  answeredAt: '首次回应',
  due: '时限',
  closedAt: '办结',
  late: '是否逾期',
  lateBy: '逾期时长',
  extension: '延期',
  urged: '催办',
  supervised: '督办',
  sentBack: '退回',
  outcome: '办理结果',
  link: '回应链接',
} as const
