import { nameOf } from '../src/domain/decision.ts'
import { isOpen, type Notice, type Slip } from '../src/domain/slip.ts'
import { button, clip, type Element, hr, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { itemUnless } from './slip-parts.ts'
import { timelineOf } from './timeline.ts'
import { bodyName, hiddenFromUnit, noOf, onSlip, stateWord } from './view.ts'
import { directiveLines, internalLines, supervisionLines, timesWord } from './wording-sentences.ts'

/** More names than this are counted rather than listed. */
const MOST_NAMES = 12

/** Earlier 批示 are counted; each text is cut, the whole stands on the card of the 批示. */
const MOST_DIRECTIVES = 4
const MOST_SIGNS = 300

/** To leaders: what, who is late by how long, what was done about it; 已阅 or 批示. */
export function noticeSheet(slip: Slip, notice: Notice, scene: Scene, again?: number): Sheet {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const live = isOpen(slip)
  const word = live ? `逾期情况报告${timesWord(again)}` : `逾期情况报告（${stateWord(slip)}）`
  const on = onSlip(slip, notice.n)
  return {
    ...slipHead(slip, scene, word, hidden, live ? 'red' : 'grey'),
    body: [
      text(supervisionLines.late(noOf(slip), bodyName(scene, slip.unitId)), 'heading'),
      text(lateWords(slip, notice, scene)),
      ...(live ? row([button('acknowledge', on, 'primary_filled'), button('instruct', on)]) : []),
      ...directivesOf(slip, notice, scene),
      ...readers(notice, scene),
      text(`目前状态：${stateWord(slip)}`),
      hr,
      ...timelineOf(slip, scene, now),
      hr,
      ...itemUnless(hidden, slip, scene),
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

/** The 批示 made on this notice and what the unit answered; a notice stands among leaders, so they may be read here. */
export function directivesOf(slip: Slip, { n }: Notice, scene: Scene): readonly Element[] {
  const { now } = scene
  const hidden = hiddenFromUnit(slip, scene)
  const made = slip.directives.filter(({ notice }) => notice === n)
  const told = (said: string) => (hidden ? internalLines.untold : clip(said, MOST_SIGNS))
  const shown = made
    .slice(-MOST_DIRECTIVES)
    .map(({ by, at, text: said, deadline, answer }) =>
      [
        supervisionLines.directed(nameOf(by), at, now),
        told(said),
        answer
          ? `${directiveLines.answer(nameOf(answer.by), answer.at, now)}：${told(answer.text)}`
          : directiveLines.unanswered(deadline?.at ?? null, now),
      ].join('\n'),
    )
  const more = made.length > shown.length ? [supervisionLines.earlier(made.length - shown.length)] : []
  return [...more, ...shown].map((lines) => text(lines))
}

/** Who has read it. */
export function readers({ acknowledged }: Notice, { now }: Scene): readonly Element[] {
  const lines = acknowledged.map(({ by, at }) => supervisionLines.read(nameOf(by), at, now))
  const more = lines.length > MOST_NAMES ? [`等共${lines.length}人次`] : []
  return lines.length === 0 ? [] : [text([...lines.slice(0, MOST_NAMES), ...more].join('\n'))]
}
