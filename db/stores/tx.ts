import type { Tx } from '../../src/ports.ts'
import type { Sql } from '../sql.ts'
import { awaitFile, keepContent } from './attachments.ts'
import { nextSerial, useSerials } from './counters.ts'
import { bindChat, type DirectoryStore } from './directory.ts'
import { dossierOfMatter, dossierOfSlip, matterByRef, saveDossier } from './dossiers.ts'
import { adoptNotice, enterNotice, type HolidayStore } from './holidays.ts'
import { claimKeys, releaseKeys, settleKeys } from './inbox.ts'
import { enqueue } from './outbox.ts'
import { markRedraw, postedCard, setCard, setForm } from './posted-cards.ts'

const LOCKED = { lock: true }

export function txOf(sql: Sql, directories: DirectoryStore, holidays: HolidayStore): Tx {
  let directoryChanged = false
  return {
    claim: (keys, at) => claimKeys(sql, keys, at),
    settle: (keys, outcome) => settleKeys(sql, keys, outcome),
    release: (keys) => releaseKeys(sql, keys),
    directory: () => (directoryChanged ? directories.uncommitted(sql) : directories.directory(sql)),
    arrangements: () => holidays.arrangements(sql),
    lockMatter: (matterId) => dossierOfMatter(sql, matterId, LOCKED),
    lockSlip: (slipId) => dossierOfSlip(sql, slipId, LOCKED),
    matterByRef: (ref, offices) => matterByRef(sql, ref, offices),
    nextSerial: (officeId, series, year) => nextSerial(sql, officeId, series, year),
    useSerials: (officeId, series, year, count) => useSerials(sql, officeId, series, year, count),
    save: (after, events, looks, origin) => saveDossier(sql, after, events, looks, origin),
    keepContent: (content) => keepContent(sql, content),
    awaitFile: (awaited) => awaitFile(sql, awaited),
    enqueue: (posts) => enqueue(sql, posts),
    lockPosted: (messageId) => postedCard(sql, messageId, LOCKED),
    setForm: (postedId, form) => setForm(sql, postedId, form),
    setCard: (postedId, card) => setCard(sql, postedId, card),
    markRedraw: (postedId) => markRedraw(sql, postedId),
    bindChat(bodyId, chatId, by, at) {
      directoryChanged = true
      return bindChat(sql, bodyId, chatId, by, at)
    },
    enterNotice: (officeId, arrangement, by, at) => enterNotice(sql, officeId, arrangement, by, at),
    adoptNotice: (id, by, at) => adoptNotice(sql, id, by, at),
  }
}
