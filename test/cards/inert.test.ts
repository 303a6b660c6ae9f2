import { describe, expect, it } from 'vitest'
import { escapeMarkdown, tidy } from '../../cards/elements.ts'
import type { Card } from '../../cards/scene.ts'
import { issuedSlip } from '../support/builders.ts'
import { crowded, fullDraft } from './crowded.ts'
import { contentOf, formFace, nodesOf, sample, standing, tagged, wordsOf } from './drawings.ts'
import { samplesFor } from './samples.ts'
import { urgentSamples } from './urgent-samples.ts'

const wicked = '<at id=all></at>**粗**[点我](https://evil.example)'

/** Every card of the office, each free text of it written by somebody with bad intentions. */
const all = [...samplesFor({ draft: fullDraft(wicked) }), ...urgentSamples({ draft: fullDraft(wicked) })]
const cards = all.map((one) => crowded(one, wicked))

function parsedTexts(card: Card): readonly string[] {
  return nodesOf(card)
    .filter(({ tag }) => tag === 'markdown' || tag === 'lark_md')
    .map((node) => contentOf(node))
}

describe('what people type stays text', () => {
  it('never reaches a component that parses it', () => {
    const read = cards.map((one) => standing(one)).filter((card) => wordsOf(card).includes('evil'))
    expect(read.length).toBeGreaterThan(40)
    for (const card of read) {
      for (const content of parsedTexts(card)) {
        expect(content).not.toMatch(/evil|<at|粗/)
        expect(content).toMatch(/^\*\*[^*]+\*\*$/)
      }
    }
  })

  it('opens no address but the one that was entered as a link, and only on the web', () => {
    const draft = { link: 'javascript:alert(1)' }
    const story = issuedSlip({ draft })
    const card = standing(sample('', story, { kind: 'slip', slipId: story.slip.id }))
    const opened = tagged(card, 'button').flatMap(({ behaviors }) => nodesOf(behaviors))
    expect(opened.filter(({ type }) => type === 'open_url')).toEqual([])
    expect(wordsOf(card)).toContain('查看原文：javascript:alert(1)')
  })

  it('escapes every sign that markdown would read', () => {
    expect(escapeMarkdown('<at id=all></at>')).toBe('&#60;at id=all&#62;&#60;&#47;at&#62;')
    expect(escapeMarkdown(wicked)).not.toMatch(/[<>*[\]()/]/)
    expect(escapeMarkdown('A&#60;b')).toBe('A&#38;&#35;60;b')
  })

  it('drops what cannot be seen: control signs and signs that turn the reading direction', () => {
    expect(tidy('水\u0000务\u202e集\u200b团\n第二行\t')).toBe('水务集团\n第二行')
    expect(tidy('一家👨‍👩‍👧')).toBe('一家👨‍👩‍👧')
  })
})

describe('an internal matter', () => {
  const secret = '某镇低保评定收礼'
  const setting = {
    draft: {
      sensitivity: 'internal',
      title: secret,
      summary: secret,
      platform: secret,
      link: `https://bbs.example.cn/${encodeURI(secret)}`,
      demand: secret,
    },
  } as const
  const inOtherGroups = [
    'slip',
    'sent_back',
    'withdrawn',
    'reminder',
    'supervision',
    'supervision_proposal',
    'notice',
    'accountability_proposal',
    'transfer_file',
    'directive_pending',
    'directive_late',
    'ruling',
    'revived',
    'amended',
    'limits_moved',
    'list',
    'conference_notice',
    'minutes',
  ]
  const shown = samplesFor(setting)
    .filter(({ ref }) => inOtherGroups.includes(ref.kind))
    .map((one) => {
      const { scene, ...full } = crowded(one, '密')
      return { ...full, scene: { ...scene, dossier: one.scene.dossier } }
    })

  it.each(shown.map((one) => [one.name, one] as const))(
    'tells its text in no group but the office’s: %s',
    (_, one) => {
      const words = `${wordsOf(standing(one))}${JSON.stringify(standing(one))}`
      expect(words).not.toContain(secret)
      expect(words).not.toContain(encodeURI(secret))
      expect(words).not.toContain('密密')
      expect(words).not.toMatch(
        /支管|复检|取样|恢复正常供水|发帖人删除|亲自过问，书面|须停水施工|临时供水|未移交本单位|住宅小区共用设施|主管网水质|道路封闭|逐户|先行保障|名称有误|翠湖|提前办结|检测结果|不宜再拖|约谈|处置口径|三零二|图纸|对外口径|逐户|当日公布|bbs\.example/,
      )
    },
  )

  it('still says where to fetch the paper, and by when', () => {
    const story = issuedSlip(setting)
    const words = wordsOf(standing(sample('', story, { kind: 'slip', slipId: story.slip.id })))
    expect(words).toContain('请到市网信办领取')
    expect(words).toContain('网舆交〔2026〕1号')
    expect(words).toContain('11月30日（周一）17:30前')
  })
})

describe('a form of an internal matter that comes back', () => {
  it('names the field and not what was typed', () => {
    const story = issuedSlip({ draft: { sensitivity: 'internal' } })
    const typed = { field: 'unit', why: 'unknown_unit', typed: '某镇低保办', near: [] } as const
    const face = formFace(
      'contest',
      { slip: story.slip.id, rev: 1 },
      {},
      { kind: 'problems', problems: [typed] },
    )
    const words = wordsOf(standing(sample('', story, { kind: 'slip', slipId: story.slip.id }, face)))
    expect(words).not.toContain('某镇低保办')
    expect(words).toContain('“建议承办单位”需要核对后重新填写')
  })
})

describe('a card whose text Feishu refused', () => {
  it('goes out again without any free text, whatever its kind', () => {
    for (const one of samplesFor({ draft: fullDraft('违') }).map((each) => crowded(each, '违'))) {
      const card = standing({ ...one, scene: { ...one.scene, redacted: true }, face: { kind: 'plain' } })
      expect(JSON.stringify(card), one.name).not.toContain('违违')
      expect(JSON.stringify(card), one.name).not.toContain('example')
    }
  })
})
