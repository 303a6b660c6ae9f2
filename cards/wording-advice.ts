import type { Advice, AdviceCode } from '../src/domain/advice.ts'
import type { FormAct } from './action.ts'
import { labelNamed } from './wording-fields.ts'

type AdviceWords = {
  readonly [C in AdviceCode]: (facts: Extract<Advice, { code: C }>, act: FormAct) => string
}

/** What is pointed out, and what would be better. */
export const adviceWords: AdviceWords = {
  empty_phrases: ({ found }, act) =>
    `${found
      .map(({ field, phrases }) => `“${labelNamed(field, act)}”中有“${phrases.join('”“')}”`)
      .join('；')}，建议改为具体的时间、措施和责任单位。`,
}

export const adviceLines = {
  top: '提交前请看：',
  again: '确认无误可再次提交。',
  toast: '请看表单上方提示；确认无误可再次提交。',
} as const

export function sayAdvice(advice: Advice, act: FormAct): string {
  return adviceWords[advice.code](advice, act)
}
