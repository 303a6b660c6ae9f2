import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { finalReport, issue, nightSewage, report, sign } from '../support/matters.ts'
import { buttonsOn, type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('what a unit asks of the office', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const slipCard = (unit = '市水务集团') => office.cards(unit, '网舆交〔2026〕')[0]!
  const ask = async (act: string, values: Record<string, string>, name = '赵海涛', unit = '市水务集团') => {
    const { messageId } = slipCard(unit)
    await office.press(name, messageId, act)
    return office.press(name, messageId, act, values)
  }

  it('延期: asked before expiry, granted with one press, and the limit on the card moves', async () => {
    await issue(office)
    await sign(office)
    await ask('申请延期', {
      延期至: '12月4日 17:30',
      延期原因: '管网改造需停水审批。',
      进展情况: '已完成水质检测。',
    })
    const paper = office.card('市网信办', '〔同意〕')
    expect(wordsOn(paper)).toContain('管网改造需停水审批')
    expect(await office.press('林晓燕', paper, '同意')).toMatchObject({ toast: { type: 'success' } })
    expect(wordsOn(slipCard())).toContain('办理反馈：12月4日（周五）17:30前')
    expect(buttonsOn(slipCard())).not.toContain('申请延期')
    await office.wind('2026-12-01T10:00:00+08:00')
    expect(wordsOn(slipCard())).not.toContain('办理反馈：原定')
  })

  it('延期: shortened, or refused with a reason', async () => {
    await issue(office)
    await sign(office)
    await ask('申请延期', { 延期至: '12月10日', 延期原因: '需招标。', 进展情况: '已立项。' })
    const paper = office.card('市网信办', '〔不同意〕')
    await office.press('林晓燕', paper, '不同意')
    await office.press('林晓燕', paper.messageId, '不同意', {
      理由: '群众用水不能久等。',
      缩短为: '12月2日 17:30',
    })
    expect(wordsOn(slipCard())).toContain('12月2日（周三）17:30前')
  })

  it('申请退回: 改派 voids the slip with its number and gives the right unit a slip of its own', async () => {
    await issue(office)
    await ask('申请退回', {
      退回原因: '该小区供水由市住建局代管。',
      职责依据: '三定规定第四条',
      建议承办单位: '住建',
    })
    expect(wordsOn(slipCard())).toContain('待裁定')
    const paper = office.card('市网信办', '〔改派〕')
    expect(wordsOn(paper)).toContain('市住建局')
    await office.press('林晓燕', paper, '改派')
    await office.press('林晓燕', paper.messageId, '改派', {})
    expect(wordsOn(slipCard())).toContain('已作废')
    expect(buttonsOn(slipCard())).not.toContain('确认签收')
    const successor = office.card('市住建局', '网舆交〔2026〕2号')
    expect(wordsOn(successor)).toContain('改派')
    expect(await office.press('刘志强', successor, '确认签收')).toMatchObject({ toast: { type: 'success' } })
  })

  it('申请退回: 不予退回 gives the slip back, for good', async () => {
    await issue(office)
    await ask('申请退回', { 退回原因: '不归我们管。', 职责依据: '无', 建议承办单位: '住建' })
    const paper = office.card('市网信办', '〔不予退回〕')
    await office.press('林晓燕', paper, '不予退回')
    await office.press('林晓燕', paper.messageId, '不予退回', { 不予退回的理由: '供水属贵单位职责。' })
    expect(buttonsOn(slipCard())).toContain('确认签收')
    expect(buttonsOn(slipCard())).not.toContain('申请退回')
    expect(wordsOn(office.card('市水务集团', '供水属贵单位职责'))).toContain('网舆交〔2026〕1号')
  })

  it('暂不具备条件: approved, silent until the promised day, then back by itself', async () => {
    await issue(office)
    await sign(office)
    await ask('登记首次回应', { 回应链接: 'https://bbs.binjiang.example.cn/thread/30218#reply-3' })
    await ask('暂不具备条件', {
      暂不具备条件的原因: '等待管网改造资金下达。',
      已做的工作: '已设临时供水点。',
      拟重新办理日期: '12月15日',
    })
    await office.press('林晓燕', office.card('市网信办', '〔同意〕'), '同意')
    expect(wordsOn(slipCard())).toContain('暂不具备条件')
    const quiet = office.sandbox.messages(office.group('市水务集团')).length
    await office.wind('2026-12-04T12:00:00+08:00')
    expect(
      office.cards('市水务集团', '办理反馈').filter((one) => wordsOn(one).includes('催办')),
    ).toHaveLength(0)
    await office.wind('2026-12-16T09:00:00+08:00')
    expect(office.sandbox.messages(office.group('市水务集团')).length).toBeGreaterThan(quiet)
    const [live] = office.cards('市水务集团', '〔提交反馈〕').slice(-1)
    expect(wordsOn(live!)).toContain('网舆交〔2026〕1号')
  })

  it('is not open to a 特急 matter, which reports progress instead', async () => {
    await issue(office, nightSewage, '市生态环境局')
    await sign(office, '石磊', '市生态环境局')
    expect(buttonsOn(slipCard('市生态环境局'))).not.toContain('申请延期')
  })
})

describeOnDatabases('更正 and 批示', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  it('shows the difference and asks for a new signature only because the demand changed', async () => {
    await issue(office)
    await sign(office)
    const settled = office.cards('市网信办', '〔更正〕')[0]!
    await office.press('周建国', settled, '更正')
    await office.settle()
    await office.press('周建国', settled.messageId, '更正', {
      办理要求: '请核实水质，并于三日内公布检测报告。',
      更正原因: '领导要求公布检测报告。',
    })
    const told = office.card('市水务集团', '三日内公布检测报告')
    expect(wordsOn(told)).toContain('请核实水质并公开答复')
    expect(buttonsOn(told)).toContain('确认签收')
    expect(await office.press('赵海涛', told, '确认签收')).toMatchObject({ toast: { type: 'success' } })
  })

  it('takes the unit’s answer to a 批示 back to the leaders’ card', async () => {
    await issue(office)
    await office.wind('2026-11-26T14:31:00+08:00')
    const notice = office.card('市领导', '〔批示〕')
    await office.press('宋明远', notice, '批示')
    await office.press('宋明远', notice.messageId, '批示', { 批示: '请今日内到现场。' })
    const directive = office.card('王振江', '请今日内到现场')
    await office.press('王振江', directive, '回复批示')
    await office.press('王振江', directive.messageId, '回复批示', { 回复内容: '已到现场，正在冲洗管网。' })
    expect(wordsOn(office.card('市领导', '已到现场，正在冲洗管网'))).toContain('网舆交〔2026〕1号')
    await sign(office)
    const review = await report(office, office.cards('市水务集团', '〔提交反馈〕')[0]!, '赵海涛', finalReport)
    expect(await office.press('林晓燕', review, '审核通过')).toMatchObject({ toast: { type: 'success' } })
  })
})
