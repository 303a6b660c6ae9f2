import { expect, it } from 'vitest'
import { outbox } from '../../db/schema/index.ts'
import type { Address, Post } from '../../src/domain/effects.ts'
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts'
import type { OutboxItem } from '../../src/ports.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900, 水务集团, 网信办 } from '../support/people.ts'

const now = MONDAY_0900
const LEASE = 30_000

const unit: Address = { chat: 水务集团.chatId }
const office: Address = { chat: 网信办.chatId }

function post(key: string, to: Address = unit, notBefore: Instant = now): Post {
  return { key, officeId: 网信办.id, to, card: { kind: 'slip', slipId: key }, notBefore, replyTo: null }
}

describeOnDatabases('the outbox', (database) => {
  const enqueue = (...posts: readonly Post[]) => database().transact((tx) => tx.enqueue(posts))
  const claim = (at: Instant = now) => database().outbox.claim(at, 20, LEASE)
  const keys = (items: readonly OutboxItem[]) => items.map(({ key }) => key)
  const only = async (at: Instant = now): Promise<OutboxItem> => {
    const [item, ...others] = await claim(at)
    if (!item || others.length > 0) throw new Error(`expected one message, not ${others.length + 1}`)
    return item
  }
  const sent = (item: OutboxItem, messageId = `om_${item.key}`, matterId: string | null = null) =>
    database().outbox.sent(item, { messageId, chatId: 水务集团.chatId, at: now, hash: 'h1', matterId })

  it('hands out a message as it was written, with an id that stays its own', async () => {
    const written: Post = { ...post('slip/1', { person: 'ou_zhao' }), replyTo: 'om_question' }
    await enqueue(written)
    const item = await only()
    expect(item).toMatchObject({ key: 'slip/1', to: { person: 'ou_zhao' }, replyTo: 'om_question' })
    expect(item).toMatchObject({ card: written.card, attempts: 0, firstAttemptAt: null, notBefore: now })
    const again = await only(now + LEASE)
    expect(again.id).toBe(item.id)
  })

  it('writes a message once, however often it is owed', async () => {
    await enqueue(post('reminder/1'), post('reminder/1'))
    await enqueue(post('reminder/1', office))
    await sent(await only())
    await enqueue(post('reminder/1'))
    expect(await claim()).toEqual([])
    expect(await database().sql.$count(outbox)).toBe(1)
  })

  it('holds a message until its hour', async () => {
    await enqueue(post('reminder/1', unit, now + HOUR))
    expect(await claim(now + HOUR - 1)).toEqual([])
    expect(keys(await claim(now + HOUR))).toEqual(['reminder/1'])
  })

  it('never gives one message to two who send', async () => {
    const chats = Array.from({ length: 12 }, (_, n) => post(`slip/${n}`, { chat: `oc_${n}` }))
    await enqueue(...chats)
    const other = database().another()
    const taken = await Promise.all([
      database().outbox.claim(now, 5, LEASE),
      other.outbox.claim(now, 5, LEASE),
      database().outbox.claim(now, 5, LEASE),
      other.outbox.claim(now, 5, LEASE),
    ])
    const all = keys(taken.flat())
    expect(new Set(all).size).toBe(all.length)
    const rest = keys(await claim())
    expect([...all, ...rest].sort()).toEqual(chats.map(({ key }) => key).sort())
  })

  it('gives a message back when the process that took it has died, and tells that a try may have gone out', async () => {
    await enqueue(post('slip/1'))
    await only(now)
    expect(await claim(now + LEASE - 1)).toEqual([])
    expect(await only(now + LEASE)).toMatchObject({ attempts: 1, firstAttemptAt: now })
  })

  it('lets nobody speak for a message after the lease has ended', async () => {
    await enqueue(post('slip/1'))
    const slow = await only(now)
    const quick = await only(now + LEASE)
    await database().outbox.drop(slow, 'buried', '230002', now + LEASE)
    await database().outbox.retry(slow, now, '99991400', true)
    expect(await database().outbox.counts()).toMatchObject({ waiting: 1, buried: 0 })
    expect(await claim(now + LEASE)).toEqual([])
    await sent(quick)
    expect(await database().outbox.counts()).toMatchObject({ waiting: 0 })
  })

  it('believes a slow sender that a message is sent, since it stands in the chat', async () => {
    await enqueue(post('slip/1'))
    const slow = await only(now)
    const quick = await only(now + LEASE)
    await sent(slow, 'om_1')
    await sent(quick, 'om_1')
    expect(await database().read.posted('om_1')).toMatchObject({ chatId: 水务集团.chatId })
    expect(await claim(now + HOUR)).toEqual([])
  })

  it('keeps the order within a chat: the next message waits for the one before it', async () => {
    await enqueue(post('slip/1'), post('slip/2'), post('slip/3', office))
    expect(keys(await claim())).toEqual(['slip/1', 'slip/3'])
    expect(await claim()).toEqual([])
  })

  it('lets the next message of a chat go once the one before it is settled, in whatever way', async () => {
    await enqueue(post('slip/1'), post('slip/2'), post('slip/3'), post('slip/4'))
    await sent(await only())
    await database().outbox.drop(await only(), 'skipped', 'withdrawn', now)
    await database().outbox.drop(await only(), 'buried', '230002', now)
    expect(keys(await claim())).toEqual(['slip/4'])
    expect(await database().outbox.counts()).toMatchObject({ waiting: 1, buried: 1 })
  })

  it('lets nothing overtake a message that waits for its next try', async () => {
    await enqueue(post('slip/1'), post('slip/2'))
    await database().outbox.retry(await only(), now + MINUTE, '99991400', true)
    expect(await claim(now + MINUTE - 1)).toEqual([])
    expect(keys(await claim(now + MINUTE))).toEqual(['slip/1'])
  })

  it('does not let a reminder that is held till morning hold up a slip issued at night', async () => {
    await enqueue(post('reminder/1', unit, now + HOUR))
    await enqueue(post('slip/2', unit, now + MINUTE))
    expect(keys(await claim(now + MINUTE))).toEqual(['slip/2'])
  })

  it('forgets a try of which Feishu certainly took nothing, but not an earlier one whose end is unknown', async () => {
    await enqueue(post('slip/1'))
    await database().outbox.retry(await only(now), now, '99991400', true)
    const second = await only(now + 1)
    expect(second).toMatchObject({ attempts: 1, firstAttemptAt: null })
    await database().outbox.retry(second, now, 'timeout', false)
    const third = await only(now + 2)
    expect(third).toMatchObject({ attempts: 2, firstAttemptAt: now + 1 })
    await database().outbox.retry(third, now, '99991400', true)
    expect(await only(now + 3)).toMatchObject({ attempts: 3, firstAttemptAt: now + 1 })
  })

  it('knows when the next message is due, behind whichever it waits', async () => {
    const due = () => database().outbox.nextDue()
    expect(await due()).toBeNull()
    await enqueue(post('slip/1', unit, now + HOUR))
    expect(await due()).toBe(now + HOUR)
    await enqueue(post('slip/2'), post('slip/3'))
    expect(await due()).toBe(now)
    const item = await only()
    expect(await due()).toBe(now + LEASE)
    await database().outbox.retry(item, now + MINUTE, '99991400', true)
    expect(await due()).toBe(now + MINUTE)
  })

  it('keeps nothing that was owed by a transaction that failed', async () => {
    const failing = database().transact(async (tx) => {
      await tx.enqueue([post('slip/1')])
      throw new Error('the power fails')
    })
    await expect(failing).rejects.toThrow('the power fails')
    expect(await claim()).toEqual([])
  })
})
