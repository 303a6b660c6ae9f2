import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readIntakeFile } from '../src/intake-file.ts'
import { readIntakeTokens } from '../src/intake-tokens.ts'
import { on } from './support/people.ts'

describe('a table of matters', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intake-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const csv = async (content: string | Buffer, name = 'matters.csv') => {
    const path = join(folder, name)
    await writeFile(path, content)
    return readIntakeFile(path)
  }

  const head = '标题,摘要,来源平台,原文链接,发帖时间,网民昵称,诉求类型,阅读,评论,转发,来源编号'

  it('is read column by column, whatever their order', async () => {
    const { reports, bad, unknown } = await csv(
      `\ufeff${head},备注\n翠湖苑水黄,早晚都黄,抖音,https://a.example.cn/1,2026-11-23 08:10,三栋四楼,投诉,"1,200",35,8,D-7,x\n\n`,
    )
    expect(bad).toEqual([])
    expect(unknown).toEqual(['备注'])
    expect(reports).toEqual([
      {
        sourceId: 'D-7',
        title: '翠湖苑水黄',
        summary: '早晚都黄',
        platform: '抖音',
        link: 'https://a.example.cn/1',
        author: '三栋四楼',
        postedAt: on('2026-11-23 08:10'),
        requestType: 'complaint',
        spread: { reads: 1200, comments: 35, shares: 8 },
      },
    ])
  })

  it('says of every bad row its line and what is wrong, also after a row of two lines', async () => {
    const { reports, bad } = await csv(
      `标题,摘要,原文链接,发帖时间,诉求类型,阅读\n水黄,"第一行\n第二行",,,,\n,,x,昨天,牢骚,很多\n路灯,,,2026/11/23,,\n`,
    )
    expect(reports.map(({ title }) => title)).toEqual(['水黄', '路灯'])
    expect(bad).toEqual([
      {
        line: 4,
        problems: [
          '标题：标题和摘要至少填一项',
          '原文链接：不是完整的网址',
          '诉求类型：应为咨询、建议、投诉、举报、求助、质疑之一',
          '发帖时间：应写作 2026-11-23 09:00',
          '阅读：应为数字',
        ],
      },
    ])
  })

  it('is read in GBK as Excel saves it', async () => {
    // 标题\n水黄
    const gbk = Buffer.from([0xb1, 0xea, 0xcc, 0xe2, 0x0a, 0xcb, 0xae, 0xbb, 0xc6, 0x0a])
    expect((await csv(gbk)).reports.map(({ title }) => title)).toEqual(['水黄'])
  })

  it('is read from a sheet, dates as the wall clock says', async () => {
    const path = join(folder, 'matters.xlsx')
    const cell = (value: string) => ({ type: String, value }) as const
    await writeXlsxFile([
      [cell('标题'), cell('发帖时间'), cell('阅读')],
      [
        cell('路灯不亮'),
        { type: Date, value: new Date('2026-11-23T08:10:00Z'), format: 'yyyy-mm-dd hh:mm' },
        { type: Number, value: 12 },
      ],
    ]).toFile(path)
    expect((await readIntakeFile(path)).reports).toMatchObject([
      { title: '路灯不亮', postedAt: on('2026-11-23 08:10'), spread: { reads: 12 } },
    ])
  })

  it('is refused with a sentence when it has no heading, or is no table', async () => {
    await expect(csv('水黄,抖音\n')).rejects.toThrow('表头')
    await expect(csv('标题\n"水', 'broken.csv')).rejects.toThrow('表格读不懂')
    await expect(csv('no sheet', 'broken.xlsx')).rejects.toThrow('xlsx')
  })
})

describe('INTAKE_TOKENS', () => {
  const long = 'a'.repeat(24)

  it('names sources and their tokens', () => {
    expect(readIntakeTokens(` 舆情监测:${long} , mail:${long}b `)).toEqual({
      ok: true,
      tokens: new Map([
        ['舆情监测', long],
        ['mail', `${long}b`],
      ]),
    })
    expect(readIntakeTokens(undefined)).toEqual({ ok: true, tokens: new Map() })
  })

  it.each([
    ['no-colon', '来源名:口令'],
    ['watch:short', '不足24个字符'],
    [`a:${long},a:${long}b`, '重复'],
    [`a:${long},b:${long}`, '相同'],
  ])('says what is wrong with %s, and never repeats a token', (text, problem) => {
    const read = readIntakeTokens(text)
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(problem) })
    expect(JSON.stringify(read)).not.toContain(long)
    expect(JSON.stringify(read)).not.toContain('short')
  })
})
