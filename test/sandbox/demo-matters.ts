/** Fields of the issue form by the words a clerk reads beside them; choices by the words offered. */
export type FormWords = Readonly<Record<string, string>>

/** A fictional matter of 滨江市, to be tried in the sandbox and played by the tests. */
export type DemoMatter = {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly platform: string
  readonly link: string
  readonly category: string
  /** 诉求类型; for a 一般 matter the limit follows from it. */
  readonly requestType: string
  readonly level: string
  /** Bodies by their full names. */
  readonly lead: string
  readonly support: readonly string[]
  readonly answerForm: string
  /** Empty: as the rules give it. */
  readonly term: string
  readonly demand: string
  /** Of a 领导批示件. */
  readonly leader?: string
  readonly directive?: string
  /** What there is to see when it is played. */
  readonly shows: string
}

type Kind = Pick<DemoMatter, 'category' | 'answerForm'>

const kinds = {
  policy: { category: '重大政策决策的意见建议', answerForm: '留言板官方回复' },
  demand: { category: '涉及切身利益的合理诉求', answerForm: '原平台跟帖' },
  concern: { category: '媒体公众关切、影响公信力', answerForm: '情况通报或权威发布' },
  complaint: { category: '对单位和人员的投诉举报', answerForm: '原平台跟帖' },
  outrage: { category: '冲击道德底线的民生舆情', answerForm: '情况通报或权威发布' },
  media: { category: '省级及以上媒体曝光监督', answerForm: '情况通报或权威发布' },
  directive: { category: '市领导批示的网络舆情', answerForm: '留言板官方回复' },
} as const satisfies Record<string, Kind>

const matter = (
  kind: Kind,
  one: Omit<DemoMatter, keyof Kind | 'support' | 'term'> & Partial<DemoMatter>,
): DemoMatter => ({ support: [], term: '', ...kind, ...one })

