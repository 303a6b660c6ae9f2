const WARM_UP = 30

/**
 * The time of a run, in milliseconds, that a quarter of `times` runs stay under: other work on the machine spoils the
 * slower ones. The first runs do not count.
 */
export async function quietTimeOf(times: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < runsFor(times); n++) {
    const began = performance.now()
    await run(n)
    if (n >= WARM_UP) taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return taken[Math.floor(taken.length / 4)] ?? 0
}

/** How many runs `quietTimeOf` makes in all, so that each can be given something of its own. */
export function runsFor(times: number): number {
  return WARM_UP + times
}

export function say(what: string, ms: number, against?: number): void {
  const ratio = against === undefined ? '' : `   ×${(ms / against).toFixed(2)}`
  process.stdout.write(`  ${what.padEnd(64)} ${ms.toFixed(2).padStart(9)} ms${ratio}\n`)
}
