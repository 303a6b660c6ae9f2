import type { Advice, AdviceCode } from './domain/advice.ts'
import type { Arrangement } from './domain/arrangements.ts'
import type { CardRef } from './domain/card-ref.ts'
import type { Target } from './domain/decide.ts'
import type { Series } from './domain/decision.ts'
import type { Body, BodyId, ChatId, Directory, OpenId, Person } from './domain/directory.ts'
import type { Dossier } from './domain/dossier.ts'
import type { Address, Post } from './domain/effects.ts'
import type { DomainEvent } from './domain/event.ts'
import type { Matter } from './domain/matter.ts'
import type { DocNo } from './domain/numbering.ts'
import type { Quiet, Refusal } from './domain/refusal.ts'
import type { SimilarMatter, SimilarQuery } from './domain/similar.ts'
import type { Slip } from './domain/slip.ts'
import type { SlipFilter } from './domain/slip-filter.ts'
import type { Instant } from './domain/time.ts'
import type { Scope } from './domain/visibility.ts'

export type { SlipFilter } from './domain/slip-filter.ts'

/** The one source of time. Production reads the machine; the sandbox and the tests wind it in-process. */
export interface Clock {
  now(): Instant
}

/** Structured log. Facts carry references (ids, codes, counts), never message bodies, tokens or secrets. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** `m:<message_id>`, `e:<event_id>` for what Feishu delivered, `n:<nonce>` for a form, `i:…` for what another system told. One key, one effect. */
export type InboxKey = `${'m' | 'e' | 'n' | 'i'}:${string}`

/** What came of a request, as remembered for its repeats: codes and facts, never bodies. */
export type StoredOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'quiet'; readonly quiet: Quiet }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'advised'; readonly advice: readonly Advice[] }

/** Somebody fills a form on a posted card; until then the card is not redrawn under their hands. */
export interface OpenForm {
  readonly act: string
  /** What the form is about: on a matter's card it may be one of its slips. */
  readonly on: Target
  readonly by: OpenId
  readonly name: string
  readonly nonce: string
  readonly until: Instant
  /** Submitted in vain; kept so that its writer can still read and copy what they typed. */
  readonly givenBack?: boolean
  /** What was pointed out on this form already: its writer may submit all the same. */
  readonly advised?: readonly AdviceCode[]
}

/** A card that stands in a chat. `matterId` is null for answers that belong to no matter. */
export interface PostedCard {
  readonly id: string
  readonly messageId: string
  readonly chatId: ChatId
  /** Whose private chat it stands in; null in a group. */
  readonly openId: OpenId | null
  readonly card: CardRef
  readonly matterId: string | null
  readonly postedAt: Instant
  readonly form: OpenForm | null
}

/** The bytes of an attachment, under the name they have in the store. */
export interface FileContent {
  readonly sha256: string
  readonly content: Uint8Array
}

/** The next file this person sends in that private chat is for this slip, or for the matter itself. */
export interface AwaitedFile {
  readonly openId: OpenId
  readonly chatId: ChatId
  readonly officeId: BodyId
  readonly matterId: string
  readonly slipId: string | null
  readonly until: Instant
}

