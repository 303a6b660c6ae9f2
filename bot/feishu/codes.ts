import { FeishuError, FeishuUnreachable } from './failure.ts'

/**
 * What to do about a failed call: `retry` soon · `rate_limited` when told · `token` get a new one ·
 * `gone_message` post anew or give up · `chat_gone` the bot is out of the group · `person_gone` find another
 * contact · `content_refused` send a version without the text · `bad_person` draw people as plain names ·
 * `too_long` shrink · `expired` past 14 days, post anew · `config` an administrator must act · `permanent` a
 * fault of ours.
 */
export type FailureClass =
  | 'retry'
  | 'rate_limited'
  | 'token'
  | 'gone_message'
  | 'chat_gone'
  | 'person_gone'
  | 'content_refused'
  | 'bad_person'
  | 'too_long'
  | 'expired'
  | 'config'
  | 'permanent'

/** One code of the platform. `page` is the page of its documentation that explains it. */
export interface CodeRow {
  readonly code: number
  readonly class: FailureClass
  readonly page: string
  readonly meaning: string
}

const SEND = 'im-v1/message/create'
const REPLY = 'im-v1/message/reply'
const PATCH = 'im-v1/message-card/patch'
const CHAT = 'im-v1/chat'
const RESOURCE = 'im-v1/message-resource/get'
const UPLOAD = 'im-v1/file/create'
const GENERAL = 'api-call-guide/generic-error-code'
const FREQUENCY = 'api-call-guide/frequency-control'
const TOKEN = 'authentication-management/access-token/tenant_access_token_internal'

