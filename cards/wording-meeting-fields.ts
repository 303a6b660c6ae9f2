/** The words on the buttons of 会商 and 预警. */
export const meetingButtons = {
  file_watch: '登记预警',
  accept_watch: '登记预警',
  extend_watch: '续期',
  lift_watch: '解除预警',
  convene_conference: '发出会商通知',
  confirm_attendance: '确认参会',
  record_minutes: '记录纪要',
  decide_at_conference: '增加议定事项',
  dissolve_group: '专用群已解散',
} as const

/** What the opened form is for. */
export const meetingTitles = {
  file_watch: '登记预警',
  extend_watch: '预警续期',
  lift_watch: '解除预警',
  convene_conference: '召开会商',
  record_minutes: '记录会议纪要',
  decide_at_conference: '增加议定事项（由审核签发人签发）',
} as const

/** The fields of their forms. */
export const meetingLabels = {
  watch_kind: '类别',
  risks: '风险点',
  watchers: '关注单位',
  preparation: '应对准备',
  subject: '议题',
  members: '参会单位',
  meets_at: '会议时间',
  place: '地点或方式',
  agenda: '议程',
  materials: '材料',
  group_purpose: '专用群用途',
  group_keeper: '专用群负责人',
  group_until: '拟解散日期',
  host: '主持人',
  present: '参会人员',
  minutes: '会议认为',
  task: '议定内容',
  body: '责任单位',
  how: '办理方式',
} as const

/** Fields that are called otherwise in one of these forms. */
export const meetingLabelsOfForm = {
  file_watch: { subject: '事项', until: '关注至' },
  extend_watch: { until: '续期至', reason: '续期理由' },
  lift_watch: { reason: '理由' },
} as const

/** An example of what to write. */
export const meetingPlaceholders = {
  watch_kind: '请选择',
  risks: '例：涉及三千余户，补偿标准未公布，易引发集中议论',
  watchers: '例：市发改委、市住建局',
  preparation: '选填，例：已备政策问答，发布前先行吹风',
  subject: '例：翠湖苑供水问题处置口径',
  members: '多个单位用、分开，可增减',
  meets_at: '例：今天15:00，或2小时',
  place: '例：市政府302会议室，或视频会议',
  agenda: '选填，例：通报情况、商定口径、明确分工',
  materials: '选填，例：请带处置情况和现场照片',
  group_purpose: '选填，建有专用群的登记用途',
  group_keeper: '选填，例：林晓燕',
  group_until: '选填，例：12月25日',
  host: '例：程雅琴',
  present: '例：市公安局徐鹏飞、市住建局刘志强',
  minutes: '会议对情况的判断、口径和要求',
  task: '例：今晚八点前发布情况通报',
  body: '例：市公安局',
  how: '请选择',
} as const

/** Examples of their own in one of these forms. */
export const meetingPlaceholdersOfForm = {
  file_watch: { subject: '例：路内停车收费新规', until: '例：12月25日，或30天' },
  extend_watch: { until: '例：12月31日，或15天' },
} as const
