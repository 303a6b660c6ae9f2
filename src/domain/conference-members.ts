/**
 * Who sits on the 联席会议 (通知 三(一)): the names of 2017, and those of the bodies that took over their duties in 2018. Each
 * is looked up in the directory by name or alias.
 */
export const standingMembers: readonly string[] = [
  '市政府办',
  '市政府办公室',
  '市网信办',
  '市公安局',
  '市监察局',
  '市纪委监委',
  '市应急办',
  '市应急管理局',
  '市信访局',
]
