import { nameOf } from '../src/domain/decision.ts'
import { isOpen, type Notice, type Slip } from '../src/domain/slip.ts'
import { button, type Element, hr, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { factOf, itemUnless, timelineOf, titleUnless } from './slip-parts.ts'
import { bodyName, noOf, onSlip, slipTags, stateWord } from './view.ts'
import { supervisionLines } from './wording-sentences.ts'

/** More names than this are counted rather than listed. */
const MOST_NAMES = 12

/** To leaders: what, who is late by how long, what was done about it; 已阅 or 批示. */
export function noticeSheet(slip: Slip, notice: Notice, scene: Scene): Sheet {
  const { now } = scene
  const live = isOpen(slip)
  const word = live ? '逾期情况报告' : `逾期情况报告（${stateWord(slip)}）`
  const on = onSlip(slip, notice.n)
  return {
    header: {
      title: `${noOf(slip)} · ${word}`,
      subtitle: titleUnless(scene.redacted, slip),
      colour: live ? 'red' : 'grey',
      tags: slipTags(slip, now),
    },
    summary: `${noOf(slip)}（${word}）${titleUnless(scene.redacted, slip)}`,
    fact: factOf(slip, scene, scene.redacted),
    about: { matter: null, slip },
    hidden: scene.redacted,
    body: [
      text(supervisionLines.late(noOf(slip), bodyName(scene, slip.unitId)), 'heading'),
      text(lateWords(slip, notice, scene)),
      ...(live ? row([button('acknowledge', on, 'primary_filled'), button('instruct', on)]) : []),
      ...readers(notice, scene),
      text(`目前状态：${stateWord(slip)}`),
      hr,
      ...timelineOf(slip, scene, now),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}

/** Reckoned to the moment of the notice, so that it stays true on a card that is not redrawn. */
function lateWords(slip: Slip, { at: told }: Notice, scene: Scene): string {
  const late = slip.clocks.filter(
    ({ deadline, stoppedAt }) => deadline.at < told && (stoppedAt === null || stoppedAt > told),
  )
  return late
    .map(({ name, deadline }) => supervisionLines.lateBy(name, deadline.at, told, scene.now))
    .join('\n')
}

/** Who has read it, and that there is a 批示; its text is not for the group. */
function readers({ acknowledged, directives }: Notice, { now }: Scene): readonly Element[] {
  const lines = [
    ...directives.map(({ by, at }) => supervisionLines.directed(nameOf(by), at, now)),
    ...acknowledged.map(({ by, at }) => supervisionLines.read(nameOf(by), at, now)),
  ]
  const more = lines.length > MOST_NAMES ? [`等共${lines.length}人次`] : []
  return lines.length === 0 ? [] : [text([...lines.slice(0, MOST_NAMES), ...more].join('\n'))]
}
