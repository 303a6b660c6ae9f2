import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport, issue, report, sign } from '../support/matters.ts'
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

  it('goes from a second 退回重办 to 督办, and past its limit to 问责 and a file that 监察局 reads', async () => {
    await issue(office)
    await sign(office)
    expect(wordsOn(slipCard())).toMatch(
      /已签收：赵海涛（承办人，电话1\d\d\*{4}\d{4}）.*网舆交〔2026〕1号-回执1/,
    )
    const sendBack = async () => {
      const review = office.card('市网信办', '〔退回重办〕')
      await office.press('林晓燕', review, '退回重办')
      await office.press('林晓燕', review.messageId, '退回重办', { 退回原因: 'core_unanswered' })
    }
    await report(office, slipCard())
    expect(wordsOn(office.card('市网信办', '〔退回重办〕'))).toMatch(
      /电话\+861\d{10}）[\s\S]*内容校验码[0-9a-f]{16}/,
    )
    await sendBack()
    const { 回应链接: _, ...again } = finalReport
    await report(office, slipCard(), '赵海涛', again)
    expect(office.cards('市政府督查室', '提请督办')).toHaveLength(0)
    await sendBack()
    const proposal = office.card('市政府督查室', '〔签发督办〕')
    expect(wordsOn(proposal)).toContain('办理反馈已2次退回重办')
    await office.press('马振华', proposal, '签发督办')
    await office.press('马振华', proposal.messageId, '签发督办', {
      督办要求: '请主要负责同志过问。',
      督办时限: '1个工作日',
    })
    await office.wind('2026-11-30T09:00:00+08:00')
    const accused = office.card('市政府督查室', '〔移送〕')
    expect(wordsOn(accused)).toContain('政督字〔2026〕1号督办时限为')
    expect(office.cards('市水务集团', '问责')).toHaveLength(0)
    await office.press('马振华', accused, '移送')
    await office.press('马振华', accused.messageId, '移送', { 处理建议: '建议核查两次反馈失实的责任。' })
    const file = office.card('市监察局', '政督移〔2026〕1号')
    expect(wordsOn(file)).toMatch(/证据清单[\s\S]*签收回执网舆交〔2026〕1号-回执1[\s\S]*退回重办记录2次/)
    office.invite('马振华', '市监察局')
    expect(await office.press('马振华', file, '已阅')).toMatchObject({ toast: { type: 'warning' } })
    expect(await office.press('贺铁军', file, '已阅')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(office.card('市监察局', '政督移〔2026〕1号'))).toContain('贺铁军')
    expect(buttonsOn(office.card('市监察局', '政督移〔2026〕1号'))).not.toContain('已阅')
  })

  it('asks for 督办 and 问责 by form where only the offices read, and praises in the unit’s group', async () => {
    await issue(office)
    const [form] = await office.say('林晓燕', '市网信办', '/督办 1号')
    await office.press('林晓燕', form!, '提请督办', {
      督办事由: 'mishandled',
      情况和依据: '公开回应与检测结果不符。',
    })
    expect(wordsOn(office.card('市政府督查室', '〔签发督办〕'))).toMatch(
      /处置失当，提请[\s\S]*公开回应与检测结果不符/,
    )
    expect(wordsOn(office.card('市网信办', '已提请督办'))).toContain('林晓燕')
    const [refused] = await office.say('林晓燕', '市网信办', '/问责 1号')
    expect(wordsOn(refused!)).toContain('请在本机关工作群')
    const [paper] = await office.say('马振华', '市政府督查室', '/问责 1号')
    await office.press('马振华', paper!, '提请问责', {
      问责事由: 'grave',
      情况和依据: '省级媒体已作报道。',
    })
    expect(wordsOn(office.card('市政府督查室', '〔不移送〕'))).toContain('省级媒体已作报道')
    await office.say('林晓燕', '市网信办', '/表扬 1号 两小时到场，当日答复')
    expect(wordsOn(office.card('市水务集团', '表扬'))).toContain('两小时到场，当日答复')
  })
})
