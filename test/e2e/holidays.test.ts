import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnDatabases } from '../support/database.ts'
import { issue, sign } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'

const notice = `2026年临时放假安排
一、全市运动会：11月26日（周四）至27日（周五）放假，共2天。11月28日（周六）上班。`

describeOnDatabases('a holiday notice', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const said = async (name: string, where: string, text: string) =>
    (await office.say(name, where, text)).map(wordsOn).join('\n')
  const group = () => office.sandbox.messages(office.group('市水务集团')).map(wordsOn)

  it('is read back, taken into force by an approver, and moves the limits of open slips with one message each', async () => {
    await issue(office)
    await sign(office)
    expect(await said('林晓燕', '市网信办', `/假期 ${notice}`)).toContain(
      '11月26日（周四）至11月27日（周五）放假',
    )
    expect(await said('林晓燕', '市网信办', '/假期 启用')).toContain('审核')
    expect(await said('周建国', '市网信办', '/假期 启用')).toContain('放假安排已启用')
    await office.wind('2026-11-23T10:00:00+08:00')
    const told = group().filter((words) => words.includes('时限调整'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('由11月30日（周一）17:30调整为12月1日（周二）17:30')
    await office.wind('2026-11-23T11:00:00+08:00')
    expect(group().filter((words) => words.includes('时限调整'))).toHaveLength(1)
    expect(await said('林晓燕', '市网信办', '/时限 5个工作日')).toContain('12月1日（周二）17:30')
  })

  it('with a mistake in it is told where, and nothing is kept', async () => {
    const wrong = notice.replace('（周四）', '（周三）')
    expect(await said('林晓燕', '市网信办', `/假期 ${wrong}`)).toContain('日期与星期对不上')
    expect(await said('周建国', '市网信办', '/假期 启用')).toContain('没有待启用的放假安排')
  })

  it('is the office’s to enter; everybody may look', async () => {
    expect(await said('赵海涛', '市水务集团', `/假期 ${notice}`)).toContain('市网信办')
    expect(await said('赵海涛', '市水务集团', '/假期')).toContain('2027年放假安排尚未录入')
  })

  it('that is missing is asked for from December on, once a week and by day', async () => {
    const asked = () =>
      office.sandbox
        .messages(office.group('市网信办'))
        .map(wordsOn)
        .filter((words) => words.includes('缺少放假安排'))
    await office.wind('2026-11-30T18:00:00+08:00')
    expect(asked()).toHaveLength(0)
    await office.wind('2026-12-01T07:00:00+08:00')
    expect(asked()).toHaveLength(0)
    await office.wind('2026-12-04T18:00:00+08:00')
    expect(asked()).toHaveLength(1)
    await office.wind('2026-12-07T09:00:00+08:00')
    expect(asked()).toHaveLength(2)
  })
})
