import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directoryOf } from '../sandbox/city.ts'
import {
  buttonsOn,
  complaint,
  draft,
  issue,
  type Outside,
  openOutside,
  slipNoOn,
  wordsOn,
} from '../support/outside.ts'

/** One office over three starts on the same folder: an operator changes a file and starts again. */
describe('what an operator sets', { timeout: 120_000 }, () => {
  let city: Outside
  beforeAll(async () => {
    city = await openOutside()
    await city.folder.write('directory.json', directoryWith([]))
    await city.start()
  }, 90_000)
  afterAll(() => city.close())

  /** The directory without 市医保局, whose group is therefore nobody's; 市民政局 with these other names. */
  function directoryWith(aliases: readonly string[]): string {
    const { offices, units } = directoryOf(city.sandbox.city)
    const listed = units.filter(({ name }) => name !== '市医保局')
    return JSON.stringify({
      offices,
      units: listed.map((unit) =>
        unit.name === '市民政局' ? { ...unit, aliases: [...unit.aliases, ...aliases] } : unit,
      ),
    })
  }

  async function restart(variables = {}): Promise<void> {
    await city.bot().kill('SIGTERM')
    await city.start(variables)
  }

  it('gives help in a group that is nobody’s, and nothing else', async () => {
    expect(slipNoOn(await issue(city))).toContain('网舆交')
    city.invite('林晓燕', '市医保局')
    for (const [name, text] of [
      ['汤文娟', '/待办'],
      ['林晓燕', '/台账'],
      ['林晓燕', '/交办'],
    ] as const) {
      const [answer, ...more] = await city.say(name, '市医保局', text)
      expect(more).toEqual([])
      expect(wordsOn(answer!)).not.toContain('网舆交')
      expect(buttonsOn(answer!)).toEqual([])
    }
  })

  it('keeps a group bound in the chat while the directory file is the same, restart or not', async () => {
    const [bound] = await city.say('林晓燕', '市医保局', '/绑定 市民政局')
    expect(wordsOn(bound!)).toContain('市民政局')
    await restart()
    await city.press('周建国', await draft(city, { ...complaint, 承办单位: '市民政局' }), '签发')
    expect(slipNoOn(await city.find('市医保局', '网舆交'))).toContain('2号')
    expect(city.written('市民政局')).toEqual([])
  })

  it('takes a changed directory and a policy from the next start on, and climbs by its own clock', async () => {
    await city.folder.write('directory.json', directoryWith(['婚姻登记处']))
    const policy = {
      words: { slip: '滨舆办', supervision: '滨督' },
      singleSigner: true,
      urgentLevels: ['extraordinary', 'major', 'ordinary'],
      ladder: [{ id: 'receipt.escalate', clock: 'receipt', offset: { minutes: -100_000 }, act: 'escalate' }],
    }
    await restart({ POLICY_FILE: await city.folder.write('policy.json', JSON.stringify(policy)) })

    const approval = await draft(city, { ...complaint, 承办单位: '婚姻登记处' }, '周建国')
    expect(await city.press('周建国', approval, '签发')).toMatchObject({ toast: { type: 'success' } })
    const no = slipNoOn(await city.find('市民政局', '滨舆办'))
    expect(no).toMatch(/^滨舆办〔\d{4}〕\d+号$/)

    const notice = await city.find('市领导', no)
    expect(buttonsOn(notice)).toEqual(expect.arrayContaining(['已阅', '批示']))
    city.invite('赵海涛', '市领导')
    expect(await city.press('赵海涛', notice, '已阅')).toMatchObject({ toast: { type: 'warning' } })
    expect(await city.press('宋明远', notice, '已阅')).toMatchObject({ toast: { type: 'success' } })
    expect(city.written('市领导')).toHaveLength(1)
  })
})
