/**
 * Pairs of neighbouring characters, the unit in which Chinese text is searched: two characters are mostly a word,
 * and an indexed array of pairs works the same on every database. A single character stands for itself.
 */
export function bigramsOf(text: string): readonly string[] {
  const grams = new Set<string>()
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const chars = [...run]
    if (chars.length === 1) grams.add(run)
    for (let i = 0; i + 1 < chars.length; i++) grams.add(`${chars[i]}${chars[i + 1]}`)
  }
  return [...grams]
}
