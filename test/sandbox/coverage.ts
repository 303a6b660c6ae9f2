/** One endpoint of the platform: what the sandbox does with it, and the test that shows it. */
export type CoverageRow = { endpoint: string; extent: 'whole' | 'part'; missing?: string; test: string }

/** What of the Feishu open platform exists here. Every other path answers 404. */
export const coverage: readonly CoverageRow[] = [
  {
    endpoint: 'POST /open-apis/auth/v3/tenant_access_token/internal',
    extent: 'whole',
    test: 'platform.test.ts: refuses a call without a token, with a strange one and with one that has run out',
  },
  {
    endpoint: 'GET /open-apis/bot/v3/info',
    extent: 'whole',
    test: 'platform.test.ts: asks for the bot, its groups and their members',
  },
  {
    endpoint: 'POST /open-apis/im/v1/messages',
    extent: 'part',
    missing: 'only text, post, file and interactive; no pictures, templates or card entities',
    test: 'platform.test.ts: sends a slip card to 市水务集团 and changes it after the receipt',
  },
  {
    endpoint: 'POST /open-apis/im/v1/messages/:message_id/reply',
    extent: 'part',
    missing: 'reply_in_thread',
    test: 'platform.test.ts: replies below the message answered, and never below a recalled one',
  },
  {
    endpoint: 'PATCH /open-apis/im/v1/messages/:message_id',
    extent: 'whole',
    test: 'platform.test.ts: changes only cards, only its own, and only for fourteen days',
  },
  {
    endpoint: 'GET /open-apis/im/v1/messages/:message_id',
    extent: 'whole',
    test: 'platform.test.ts: sends a slip card to 市水务集团 and changes it after the receipt',
  },
  {
    endpoint: 'GET /open-apis/im/v1/messages',
    extent: 'part',
    missing: 'container_id_type thread',
    test: 'platform.test.ts: pages through the history of a group between two seconds',
  },
  {
    endpoint: 'DELETE /open-apis/im/v1/messages/:message_id',
    extent: 'part',
    missing: "the tenant's recall window; other people's messages",
    test: 'platform.test.ts: replies below the message answered, and never below a recalled one',
  },
  {
    endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_app',
    extent: 'part',
    missing: 'ids other than open_id; the 200 unread limit',
    test: 'platform.test.ts: urges members of the chat and names the ids that are none',
  },
  {
    endpoint: 'GET /open-apis/im/v1/messages/:message_id/resources/:file_key',
    extent: 'part',
    missing: 'video and voice; files of forwarded messages',
    test: 'files.test.ts: gives out the file of a message to a bot in the chat, and to no other',
  },
  {
    endpoint: 'POST /open-apis/im/v1/files',
    extent: 'part',
    missing: 'durations of video and voice',
    test: 'files.test.ts: takes an upload and lets the bot send what it uploaded itself',
  },
  {
    endpoint: 'GET /open-apis/im/v1/chats',
    extent: 'whole',
    test: 'platform.test.ts: asks for the bot, its groups and their members',
  },
  {
    endpoint: 'GET /open-apis/im/v1/chats/:chat_id',
    extent: 'part',
    missing: 'settings and owner of the group',
    test: 'platform.test.ts: asks for the bot, its groups and their members',
  },
  {
    endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members',
    extent: 'part',
    missing: 'member_id_type user_id',
    test: 'platform.test.ts: asks for the bot, its groups and their members',
  },
  {
    endpoint: 'GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat',
    extent: 'whole',
    test: 'platform.test.ts: asks for the bot, its groups and their members',
  },
]
