import { expect, it } from 'vitest'
import { bodies, directoryChanges, directoryImports, people } from '../../db/schema/index.ts'
import type { Body, Directory, Person } from '../../src/domain/directory.ts'
import { MINUTE } from '../../src/domain/time.ts'
import { describeOnDatabases } from '../support/database.ts'
import {
  MONDAY_0900,
  directory as practice,
  刘国强,
  周建国,
  水务集团,
  王立,
  网信办,
  赵明,
  陈燕,
} from '../support/people.ts'

const at = MONDAY_0900

function contentOf({ bodies, people }: Directory) {
  return { bodies, people }
}

describeOnDatabases('the directory', (database) => {
  const load = (
    hash: string,
    { bodies, people }: { bodies: readonly Body[]; people: readonly Person[] },
    prune = false,
  ) => database().directory.import({ hash, bodies, people }, { prune, at })
  const known = () => database().read.directory()
  const bind = (bodyId: string, chatId: string) =>
    database().transact((tx) => tx.bindChat(bodyId, chatId, 周建国.openId, at + MINUTE))

  it('is empty before the first file', async () => {
    expect(contentOf(await known())).toEqual({ bodies: [], people: [] })
  })

  it('is what the file says, in the order of the file', async () => {
    expect(await load('one', practice)).toBe('imported')
    expect(contentOf(await known())).toEqual(contentOf(practice))
  })

  it('is read again in a transaction only when it has changed', async () => {
    await load('one', practice)
    const first = await known()
    expect(await database().transact((tx) => tx.directory())).toBe(first)
    await load('two', { bodies: [网信办], people: [] })
    expect(await database().transact((tx) => tx.directory())).not.toBe(first)
  })

  it('is noticed by every process when it changes', async () => {
    const other = database().another()
    await load('one', { bodies: [网信办], people: [周建国] })
    await other.read.directory()
    await load('two', practice)
    expect(contentOf(await other.read.directory())).toEqual(contentOf(practice))
  })

  it('does not change by the same file again, so that a chat bound in chat holds', async () => {
    await load('one', practice)
    await bind(水务集团.id, 'oc_new')
    expect(await load('one', practice)).toBe('unchanged')
    expect((await known()).body(水务集团.id)?.chatId).toBe('oc_new')
  })

  it('takes the chats of a changed file', async () => {
    await load('one', practice)
    await bind(水务集团.id, 'oc_new')
    expect(await load('two', practice)).toBe('imported')
    expect((await known()).body(水务集团.id)?.chatId).toBe(水务集团.chatId)
  })

  it('takes an earlier file again when it was put back', async () => {
    await load('one', practice)
    await load('two', { bodies: [{ ...网信办, name: '市委网信办' }], people: [] })
    expect(await load('one', practice)).toBe('imported')
    expect((await known()).body(网信办.id)?.name).toBe('市网信办')
  })

  it('changes names, aliases and the roles of those the file still names', async () => {
    await load('one', practice)
    const renamed = { ...水务集团, name: '市水务发展集团', aliases: ['水务'] }
    const promoted: Person = { ...王立, posts: [{ bodyId: 水务集团.id, roles: ['handler', 'spokesperson'] }] }
    await load('two', { bodies: [网信办, renamed], people: [promoted] })
    const now = await known()
    expect(now.body(水务集团.id)).toEqual(renamed)
    expect(now.person({ openId: 王立.openId })).toEqual(promoted)
  })

  it('takes a right away from somebody whom the file still names, but not for that body', async () => {
    await load('one', practice)
    await load('two', { bodies: practice.bodies, people: [{ ...赵明, posts: [] }] })
    expect((await known()).holders(水务集团.id, 'chief')).toEqual([])
  })

  it('keeps bodies and people that the file no longer names, after those it names', async () => {
    await load('one', practice)
    await load('two', { bodies: [网信办], people: [周建国] })
    const now = await known()
    expect(now.bodies.map(({ id }) => id)[0]).toBe(网信办.id)
    expect(now.bodies).toHaveLength(practice.bodies.length)
    expect(now.people[0]).toEqual(周建国)
    expect(now.holders(水务集团.id, 'handler').map(({ name }) => name)).toEqual([王立.name, 陈燕.name])
  })

  it('forgets them when pruned, and nothing is deleted', async () => {
    await load('one', practice)
    await load('two', { bodies: [网信办, 水务集团], people: [周建国, 王立] }, true)
    const now = await known()
    expect(now.bodies.map(({ id }) => id)).toEqual([网信办.id, 水务集团.id])
    expect(now.people.map(({ name }) => name)).toEqual([周建国.name, 王立.name])
    expect(now.person({ openId: 刘国强.openId })).toBeUndefined()
    expect(await database().sql.$count(bodies)).toBe(practice.bodies.length)
    expect(await database().sql.$count(people)).toBe(practice.people.length)
  })

  it('prunes by the file that is already in force, and leaves its bound chats alone', async () => {
    await load('one', practice)
    await load('two', { bodies: [网信办, 水务集团], people: [王立] })
    await bind(水务集团.id, 'oc_new')
    expect(await load('two', { bodies: [网信办, 水务集团], people: [王立] }, true)).toBe('imported')
    const now = await known()
    expect(now.people).toEqual([王立])
    expect(now.body(水务集团.id)?.chatId).toBe('oc_new')
    expect(await load('two', { bodies: [网信办, 水务集团], people: [王立] }, true)).toBe('unchanged')
  })

  it('knows a body again that was pruned and comes back', async () => {
    await load('one', practice)
    await load('two', { bodies: [网信办], people: [] }, true)
    await load('three', practice)
    expect(contentOf(await known())).toEqual(contentOf(practice))
  })

  it('is not half imported when the file names a post in a body that does not exist', async () => {
    await load('one', practice)
    const lost: Person = { ...王立, name: '王莉', posts: [{ bodyId: 'nowhere', roles: ['handler'] }] }
    const bodiesOfFile = [{ ...网信办, name: '改名' }]
    await expect(load('two', { bodies: bodiesOfFile, people: [lost] })).rejects.toThrow()
    expect(contentOf(await known())).toEqual(contentOf(practice))
    expect(await database().sql.$count(directoryImports)).toBe(1)
  })

  it('is imported once when several processes start with the same file', async () => {
    const other = database().another()
    const file = { hash: 'one', ...contentOf(practice) }
    const outcomes = await Promise.all([
      load('one', practice),
      other.directory.import(file, { prune: false, at }),
      load('one', practice),
    ])
    expect(outcomes.sort()).toEqual(['imported', 'unchanged', 'unchanged'])
  })

  it('remembers who bound which group, and from which', async () => {
    await load('one', practice)
    await bind(水务集团.id, 'oc_new')
    expect((await known()).bodyOfChat('oc_new')?.id).toBe(水务集团.id)
    const [change] = await database().sql.select().from(directoryChanges)
    expect(change).toMatchObject({
      at: at + MINUTE,
      byOpenId: 周建国.openId,
      change: { kind: 'chat_bound', bodyId: 水务集团.id, from: 水务集团.chatId, to: 'oc_new' },
    })
  })

  it('shows a bound group to the transaction that bound it, and to nobody when that fails', async () => {
    await load('one', practice)
    const failing = database().transact(async (tx) => {
      await tx.bindChat(水务集团.id, 'oc_new', 周建国.openId, at)
      expect((await tx.directory()).body(水务集团.id)?.chatId).toBe('oc_new')
      throw new Error('the power fails')
    })
    await expect(failing).rejects.toThrow('the power fails')
    await bind(网信办.id, 'oc_office')
    const now = await known()
    expect(now.body(水务集团.id)?.chatId).toBe(水务集团.chatId)
    expect(now.body(网信办.id)?.chatId).toBe('oc_office')
  })

  it('has no group to bind for a body that is not in it', async () => {
    await expect(bind('nowhere', 'oc_new')).rejects.toThrow('nowhere')
    expect(await database().sql.$count(directoryChanges)).toBe(0)
  })
})
