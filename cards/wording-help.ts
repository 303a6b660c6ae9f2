import type { HelpSeat } from '../src/domain/help-seat.ts'
import type { CommandName } from './commands.ts'

/** What somebody in that seat does here: with the buttons of the cards, and by typing. */
export const seatHelp: Readonly<
  Record<HelpSeat, { readonly word: string; readonly cards: string; readonly types: readonly CommandName[] }>
> = {
  office: {
    word: '网信办工作人员',
    cards: '审核反馈、裁定各单位申请，在群里的卡片上点按钮办理。',
    types: ['交办', '紧急交办', '待办', '台账', '查', '催办', '督办'],
  },
  approver: {
    word: '网信办审核签发人',
    cards: '核对审核卡片后点“签发”或“退回修改”；已签发的可点“更正”“撤回”。',
    types: ['待办', '台账', '查', '交办', '催办', '督办'],
  },
  handler: {
    word: '承办人',
    cards: '收到交办单点“确认签收”，公开回应后点“登记首次回应”，办完点“提交反馈”。',
    types: ['待办', '查', '台账', '附件', '登记', '预警'],
  },
  head: {
    word: '本单位领导',
    cards: '重大事项的反馈由您点“同意签发”；批示发到单聊，办后点“回复批示”。',
    types: ['待办', '查', '台账', '附件'],
  },
  government_office: {
    word: '市政府办工作人员',
    cards: '收到的报告点“已阅”。',
    types: ['会商', '待办', '台账', '查'],
  },
  supervisor: {
    word: '督查室工作人员',
    cards: '提请督办的卡片上点“签发督办”或“不予督办”；提请问责的点“移送”或“不移送”。',
    types: ['待办', '台账', '查', '问责', '表扬'],
  },
  discipline: {
    word: '监察局工作人员',
    cards: '收到移送函点“已阅”。',
    types: ['台账', '查'],
  },
  leader: {
    word: '市领导',
    cards: '收到的报告点“已阅”，需要批示的点“批示”写一句话。',
    types: ['待办', '台账', '查'],
  },
}

/** The commands a seat is shown, each in one line of a phone. */
export const briefUsage: Readonly<Partial<Record<CommandName, string>>> = {
  交办: '/交办　拟制交办单，可引用网帖消息',
  紧急交办: '/紧急交办　电话交办后一次填报',
  待办: '/待办　尚未办结的，逾期的在前',
  台账: '/台账 逾期 11月　筛选，可导出表格',
  查: '/查 12号　按文号、关键词查',
  催办: '/催办 12号　提醒承办单位',
  督办: '/督办 12号　提请督查室督办',
  附件: '/附件 12号　提交、查看佐证材料',
  登记: '/登记 网帖内容　上报发现的舆情',
  预警: '/预警　上报须持续关注的事项',
  会商: '/会商 12号　召开联席会议',
  问责: '/问责 12号　提请问责',
  表扬: '/表扬 12号 事由　表扬承办单位',
}

export const helpLines = {
  seats: (words: readonly string[]): string => `您的身份：${words.join('、')}`,
  others: (names: readonly string[]): string => `其他指令：${names.map((name) => `/${name}`).join(' ')}`,
  all: (names: readonly string[]): string => `可用指令：${names.map((name) => `/${name}`).join(' ')}`,
  more: '发送“/帮助 指令”（例如：/帮助 台账）查看该指令的写法。',
  alsoWritten: (aliases: readonly string[]): string =>
    `也可写作：${aliases.map((alias) => `/${alias}`).join(' ')}`,
} as const
