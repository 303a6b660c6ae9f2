import { describe, expect, it } from 'vitest'
import { dutiesOf, matterLookAt } from '../../src/domain/duties.ts'
import { HOUR, MINUTE } from '../../src/domain/time.ts'
import { closedSlip, issuedSlip, type Story } from '../support/builders.ts'
import { on, system, 周建国, 林晓燕, 网信办 } from '../support/people.ts'
import {
  climbMatterRungs,
  endMonitoring,
  logMonitoring,
  startMonitoring,
  withdrawSlip,
} from '../support/wishes.ts'

const NINE = on('2026-11-23 09:00')

/** 林晓燕 watches the yellow water every two hours, from one minute past nine on. */
const watched = (draft = {}) => issuedSlip({ draft }).after(startMonitoring(), 林晓燕, NINE + MINUTE)
const due = NINE + MINUTE + 2 * HOUR
const tick = (story: Story, at: number) => story.when(climbMatterRungs(), system, at)

describe('全网监测', () => {
  it('owes the first entry two hours after its start', () => {
    expect(dutiesOf(watched().matter)).toEqual([
      expect.objectContaining({ name: 'monitoring', due, again: 2 * HOUR, most: null }),
    ])
    expect(matterLookAt(watched().matter)).toBe(due)
  })

  it('counts the next entry from the last one, however late that was', () => {
    const late = watched().after(logMonitoring(), 林晓燕, due + 50 * MINUTE)
    expect(matterLookAt(late.matter)).toBe(due + 50 * MINUTE + 2 * HOUR)
    expect(late.matter.monitoring?.entries).toEqual([
      expect.objectContaining({ text: '新增转发三百余次，未见新的焦点。', figures: '阅读12万' }),
    ])
  })

  it('is not begun twice', () => {
    expect(watched().when(startMonitoring(), 周建国).decision).toEqual({
      kind: 'quiet',
      quiet: { code: 'already_monitored', by: '林晓燕', at: NINE + MINUTE },
    })
  })

  it('is ended once, and may be begun again', () => {
    const ended = watched().after(endMonitoring(), 周建国)
    expect(matterLookAt(ended.matter)).toBeNull()
    expect(ended.when(endMonitoring(), 林晓燕).outcome).toBe('quiet:monitoring_ended')
    expect(ended.when(logMonitoring(), 林晓燕).outcome).toBe('refused:not_monitored')
    expect(ended.when(startMonitoring(), 林晓燕).outcome).toBe('done')
  })

  it('ends with the matter', () => {
    const withdrawn = watched().after(withdrawSlip(), 周建国)
    expect(withdrawn.matter.status).toBe('closed')
    expect(matterLookAt(withdrawn.matter)).toBeNull()
    expect(closedSlip().when(startMonitoring(), 林晓燕).outcome).toBe('refused:matter_not_issued')
  })

  it('begins by itself for a 重大 emergency, and for nothing less', () => {
    const of = (draft: object) => issuedSlip({ draft }).matter.monitoring?.every ?? null
    expect(of({ category: 'U1', level: 'major' })).toEqual({ kind: 'hours', n: 2 })
    expect(of({ category: 'U1', level: 'serious' })).toBeNull()
    expect(of({ category: 'N6', level: 'major' })).toBeNull()
  })
})

describe('a reminder to the office', () => {
  it('comes when the entry is due, once, however often the sweep runs', () => {
    expect(tick(watched(), due - MINUTE).outcome).toBe('quiet:rungs_already_climbed')
    const reminded = tick(watched(), due)
    expect(reminded.posts).toEqual([
      expect.objectContaining({
        to: { chat: 网信办.chatId },
        card: { kind: 'office_reminder', matterId: 'matter-1', rungKey: 'monitoring.0@4', to: 'office' },
        notBefore: due,
      }),
    ])
    expect(tick(reminded, due + MINUTE).outcome).toBe('quiet:rungs_already_climbed')
    expect(matterLookAt(reminded.matter)).toBe(due + 2 * HOUR)
  })

  it('catches up after a night the bot slept through, with one message for all', () => {
    const morning = tick(watched(), due + 7 * HOUR)
    expect(morning.posts.map(({ key }) => key)).toEqual(['office_reminder/matter-1/monitoring.3@4'])
    expect(matterLookAt(morning.matter)).toBe(due + 8 * HOUR)
  })

  it('waits for the morning, unless the matter is urgent', () => {
    const night = on('2026-11-23 23:30')
    expect(tick(watched(), night).posts[0]?.notBefore).toBe(on('2026-11-24 08:00'))
    expect(tick(watched({ level: 'major' }), night).posts[0]?.notBefore).toBe(night)
  })

  it('is climbed by time alone', () => {
    expect(watched().when(climbMatterRungs(), 林晓燕, due).outcome).toBe('refused:not_found')
  })
})
