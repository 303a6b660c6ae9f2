/** The platform says no: HTTP status, code and message as the real one answers, and the rule behind it. */
export class ApiRefusal extends Error {
  readonly http: number
  readonly code: number
  readonly rule: string
  readonly headers: Record<string, string>
  constructor(http: number, code: number, msg: string, rule: string, headers: Record<string, string> = {}) {
    super(msg)
    this.http = http
    this.code = code
    this.rule = rule
    this.headers = headers
  }
}

/** 230001 with the documented reason. */
export function badParameter(ext: string, rule = 'F2'): ApiRefusal {
  return new ApiRefusal(400, 230001, `Your request contains an invalid request parameter, ext=${ext}`, rule)
}

/** 99992402: a required field of the request is missing or of the wrong shape. */
export function fieldFailed(field: string): ApiRefusal {
  return new ApiRefusal(400, 99992402, `field validation failed, ${field}`, 'F1')
}

export const refusals = {
  tokenMissing: () =>
    new ApiRefusal(
      400,
      99991661,
      'Missing access token for authorization. Please make a request with token attached.',
      'F1',
    ),
  tokenInvalid: () =>
    new ApiRefusal(
      400,
      99991663,
      'Invalid access token for authorization. Please make a request with token attached.',
      'F1',
    ),
  botOutside: () => new ApiRefusal(400, 230002, 'The bot can not be outside the group.', 'F2'),
  noAvailability: () => new ApiRefusal(400, 230013, 'Bot has NO availability to this user.', 'F2'),
  recalled: () => new ApiRefusal(400, 230011, 'The message is recalled.', 'F2'),
  deleted: () => new ApiRefusal(400, 230110, 'Action unavailable as the message has been deleted.', 'F2'),
  tooOld: () =>
    new ApiRefusal(400, 230031, 'Message can only be modified within 14 days after sending.', 'F2'),
  tooLong: () => new ApiRefusal(400, 230025, 'The length of the message content reaches its limit.', 'C15'),
  notRecallable: () => new ApiRefusal(400, 230026, 'No permission to recall this message.', 'F2'),
  scopeMissing: () =>
    new ApiRefusal(
      400,
      99991672,
      'Access denied. One of the following scopes is required: [im:resource, im:message].',
      'F1',
    ),
  chatRate: () =>
    new ApiRefusal(400, 230020, 'This operation triggers the frequency limit, ext=chat rate limit', 'F6'),
  messageRate: () => new ApiRefusal(400, 230020, 'This operation triggers the frequency limit.', 'F6'),
  appRate: (limit: number, resetSeconds: number) =>
    new ApiRefusal(429, 99991400, 'request trigger frequency limit', 'F6', {
      'x-ogw-ratelimit-limit': String(limit),
      'x-ogw-ratelimit-reset': String(resetSeconds),
    }),
}
