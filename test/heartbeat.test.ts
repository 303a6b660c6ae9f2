import nock from 'nock'
import { afterEach, describe, expect, it } from 'vitest'
import { createHeartbeat } from '../src/heartbeat.ts'

const monitor = 'https://monitor.example.cn'

describe('the heartbeat', () => {
  const warned: object[] = []
  const log = {
    debug: () => {},
    info: () => {},
    warn: (facts: object) => warned.push(facts),
    error: () => {},
  }
  const beat = createHeartbeat(`${monitor}/beat/1`, log)
  afterEach(() => {
    nock.cleanAll()
    warned.length = 0
  })

  it('reaches the monitor while our own part is in order', async () => {
    const heard = nock(monitor).get('/beat/1').reply(200)
    await beat(true)
    expect(heard.isDone()).toBe(true)
  })

  it('stays away while it is not, so that the monitor raises the alarm', async () => {
    const heard = nock(monitor).get('/beat/1').reply(200)
    await beat(false)
    expect(heard.isDone()).toBe(false)
  })

  it('troubles nobody when the monitor is in trouble itself', async () => {
    nock(monitor).get('/beat/1').reply(503)
    await beat(true)
    nock(monitor).get('/beat/1').replyWithError('connection refused')
    await beat(true)
    expect(warned).toHaveLength(2)
  })

  it('goes nowhere when no monitor is named', async () => {
    await expect(createHeartbeat(undefined, log)(true)).resolves.toBeUndefined()
  })
})
