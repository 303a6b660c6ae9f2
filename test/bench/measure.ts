/** The median time of `times` runs, in milliseconds, after a few that do not count. */
export async function medianOf(times: number, run: (n: number) => Promise<unknown>): Promise<number> {
  const warmUp = Math.ceil(times / 10)
  const taken: number[] = []
  for (let n = 0; n < warmUp + times; n++) {
    const began = performance.now()
    await run(n)
    if (n >= warmUp) taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  return taken[Math.floor(taken.length / 2)] ?? 0
}

/** How many runs `medianOf` makes in all, so that each can be given something of its own. */
export function runsFor(times: number): number {
  return Math.ceil(times / 10) + times
}

export function say(what: string, ms: number, against?: number): void {
  const ratio = against === undefined ? '' : `   ×${(ms / against).toFixed(2)}`
  process.stdout.write(`  ${what.padEnd(64)} ${ms.toFixed(2).padStart(9)} ms${ratio}\n`)
}
