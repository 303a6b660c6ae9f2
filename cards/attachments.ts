import type { Attachment } from '../src/domain/attachment.ts'
import type { CardRef } from '../src/domain/card-ref.ts'
import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { clip, type Element, note, panel, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { bodyName, colourOf, isInternal, noOf } from './view.ts'
import { attachmentLines } from './wording-attachments.ts'

/** Files a slip card names; the rest is for /附件. */
const MOST_NAMED = 8
const NAME_SIGNS = 40
/** Of a SHA-256 what a person compares. */
const MARK = 12

function linesOf(files: readonly Attachment[], now: Instant): string {
  return files
    .flatMap(({ name, bytes, by, at, sha256 }, n) => [
      attachmentLines.file(n + 1, clip(name, NAME_SIGNS), bytes),
      attachmentLines.origin(nameOf(by), at, sha256.slice(0, MARK), now),
    ])
    .join('\n')
}

function namedOf(slip: Slip, now: Instant): readonly Element[] {
  const { attachments } = slip
  const more = attachments.length - MOST_NAMED
  return [
    text(linesOf(attachments.slice(0, MOST_NAMED), now)),
    ...(more > 0 ? [note(attachmentLines.more(more, noOf(slip)))] : []),
  ]
}

/** On the slip card, folded; where no free text may stand, only how many there are. */
export function attachmentsOf(slip: Slip, hidden: boolean, now: Instant): readonly Element[] {
  const { length } = slip.attachments
  if (length === 0) return []
  return hidden
    ? [text(attachmentLines.hidden(length, noOf(slip)))]
    : [panel(attachmentLines.title(length), namedOf(slip, now))]
}

/** With the report, before those who read it in full. */
export function evidenceOf(slip: Slip, { redacted, now }: Scene): readonly Element[] {
  const { length } = slip.attachments
  if (length === 0) return []
  return redacted
    ? [text(attachmentLines.untold(length))]
    : [strong(attachmentLines.title(length)), ...namedOf(slip, now)]
}

/** On the office's own card: that it keeps something itself. */
export function keptByOffice(slip: Slip, { dossier }: Scene): readonly Element[] {
  const count = dossier?.matter.attachments.length ?? 0
  return count === 0 ? [] : [note(attachmentLines.kept(count, noOf(slip)))]
}

type ListRef = CardRef & { readonly kind: 'attachments' | 'matter_attachments' }

/** `/附件 文号`: all of them, and how to add one. */
export function attachmentsSheet(slip: Slip, ref: ListRef & { kind: 'attachments' }, scene: Scene): Sheet {
  const hidden = scene.redacted || (ref.place === 'unit' && isInternal(slip))
  const { dossier } = scene
  const kept = ref.withMatter && dossier ? dossier.matter.attachments : []
  return {
    ...slipHead(slip, scene, attachmentLines.word, hidden, colourOf(slip.brief.level, isOpen(slip))),
    body: [
      ...filesOf(slip.attachments, attachmentLines.title(slip.attachments.length), hidden, scene),
      ...(kept.length === 0
        ? []
        : filesOf(
            kept,
            attachmentLines.ofOffice(bodyName(scene, slip.officeId), kept.length),
            hidden,
            scene,
          )),
      ...closing(ref, slip.attachments.length + kept.length, scene),
    ],
  }
}

/** `/附件 舆情编号`: what the office keeps of the matter. */
export function matterAttachmentsSheet(
  matter: Matter,
  ref: ListRef & { kind: 'matter_attachments' },
  scene: Scene,
): Sheet {
  const { attachments, officeId } = matter
  const title = `${matter.ref} · ${attachmentLines.word}`
  const heading = attachmentLines.ofOffice(bodyName(scene, officeId), attachments.length)
  return {
    header: { title, subtitle: '', colour: 'blue', tags: [] },
    summary: title,
    fact: title,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [
      ...filesOf(attachments, heading, scene.redacted, scene),
      ...closing(ref, attachments.length, scene),
    ],
  }
}

function filesOf(
  files: readonly Attachment[],
  heading: string,
  hidden: boolean,
  { now }: Scene,
): readonly Element[] {
  if (files.length === 0) return [text(attachmentLines.none)]
  return [strong(heading), text(hidden ? attachmentLines.untold(files.length) : linesOf(files, now))]
}

function closing({ until }: ListRef, count: number, { now }: Scene): readonly Element[] {
  return [
    ...(count > 0 ? [text(attachmentLines.following)] : []),
    ...(until === null || until <= now ? [] : [text(attachmentLines.await(until, now))]),
  ]
}
