import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../src/json-text.ts'

const placeIn = (text: string, ...path: (string | number)[]) => {
  const read = readJson(text)
  return read.ok ? read.placeOf(path) : read
}

describe('a JSON file as somebody wrote it', () => {
  it('reads whatever JSON.parse reads, and gives the same', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const pretty = JSON.stringify(JSON.parse(text), null, indent)
        const read = readJson(pretty)
        expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(pretty)))
      }),
    )
  })

  it('says where a key and an item stand, and where one that is missing should be', () => {
    const text =
      '{\n  "words": { "slip": "网舆交" },\n  "ladder": [\n    { "id": "a" },\n    { "id": "b" }\n  ]\n}'
    expect(placeIn(text, 'words', 'slip')).toEqual({ line: 2, column: 14 })
    expect(placeIn(text, 'ladder', 1)).toEqual({ line: 5, column: 5 })
    expect(placeIn(text, 'words', 'supervision')).toEqual({ line: 2, column: 3 })
    expect(placeIn(text, 'nothing')).toEqual({ line: 1, column: 1 })
  })

  it.each([
    ['{\n  "a": 1,\n}', 2, 9, '最后一项之后多了逗号'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '此处缺少逗号或“}”'],
    ['{\n  a: 1\n}', 2, 3, '此处应为带双引号的键'],
    ['{\n  "a" 1\n}', 2, 7, '键后缺少冒号'],
    ['{\n  "甲": "未完\n}', 2, 8, '引号没有配对，或引号内有换行、制表符'],
    ['{"a": 1', 1, 8, '此处缺少逗号或“}”'],
    ['', 1, 1, '内容不完整'],
    ['{"a": 1} {', 1, 10, '结尾之后还有多余内容'],
    ['{\n  "a": 1,\n  "a": 2\n}', 3, 3, '键“a”重复'],
    ['[1, 2,, 3]', 1, 7, '此处应为一个值'],
  ])('tells of %j the line, the column and the reason', (text, line, column, why) => {
    expect(readJson(text)).toEqual({ ok: false, place: { line, column }, why })
  })
})
