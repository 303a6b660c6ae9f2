import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../src/domain/policy.ts'
import { PolicyFileError, parsePolicy, readPolicyFile } from '../src/policy-file.ts'
import { policyWords } from '../src/policy-words.ts'
import { keptPage } from './support/kept-page.ts'
import { policyExample, policyPage } from './support/policy-doc.ts'

describe('the documentation of the policy', () => {
  it('says of every value what the code says (UPDATE_DOCS=1 writes it anew)', () => {
    const page = keptPage('docs/policy.md', policyPage())
    expect(page).toBe(policyPage())
    for (const place of Object.keys(policyWords)) expect(page).toContain(`| \`${place}\` |`)
  })

  it('shows the default policy as a file that is accepted and changes nothing', () => {
    const example = keptPage('docs/policy.example.json', policyExample())
    expect(example).toBe(policyExample())
    expect(parsePolicy(example)).toEqual(defaultPolicy)
  })
})

describe('a policy file', () => {
  it('may leave out whatever it does not change, also within a part', () => {
    const policy = parsePolicy('{ "emergency": { "callWithinHours": 12 }, "quiet": { "to": "07:30" } }')
    expect(policy).toEqual({
      ...defaultPolicy,
      emergency: { ...defaultPolicy.emergency, callWithinHours: 12 },
      quiet: { ...defaultPolicy.quiet, to: '07:30' },
    })
  })

  const linesOf = (text: string) => {
    try {
      parsePolicy(text, 'policy.json')
    } catch (error) {
      if (error instanceof PolicyFileError) return error.lines
      throw error
    }
    return []
  }
  const rung = (id: string, clock = 'receipt', act = 'urge') =>
    JSON.stringify({ id, clock, offset: { minutes: 0 }, act })

  it.each<[string, string, string[]]>([
    [
      'a key that does not exist',
      '{\n  "quite": {}\n}',
      ['第2行 quite：没有这一项，是否为“quiet”，可填 words、'],
    ],
    [
      'a key that does not exist within a part',
      '{\n  "contest": {\n    "hop": 3\n  }\n}',
      ['第3行 contest.hop：没有这一项，是否为“hops”，可填 within、withinUrgent、hops'],
    ],
    [
      'a value of another type',
      '{\n  "singleSigner": "yes"\n}',
      ['第2行 singleSigner：应为 true 或 false，实为“yes”'],
    ],
    [
      'a negative limit',
      '{"supervisionTerm": {\n  "kind": "workdays",\n  "n": -3\n}}',
      ['第3行 supervisionTerm.n：应大于0，实为-3'],
    ],
    [
      'an unknown unit of time',
      '{"supervisionTerm": { "kind": "workday", "n": 3 }}',
      ['第1行 supervisionTerm.kind：没有“workday”这个值，是否为“workdays”，应为 workdays、hours、'],
    ],
    [
      'a limit that is missing',
      '{\n"terms": { "ordinary": {\n"receipt": { "kind": "hours", "n": 4 },\n"feedback": { "kind": "workdays", "n": 5 } } }\n}',
      ['第2行 terms.ordinary.first_response：缺少这一项'],
    ],
    [
      'a rung of an unknown clock and of an unknown act',
      `{"ladder": [\n${rung('a', 'recipt')},\n${rung('b', 'receipt', 'shout')}\n]}`,
      [
        '第2行 ladder[0].clock：没有“recipt”这个值，是否为“receipt”，应为 receipt、',
        '第3行 ladder[1].act：没有“shout”这个值，应为 remind、urge、escalate、accuse、report、repeat 之一',
      ],
    ],
    [
      'a rung whose id is taken',
      `{"ladder": [\n${rung('a')},\n${rung('a')}\n]}`,
      ['第3行 ladder[1].id：梯级编号“a”与第1个梯级重复'],
    ],
    [
      'an emergency slower than the notice allows',
      '{"emergency": {\n"authoritativeInfo": { "kind": "hours", "n": 6 }\n}}',
      ['第2行 emergency.authoritativeInfo：通知二(二)3规定最迟5小时'],
    ],
    [
      'one 代字 for two series',
      '{"words": { "slip": "网舆密" }}',
      ['第1行 words.whistle：举报件代字须与交办单代字不同'],
    ],
    ['broken JSON', '{\n  "quiet": {,}\n}', ['第2行第13列：不是有效的 JSON，此处应为带双引号的键']],
    ['a list', '[]', ['第1行：应为一组键值 {…}，实为列表']],
  ])('is refused for %s, with the line, the reason and what is allowed', (_, text, expected) => {
    const lines = linesOf(text)
    expect(lines).toHaveLength(expected.length)
    expected.forEach((line, n) => void expect(lines[n]).toContain(line))
  })

  it('is named when it is refused, and when it is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-'))
    const path = join(folder, 'policy.json')
    await expect(readPolicyFile(path)).rejects.toThrow(`策略文件 ${path} 有误：\n  没有这个文件`)
    writeFileSync(path, '{"reworkShare": 2}')
    await expect(readPolicyFile(path)).rejects.toThrow(
      `${path} 有误：\n  第1行 reworkShare：应不大于1，实为2`,
    )
    rmSync(folder, { recursive: true })
  })
})
