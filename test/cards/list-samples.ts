import type { ListQuery } from '../../src/domain/card-ref.ts'
import { type ListFilter, unfiltered } from '../../src/domain/list-filter.ts'
import { DAY } from '../../src/domain/time.ts'
import { issuedSlip, type Setting } from '../support/builders.ts'
import { 住建局, 水务集团, 王立 } from '../support/people.ts'
import { plain, type Sample, sample } from './drawings.ts'

/** The lists that answer 待办, 查询 and 台账: full, empty, and with a part told in private. */
export function listSamples(setting: Setting): readonly Sample[] {
  const story = issuedSlip({ ...setting, draft: { ...setting.draft, support: [住建局.id] } })
  const query: ListQuery = {
    of: 'todo',
    text: null,
    asker: 王立.openId,
    bodyId: 水务集团.id,
    restOf: null,
    page: 0,
  }
  const late = { ...story, now: story.now + 7 * DAY }
  const filter: ListFilter = {
    ...unfiltered,
    units: [水务集团.id],
    late: 'now',
    issued: [{ from: '2026-11-01', before: '2026-12-01' }],
  }
  const list = (slips: typeof story.slips, total: number, pointer: boolean) => ({
    list: { slips, total, pointer },
  })
  return [
    sample('待办清单', story, { kind: 'list', list: query }, plain, list(story.slips, 2, false)),
    sample('待办清单 空', story, { kind: 'list', list: query }, plain, list([], 0, false)),
    sample(
      '查询结果 部分私信',
      story,
      { kind: 'list', list: { ...query, of: 'search', text: '自来水' } },
      plain,
      list(story.slips.slice(0, 1), 1, true),
    ),
    sample('台账', story, { kind: 'list', list: { ...query, of: 'ledger', page: 1 } }, plain, {
      list: { slips: story.slips, total: 32, pointer: false, page: 1, pages: 4 },
    }),
    sample('台账 逾期', late, { kind: 'list', list: { ...query, of: 'ledger', filter } }, plain, {
      list: { slips: story.slips.slice(0, 1), total: 1, pointer: false },
    }),
    sample(
      '台账 筛选无结果',
      story,
      { kind: 'list', list: { ...query, of: 'ledger', text: '水利委员会', unread: ['13月'] } },
      plain,
      list([], 0, false),
    ),
  ]
}
