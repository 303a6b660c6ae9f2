import type { DemoMatter, FormWords } from './demo-matters.ts'

/** A matter told by telephone first: what stands in the form of `/紧急交办`. */
export type UrgentMatter = Omit<DemoMatter, 'requestType' | 'answerForm' | 'term'> & {
  /** 接听人及职务. */
  readonly callee: string
  /** 通话要点. */
  readonly said: string
  /** 已报告的市领导及时间. */
  readonly reported: string
  /** 与市政府办沟通人. */
  readonly contact: string
}

const accident = '紧急：突发事件、安全生产事故'
const unrest = '紧急：群体性事件、不实信息'
const danger = '紧急：危及生命财产的隐患'

export const urgentMatters: readonly UrgentMatter[] = [
  {
    id: 'D15',
    title: '经开区化工园传出巨响冒黑烟',
    summary: '12点20分左右一声巨响，周边玻璃震碎，有没有人员伤亡不清楚。',
    platform: '微博',
    link: 'https://weibo.example.cn/bj/d15',
    category: accident,
    level: '特别重大',
    lead: '经济技术开发区',
    support: ['市应急办', '市公安局', '市卫健委', '市生态环境局'],
    demand: '请立即核实伤亡和起火原因，先行处置，五小时内发布权威信息。',
    callee: '祝兴业主任',
    said: '请立即核实伤亡，五小时内发布权威信息。',
    reported: '宋明远市长，12:45',
    contact: '程雅琴',
    shows: '电话先行，两小时内补单；权威信息、发布会、滚动报告',
  },
  {
    id: 'D16',
    title: '跨江大桥发生多车相撞堵塞严重',
    summary: '大雾，十几辆车相撞，救护车进不去。',
    platform: '抖音',
    link: 'https://video.example.cn/dy/9016',
    category: accident,
    level: '重大',
    lead: '市公安局',
    support: ['市交通运输局', '市卫健委'],
    demand: '请立即疏通救援通道，核实伤亡，发布管制和分流信息。',
    callee: '罗永刚局长',
    said: '先开救援通道，核实伤亡。',
    reported: '韩秋实副市长，07:20',
    contact: '程雅琴',
    shows: '签收即报，加急送达承办人',
  },
  {
    id: 'D17',
    title: '网传某小学食堂大面积食物中毒多人死亡',
    summary: '聊天截图大量转发，未见官方消息，家长聚集在校门口。',
    platform: '微信群截图',
    link: '',
    category: unrest,
    level: '重大',
    lead: '市公安局',
    support: ['市教育局', '市卫健委', '云溪区政府'],
    demand: '请核查就诊情况，不实的立即辟谣，固定线索，做好校门口秩序。',
    callee: '罗永刚局长',
    said: '核实有无中毒，现场维持秩序，固定造谣线索。',
    reported: '韩秋实副市长，16:10',
    contact: '程雅琴',
    shows: '不实信息辟谣，经审定不召开发布会',
  },
  {
    id: 'D18',
    title: '某楼盘业主集体在区政府门口讨说法',
    summary: '楼盘延期交付，约两百人聚集，网上有人组织周末再去。',
    platform: '微博',
    link: 'https://weibo.example.cn/bj/d18',
    category: unrest,
    level: '重大',
    lead: '云溪区政府',
    support: ['市住建局', '市公安局', '市信访局'],
    demand: '请主要负责同志现场接访，说明交付安排并发布情况通报。',
    callee: '安国泰区长',
    said: '主要负责同志到场接访。',
    reported: '宋明远市长，10:05',
    contact: '程雅琴',
    shows: '两小时内召开联席会议，议定事项转为交办单',
  },
  {
    id: 'D19',
    title: '学校门口高压线低垂快碰到车顶',
    summary: '石梁市城南小学门口，风一吹就晃，孩子每天从下面走。',
    platform: '本地论坛',
    link: 'https://bbs.binjiang.example.cn/thread/31519',
    category: danger,
    level: '重大',
    lead: '石梁市政府',
    support: ['市供电公司', '市教育局'],
    demand: '请立即设置警戒，抢修后在原帖回复。',
    callee: '岳石坚市长',
    said: '先拉警戒，放学前处置完毕。',
    reported: '韩秋实副市长，13:10',
    contact: '程雅琴',
    shows: '先处置后回应，一小时内签收并报进展',
  },
  {
    id: 'D20',
    title: '连日下雨，屋后山坡开裂',
    summary: '东屏县某村，裂缝有两指宽，村里还没有安排转移。',
    platform: '小红书',
    link: 'https://note.example.cn/xhs/5520',
    category: danger,
    level: '较大',
    lead: '东屏县政府',
    support: ['市自然资源局', '市应急办'],
    demand: '请连夜核查并转移受威胁群众，电话答复反映人并在原帖回复。',
    callee: '值班室屈平安',
    said: '今晚转移裂缝下方住户。',
    reported: '韩秋实副市长，21:15',
    contact: '程雅琴',
    shows: '节假日夜间，电话先行，免打扰时段照样送达',
  },
]

/** The form of `/紧急交办` filled in; `calledAt` as the clerk writes it, empty for now. */
export function urgentFormOf(one: UrgentMatter, calledAt = ''): FormWords {
  return {
    标题: one.title,
    摘要: one.summary,
    来源平台: one.platform,
    原文链接: one.link,
    分类: one.category,
    等级: one.level,
    承办单位: one.lead,
    协办单位: one.support.join('、'),
    办理要求: one.demand,
    接听人及职务: one.callee,
    通话时间: calledAt,
    通话要点: one.said,
    已报告的市领导及时间: one.reported,
    与市政府办沟通人: one.contact,
  }
}
