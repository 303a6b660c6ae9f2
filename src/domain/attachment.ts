import type { Act } from './act.ts'

/** What is taken as 佐证材料: papers, tables and pictures, as the platform's clients send them. */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'jpg', 'png'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** The most of one file, and of all files of one message together. */
export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024

const LONGEST_NAME = 120

/** A file as it is kept; the content lies in the store under its SHA-256. */
export interface AttachedFile {
  readonly id: string
  readonly name: string
  readonly kind: AttachmentKind
  readonly bytes: number
  readonly sha256: string
}

export interface Attachment extends Act, AttachedFile {}

/** A file as it came. `kind` is null when its bytes are of none that is taken; a picture has no name of its own. */
export interface OfferedFile {
  readonly id: string
  readonly name: string | null
  readonly kind: AttachmentKind | null
  readonly bytes: number
  readonly sha256: string
}

export interface AttachmentPolicy {
  /** How many files one slip, or one matter, takes. */
  readonly most: number
}

const signatures: readonly (readonly [kind: 'pdf' | 'zip' | 'jpg' | 'png', bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
]

/** What a file is by its bytes, whatever it calls itself. Papers that carry macros are none of the kinds. */
export function kindOf(content: Uint8Array): AttachmentKind | null {
  const found = signatures.find(([, bytes]) => bytes.every((byte, n) => content[n] === byte))?.[0] ?? null
  return found === 'zip' ? officeKindOf(entriesOf(content)) : found
}

function officeKindOf(entries: readonly string[]): 'docx' | 'xlsx' | null {
  const has = (name: string) => entries.includes(name)
  if (!has('[Content_Types].xml') || has('word/vbaProject.bin') || has('xl/vbaProject.bin')) return null
  if (has('word/document.xml')) return 'docx'
  return has('xl/workbook.xml') ? 'xlsx' : null
}

const END_RECORD = 0x06054b50
const ENTRY = 0x02014b50
/** An office paper with more parts than this is none that a person wrote. */
const MOST_ENTRIES = 5_000

/** The names in a zip, by its central directory; none where there is no readable one. */
function entriesOf(content: Uint8Array): readonly string[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const end = endRecordIn(view)
  if (end === null) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (names.length < MOST_ENTRIES && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true)
    const name = content.subarray(at + 46, at + 46 + length)
    names.push(String.fromCharCode(...name.subarray(0, 200)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** It stands at the end, before a comment of at most 64 KB. */
function endRecordIn(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === END_RECORD) return at
  }
  return null
}

const endings: Readonly<Record<AttachmentKind, readonly string[]>> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  jpg: ['.jpg', '.jpeg'],
  png: ['.png'],
}

/** The name it is kept and given back under: its own, ending in what it is. `n` counts those of the slip. */
export function attachedName(name: string | null, kind: AttachmentKind, n: number): string {
  const ending = endings[kind][0] ?? ''
  const own = (name ?? '').replace(/[\p{Cc}\p{Cf}/\\]/gu, '').trim()
  if (own === '') return `图片${n}${ending}`
  const stem = endings[kind].some((one) => own.toLowerCase().endsWith(one))
    ? own.slice(0, own.lastIndexOf('.'))
    : own
  return `${[...stem].slice(0, LONGEST_NAME).join('')}${ending}`
}
