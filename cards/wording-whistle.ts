/** 举报件: what stands on its cards. A notification on a locked screen shows no more than the title. */
export const whistleLines = {
  title: '举报件 · 仅限知悉人员',
  rule: '本件仅限所列知悉人员办理。请勿转发、转述，不得向被举报单位和人员透露。',
  fill: '内容由网信办另行概括，不得照录原文，不得出现可识别举报人的信息。提交后由所列审批人签发，私信所列承办人。',
  excluded: (units: readonly string[]): string => `被举报单位：${units.join('、')}`,
  handlers: (names: readonly string[]): string => `承办人：${names.join('、')}`,
  approver: (name: string): string => `审批人：${name}`,
  unit: (name: string): string => `承办单位：${name}`,
  recalled: '内容已收回',
  recalledTold: '您已不在该件知悉范围，内容已收回。此前所知请继续保密。',
} as const
