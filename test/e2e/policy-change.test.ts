import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue, yellowWater } from '../support/matters.ts'
import { wordsOn } from '../support/office.ts'
import { shareOffice } from '../support/shared-office.ts'

describe('a policy that an operator changes between two slips', () => {
  const open = shareOffice()
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const ordinary = { ...yellowWater, 办理时限: '' }
  const heard = (no: string) => open().cards('市水务集团', no)
  const limits = (no: string) =>
    wordsOn(heard(no)[0]!)
      .split('\n')
      .filter((line) => /^(签收|首次回应|办理反馈)：/.test(line))

  it('rules the new slip only: the old one keeps its limits and is urged by its own ladder', async () => {
    const office = open()
    await issue(office, ordinary)
    const given = limits('1号')
    expect(given.join()).toContain('办理反馈：11月30日（周一）17:30前')

    const policy = {
      terms: {
        ordinary: {
          receipt: { kind: 'minutes', n: 60 },
          first_response: { kind: 'hours', n: 10 },
          feedback: { kind: 'workdays', n: 2 },
        },
      },
      ladder: [{ id: 'receipt.escalate', clock: 'receipt', offset: { minutes: 0 }, act: 'escalate' }],
    }
    const file = join(folder, 'policy.json')
    await writeFile(file, JSON.stringify(policy))
    await office.restart(file)
    await issue(office, { ...ordinary, 标题: '翠湖苑三栋停水', 摘要: '三栋昨夜起停水。' })
    expect(limits('2号').join()).toContain('办理反馈：11月25日（周三）17:30前')
    expect(limits('1号')).toEqual(given)

    await office.wind('2026-11-23T10:01:00+08:00')
    expect(office.cards('市政府督查室', '〔签发督办〕').map(wordsOn).join()).toContain('2号')
    expect(heard('2号')).toHaveLength(2)
    expect(heard('1号')).toHaveLength(1)

    await office.wind('2026-11-23T14:31:00+08:00')
    expect(wordsOn(heard('1号').at(-1)!)).toContain('催办')
    expect(office.cards('市政府督查室', '1号')).toEqual([])
  })
})
