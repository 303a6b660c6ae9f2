import { isOpen, type Notice, type Slip } from '../src/domain/slip.ts'
import { button, hr, row, text } from './elements.ts'
import { directivesOf, readers } from './notice.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { clocksOf, itemUnless } from './slip-parts.ts'
import { phoneRecordOf, releasesOf } from './urgent-parts.ts'
import { bodyName, colourOf, hiddenFromUnit, noOf, onSlip, stateWord } from './view.ts'
import { dutyWords } from './wording-dictionary.ts'
import { urgentLines } from './wording-urgent.ts'

/** To 市领导 and 市政府办 in the minute of the call: what happened, who is on it, by when it will be spoken of. */
export function urgentNoticeSheet(slip: Slip, notice: Notice, scene: Scene): Sheet {
  const { now, dossier } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const live = isOpen(slip)
  const word = live ? urgentLines.noticeWord : `${urgentLines.noticeWord}（${stateWord(slip)}）`
  const on = onSlip(slip, notice.n)
  const acts = [
    button('acknowledge', on, 'primary_filled'),
    ...(notice.to === 'leaders' ? [button('instruct', on)] : []),
  ]
  return {
    ...slipHead(slip, scene, word, hidden, colourOf(slip.brief.level, live)),
    body: [
      text(
        urgentLines.notice(
          noOf(slip),
          bodyName(scene, slip.unitId),
          slip.phone?.call.at ?? slip.issued.at,
          now,
        ),
        'heading',
      ),
      ...(live ? row(acts) : []),
      ...(notice.to === 'leaders' ? directivesOf(slip, notice, scene) : []),
      ...readers(notice, scene),
      text(unitsOf(slip, scene)),
      ...releasesOf(slip, hidden, now),
      hr,
      ...clocksOf(slip, now),
      hr,
      ...(dossier ? phoneRecordOf(dossier.matter, scene) : []),
      hr,
      ...itemUnless(hidden, slip, scene),
    ],
  }
}

/** Every unit of the matter with its state. */
function unitsOf(slip: Slip, scene: Scene): string {
  return (scene.dossier?.slips ?? [slip])
    .map((one) => `${dutyWords[one.duty]}：${bodyName(scene, one.unitId)}（${stateWord(one)}）`)
    .join('\n')
}
