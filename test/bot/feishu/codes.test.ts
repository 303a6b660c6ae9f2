import { describe, expect, it } from 'vitest'
import { cardCodes, classify, codes } from '../../../bot/feishu/codes.ts'
import { FeishuError, FeishuUnreachable } from '../../../bot/feishu/failure.ts'

function refusal(code: number, msg = '', httpStatus = 400): FeishuError {
  return new FeishuError({
    code,
    msg,
    httpStatus,
    call: 'POST /open-apis/im/v1/messages',
    mayHaveArrived: false,
  })
}

const card = (sub: number, text: string) =>
  refusal(
    230099,
    `Failed to create card content, ext=ErrCode: ${sub}; ErrMsg: ${text}; ErrorValue: 群众来电 13800000000`,
  )

describe('what to do about a refusal of Feishu', () => {
  it('lists every code once, with its page', () => {
    for (const table of [codes, cardCodes]) {
      expect(new Set(table.map((row) => row.code)).size).toBe(table.length)
      for (const row of table) expect(row.page).toMatch(/^[\w./-]+$/)
    }
  })

  it.each([
    [230020, 'rate_limited'],
    [99991400, 'rate_limited'],
    [11232, 'rate_limited'],
    [230002, 'chat_gone'],
    [232009, 'chat_gone'],
    [230011, 'gone_message'],
    [99992354, 'gone_message'],
    [230013, 'person_gone'],
    [99992361, 'person_gone'],
    [230022, 'content_refused'],
    [230028, 'content_refused'],
    [230025, 'too_long'],
    [230031, 'expired'],
    [230049, 'retry'],
    [5000, 'retry'],
    [99991663, 'token'],
    [99991672, 'config'],
    [99991403, 'config'],
    [10014, 'config'],
    [230001, 'permanent'],
  ])('%i is %s', (code, to) => {
    expect(classify(refusal(code))).toMatchObject({ class: to, code: String(code) })
  })

  it.each([
    [11310, 'card action is lock', 'retry'],
    [11310, 'element exceeds the limit', 'too_long'],
    [11310, 'name(feedback) duplicate', 'permanent'],
    [100290, 'There is an invalid user resource(at/person) in your card', 'bad_person'],
    [200621, 'parse card json err, please check whether the card json is correct', 'permanent'],
    [299999, 'something new', 'permanent'],
  ])('a card refused with %i, %s, is %s', (sub, text, to) => {
    expect(classify(card(sub, text))).toMatchObject({ class: to, code: `230099/${sub}` })
  })

  it('judges an unknown code by its HTTP status', () => {
    expect(classify(refusal(1234567)).class).toBe('permanent')
    expect(classify(refusal(1234567, '', 503)).class).toBe('retry')
    expect(classify(refusal(1234567, '', 429)).class).toBe('rate_limited')
  })

  it('never lets a lost answer pass for a refusal', () => {
    const lost = new FeishuUnreachable({ reason: 'timeout', call: 'POST /x', mayHaveArrived: true })
    expect(classify(lost)).toEqual({ class: 'retry', code: 'timeout', uncertain: true })
    const never = new FeishuUnreachable({
      reason: 'network',
      errno: 'ECONNREFUSED',
      call: 'POST /x',
      mayHaveArrived: false,
    })
    expect(classify(never)).toEqual({ class: 'retry', code: 'ECONNREFUSED', uncertain: false })
  })

  it('knows an error of our own for what it is', () => {
    expect(classify(new TypeError('x is undefined'))).toEqual({
      class: 'permanent',
      code: 'unexpected',
      uncertain: false,
    })
  })
})

describe('what an error says', () => {
  it('keeps the place in the card and nothing that stood there', () => {
    const error = refusal(
      230099,
      'Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [1](tag: action); ErrMsg: x; ErrorValue: 群众来电 13800000000',
    )
    expect(error.detail).toBe('sub-code 200861, ROOT -> body -> elements -> [1](tag: action)')
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('13800000000')
  })

  it('names the scopes an administrator has to grant', () => {
    const error = refusal(
      99991672,
      'Access denied. One of the following scopes is required: [im:message:readonly, im:message, im:message.history:readonly].',
    )
    expect(error.detail).toBe('im:message:readonly im:message im:message.history:readonly')
  })
})
