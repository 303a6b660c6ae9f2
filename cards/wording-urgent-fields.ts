/** The words on the buttons of 紧急交办, 登记发布 and 全网监测. */
export const emergencyButtons = {
  assign_urgently: '紧急交办',
  submit_formal: '补发交办单',
  issue_formal: '签发',
  return_formal: '退回修改',
  record_release: '登记发布',
  waive_conference: '不召开发布会',
  hand_over_clue: '线索移交',
  receive_clue: '已接收',
  start_monitoring: '启动监测',
  log_monitoring: '登记监测',
  end_monitoring: '结束监测',
} as const

/** What the opened form is for. */
export const emergencyTitles = {
  assign_urgently: '紧急交办（电话先行）',
  submit_formal: '补发正式交办单',
  return_formal: '退回修改',
  record_release: '登记发布情况',
  waive_conference: '不召开新闻发布会',
  hand_over_clue: '移交线索',
  start_monitoring: '启动全网监测',
  log_monitoring: '登记监测情况',
} as const

/** The fields of their forms. */
export const emergencyLabels = {
  callee: '接听人及职务',
  called_at: '通话时间',
  said: '通话要点',
  reported: '已报告的市领导及时间',
  contact: '与市政府办沟通人',
  release_kind: '发布类型',
  release_what: '发布内容',
  release_where: '发布平台或地点',
  clue: '线索内容',
  receivers: '移送单位',
  every: '监测间隔',
  observed: '监测情况',
  figures: '传播数据',
} as const

/** Fields that are called otherwise in one of these forms. */
export const emergencyLabelsOfForm = {
  return_formal: { reason: '退回修改的原因' },
  waive_conference: { reason: '不召开的理由' },
  hand_over_clue: { link: '线索链接', evidence: '固定的证据' },
  record_release: { answer_link: '发布链接', answered_at: '发布时间' },
} as const

/** An example for each field. */
export const emergencyPlaceholders = {
  callee: '例：李强 副主任',
  called_at: '选填，例：12:40，不填为现在',
  said: '例：请立即核实伤亡，先行处置，5小时内发布权威信息',
  reported: '例：宋明远副市长，12:45',
  contact: '例：程雅琴',
  release_kind: '请选择',
  release_what: '发布的要点，例：无人员伤亡，火已扑灭',
  release_where: '例：政务微博“滨江发布”',
  clue: '谁在何处何时发布或转发了什么，例：某账号10月15日15时首发拼接截图',
  receivers: '例：市公安局，多个单位用、分开',
  every: '选填，例：2小时，不填按规定',
  observed: '传播走势、网民主要观点、新的焦点',
  figures: '选填，例：阅读12万，转发三千余次',
} as const

/** Examples that differ in one of these forms. */
export const emergencyPlaceholdersOfForm = {
  assign_urgently: { demand: '例：请立即核实处置，及时发布权威信息', support: '选填，多个单位用、分开' },
  submit_formal: { term: '选填，例：3天（自通话时起算），不填按规定' },
  record_release: { answer_link: '发布的网址，没有请填下一项' },
  hand_over_clue: { link: '选填，账号或帖文的网址', evidence: '例：截图、录屏已存证，附存证编号或附件名' },
} as const
