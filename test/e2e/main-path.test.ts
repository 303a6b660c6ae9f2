import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport, issue, nightSewage, report, sign, yellowWater } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('from /交办 to 办结', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  it('walks an ordinary complaint from draft to closing, each card in its place', async () => {
    const answers = await office.say('林晓燕', '市网信办', '/交办')
    expect(answers).toHaveLength(1)
    expect(buttonsOn(answers[0]!)).toContain('提交审核')

    const submitted = await office.press('林晓燕', answers[0]!, '提交审核', { ...yellowWater })
    expect(submitted).toMatchObject({ toast: { type: 'success' } })
    expect(submitted.clientError).toBeUndefined()

    const approval = office.card('市网信办', '〔签发〕')
    expect(wordsOn(approval)).toContain('市水务集团')
    expect(wordsOn(approval)).toContain('11月30日（周一）17:30')

    expect(await office.press('周建国', approval, '签发')).toMatchObject({ toast: { type: 'success' } })
    const slip = office.card('市水务集团', '网舆交〔2026〕1号')
    expect(wordsOn(slip)).toContain('云溪区翠湖苑自来水发黄半个月')
    expect(wordsOn(slip)).toContain('待签收')

    expect(await office.press('赵海涛', slip, '确认签收')).toMatchObject({ toast: { type: 'success' } })
    const signed = office.card('市水务集团', '网舆交〔2026〕1号')
    expect(wordsOn(signed)).toMatch(/已签收[\s\S]*赵海涛/)
    expect(buttonsOn(signed)).not.toContain('确认签收')

    const review = await report(office, signed)
    expect(wordsOn(office.card('市水务集团', '网舆交〔2026〕1号'))).toContain('待审核')
    expect(wordsOn(review)).toContain('二次供水管网锈蚀')

    expect(await office.press('林晓燕', review, '审核通过')).toMatchObject({ toast: { type: 'success' } })
    const closed = office.card('市水务集团', '网舆交〔2026〕1号')
    expect(wordsOn(closed)).toContain('已办结')
    expect(buttonsOn(closed)).not.toContain('提交反馈')
  })

  it('costs the group of a slip finished on time one message', async () => {
    const slip = await issue(office)
    const signed = await sign(office)
    await office.press('林晓燕', await report(office, signed), '审核通过')
    const group = office.sandbox.messages(slip.chatId)
    expect(group.map(wordsOn)).toHaveLength(1)
  })

  it('gives every unit a slip of its own, and closes the matter with the last one', async () => {
    await issue(office, nightSewage, '市生态环境局')
    expect(wordsOn(office.card('市生态环境局', '网舆交'))).toContain('网舆交〔2026〕1号')
    expect(wordsOn(office.card('市生态环境局', '网舆交'))).toContain('牵头')
    expect(wordsOn(office.card('市住建局', '网舆交'))).toContain('网舆交〔2026〕2号')
    expect(wordsOn(office.card('市住建局', '网舆交'))).toContain('协办')
  })

  it('waits with 审核通过 for the signature of the chief on a 重大 matter', async () => {
    await issue(office, nightSewage, '市生态环境局')
    const signed = await sign(office, '石磊', '市生态环境局')
    const review = await report(office, signed, '石磊')
    expect(await office.press('林晓燕', review, '审核通过')).toMatchObject({ toast: { type: 'warning' } })

    const slip = office.card('市生态环境局', '网舆交')
    expect(await office.press('石磊', slip, '送签')).toMatchObject({ toast: { type: 'success' } })
    const paper = office.card('邱绿洲', '〔同意签发〕')
    expect(await office.press('邱绿洲', paper, '同意签发')).toMatchObject({ toast: { type: 'success' } })

    const again = office.card('市网信办', '〔审核通过〕')
    expect(await office.press('林晓燕', again, '审核通过')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(office.card('市生态环境局', '网舆交'))).toContain('已办结')
  })

  it('sends a draft back to its drafter with the reason, and takes it again', async () => {
    const [form] = await office.say('林晓燕', '市网信办', '/交办')
    await office.press('林晓燕', form!, '提交审核', { ...yellowWater })
    const approval = office.card('市网信办', '〔签发〕')
    await office.press('周建国', approval, '退回修改')
    await office.press('周建国', approval.messageId, '退回修改', { 退回修改的原因: '请写明小区楼栋。' })

    expect(wordsOn(office.card('市网信办', '请写明小区楼栋'))).toContain('周建国')
    const refilled = office.sandbox
      .messages(form!.chatId)
      .find(({ messageId }) => messageId === form!.messageId)!
    expect(wordsOn(refilled)).toContain('云溪区翠湖苑自来水发黄半个月')
    expect(
      await office.press('林晓燕', refilled, '提交审核', { 标题: '云溪区翠湖苑3栋自来水发黄' }),
    ).toMatchObject({
      toast: { type: 'success' },
    })
    await office.press('周建国', office.card('市网信办', '〔签发〕'), '签发')
    expect(wordsOn(office.card('市水务集团', '网舆交'))).toContain('翠湖苑3栋')
  })

  it('sends a final report back with a defect and a new limit, and closes the better one', async () => {
    await issue(office)
    const review = await report(office, await sign(office))
    await office.press('林晓燕', review, '退回重办')
    await office.press('林晓燕', review.messageId, '退回重办', {
      退回原因: 'empty_phrases',
      具体说明: '请写明更换立管的日期。',
    })
    expect(wordsOn(office.card('市水务集团', '请写明更换立管的日期'))).toContain('网舆交〔2026〕1号')

    const slip = office.cards('市水务集团', '〔提交反馈〕')[0]!
    const { 回应链接: _, ...better } = finalReport
    const second = await report(office, slip, '赵海涛', better)
    expect(second.messageId).not.toBe(review.messageId)
    expect(await office.press('林晓燕', second, '审核通过')).toMatchObject({ toast: { type: 'success' } })
  })
})
