import type { AdoptionKind } from '../src/domain/adoption.ts'

/** Sentences about what the units of one matter found, and about what became of a suggestion. */
export const findingLines = {
  word: '各单位口径',
  ask: '请核对各单位口径，确保对外回应准确一致。',
  none: '尚未反馈。',
  report: (findings: string, measures: string): string => `核查情况：${findings}\n处置措施：${measures}`,
  compared: '数字与日期对照',
  alike: '各单位所报数字和日期未发现不一致。',
  differ: (measure: string, by: readonly string[]): string => `${measure}：${by.join('；')}`,
  more: (count: number): string => `另有${count}项不一致，请查看各单位反馈全文。`,
} as const

/** A unit of measure as it heads a line of the comparison. */
export function measureWord(measure: string): string {
  if (measure === 'date') return '日期'
  return measure === '%' ? '百分比' : `数量（${measure}）`
}

export const adoptionWords: Readonly<Record<AdoptionKind, string>> = {
  adopted: '采纳',
  partly_adopted: '部分采纳',
  for_reference: '留作参考',
  not_adopted: '不采纳',
}

/** Fields of 提交反馈 about what came of it. */
export const reportLabels = {
  outcome: '办理结果',
  adoption: '采纳情况',
  adoption_reason: '不采纳的理由',
  next_steps: '下一步打算',
} as const

export const reportPlaceholders = {
  outcome: '请选择',
  adoption: '请选择',
  adoption_reason: '不采纳的必填，例：与现行法规不符',
  next_steps: '选填，尚需推进的事项和时间',
} as const
