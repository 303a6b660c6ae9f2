import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { 住建局 } from '../support/people.ts'
import { asText, draw, type Sample, standing } from './drawings.ts'
import { findingsSamples } from './findings-samples.ts'
import { answerSamples, samplesFor } from './samples.ts'
import { urgentSamples } from './urgent-samples.ts'
import { whistleSamples } from './whistle-samples.ts'

const folder = new URL('./golden/', import.meta.url)

/** Run with UPDATE_GOLDEN=1 to take over changed words after reading them. */
const update = process.env.UPDATE_GOLDEN === '1'

const books: Readonly<Record<string, readonly Sample[]>> = {
  一般: samplesFor({ draft: { support: [住建局.id] } }),
  重大: samplesFor({
    draft: { level: 'major', category: 'N6', answerForm: 'statement', platform: '省级新闻网站' },
  }),
  内部: samplesFor({ draft: { sensitivity: 'internal', answerForm: 'office_only' } }),
  紧急: urgentSamples(),
  答复: answerSamples(),
  举报件: whistleSamples(),
  口径: findingsSamples(),
}

function page(one: Sample): string {
  const drawing = draw(one)
  const unsent = drawing.kind === 'nothing' ? `（不再发送：${drawing.why}；已发出的改为）\n` : ''
  return `==== ${one.name}\n${unsent}${asText(standing(one))}`
}

describe('the words of every card', () => {
  it.each(Object.entries(books))('of the book %s are as last read and approved', (name, samples) => {
    const text = samples.map(page).join('\n')
    const file = new URL(`${name}.txt`, folder)
    if (update) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, text)
    }
    expect(text).toBe(readFileSync(file, 'utf8'))
  })
})
