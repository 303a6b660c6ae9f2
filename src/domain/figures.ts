/** Fewer than this point at persons: who knows one of the cases could tell the others. */
const SMALLEST = 5

/**
 * A count that 举报件 may be part of, as it may be told to people who are not named in them: under five only 少于5, none
 * included, so that the step from none to one tells nothing either.
 */
export function suppress(count: number): string {
  return count < SMALLEST ? `少于${SMALLEST}` : String(count)
}
