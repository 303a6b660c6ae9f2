import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport, issue, sign } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('fault without lateness', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const slipCard = () => office.cards('市水务集团', '网舆交〔2026〕1号')[0]!
  const empty: Readonly<Record<string, string>> = { ...finalReport, 处置措施: '将尽快协调有关部门处理。' }

  it('points empty phrases out once on each form, and takes the same words the second time', async () => {
    await issue(office)
    await sign(office)
    const { messageId } = slipCard()
    await office.press('赵海涛', messageId, '提交反馈')
    const advised = await office.press('赵海涛', messageId, '提交反馈', empty)
    expect(advised).toMatchObject({
      toast: { type: 'info', content: '请看表单上方提示；确认无误可再次提交。' },
    })
    const form = wordsOn(slipCard())
    expect(form).toContain('“处置措施及结果”中有“尽快”“有关部门”')
    expect(form).toContain('将尽快协调有关部门处理。')
    expect(office.cards('市网信办', '〔审核通过〕')).toHaveLength(0)
    expect(await office.press('赵海涛', messageId, '提交反馈', empty)).toMatchObject({
      toast: { type: 'success' },
    })
    expect(office.cards('市网信办', '〔审核通过〕')).toHaveLength(1)
    expect(buttonsOn(slipCard())).not.toContain('提交反馈')

    const review = office.card('市网信办', '〔退回重办〕')
    await office.press('林晓燕', review, '退回重办')
    await office.press('林晓燕', review.messageId, '退回重办', { 退回原因: 'empty_phrases' })
    await office.press('赵海涛', messageId, '提交反馈')
    const { 回应链接: _, ...again } = empty
    expect(await office.press('赵海涛', messageId, '提交反馈', again)).toMatchObject({
      toast: { type: 'info' },
    })
  })
})
