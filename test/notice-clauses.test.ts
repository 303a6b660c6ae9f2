import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { categories, causes } from '../src/domain/dictionary.ts'
import { build, type Clause, clauses, type Named } from './notice-clauses.ts'
import { keptPage } from './support/kept-page.ts'
import { markdown } from './support/table.ts'

const here = new URL('.', import.meta.url)

/** The titles of a test file as they stand in its text, those of tables included. */
function titlesIn(file: string): readonly string[] {
  const text = readFileSync(new URL(`${file}.test.ts`, here), 'utf8')
  const title = /(?:\bit\(\s*|^\s*\]\)\(\s*)(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)")/gm
  return [...text.matchAll(title)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(['"])/g, '$1'),
  )
}

const files = new Set(
  readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => path.replaceAll('\\', '/').replace(/\.test\.ts$/, '')),
)

const testsOf = ({ carried }: Clause): readonly Named[] => ('tests' in carried ? carried.tests : [])
const carriedBy = (by: Clause['carried']['by']) => clauses.filter(({ carried }) => carried.by === by)

const carriers: Readonly<Record<Clause['carried']['by'], string>> = {
  bot: '机器人',
  person: '人办理，机器人提醒和记录',
  nobody: '不属机器人',
  later: '尚未实现',
}

function page(): string {
  const [inBot, byPeople, outside, missing] = (['bot', 'person', 'nobody', 'later'] as const).map(
    (by) => carriedBy(by).length,
  )
  const sections = build.map(([place, heading]) => {
    const rows = clauses
      .filter(({ id }) => placeOf(id) === place)
      .map(({ id, duty, quote, carried }) => [
        id,
        duty,
        `“${quote}”`,
        carriers[carried.by],
        'how' in carried ? carried.how : carried.reason,
      ])
    return `## ${place} ${heading}\n\n${markdown(['条目', '要求', '原文', '承担', '说明'], rows)}\n`
  })
  return `# 通知条款对照

本页由代码生成。把《关于建立网络政务舆情回应交办督办制度的通知》提出的要求逐条列出，说明由谁承担。共${clauses.length}条：机器人办理${inBot}条，由人办理、机器人提醒和记录${byPeople}条，不属机器人${outside}条，尚未实现${missing}条。前两类每条都有测试。

${sections.join('\n')}`
}

function placeOf(id: string): string {
  return id.replace(/-\d+$/, '')
}

describe('the clauses of the notice', () => {
  it('are all there, place by place, as many as the notice states', () => {
    const numbered = build.flatMap(([place, , duties]) =>
      Array.from({ length: duties }, (_, n) => `${place}-${n + 1}`),
    )
    expect(clauses.map(({ id }) => id)).toEqual(numbered)
    const places = build.map(([place]) => place)
    expect(places.filter((place) => /^二\([一二三四五六]\)$/.test(place))).toHaveLength(6)
    expect(places.filter((place) => place.startsWith('二(二)1('))).toHaveLength(7)
    expect(places.filter((place) => place.startsWith('二(二)2('))).toHaveLength(3)
  })

  it('stand for every category, every ground of 督办 and 问责, and the clocks of an emergency, once each', () => {
    const entries = clauses.flatMap(({ of }) => of ?? [])
    const clocks = ['authoritative_info', 'press_conference', 'rolling_report']
    expect(entries.sort()).toEqual([...categories, ...causes, ...clocks].sort())
  })

  it('are quoted in a few characters only', () => {
    expect(clauses.filter(({ quote }) => [...quote].length > 15)).toEqual([])
  })

  it('are each shown by tests that exist, where somebody carries them', () => {
    const named = clauses.flatMap((clause) => testsOf(clause).map((test) => ({ id: clause.id, test })))
    const wrong = named.filter(
      ({ test: [file, title] }) =>
        !files.has(file) || titlesIn(file).filter((one) => one === title).length !== 1,
    )
    expect(wrong).toEqual([])
  })

  it('that nobody carries yet are told', () => {
    const owed = carriedBy('later').map(({ id, duty }) => `${id} ${duty}`)
    console.info(`尚未实现${owed.length}条：${owed.join('；')}`)
    expect(owed.length).toBeLessThan(clauses.length)
  })

  it('are told in the documentation as here (UPDATE_DOCS=1 writes it anew)', () => {
    expect(keptPage('docs/notice-clauses.md', page())).toBe(page())
  })
})
