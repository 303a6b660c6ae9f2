import type { Advice, AdviceCode } from '../src/domain/advice.ts'
import type { FormAct } from './action.ts'
import { labelNamed } from './wording-fields.ts'
import { measureWord } from './wording-findings.ts'
import { similarLines } from './wording-intake.ts'

type AdviceWords = {
  readonly [C in AdviceCode]: (facts: Extract<Advice, { code: C }>, act: FormAct) => string
}

/** What is pointed out, and what would be better. */
export const adviceWords: AdviceWords = {
  empty_phrases: ({ found }, act) =>
    `${found
      .map(({ field, phrases }) => `“${labelNamed(field, act)}”中有“${phrases.join('”“')}”`)
      .join('；')}，建议改为具体的时间、措施和责任单位。`,
  similar_matters: ({ found }) => similarLines.advice(found.map(similarLines.line)),
  support_silent: ({ units }) => `${units.join('、')}尚未反馈口径，请先会商，确保回应准确一致。`,
  figures_differ: ({ measures }) =>
    `各单位所报${measures.map(measureWord).join('、')}不一致，请点“各单位口径”核对。`,
}

export const adviceLines = {
  top: '提交前请看：',
  again: '确认无误可再次提交。',
  toast: '请看表单上方提示；确认无误可再次提交。',
} as const

export function sayAdvice(advice: Advice, act: FormAct): string {
  // The code that picks the row makes the facts fit it, which the type of a table cannot say.
  return (adviceWords[advice.code] as (facts: Advice, act: FormAct) => string)(advice, act)
}
