import { describe, expect, it } from 'vitest'
import { frozenClock, runningClock } from './clock.ts'

const monday = Date.parse('2026-11-23T09:00:00+08:00')

describe('the clock of the sandbox', () => {
  it('stands still until it is wound', async () => {
    const clock = frozenClock(monday)
    expect(clock.now()).toBe(monday)
    await clock.wind(1000)
    expect(clock.now()).toBe(monday + 1000)
    await clock.windTo(monday)
    expect(clock.now()).toBe(monday + 1000)
  })

  it('fires what it passes in order of time, each at its own instant, and waits for it', async () => {
    const clock = frozenClock(monday)
    const fired: [string, number][] = []
    clock.at(monday + 200, async () => {
      await Promise.resolve()
      fired.push(['second', clock.now() - monday])
    })
    clock.at(monday + 100, () => {
      fired.push(['first', clock.now() - monday])
      clock.at(monday + 150, () => {
        fired.push(['born on the way', clock.now() - monday])
      })
    })
    const cancel = clock.at(monday + 120, () => {
      fired.push(['cancelled', 0])
    })
    clock.at(monday + 301, () => {
      fired.push(['later', 0])
    })
    cancel()
    await clock.wind(300)
    expect(fired).toEqual([
      ['first', 100],
      ['born on the way', 150],
      ['second', 200],
    ])
    expect(clock.now()).toBe(monday + 300)
  })

  it('tells its listeners once after each wind, until they leave', async () => {
    const clock = frozenClock(monday)
    const heard: number[] = []
    const leave = clock.onWind((now) => {
      heard.push(now - monday)
    })
    await Promise.all([clock.wind(10), clock.wind(20)])
    leave()
    await clock.wind(5)
    expect(heard).toEqual([10, 30])
  })

  it('moves in strides when it is told to, so that nothing is leapt over', async () => {
    const clock = frozenClock(monday, { stride: 60_000 })
    const heard: number[] = []
    clock.onWind((now) => {
      heard.push((now - monday) / 1000)
    })
    await clock.wind(150_000)
    expect(heard).toEqual([60, 120, 150])
  })

  it('runs with real time, and fires when real time arrives', async () => {
    const clock = runningClock(monday)
    await new Promise<void>((resolve) => clock.at(monday + 30, resolve))
    expect(clock.now()).toBeGreaterThanOrEqual(monday + 30)
    await clock.wind(3_600_000)
    expect(clock.now()).toBeGreaterThanOrEqual(monday + 3_600_030)
    clock.close()
  })
})
