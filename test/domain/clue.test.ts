import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../src/domain/record.ts'
import { issuedSlip, phonedMatter } from '../support/builders.ts'
import { 住建局, 周建国, 孙倩, 林晓燕, 王立, 陈燕 } from '../support/people.ts'
import { handOverClue, receiveClue } from '../support/urgent-wishes.ts'
import { issuedWhistle } from '../support/whistle-stories.ts'
import { signReceipt, withdrawSlip } from '../support/wishes.ts'

const rumour = () => phonedMatter({ draft: { category: 'U2' } }).after(signReceipt(), 王立)

describe('线索移交', () => {
  it('is handed over by the unit, or by the office, and told to the group of each body', () => {
    for (const by of [王立, 林晓燕]) {
      const handed = rumour().when(handOverClue(), by)
      expect(handed.slip.clues).toMatchObject([
        { n: 1, by: { name: by.name }, to: [住建局.id], received: [] },
      ])
      expect(handed.posts.map(({ card, to }) => [card.kind, to])).toEqual([['clue', { chat: 住建局.chatId }]])
      expect(recordsOf(handed.log)[0]?.cluesHandedOver).toMatchObject([{ to: [住建局.id] }])
    }
  })

  it('is received by name, once for each body', () => {
    const received = rumour().after(handOverClue(), 王立).after(receiveClue(), 孙倩)
    expect(received.slip.clues[0]?.received).toMatchObject([{ bodyId: 住建局.id, by: { name: '孙倩' } }])
    expect(received.when(receiveClue(), 孙倩).outcome).toBe('quiet:already_received')
    expect(received.when(receiveClue(), 陈燕).outcome).toBe('refused:clue_not_yours')
    expect(received.when(receiveClue(2), 孙倩).outcome).toBe('refused:not_found')
  })

  it('is quiet about the very same clue, and takes another one', () => {
    const handed = rumour().after(handOverClue(), 王立)
    expect(handed.when(handOverClue(), 林晓燕).outcome).toBe('quiet:already_handed_over')
    expect(handed.when(handOverClue(1, '另一账号转发。'), 林晓燕).slip.clues).toHaveLength(2)
  })

  it('is refused on what is no rumour, on what was taken back, and on a 举报件', () => {
    expect(issuedSlip().when(handOverClue(), 林晓燕).outcome).toBe('refused:no_clue_here')
    const back = rumour().after(withdrawSlip(), 周建国)
    expect(back.when(handOverClue(), 林晓燕).outcome).toBe('refused:slip_withdrawn')
    expect(issuedWhistle().when(handOverClue(), 林晓燕).outcome).toBe('refused:not_for_whistle')
  })
})