/** One transaction: everything in it is kept, or nothing. */
export interface Tx {
  /**
   * Takes the keys for this request. Null when all are new; the remembered outcome when one was taken before.
   * A concurrent holder of the same key is waited for.
   */
  claim(keys: readonly InboxKey[], at: Instant): Promise<StoredOutcome | null>
  settle(keys: readonly InboxKey[], outcome: StoredOutcome): Promise<void>
  /** Forgets keys claimed in this transaction: a refused form may be corrected and submitted again. */
  release(keys: readonly InboxKey[]): Promise<void>
  directory(): Promise<Directory>
  /** The holiday notices in force, in their order; the same array while none was added. */
  arrangements(): Promise<readonly Arrangement[]>
  /** Locks the matter first, then its slips by id. */
  lockMatter(matterId: string): Promise<Dossier | null>
  lockSlip(slipId: string): Promise<Dossier | null>
  /** The id of the matter with that 舆情编号; nothing is locked. */
  matterByRef(ref: string, offices: readonly BodyId[]): Promise<string | null>
  /** The next free serial of the series in that year, locked until the transaction ends. */
  nextSerial(officeId: BodyId, series: Series, year: number): Promise<number>
  useSerials(officeId: BodyId, series: Series, year: number, count: number): Promise<void>
  /**
   * State and events together; every posted card of the matter is marked for redrawing.
   * `looks` says, by id, when the sweep must look at the matter and at each slip again.
   */
  save(
    after: Dossier,
    events: readonly DomainEvent[],
    looks: ReadonlyMap<string, Instant | null>,
    origin: string,
  ): Promise<void>
  /** Before the fact about it is saved. The same bytes are kept once. */
  keepContent(content: FileContent): Promise<void>
  awaitFile(awaited: AwaitedFile): Promise<void>
  /** A key already there is left alone. */
  enqueue(posts: readonly Post[]): Promise<void>
  lockPosted(messageId: string): Promise<PostedCard | null>
  setForm(postedId: string, form: OpenForm | null): Promise<void>
  /** The same message shows something else from now on: another page of its list. */
  setCard(postedId: string, card: CardRef): Promise<void>
  /** The card was answered inside a press, so what stands in the chat is no longer what was last sent. */
  markRedraw(postedId: string): Promise<void>
  /** `/绑定`: the body's group is this chat from now on, until the directory file changes. */
  bindChat(bodyId: BodyId, chatId: ChatId, by: OpenId, at: Instant): Promise<void>
  /** `/假期`: a notice as it was understood, kept until somebody takes it into force. */
  enterNotice(officeId: BodyId, arrangement: Arrangement, by: OpenId, at: Instant): Promise<void>
  /** False when it is in force already. The sweep then reckons the limits of all open slips anew. */
  adoptNotice(id: string, by: OpenId, at: Instant): Promise<boolean>
}

/** A holiday notice that was understood and waits to be taken into force. */
export interface EnteredNotice {
  readonly id: string
  readonly arrangement: Arrangement
}

export interface Reader {
  directory(): Promise<Directory>
  arrangements(): Promise<readonly Arrangement[]>
  /** The office's latest notice that is not in force, if it was entered at `since` or later. */
  enteredNotice(officeId: BodyId, since: Instant): Promise<EnteredNotice | null>
  dossierOfMatter(matterId: string): Promise<Dossier | null>
  dossierOfSlip(slipId: string): Promise<Dossier | null>
  slipByNo(no: DocNo): Promise<Slip | null>
  slips(filter: SlipFilter): Promise<{ readonly slips: readonly Slip[]; readonly total: number }>
  /**
   * Matters of the office that wait for 签发, or are still a draft, oldest first; of the 举报件 those that `within` is
   * named in.
   */
  mattersWaiting(officeId: BodyId, within: Scope): Promise<readonly Dossier[]>
  matterByRef(ref: string, offices: readonly BodyId[]): Promise<string | null>
  /** Matters that may be the same (重复件), the likeliest first. */
  similarMatters(query: SimilarQuery): Promise<readonly SimilarMatter[]>
  /** Matters of these offices that are registered, or about which the office itself owes something. */
  mattersKept(officeIds: readonly BodyId[]): Promise<readonly Matter[]>
  posted(messageId: string): Promise<PostedCard | null>
  events(matterId: string): Promise<readonly DomainEvent[]>
  /** The facts of these kinds, of several matters at once, each matter's in their order. */
  factsOf(
    matterIds: readonly string[],
    types: readonly DomainEvent['type'][],
  ): Promise<readonly DomainEvent[]>
  /** Whether a request of that key was settled already, asked before costly work; only `claim` decides. */
  wasTaken(key: InboxKey): Promise<boolean>
  /** Null when no such bytes are kept. */
  attachmentContent(sha256: string): Promise<Uint8Array | null>
  awaitedFile(openId: OpenId, chatId: ChatId, now: Instant): Promise<AwaitedFile | null>
}

/** A row of the outbox taken for sending. `id` is the platform's idempotency key (uuid). */
export interface OutboxItem {
  readonly id: string
  readonly key: string
  readonly to: Address
  readonly card: CardRef
  readonly replyTo: string | null
  readonly attempts: number
  /** When a try began whose end is unknown; null when none did. Set by claim before the row is handed out, as it was before. */
  readonly firstAttemptAt: Instant | null
  readonly notBefore: Instant
}

export interface StaleCard extends PostedCard {
  /** Hash of what was last sent; null when unknown. */
  readonly drawnHash: string | null
  readonly attempts: number
  /** Names this taking: who comes back after their lease has ended settles nothing. */
  readonly leasedUntil: Instant
}

