import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { attachmentContents, attachments } from '../../db/schema/index.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { attach, attachToMatter, waterReport } from '../support/attachment-wishes.ts'
import { signedSlip } from '../support/builders.ts'
import { describeOnDatabases } from '../support/database.ts'
import { MONDAY_0900, 林晓燕, 王立, 网信办 } from '../support/people.ts'
import { caseOf, file } from './cases.ts'

const content = Uint8Array.from({ length: 300_000 }, (_, n) => (n * 7) % 256)
const sha256 = createHash('sha256').update(content).digest('hex')
const report = { ...waterReport, bytes: content.length, sha256 }

const withReport = (id: string, n: number) => caseOf(signedSlip().after(attach([{ ...report, id }]), 王立), n)

describeOnDatabases('attachments', (database) => {
  const keep = () => database().transact((tx) => tx.keepContent({ sha256, content }))

  it('come back byte for byte, and what comes twice is kept once', async () => {
    for (const n of [1, 2]) {
      await keep()
      await file(database(), withReport(`file-${n}`, n))
    }
    expect(await database().sql.$count(attachments)).toBe(2)
    expect(await database().sql.$count(attachmentContents)).toBe(1)
    const found = await database().read.attachmentContent(sha256)
    expect(found && Buffer.compare(found, content)).toBe(0)
    expect(await database().read.attachmentContent('unknown')).toBeNull()
  })

  it('of the slip and of the matter are told apart', async () => {
    await keep()
    await file(database(), caseOf(signedSlip().after(attachToMatter([report]), 林晓燕)))
    const [row] = await database().sql.select().from(attachments)
    expect(row).toMatchObject({ slipId: null, officeId: 网信办.id, byOpenId: 林晓燕.openId, length: 300_000 })
  })

  it('are never a fact without their content', async () => {
    await expect(file(database(), withReport('file-1', 1))).rejects.toThrow()
    expect(await database().read.events('matter-1')).toEqual([])
  })

  it('are awaited of a person in one private chat, for the last thing they named, until the time is over', async () => {
    const filed = caseOf(signedSlip())
    await file(database(), filed)
    const awaited = {
      openId: 王立.openId,
      chatId: 'oc_p2p',
      officeId: 网信办.id,
      matterId: filed.dossier.matter.id,
      slipId: null,
      until: MONDAY_0900 + 10 * MINUTE,
    }
    const later = { ...awaited, slipId: filed.dossier.slips[0]?.id ?? '' }
    await database().transact((tx) => tx.awaitFile(awaited))
    await database().transact((tx) => tx.awaitFile(later))
    const found = (at: number, chatId = 'oc_p2p') => database().read.awaitedFile(王立.openId, chatId, at)
    expect(await found(MONDAY_0900)).toEqual(later)
    expect(await found(MONDAY_0900, 'oc_another')).toBeNull()
    expect(await found(later.until)).toBeNull()
  })
})
