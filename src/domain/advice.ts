import type { SimilarMatter } from './similar.ts'

/**
 * A word to somebody about what they are handing in, shown once above the form. It never stands in the way: who presses
 * submit again has heard it. Every code has words in cards/wording-advice.ts.
 */
export type Advice =
  | {
      readonly code: 'empty_phrases'
      /** By the name of the field in the form, in the form's order. */
      readonly found: readonly { readonly field: string; readonly phrases: readonly string[] }[]
    }
  | { readonly code: 'similar_matters'; readonly found: readonly SimilarMatter[] }
  /** The lead answers for all, and these have not reported yet. */
  | { readonly code: 'support_silent'; readonly units: readonly string[] }
  /** Units name different figures; only the measures are told, the figures stand on the card of 各单位口径. */
  | { readonly code: 'figures_differ'; readonly measures: readonly string[] }

export type AdviceCode = Advice['code']

/** What has not been shown on this form yet. */
export function unheard(advice: readonly Advice[], heard: readonly AdviceCode[]): readonly Advice[] {
  return advice.filter(({ code }) => !heard.includes(code))
}

/** What a report had better say in figures and dates (facts of 2.4). */
export const usualEmptyPhrases: readonly string[] = [
  '近期',
  '尽快',
  '适时',
  '即将',
  '进一步',
  '有关部门',
  '相关部门',
  '择机',
]

/** 空话套话: the phrases (policy `emptyPhrases`) that stand in these texts; null when none does. */
export function emptyPhrasesIn(
  texts: readonly { readonly field: string; readonly text: string | undefined }[],
  phrases: readonly string[],
): Advice | null {
  const found = texts
    .map(({ field, text = '' }) => ({ field, phrases: phrases.filter((phrase) => text.includes(phrase)) }))
    .filter((one) => one.phrases.length > 0)
  return found.length === 0 ? null : { code: 'empty_phrases', found }
}