export const codes: readonly CodeRow[] = [
  { code: 230001, class: 'permanent', page: SEND, meaning: 'a parameter is wrong' },
  { code: 230002, class: 'chat_gone', page: SEND, meaning: 'the bot is not in the group' },
  { code: 230006, class: 'config', page: SEND, meaning: 'bot ability off, or the version is not published' },
  { code: 230011, class: 'gone_message', page: PATCH, meaning: 'the message was recalled' },
  { code: 230110, class: 'gone_message', page: PATCH, meaning: 'the message was deleted' },
  { code: 230111, class: 'gone_message', page: REPLY, meaning: 'the message is about to destroy itself' },
  {
    code: 230012,
    class: 'permanent',
    page: 'im-v1/message/urgent_app',
    meaning: 'the bot did not send the message it would ring for',
  },
  {
    code: 230013,
    class: 'person_gone',
    page: SEND,
    meaning: 'the person is outside the availability or has resigned',
  },
  { code: 230015, class: 'permanent', page: SEND, meaning: 'a private chat cannot be shared' },
  { code: 230017, class: 'permanent', page: SEND, meaning: 'the file was not uploaded by the bot' },
  { code: 230018, class: 'config', page: SEND, meaning: 'the settings of the group forbid it' },
  { code: 230019, class: 'gone_message', page: REPLY, meaning: 'the topic does not exist' },
  { code: 230020, class: 'rate_limited', page: SEND, meaning: 'too often for this group, person or message' },
  { code: 230022, class: 'content_refused', page: SEND, meaning: 'the content counts as sensitive' },
  { code: 230025, class: 'too_long', page: SEND, meaning: 'the content is too long' },
  { code: 230027, class: 'config', page: SEND, meaning: 'a permission is missing, or the group is external' },
  { code: 230028, class: 'content_refused', page: SEND, meaning: 'the content did not pass the data audit' },
  { code: 230029, class: 'person_gone', page: SEND, meaning: 'the person has resigned' },
  { code: 230031, class: 'expired', page: PATCH, meaning: 'the message is older than 14 days' },
  { code: 230034, class: 'permanent', page: SEND, meaning: 'the receiver id is invalid' },
  { code: 230035, class: 'config', page: SEND, meaning: 'the bot is muted or blocked there' },
  { code: 230036, class: 'config', page: SEND, meaning: 'the encryption key of the tenant was deleted' },
  { code: 230038, class: 'person_gone', page: SEND, meaning: 'the person belongs to another tenant' },
  { code: 230049, class: 'retry', page: SEND, meaning: 'the message is still being sent' },
  { code: 230050, class: 'permanent', page: REPLY, meaning: 'the message is invisible to the bot' },
  { code: 230053, class: 'person_gone', page: SEND, meaning: 'the person stopped the bot' },
  {
    code: 230054,
    class: 'permanent',
    page: SEND,
    meaning: 'this kind of message is not possible in a connected group',
  },
  { code: 230055, class: 'permanent', page: SEND, meaning: 'the file is of another type' },
  { code: 230071, class: 'permanent', page: REPLY, meaning: 'the group has no threads' },
  { code: 230072, class: 'permanent', page: REPLY, meaning: 'merged messages have no threads' },
  { code: 230075, class: 'permanent', page: SEND, meaning: 'not possible in a secret chat' },
  { code: 230099, class: 'permanent', page: SEND, meaning: 'the card was refused' },
  { code: 232006, class: 'chat_gone', page: CHAT, meaning: 'the group does not exist' },
  { code: 232009, class: 'chat_gone', page: CHAT, meaning: 'the group was dissolved' },
  { code: 232011, class: 'chat_gone', page: CHAT, meaning: 'the bot is not in the group' },
  { code: 234001, class: 'permanent', page: RESOURCE, meaning: 'a parameter is wrong' },
  { code: 234002, class: 'config', page: RESOURCE, meaning: 'a permission is missing' },
  { code: 234003, class: 'gone_message', page: RESOURCE, meaning: 'the file is not in the message' },
  { code: 234004, class: 'chat_gone', page: RESOURCE, meaning: 'the bot is not in the chat of the file' },
  { code: 234006, class: 'too_long', page: UPLOAD, meaning: 'the file is too large' },
  { code: 234007, class: 'config', page: UPLOAD, meaning: 'bot ability off' },
  { code: 234009, class: 'permanent', page: RESOURCE, meaning: 'the file stands in an external group' },
  { code: 234010, class: 'permanent', page: UPLOAD, meaning: 'the file is empty' },
  { code: 234037, class: 'too_long', page: RESOURCE, meaning: 'the file is too large to be given out' },
  { code: 234038, class: 'permanent', page: RESOURCE, meaning: 'the group forbids downloads' },
  { code: 234041, class: 'config', page: UPLOAD, meaning: 'the encryption key of the tenant was deleted' },
  { code: 234042, class: 'config', page: UPLOAD, meaning: 'the storage of the tenant is full' },
  { code: 234043, class: 'permanent', page: RESOURCE, meaning: 'no files of cards and forwarded messages' },
  { code: 5000, class: 'retry', page: GENERAL, meaning: 'internal error, slow down' },
  { code: 9499, class: 'permanent', page: GENERAL, meaning: 'a parameter is of the wrong type' },
  { code: 10003, class: 'config', page: TOKEN, meaning: 'the app id is wrong' },
  { code: 10014, class: 'config', page: TOKEN, meaning: 'the app secret is wrong' },
  {
    code: 11232,
    class: 'rate_limited',
    page: SEND,
    meaning: 'the service is busy, as it is at full and half hours',
  },
  { code: 11233, class: 'rate_limited', page: SEND, meaning: 'too often for this chat' },
  { code: 11247, class: 'rate_limited', page: SEND, meaning: 'an internal limit' },
  { code: 99991400, class: 'rate_limited', page: FREQUENCY, meaning: 'too often for this app' },
  {
    code: 99991401,
    class: 'config',
    page: GENERAL,
    meaning: 'the address of the server is not in the white list',
  },
  { code: 99991403, class: 'config', page: GENERAL, meaning: 'the monthly quota of calls is used up' },
  { code: 99991661, class: 'token', page: GENERAL, meaning: 'the token is missing' },
  { code: 99991662, class: 'config', page: GENERAL, meaning: 'the app is disabled' },
  { code: 99991663, class: 'token', page: GENERAL, meaning: 'the token is invalid' },
  { code: 99991664, class: 'token', page: GENERAL, meaning: 'the app token is invalid' },
  { code: 99991665, class: 'token', page: GENERAL, meaning: 'the tenant token is invalid' },
  { code: 99991671, class: 'token', page: GENERAL, meaning: 'the token is of an invalid form' },
  { code: 99991672, class: 'config', page: GENERAL, meaning: 'a scope was not granted' },
  { code: 99991673, class: 'config', page: GENERAL, meaning: 'the app is not installed' },
  { code: 99992351, class: 'person_gone', page: GENERAL, meaning: 'no such open_id' },
  { code: 99992354, class: 'gone_message', page: GENERAL, meaning: 'no such message' },
  { code: 99992356, class: 'chat_gone', page: GENERAL, meaning: 'no such chat' },
  { code: 99992360, class: 'person_gone', page: GENERAL, meaning: 'no such user_id' },
  { code: 99992361, class: 'person_gone', page: GENERAL, meaning: 'the open_id belongs to another app' },
  { code: 99992402, class: 'permanent', page: GENERAL, meaning: 'a field is missing or of the wrong form' },
]

