import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { binjiang } from '../sandbox/binjiang.ts'
import { bodyFrom, type City } from '../sandbox/city.ts'
import { readCard } from '../sandbox/sandbox.ts'
import { describeOnDatabases, withCleanDatabase } from '../support/database.ts'
import { yellowWater } from '../support/matters.ts'
import { type Office, openOffice, wordsOn } from '../support/office.ts'

describeOnDatabases('a draft begun from what somebody wrote', (database) => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice({ database: database() })
  })
  afterEach(() => office.close())

  const fieldsOf = (message: { card?: Parameters<typeof readCard>[0] }) =>
    Object.fromEntries(
      readCard(message.card ?? {}).form?.fields.map(({ name, value }) => [name, value]) ?? [],
    )

  it('takes title, summary, platform and link out of pasted text', async () => {
    const [form] = await office.say(
      '林晓燕',
      '市网信办',
      '/交办 翠湖苑自来水发黄半个月\n早晚放水都是黄的，请水务部门来测一下。\nhttps://weibo.com/1234/abcd',
    )
    expect(fieldsOf(form!)).toMatchObject({
      title: '翠湖苑自来水发黄半个月',
      summary: expect.stringContaining('早晚放水都是黄的'),
      platform: '微博',
      link: 'https://weibo.com/1234/abcd',
    })
  })

  it('takes the text of a quoted message', async () => {
    const { sandbox } = office
    const quoted = await sandbox.say(
      office.id('吴思远'),
      office.group('市网信办'),
      '网友反映翠湖苑停水三天，没有通知。',
      {
        mention: false,
      },
    )
    const [form] = await office.say('林晓燕', '市网信办', '/交办', quoted.messageId)
    expect(fieldsOf(form!)).toMatchObject({ summary: '网友反映翠湖苑停水三天，没有通知。' })
  })

  it('asks for the text by hand when the quoted message cannot be read', async () => {
    const { sandbox } = office
    const quoted = await sandbox.say(office.id('吴思远'), office.group('市网信办'), '稍后撤回的话。', {
      mention: false,
    })
    sandbox.faults.next('http500', { times: 9, matching: 'GET' })
    const [form] = await office.say('林晓燕', '市网信办', '/交办', quoted.messageId)
    expect(readCard(form!.card!).form?.submit).toBe('提交审核')
    expect(wordsOn(form!)).toMatch(/引用的消息/)
  })

  it('is refused in the group of a unit, where a draft may not be read', async () => {
    office.invite('林晓燕', '市水务集团')
    const answers = await office.say('林晓燕', '市水务集团', '/交办 内部研判')
    expect(answers).toHaveLength(1)
    expect(wordsOn(answers[0]!)).not.toContain('提交审核')
    expect(wordsOn(answers[0]!)).toContain('市网信办')
  })

  it('has one effect although its submit was pressed again after a time-out', async () => {
    const [form] = await office.say('林晓燕', '市网信办', '/交办')
    const { sandbox } = office
    const fast = office.slowDown(2_700)
    const submit = () => sandbox.press(office.id('林晓燕'), form!.messageId, '提交审核', { ...yellowWater })
    const first = await submit()
    const second = await submit()
    fast()
    expect(first).toMatchObject({ toast: { type: 'info', content: expect.stringContaining('正在办理') } })
    expect(second.toast?.type).toBe('info')
    await sandbox.waitFor(() => office.cards('市网信办', '〔签发〕')[0])
    await office.settle()
    const events = await database().read.mattersWaiting('wangxinban', { all: true })
    expect(events.map(({ matter }) => matter.status)).toEqual(['awaiting_approval'])
    expect(office.cards('市网信办', '〔签发〕')).toHaveLength(1)
  })
})

describe('a directory of two hundred units', () => {
  const database = withCleanDatabase()
  const city: City = {
    ...binjiang,
    bodies: [
      ...binjiang.bodies,
      ...Array.from({ length: 200 }, (_, i) =>
        bodyFrom({
          id: `xiang-${i}`,
          name: `第${i}镇政府`,
          unit: 'county',
          aliases: `镇${i}`,
          people: `镇员${i}:handler 镇长${i}:chief`,
        }),
      ),
    ],
  }

  it('leaves the issue form as small as ever, and units are still found by name and alias', async () => {
    const office = await openOffice({ database: database(), city })
    try {
      const [form] = await office.say('林晓燕', '市网信办', '/交办')
      const support = Array.from({ length: 12 }, (_, i) => `镇${i * 15 + 6}`).join('、')
      const result = await office.press('林晓燕', form!, '提交审核', {
        ...yellowWater,
        承办单位: '第7镇政府',
        协办单位: support,
      })
      expect(result).toMatchObject({ toast: { type: 'success' } })
      const approval = office.card('市网信办', '〔签发〕')
      expect(wordsOn(approval)).toContain('第7镇政府')
      await office.press('周建国', approval, '签发')
      expect(wordsOn(office.card('第171镇政府', '网舆交〔2026〕'))).toContain('协办')
      expect(office.sandbox.refusals).toEqual([])
    } finally {
      await office.close()
    }
  })
})
