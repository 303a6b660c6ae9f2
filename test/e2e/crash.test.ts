import { describe, it } from 'vitest'
import {
  city,
  dieAfterIssue,
  expectOneSlip,
  inACity,
  LONG,
  POST_MESSAGE,
  practice,
  sendingBegan,
} from '../support/death.ts'

inACity()

describe('a bot that dies on its embedded database', () => {
  practice(() => ({}))

  it(
    'does not send again what arrived only after the bot had died while it waited',
    async () => {
      await city.start()
      await dieAfterIssue(
        () => city.sandbox.faults.next('slow', { matching: POST_MESSAGE, times: 10, ms: 1000 }),
        sendingBegan,
      )
      await city.sandbox.waitFor(() => city.written('市水务集团').length > 0)
      city.sandbox.faults.clear()
      await city.start()
      await expectOneSlip()
    },
    LONG,
  )
})
