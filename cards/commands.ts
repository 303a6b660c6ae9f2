/**
 * The commands of the chat: the names people type, and the words /帮助 says about them. The handlers stand in
 * bot/commands, one per name; a name without a handler does not compile.
 */
export const commandNames = [
  '交办',
  '举报',
  '紧急交办',
  '登记',
  '查',
  '待办',
  '台账',
  '催办',
  '督办',
  '监测',
  '问责',
  '表扬',
  '时限',
  '假期',
  '会商',
  '预警',
  '附件',
  '绑定',
  '帮助',
] as const
export type CommandName = (typeof commandNames)[number]

export interface CommandWords {
  /** Other spellings taken for the same command. */
  readonly aliases: readonly string[]
  readonly usage: string
  readonly summary: string
}

export const commandWords: Readonly<Record<CommandName, CommandWords>> = {
  交办: {
    aliases: ['jiaoban', 'jb', 'assign'],
    usage: '/交办 〔网帖内容或链接〕',
    summary: '拟制交办单。可引用一条消息后发送，内容自动填入',
  },
  举报: {
    aliases: ['jubao', 'whistle'],
    usage: '/举报',
    summary: '拟制举报件交办单，仅限与机器人单聊（市网信办）',
  },
  紧急交办: {
    aliases: ['jinjijiaoban', 'urgent'],
    usage: '/紧急交办 〔网帖内容或链接〕',
    summary: '突发事件电话先行交办，一次填报即送达各单位并报市领导（市网信办）',
  },
  登记: {
    aliases: ['dengji', 'register'],
    usage: '/登记 网帖内容和链接',
    summary: '登记本单位发现的舆情，报市网信办研判',
  },
  查: {
    aliases: ['查询', 'cha', 'find', 'search'],
    usage: '/查 12号，或 /查 自来水 逾期',
    summary: '按文号、关键词、单位、状态、时间等查交办单',
  },
  待办: {
    aliases: ['daiban', 'todo'],
    usage: '/待办，或 /待办 水务集团',
    summary: '列出尚未办结的交办单，逾期的在前，其余按时限先后',
  },
  台账: {
    aliases: ['taizhang', 'ledger'],
    usage: '/台账，或 /台账 水务集团 逾期 11月，后加“导出”得到表格',
    summary: '列出全部交办单，最新的在前，可按单位、状态、时间、分类、等级、关键词筛选并导出',
  },
  催办: { aliases: ['cuiban', 'remind'], usage: '/催办 12号', summary: '向承办单位发催办提醒（市网信办）' },
  督办: {
    aliases: ['duban', 'supervise'],
    usage: '/督办 12号 〔理由〕',
    summary: '提请督查室督办，由督查室签发；不写理由则打开表单（市网信办）',
  },
  问责: {
    aliases: ['wenze', 'accountability'],
    usage: '/问责 12号',
    summary: '提请问责，审定后移送监察局（督查室）',
  },
  表扬: {
    aliases: ['biaoyang', 'praise'],
    usage: '/表扬 12号 事由',
    summary: '表扬承办单位，记录在案（市网信办、督查室）',
  },
  监测: {
    aliases: ['jiance', 'monitor'],
    usage: '/监测 12号 新增转发三百余次，未见新的焦点',
    summary: '登记全网监测情况（市网信办）',
  },
  时限: {
    aliases: ['shixian', 'deadline'],
    usage: '/时限 5个工作日，或 /时限 明天9:00 3个工作日',
    summary: '推算到期时间并逐行说明',
  },
  假期: {
    aliases: ['jiaqi', 'holiday', 'holidays'],
    usage: '/假期，或 /假期 放假通知原文',
    summary: '查看放假安排；录入新公布的放假通知，核对后启用（市网信办）',
  },
  预警: {
    aliases: ['yujing', 'watch'],
    usage: '/预警',
    summary: '登记须持续关注的政策、项目；单位填写的由市网信办登记，到期转交办、续期或解除',
  },
  会商: {
    aliases: ['联席会议', 'huishang', 'meeting'],
    usage: '/会商 12号，或 /会商 舆情编号',
    summary: '就某件舆情召开联席会议：发通知、收回执、记纪要和议定事项（市网信办、市政府办）',
  },
  附件: {
    aliases: ['fujian', 'attach'],
    usage: '/附件 12号',
    summary: '引用文件发送，收为该单佐证材料；不引用则列出并发回附件，单聊中其后十分钟内发的文件即收为附件',
  },
  绑定: {
    aliases: ['bangding', 'bind'],
    usage: '/绑定 单位名称',
    summary: '把本群设为该单位的工作群（市网信办）',
  },
  帮助: {
    aliases: ['help', 'bangzhu', '?'],
    usage: '/帮助，或 /帮助 台账',
    summary: '显示您在这里能办什么；写明指令的，显示该指令的写法',
  },
}

/** The command somebody typed after the slash, in any of its spellings. */
export function commandNamed(word: string): CommandName | undefined {
  const plain = word.normalize('NFKC').toLowerCase()
  return commandNames.find((name) => name === plain || commandWords[name].aliases.includes(plain))
}
