import { ApiRefusal } from '../platform/refuse.ts'

/** The envelope of every card error: 230099 with the sub-code in words. */
export function cardRefusal(
  rule: string,
  sub: number,
  msg: string,
  o: { path?: string; value?: string } = {},
): ApiRefusal {
  const path = o.path === undefined ? '' : `ErrPath: ${o.path}; `
  const value = o.value === undefined ? '' : `ErrorValue: ${o.value}; `
  return new ApiRefusal(
    400,
    230099,
    `Failed to create card content, ext=ErrCode: ${sub}; ${path}ErrMsg: ${msg}; ${value}`,
    rule,
  )
}

/** 200621: the card's JSON is not a card. */
export function parseRefusal(rule: string, value: string): ApiRefusal {
  const msg = 'parse card json err, please check whether the card json is correct'
  return cardRefusal(rule, 200621, msg, { value })
}

export function unknownProperty(property: string, path: string): ApiRefusal {
  return parseRefusal(
    property === 'elements' && path === '[]' ? 'C1' : 'C3',
    `unknown property, property: ${property}, path: ${path}`,
  )
}