export interface Outbox {
  /** Takes due rows for `lease` ms; rows of a dead process come back when its lease ends. */
  claim(now: Instant, limit: number, lease: number): Promise<readonly OutboxItem[]>
  sent(
    item: OutboxItem,
    sent: { messageId: string; chatId: ChatId; at: Instant; hash: string; matterId: string | null },
  ): Promise<void>
  /**
   * Tries again at that instant. `certain` says that Feishu took nothing; otherwise `firstAttemptAt` stays, since the
   * message may stand in the chat although its answer was lost.
   */
  retry(item: OutboxItem, at: Instant, code: string, certain: boolean): Promise<void>
  /** Will not be sent: no longer of use, or refused for good. `sent` for what leaves no card behind. */
  drop(item: OutboxItem, outcome: 'sent' | 'skipped' | 'buried', code: string, at: Instant): Promise<void>
  /** The message that the row of this name became; null when it became none. */
  messageOf(key: string): Promise<string | null>

  claimStale(now: Instant, limit: number, lease: number): Promise<readonly StaleCard[]>
  redrawn(card: StaleCard, hash: string, at: Instant): Promise<void>
  postponeRedraw(card: StaleCard, until: Instant, code: string | null): Promise<void>
  /** The message can never be redrawn again (recalled, or past Feishu's 14 days). */
  abandon(card: StaleCard, code: string): Promise<void>

  /**
   * Takes one unit from each budget, or none and says when to try again.
   * The budgets are rows, since several processes share the platform's limits.
   */
  pace(
    budgets: readonly { key: string; per: number; max: number }[],
    now: Instant,
  ): Promise<{ waitUntil: Instant | null }>

  /** When the next row or redraw is due; null when nothing waits. */
  nextDue(): Promise<Instant | null>
  counts(): Promise<{ readonly waiting: number; readonly buried: number; readonly stale: number }>
}

export interface Sweeping {
  /**
   * One of several processes wins each tick; a clock a little behind wins nothing. A tick from far ahead is the mark of a
   * clock that was wrong, and is taken over.
   */
  claimTick(name: string, now: Instant, every: number): Promise<boolean>
  slipsToLookAt(now: Instant, limit: number): Promise<readonly string[]>
  mattersToLookAt(now: Instant, limit: number): Promise<readonly string[]>
  /** A holiday notice in force after which not all open slips were reckoned anew. */
  unsettledNotice(): Promise<string | null>
  settleNotice(id: string, at: Instant): Promise<void>
  /** Ids of slips that have not come to an end, in order, from the one after `after` on. */
  openSlips(after: string, limit: number): Promise<readonly string[]>
}

/** What the audit reads: the same facts the sweep and the outbox work from, by other ways than theirs. */
export interface Auditing {
  /** Slips that have not come to an end, by id, from the one after `after` on. */
  openSlips(after: string, limit: number): Promise<readonly Slip[]>
  /** Facts of climbed rungs of that office, from `since` on and before `until`. */
  climbs(
    officeId: BodyId,
    since: Instant,
    until: Instant,
  ): Promise<readonly Extract<DomainEvent, { type: 'rungs_climbed' }>[]>
  /** Which of these messages were ever written. */
  written(keys: readonly string[]): Promise<ReadonlySet<string>>
  /** Messages due before that instant, still not sent, with the platform's last word. */
  unsent(
    before: Instant,
    limit: number,
  ): Promise<
    readonly {
      readonly key: string
      readonly card: CardRef
      readonly due: Instant
      readonly code: string | null
    }[]
  >
}

export interface DirectoryAdmin {
  /** Imports once per content hash. Bodies and people that the file no longer names stay, unless pruned. */
  import(
    file: { readonly hash: string; readonly bodies: readonly Body[]; readonly people: readonly Person[] },
    options: { readonly prune: boolean; readonly at: Instant },
  ): Promise<'imported' | 'unchanged'>
}

export interface Database {
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  readonly read: Reader
  readonly outbox: Outbox
  readonly sweeping: Sweeping
  readonly auditing: Auditing
  readonly directory: DirectoryAdmin
  /** Answers only when the database does and its migrations are all applied. */
  ready(): Promise<void>
  close(): Promise<void>
}
