import type { Amendment } from '../src/domain/asks.ts'
import { nameOf } from '../src/domain/decision.ts'
import { clockOf, isOpen, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, panel, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { itemUnless } from './slip-parts.ts'
import { unitSheet } from './unit-notices.ts'
import { hiddenFromUnit, onSlip, stateWord } from './view.ts'
import { amendLines } from './wording-asks.ts'
import { choiceWord } from './wording-choices.ts'
import { fieldLabel } from './wording-fields.ts'
import { orderLines } from './wording-order.ts'
import { sections } from './wording-sentences.ts'
import { derivationLines } from './wording-times.ts'

/** 更正 to the unit's group: what stood there and what stands now, whether the clocks moved, whether to sign again. */
export function amendedSheet(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const amendment = slip.amendments[n - 1]
  if (!amendment) return null
  const { by, at, reason, deadline } = amendment
  const hidden = hiddenFromUnit(slip, scene)
  const live = isOpen(slip)
  const word = live ? amendLines.word : `${amendLines.word}（${stateWord(slip)}）`
  return unitSheet(slip, scene, word, live, [
    text(amendLines.ask(nameOf(by), at, now), 'heading'),
    ...(hidden ? [] : [text(`更正原因：${clip(reason, 300)}`)]),
    ...receiptOf(slip, amendment, scene),
    hr,
    ...changesOf(amendment, hidden),
    ...(hidden ? itemUnless(hidden, slip, scene) : []),
    text(deadline ? amendLines.limit(deadline.at, now) : amendLines.sameLimits),
    ...(deadline ? [panel(sections.why, [text(derivationLines(deadline.steps, now).join('\n'))])] : []),
  ])
}

/** Of a hidden slip only which fields were touched, never their text. */
function changesOf({ changes }: Amendment, hidden: boolean): readonly Element[] {
  const label = (field: Amendment['changes'][number]['field']) => fieldLabel(field, 'amend')
  if (hidden && changes.length > 0) return [text(amendLines.fields(changes.map(({ field }) => label(field))))]
  // The text of a 批示 is not for the group.
  const kept = changes.filter(({ field }) => field === 'leader' || field === 'directive')
  const told = changes.filter((one) => !kept.includes(one))
  const order = kept.length > 0 ? [text(orderLines.amended)] : []
  const lines = told.map(({ field, from, to }) =>
    text(amendLines.change(label(field), worded(field, from), worded(field, to))),
  )
  return [...lines, ...order]
}

function worded(field: Amendment['changes'][number]['field'], value: string): string {
  return field === 'level' ? choiceWord(value) : value
}

function receiptOf(slip: Slip, { receiptAgain, n }: Amendment, { now }: Scene): readonly Element[] {
  if (!receiptAgain) return [text(amendLines.noReceipt)]
  const limit = clockOf(slip, 'receipt')?.deadline.at
  const owed = slip.status === 'awaiting_receipt' && slip.amendments.length === n
  if (!owed || limit === undefined) return slip.receipt ? [text(amendLines.signedAgain)] : []
  return [text(amendLines.signAgain(limit, now)), button('sign_receipt', onSlip(slip), 'primary_filled')]
}
