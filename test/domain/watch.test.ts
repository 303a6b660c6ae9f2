import { describe, expect, it } from 'vitest'
import { dueMatterRungs, dutiesOf, matterLookAt } from '../../src/domain/duties.ts'
import { DAY, MINUTE } from '../../src/domain/time.ts'
import { convenedMatter, filedWatch, openedWatch, proposedWatch } from '../support/builders.ts'
import { dissolveGroup } from '../support/conference-wishes.ts'
import { on, 住建局, 周建国, 孙倩, 林晓燕, 水务集团, 王立 } from '../support/people.ts'
import { acceptWatch, extendWatch, fileWatch, liftWatch, waterTariff } from '../support/watch-wishes.ts'
import { startDraft } from '../support/wishes.ts'

describe('预警', () => {
  it('filed by 林晓燕 is registered at once, and each watcher’s group gets one card', () => {
    const { posts, matter } = filedWatch()
    expect(matter.watch).toMatchObject({ about: waterTariff, accepted: { by: { name: '林晓燕' } } })
    expect(posts.map(({ to, card }) => [to, card.kind])).toEqual([
      [{ chat: 'oc_wangxinban' }, 'watch'],
      [{ chat: 水务集团.chatId }, 'watch_notice'],
      [{ chat: 住建局.chatId }, 'watch_notice'],
    ])
  })

  it('proposed by 王立 waits for the office, which accepts it by name', () => {
    const proposed = proposedWatch()
    expect(proposed.posts.map(({ to }) => to)).toEqual([{ chat: 'oc_wangxinban' }])
    const accepted = proposed.after(acceptWatch(), 周建国)
    expect(accepted.matter.watch?.accepted).toMatchObject({ by: { name: '周建国' } })
    expect(accepted.posts.map(({ card }) => card.kind)).toEqual(['watch_notice', 'watch_notice'])
    expect(proposed.when(extendWatch(), 林晓燕).outcome).toBe('refused:watch_not_accepted')
  })

  it('opened by 王立 is not for 孙倩 to fill in', () => {
    expect(openedWatch(王立).when(fileWatch(), 孙倩).outcome).toBe('refused:role_needed')
  })

  it('needs an end that lies ahead, and an extension one that lies later', () => {
    expect(openedWatch().when(fileWatch({ until: on('2026-11-01 09:00') }), 林晓燕).outcome).toBe(
      'refused:watch_not_in_future',
    )
    expect(filedWatch().when(extendWatch({ until: waterTariff.until }), 林晓燕).outcome).toBe(
      'refused:watch_not_later',
    )
  })

  it('is never overdue: before its day nothing is owed, from then on the office is asked once a day', () => {
    const { matter } = filedWatch()
    expect(matterLookAt(matter)).toBe(waterTariff.until)
    expect(dueMatterRungs(matter, waterTariff.until - MINUTE)).toEqual([])
    const asked = (at: number) => dueMatterRungs(matter, at).map(({ key }) => key)
    expect(asked(waterTariff.until)).toEqual(['watch.0@2'])
    expect(asked(waterTariff.until + 3 * DAY)).toEqual(['watch.3@2'])
  })

  it('extended asks again at the new day only', () => {
    const later = filedWatch().after(extendWatch(), 林晓燕)
    expect(dutiesOf(later.matter)).toMatchObject([{ name: 'watch', due: waterTariff.until + 30 * DAY }])
    expect(later.matter.watch?.extensions).toMatchObject([
      { by: { name: '林晓燕' }, reason: '听证会推迟到下月。' },
    ])
  })

  it('lifted with its reason asks nothing more', () => {
    const lifted = filedWatch().after(liftWatch(), 林晓燕)
    expect(lifted.matter).toMatchObject({
      status: 'closed',
      watch: { lifted: { reason: '政策已平稳出台。' } },
    })
    expect(matterLookAt(lifted.matter)).toBeNull()
  })

  it('turned into an assignment opens the issue form with what is known', () => {
    const turned = filedWatch().after(startDraft(), 林晓燕)
    expect(turned.matter).toMatchObject({
      status: 'drafting',
      seed: { title: waterTariff.subject, summary: waterTariff.risks },
    })
    expect(turned.posts.map(({ card }) => card.kind)).toEqual(['issue_form'])
    expect(matterLookAt(turned.matter)).toBeNull()
    expect(turned.when(liftWatch(), 林晓燕).outcome).toBe('refused:watch_turned')
  })
})

describe('专用群', () => {
  it('is asked after when its day has come, once a week, until it is registered as dissolved', () => {
    const called = convenedMatter()
    const [group] = dutiesOf(called.matter)
    expect(group).toMatchObject({ name: 'group', since: 1, again: 7 * DAY })
    expect(dutiesOf(called.after(dissolveGroup(), 林晓燕).matter)).toEqual([])
  })
})
