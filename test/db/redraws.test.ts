import { expect, it } from 'vitest'
import type { CardRef } from '../../src/domain/card-ref.ts'
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts'
import type { OpenForm, PostedCard, StaleCard, Tx } from '../../src/ports.ts'
import { issuedSlip, signedSlip } from '../support/builders.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900, 水务集团, 王立, 网信办 } from '../support/people.ts'
import { caseOf, file } from './cases.ts'

const now = MONDAY_0900
const LEASE = 30_000
const issued = caseOf(issuedSlip())
const signed = caseOf(signedSlip())
const matterId = issued.dossier.matter.id

async function locked(tx: Tx): Promise<PostedCard> {
  const card = await tx.lockPosted('om_1')
  if (!card) throw new Error('the card does not stand')
  return card
}

const form: OpenForm = {
  act: 'submit_final',
  on: { slipId: 'matter-1-1' },
  by: 王立.openId,
  name: 王立.name,
  nonce: 'n1',
  until: now + 15 * MINUTE,
}

describeOnDatabases('cards that stand in chats', (database) => {
  /** Posts a card of the matter (or of none) and brings it up to date, as the drain does. */
  async function standing(messageId = 'om_1', about: string | null = matterId): Promise<void> {
    const card: CardRef = { kind: 'slip', slipId: 'matter-1-1' }
    const to = { chat: 水务集团.chatId }
    await database().transact((tx) =>
      tx.enqueue([{ key: messageId, officeId: 网信办.id, to, card, notBefore: now, replyTo: null }]),
    )
    const [item] = await database().outbox.claim(now, 1, LEASE)
    if (!item) throw new Error('nothing to send')
    const { chat: chatId } = to
    await database().outbox.sent(item, { messageId, chatId, at: now, hash: 'h1', matterId: about })
    for (const stale of await claim()) await database().outbox.redrawn(stale, 'h1', now)
  }
  const claim = (at: Instant = now) => database().outbox.claimStale(at, 20, LEASE)
  const only = async (at: Instant = now): Promise<StaleCard> => {
    const [card, ...others] = await claim(at)
    if (!card || others.length > 0) throw new Error(`expected one card, not ${others.length + 1}`)
    return card
  }
  const happens = () =>
    database().transact((tx) =>
      tx.save(signed.dossier, signed.log.slice(issued.log.length), signed.looks, 'e:press'),
    )
  const posted = async () => {
    const card = await database().read.posted('om_1')
    if (!card) throw new Error('the card does not stand')
    return card
  }

  it('looks at a card once more after it was posted, since its dossier may have moved meanwhile', async () => {
    await database().transact((tx) =>
      tx.enqueue([
        {
          key: 'slip/1',
          officeId: 网信办.id,
          to: { chat: 水务集团.chatId },
          card: { kind: 'slip', slipId: 'matter-1-1' },
          notBefore: now,
          replyTo: null,
        },
      ]),
    )
    const [item] = await database().outbox.claim(now, 1, LEASE)
    const { outbox } = database()
    await outbox.sent(item!, { messageId: 'om_1', chatId: 'oc_1', at: now, hash: 'h1', matterId })
    expect(await only()).toMatchObject({ messageId: 'om_1', drawnHash: 'h1', attempts: 0, form: null })
  })

  it('redraws every card of a matter when something happened in it, and no other', async () => {
    await file(database(), issued)
    await standing('om_1')
    await standing('om_2')
    await standing('om_other', 'matter-9')
    await standing('om_list', null)
    expect(await claim()).toEqual([])
    await happens()
    expect((await claim()).map(({ messageId }) => messageId).sort()).toEqual(['om_1', 'om_2'])
    expect(await claim()).toEqual([])
  })

  it('never gives one card to two who redraw', async () => {
    await file(database(), issued)
    for (const n of [1, 2, 3, 4, 5, 6]) await standing(`om_${n}`)
    await happens()
    const other = database().another()
    const taken = await Promise.all([
      database().outbox.claimStale(now, 3, LEASE),
      other.outbox.claimStale(now, 3, LEASE),
      database().outbox.claimStale(now, 3, LEASE),
    ])
    const ids = [...taken.flat(), ...(await claim())].map(({ messageId }) => messageId)
    expect(ids.sort()).toEqual(['om_1', 'om_2', 'om_3', 'om_4', 'om_5', 'om_6'])
  })

  it('redraws again what changed while it was being redrawn, not trusting what was sent', async () => {
    await file(database(), issued)
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    const before = await only()
    await happens()
    expect(await claim()).toEqual([])
    await database().outbox.redrawn(before, 'h2', now)
    const after = await only()
    expect(after.drawnHash).toBeNull()
    await database().outbox.redrawn(after, 'h3', now)
    expect(await claim(now + HOUR)).toEqual([])
  })

  it('comes back to a card whose redraw was never finished', async () => {
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    await only()
    expect(await claim(now + LEASE - 1)).toEqual([])
    expect(await only(now + LEASE)).toMatchObject({ messageId: 'om_1' })
  })

  it('does not trust what was last sent once a press was answered with another card', async () => {
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    expect((await only()).drawnHash).toBeNull()
  })

  it('waits for the writer of an open form, and no longer than that', async () => {
    await standing()
    await database().transact(async (tx) => {
      const { id } = await locked(tx)
      await tx.setForm(id, form)
      await tx.markRedraw(id)
    })
    expect((await posted()).form).toEqual(form)
    await database().outbox.postponeRedraw(await only(), form.until, null)
    expect(await database().outbox.nextDue()).toBe(form.until)
    expect(await claim(form.until - 1)).toEqual([])
    expect(await only(form.until)).toMatchObject({ attempts: 0, form })
  })

  it('looks again at once when the form is closed', async () => {
    await standing()
    await database().transact(async (tx) => {
      const { id } = await locked(tx)
      await tx.setForm(id, form)
      await tx.markRedraw(id)
    })
    await database().outbox.postponeRedraw(await only(), form.until, null)
    await database().transact(async (tx) => tx.setForm((await locked(tx)).id, null))
    expect(await only()).toMatchObject({ form: null })
  })

  it('looks again at once when what happened may have made the form pointless', async () => {
    await file(database(), issued)
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    const waiting = await only()
    await happens()
    await database().outbox.postponeRedraw(waiting, form.until, null)
    expect(await only()).toMatchObject({ messageId: 'om_1' })
  })

  it('keeps to the wait the platform asked for, whatever happens meanwhile', async () => {
    await file(database(), issued)
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    await database().outbox.postponeRedraw(await only(), now + MINUTE, '230020')
    await happens()
    expect(await claim(now + MINUTE - 1)).toEqual([])
    expect(await only(now + MINUTE)).toMatchObject({ attempts: 1 })
  })

  it('never touches a card again that can no longer be redrawn', async () => {
    await file(database(), issued)
    await standing()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    await database().outbox.abandon(await only(), '230031')
    await happens()
    await database().transact(async (tx) => tx.markRedraw((await locked(tx)).id))
    expect(await claim(now + HOUR)).toEqual([])
    expect(await database().outbox.counts()).toMatchObject({ stale: 0 })
    expect(await database().outbox.nextDue()).toBeNull()
  })

  it('counts the cards that are behind', async () => {
    await standing('om_1')
    await standing('om_2')
    expect(await database().outbox.counts()).toEqual({ waiting: 0, buried: 0, stale: 0 })
    await file(database(), issued)
    await happens()
    expect(await database().outbox.counts()).toMatchObject({ stale: 2 })
    expect(await database().outbox.nextDue()).toBe(now)
  })

  it('knows no card by a message that is not ours', async () => {
    expect(await database().read.posted('om_unknown')).toBeNull()
    expect(await database().transact((tx) => tx.lockPosted('om_unknown'))).toBeNull()
  })
})