/** The card errors inside 230099. */
export const cardCodes: readonly CodeRow[] = [
  { code: 10002, class: 'permanent', page: SEND, meaning: 'the card has an unknown part' },
  { code: 11310, class: 'permanent', page: SEND, meaning: 'the card breaks a rule of content' },
  { code: 100290, class: 'bad_person', page: SEND, meaning: 'the card names a person who cannot be found' },
  { code: 200380, class: 'permanent', page: SEND, meaning: 'the template does not exist' },
  { code: 200381, class: 'permanent', page: SEND, meaning: 'the template is not visible to the app' },
  { code: 200550, class: 'permanent', page: SEND, meaning: 'the chart is invalid' },
  { code: 200570, class: 'permanent', page: SEND, meaning: 'an image key is invalid' },
  {
    code: 200621,
    class: 'permanent',
    page: SEND,
    meaning: 'the card has an unknown property or a wrong type',
  },
  { code: 200732, class: 'permanent', page: SEND, meaning: 'a template variable is of another type' },
  { code: 200737, class: 'permanent', page: SEND, meaning: 'a template variable has a wrong form' },
  { code: 200830, class: 'permanent', page: SEND, meaning: 'a 2.0 card cannot become a 1.0 card' },
  { code: 200861, class: 'permanent', page: SEND, meaning: 'a part that 2.0 no longer has' },
  { code: 200914, class: 'permanent', page: SEND, meaning: 'the rows of a table are invalid' },
  { code: 200915, class: 'permanent', page: SEND, meaning: 'a row of a table names no column' },
  { code: 300123, class: 'permanent', page: SEND, meaning: 'a form has no submit button' },
  { code: 300220, class: 'permanent', page: SEND, meaning: 'audio cannot be forwarded' },
  { code: 300230, class: 'permanent', page: SEND, meaning: 'an audio id stands twice' },
  { code: 300240, class: 'permanent', page: SEND, meaning: 'the audio cannot be read by the app' },
  { code: 300301, class: 'permanent', page: SEND, meaning: 'an element id is malformed or stands twice' },
]

/** A failed call, judged. */
export interface Failure {
  readonly class: FailureClass
  /** For the outbox row and the log: `230020`, `230099/11310`, `timeout`. */
  readonly code: string
  readonly retryAfterMs?: number
  /** The call may have had its effect all the same. */
  readonly uncertain: boolean
}

const byCode = new Map(codes.map((row) => [row.code, row]))
const byCardCode = new Map(cardCodes.map((row) => [row.code, row]))

/**
 * Judges whatever a call to Feishu threw. An error that is none of Feishu's is a fault of ours: `permanent`,
 * `unexpected`.
 */
export function classify(error: unknown): Failure {
  if (error instanceof FeishuUnreachable) {
    return {
      class: error.reason === 'refused_url' ? 'permanent' : error.reason === 'redirect' ? 'config' : 'retry',
      code: error.errno ?? error.reason,
      uncertain: error.mayHaveArrived,
    }
  }
  if (!(error instanceof FeishuError)) return { class: 'permanent', code: 'unexpected', uncertain: false }
  const known = classOf(error)
  return {
    class:
      known ?? (error.httpStatus >= 500 ? 'retry' : error.httpStatus === 429 ? 'rate_limited' : 'permanent'),
    code: error.subCode === undefined ? String(error.code) : `${error.code}/${error.subCode}`,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    uncertain: error.mayHaveArrived,
  }
}

function classOf(error: FeishuError): FailureClass | undefined {
  if (error.subCode === undefined) return byCode.get(error.code)?.class
  // One sub-code for many rules; only the text tells a press that is still unanswered from a card that is too large.
  if (error.detail.includes('card action is lock')) return 'retry'
  if (error.detail.includes('element exceeds the limit')) return 'too_long'
  return byCardCode.get(error.subCode)?.class ?? 'permanent'
}
