import { describe, it } from 'vitest'
import {
  dieAfterIssue,
  expectOneSlip,
  inACity,
  LONG,
  POST_MESSAGE,
  practice,
  sendingBegan,
} from '../support/death.ts'

describe('a bot that dies on its embedded database', () => {
  practice(() => ({}))

  it.concurrent(
    'does not send again what arrived only after the bot had died while it waited',
    () =>
      inACity(async (city) => {
        await city.start()
        await dieAfterIssue(
          city,
          () => city.sandbox.faults.next('slow', { matching: POST_MESSAGE, times: 10, ms: 1000 }),
          sendingBegan,
        )
        await city.sandbox.waitFor(() => city.written('市水务集团').length > 0)
        city.sandbox.faults.clear()
        await city.start()
        await expectOneSlip(city)
      }),
    LONG,
  )
})
