/** One number of the platform. `page` is the page of its documentation. */
export interface PlatformLimit {
  readonly value: number
  readonly unit: 'bytes' | 'count' | 'chars' | 'per_second' | 'per_minute' | 'ms' | 'levels'
  readonly page: string
}

const SEND = 'im-v1/message/create'
const PATCH = 'im-v1/message-card/patch'
const CARD = 'feishu-cards/card-json-v2-structure'
const INPUT = 'card-json-v2-components/interactive-components/input'
const BUTTON = 'card-json-v2-components/interactive-components/button'
const RICH_TEXT = 'card-json-v2-components/content-components/rich-text'
const TABLE = 'card-json-v2-components/content-components/table'
const CALLBACK = 'feishu-cards/card-callback-communication'
const EVENTS = 'event-subscription-guide/overview'
const HOUR = 3_600_000

/** What Feishu allows, as its documentation says. Our own paces keep below these, since others share them. */
export const platformLimits = {
  cardBytes: { value: 30 * 1024, unit: 'bytes', page: SEND },
  cardElements: { value: 200, unit: 'count', page: CARD },
  cardNesting: { value: 5, unit: 'levels', page: CARD },
  cardTables: { value: 5, unit: 'count', page: TABLE },
  tableColumns: { value: 50, unit: 'count', page: TABLE },
  markdownTables: { value: 4, unit: 'count', page: RICH_TEXT },
  inputChars: { value: 1000, unit: 'chars', page: INPUT },
  placeholderChars: { value: 100, unit: 'chars', page: INPUT },
  buttonChars: { value: 100, unit: 'chars', page: BUTTON },
  headerTags: { value: 3, unit: 'count', page: CARD },
  elementIdChars: { value: 20, unit: 'chars', page: CARD },
  cardLife: { value: 14 * 24 * HOUR, unit: 'ms', page: PATCH },
  callbackAnswer: { value: 3_000, unit: 'ms', page: CALLBACK },
  challengeAnswer: { value: 1_000, unit: 'ms', page: EVENTS },
  uuidChars: { value: 50, unit: 'chars', page: SEND },
  uuidWindow: { value: HOUR, unit: 'ms', page: SEND },
  sendsPerChat: { value: 5, unit: 'per_second', page: SEND },
  sendsPerPerson: { value: 5, unit: 'per_second', page: SEND },
  patchesPerMessage: { value: 5, unit: 'per_second', page: PATCH },
  callsPerSecond: { value: 50, unit: 'per_second', page: SEND },
  callsPerMinute: { value: 1000, unit: 'per_minute', page: SEND },
  historyPage: { value: 50, unit: 'count', page: 'im-v1/message/list' },
} as const satisfies Record<string, PlatformLimit>