/** The matters that `/交办` takes. Urgent ones and 举报 have doors of their own. */
export const demoMatters: readonly DemoMatter[] = [
  matter(kinds.policy, {
    id: 'D01',
    requestType: '质疑',
    title: '停车收费新规为什么先涨价后听证',
    summary:
      '市里10月公布路内停车收费办法，首小时由3元调到6元，网民没有看到听证公告，询问依据和听证情况，建议给上下班接送孩子留免费时段。',
    platform: '人民网领导留言板',
    link: 'https://liuyan.example.cn/threads/18810001',
    level: '一般',
    lead: '市发改委',
    support: ['市公安局', '市城管局'],
    demand: '请说明定价依据和听证程序，对免费时段的建议提出采纳意见，口径与市公安局、市城管局核对一致。',
    shows: '一件三单，牵头单位统一答复，写明建议是否采纳',
  }),
  matter(kinds.policy, {
    id: 'D02',
    requestType: '建议',
    title: '老旧小区加装电梯补贴能否按楼层细分',
    summary: '现行补贴不分楼层，二三楼住户不同意就装不成。建议按受益楼层分摊，并公布样板协议。',
    platform: '中国江苏网民生汇',
    link: 'https://msh.example.cn/topic/20261102',
    answerForm: '原平台跟帖',
    level: '一般',
    lead: '市住建局',
    demand: '请研究建议，公开说明采纳情况。',
    shows: '建议类，七个工作日答复',
  }),
  matter(kinds.demand, {
    id: 'D03',
    requestType: '求助',
    title: '云溪区翠湖苑自来水发黄半个月',
    summary: '早晚放水都是黄的，物业说是管道老化。家里有老人孩子，请供水单位来检测。',
    platform: '本地论坛',
    link: 'https://bbs.binjiang.example.cn/thread/30218',
    level: '一般',
    lead: '市水务集团',
    support: ['云溪区政府', '市卫健委'],
    demand: '请核实水质，公开检测结果和整改安排。',
    shows: '企业牵头、属地协办，五个工作日办结',
  }),
  matter(kinds.demand, {
    id: 'D04',
    requestType: '投诉',
    title: '年底了，某项目部拖欠二十多名工人工资',
    summary: '临港区某产业园二期工地，干了五个月只发过两个月生活费，包工头电话不接。',
    platform: '抖音',
    link: 'https://video.example.cn/dy/7404',
    level: '一般',
    lead: '市人社局',
    support: ['市住建局', '临港区政府'],
    demand: '请核实欠薪人数和金额，督促足额支付，并电话告知反映人。',
    shows: '协办单位不签收，由网信办催办',
  }),
  matter(kinds.concern, {
    id: 'D05',
    requestType: '质疑',
    title: '新建人行天桥花了四百万却没有电梯',
    summary: '老人推着小车上不去，网民晒图已被转发三千多次，追问设计是怎么通过的。',
    platform: '微博',
    link: 'https://weibo.example.cn/bj/20261105',
    level: '一般',
    lead: '市交通运输局',
    support: ['市住建局', '市民政局'],
    demand: '请说明设计审批情况和无障碍改造安排。',
    shows: '转发量上升，等级由一般升为较大',
  }),
  matter(kinds.concern, {
    id: 'D06',
    requestType: '质疑',
    title: '广场绿化年年挖年年换，钱花得值不值',
    summary: '中心广场三年换了四次草皮，文章阅读量两万，评论要求公开养护费用。',
    platform: '微信公众号',
    link: 'https://wx.example.cn/s/bj-lawn',
    level: '较大',
    lead: '市城管局',
    demand: '请公开三年养护费用和换植原因。',
    shows: '答复空泛被退回重办；再逾期，催办两次后督办',
  }),
  matter(kinds.complaint, {
    id: 'D07',
    requestType: '投诉',
    title: '政务大厅窗口午休提前关窗',
    summary: '11点40分就不叫号了，前面排了两个小时，工作人员态度生硬。',
    platform: '本地论坛',
    link: 'https://bbs.binjiang.example.cn/thread/30307',
    level: '一般',
    lead: '市政务办',
    demand: '请核实窗口服务情况，公开答复。',
    shows: '最普通的投诉，从交办到办结',
  }),
  matter(kinds.outrage, {
    id: 'D09',
    requestType: '质疑',
    title: '视频显示有人虐待走失老人',
    summary:
      '一段视频称一名走失老人被关在仓库里，评论愤怒，要求警方和民政部门说明。老人面部须遮挡，不得转发原视频。',
    platform: '快手',
    link: 'https://video.example.cn/ks/9909',
    level: '重大',
    lead: '市公安局',
    support: ['市民政局', '石梁市政府'],
    demand: '请核查老人安置和涉事人员情况，通报不得出现老人正面影像和姓名。',
    shows: '重大事项，二十四小时首次回应，主要领导签发',
  }),
  matter(kinds.outrage, {
    id: 'D10',
    requestType: '求助',
    title: '幼儿园被曝给孩子吃发霉面包',
    summary: '多名家长发图，称孩子呕吐，园方只说更换了供应商。',
    platform: '小红书',
    link: 'https://note.example.cn/xhs/5510',
    level: '较大',
    lead: '市教育局',
    support: ['市市场监管局', '市卫健委'],
    demand: '请查明供货和就诊情况，通报不得出现儿童姓名、影像和班级。',
    shows: '三家口径一致，只由牵头单位通报',
  }),
  matter(kinds.media, {
    id: 'D11',
    requestType: '质疑',
    title: '省级媒体暗访：城郊河道工业废水直排',
    summary: '报道称临港区和石梁市交界河段夜间排污，附有采样照片。',
    platform: '省级新闻网站',
    link: 'https://news.example.cn/2026/1111/88.html',
    level: '重大',
    lead: '市生态环境局',
    support: ['临港区政府', '石梁市政府'],
    demand: '请牵头查清两地排污口和责任企业，统一通报并回复媒体。',
    shows: '涉及两地，市级主管部门牵头，二十四小时首次回应',
  }),
  matter(kinds.media, {
    id: 'D12',
    requestType: '质疑',
    title: '评论：惠农补贴公示为何看不懂',
    summary: '中央媒体客户端评论点名本市某县，公示表格满是代码，群众看不出钱发给了谁。',
    platform: '央级媒体客户端',
    link: 'https://news.example.cn/2026/1112/31.html',
    level: '重大',
    lead: '东屏县政府',
    support: ['市农业农村局'],
    demand: '请立即改进公示，向社会说明。',
    shows: '没有主要领导签发，反馈不能办结',
  }),
  matter(kinds.directive, {
    id: 'D13',
    requestType: '建议',
    title: '火车站夜间网约车候客区混乱',
    summary: '网民留言反映候客区车辆乱停、旅客夜间上车不便。',
    leader: '宋明远市长',
    directive: '请交通、公安一周内拿出办法并回复网民。',
    platform: '人民网领导留言板',
    link: 'https://liuyan.example.cn/threads/18810013',
    level: '较大',
    lead: '市交通运输局',
    support: ['市公安局'],
    term: '7天',
    demand: '请拿出夜间候客管理办法，期限以批示为准。',
    shows: '以批示的期限为准，办结结果呈报批示领导',
  }),
  matter(kinds.directive, {
    id: 'D14',
    requestType: '投诉',
    title: 'KTV深夜噪声扰民三年未解决',
    summary: '市长信箱转来，某小区居民反映楼下KTV营业到凌晨。',
    leader: '韩秋实副市长',
    directive: '请依法处理，结果报我。',
    platform: '市长信箱转入',
    link: '',
    answerForm: '电话或当面答复',
    level: '一般',
    lead: '市公安局',
    support: ['市生态环境局', '云溪区政府'],
    demand: '请依法查处，结果书面报告并电话答复居民。',
    shows: '职责有争议，申请退回，由网信办裁定',
  }),
]

/** The issue form filled in for a matter. */
export function formOf(one: DemoMatter): FormWords {
  return {
    标题: one.title,
    摘要: one.summary,
    来源平台: one.platform,
    原文链接: one.link,
    分类: one.category,
    诉求类型: one.requestType,
    等级: one.level,
    承办单位: one.lead,
    协办单位: one.support.join('、'),
    答复形式: one.answerForm,
    办理时限: one.term,
    办理要求: one.demand,
    ...(one.leader ? { 批示领导: one.leader } : {}),
    ...(one.directive ? { 批示内容: one.directive } : {}),
    敏感级别: '公开',
  }
}
