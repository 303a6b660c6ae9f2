import { describe, expect, it } from 'vitest'
import { attachedName, kindOf, MOST_ATTACHMENT_BYTES, type OfferedFile } from '../../src/domain/attachment.ts'
import { attach, attachToMatter, pipePhoto, waterReport } from '../support/attachment-wishes.ts'
import { closedSlip, issuedSlip, signedSlip, slipUnderReview } from '../support/builders.ts'
import { 孙倩, 林晓燕, 王立, 陈燕 } from '../support/people.ts'
import { zipOf } from '../support/zip.ts'

const file = (how: Partial<OfferedFile>): OfferedFile => ({ ...waterReport, ...how })

describe('佐证材料 of 市水务集团', () => {
  it('are kept with name, size, digest, and who handed them in', () => {
    const [kept] = signedSlip().after(attach(), 王立).slip.attachments
    expect(kept).toMatchObject({ ...waterReport, by: { name: '王立' } })
  })

  it('may follow the report under review, since a form takes no files', () => {
    expect(slipUnderReview().when(attach([waterReport, pipePhoto]), 王立).outcome).toBe('done')
  })

  it('are told once: the same bytes again, under any name and by anybody of the unit, are already there', () => {
    const story = signedSlip().after(attach(), 王立)
    expect(story.when(attach([file({ id: 'again', name: '副本.pdf' })]), 陈燕).decision).toMatchObject({
      kind: 'quiet',
      quiet: { code: 'already_attached', by: '王立' },
    })
    const both = story.after(attach([waterReport, pipePhoto, { ...pipePhoto, id: 'twin' }]), 王立)
    expect(both.slip.attachments.map(({ name }) => name)).toEqual(['翠湖苑水质检测报告.pdf', '图片2.jpg'])
  })

  it.each([
    ['a file of no kind that is taken', [file({ kind: null })], 'attachment_wrong_kind'],
    [
      'more than 20 MB in one message',
      [waterReport, { ...pipePhoto, bytes: MOST_ATTACHMENT_BYTES }],
      'attachment_too_large',
    ],
    ['a secrecy mark in the name', [file({ name: '机密★20年.pdf' })], 'secret_text'],
  ] as const)('are refused for %s', (_, files, code) => {
    expect(signedSlip().when(attach(files), 王立).outcome).toBe(`refused:${code}`)
  })

  it('are refused when the slip has as many as the policy allows', () => {
    const full = signedSlip({ policy: { attachments: { most: 1 } } }).after(attach(), 王立)
    expect(full.when(attach([pipePhoto]), 王立).decision).toEqual({
      kind: 'refused',
      refusal: { code: 'attachments_full', most: 1 },
    })
  })

  it('are taken of the unit alone, after the receipt and before the end', () => {
    expect(signedSlip().when(attach(), 孙倩).outcome).toBe('refused:not_your_unit')
    expect(issuedSlip().when(attach(), 王立).outcome).toBe('refused:receipt_first')
    expect(closedSlip().when(attach(), 王立).outcome).toBe('refused:slip_closed')
  })

  it('are apart from what the office keeps of the matter', () => {
    const story = signedSlip().after(attachToMatter(), 林晓燕)
    expect(story.matter.attachments.map(({ name }) => name)).toEqual(['图片1.jpg'])
    expect(story.slip.attachments).toEqual([])
    expect(closedSlip().when(attachToMatter(), 林晓燕).outcome).toBe('refused:matter_over')
  })
})

describe('the kind of a file', () => {
  const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [part])),
    )

  it('is read from its first bytes', () => {
    expect(kindOf(bytes('%PDF-1.7\n'))).toBe('pdf')
    expect(kindOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('jpg')
    expect(kindOf(bytes(0x89, 'PNG\r\n', 0x1a, '\n'))).toBe('png')
    expect(kindOf(bytes('MZ', 0x90))).toBeNull()
    expect(kindOf(bytes())).toBeNull()
  })

  it('of a zip is that of its parts, and one with macros is none', () => {
    const parts = ['[Content_Types].xml', 'word/document.xml']
    expect(kindOf(zipOf(parts))).toBe('docx')
    expect(kindOf(zipOf(['[Content_Types].xml', 'xl/workbook.xml']))).toBe('xlsx')
    expect(kindOf(zipOf([...parts, 'word/vbaProject.bin']))).toBeNull()
    expect(kindOf(zipOf(['photo.jpg']))).toBeNull()
    expect(kindOf(zipOf(parts).subarray(0, 40))).toBeNull()
  })

  it('ends the name it is given back under', () => {
    expect(attachedName('现场照片.JPEG', 'jpg', 3)).toBe('现场照片.jpg')
    expect(attachedName('报告.docx.exe', 'pdf', 1)).toBe('报告.docx.exe.pdf')
    expect(attachedName('../../a\u202efdp', 'pdf', 1)).toBe('....afdp.pdf')
    expect(attachedName(null, 'png', 4)).toBe('图片4.png')
  })
})
