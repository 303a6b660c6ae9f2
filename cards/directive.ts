import { nameOf } from '../src/domain/decision.ts'
import { rungOf } from '../src/domain/ladder.ts'
import { owedDirectives } from '../src/domain/papers.ts'
import { type Directive, isOpen, type Slip } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import { button, clip, hr, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { actionsOf, askOf } from './slip.ts'
import { factOf, itemUnless, titleUnless } from './slip-parts.ts'
import { unitSheet } from './unit-notices.ts'
import { bodyName, hiddenFromUnit, noOf, onSlip, stateWord } from './view.ts'
import { rungActWords } from './wording-dictionary.ts'
import { directiveLines, internalLines, sections } from './wording-sentences.ts'

/** A reminder of a 批示, by its rung; the first message of it has none. */
interface Reminding {
  readonly n?: number
  readonly rungKey?: string
}

/** A reminder held over night has nothing left to say once the 批示 was answered. */
export function directiveOver(slip: Slip, { n, rungKey }: Reminding): 'settled' | null {
  return rungKey === undefined || owedDirectives(slip).some((one) => one.n === n) ? null : 'settled'
}

/** 到期提醒 or 催办, of a reminder. */
function remindingWord(slip: Slip, { rungKey }: Reminding): string {
  const act = rungKey === undefined ? undefined : rungOf(slip, rungKey.split('@')[0] ?? '')?.act
  return act ? ` · ${rungActWords[act]}` : ''
}

/** The limit as it stands, and whether it is gone. */
function limitLine({ deadline }: Directive, now: Instant): string | null {
  return deadline ? directiveLines[now > deadline.at ? 'late' : 'due'](deadline.at, now) : null
}

/** In the group: only that there is a 批示. Its text went to the unit's leaders in private. */
export function directivePendingSheet(slip: Slip, reminding: Reminding, scene: Scene): Sheet {
  const open = isOpen(slip)
  const waiting = owedDirectives(slip)
  const owed = waiting.length > 0
  const word = owed ? `有批示待办理${remindingWord(slip, reminding)}` : open ? '批示已回复' : stateWord(slip)
  const told = owed ? directiveLines.pending : directiveLines.answered
  const limits = waiting.flatMap((one) => limitLine(one, scene.now) ?? [])
  return unitSheet(slip, scene, word, owed, [
    text(open || owed ? told : askOf(slip, scene), 'heading'),
    ...(limits.length === 0 ? [] : [text(limits.join('\n'))]),
    ...(open ? [text(askOf(slip, scene)), ...(owed ? actionsOf(slip) : [])] : []),
  ])
}

/** The 批示 itself, in private, and the answer to it. */
export function directiveSheet(
  slip: Slip,
  ref: { readonly n: number; readonly rungKey?: string },
  scene: Scene,
): Sheet {
  const { now } = scene
  const directive = slip.directives.find((one) => one.n === ref.n)
  const open = isOpen(slip)
  const live = directive?.answer === null && !slip.withdrawn && !slip.voided
  const answered = directive?.answer ? '批示已回复' : null
  const word =
    answered ?? `批示${open ? '' : `（${stateWord(slip)}）`}${live ? remindingWord(slip, ref) : ''}`
  const base = unitSheet(slip, scene, word, live, [])
  const told = (said: string, most: number) => (scene.redacted ? internalLines.untold : clip(said, most))
  const limit = directive && live ? limitLine(directive, now) : null
  return {
    ...base,
    header: { ...base.header, subtitle: titleUnless(scene.redacted, slip) },
    hidden: scene.redacted,
    fact: factOf(slip, scene, scene.redacted),
    body: [
      ...(directive
        ? [
            text(directiveLines[live ? 'ask' : 'made'](nameOf(directive.by), directive.at, now), 'heading'),
            text(`${sections.directive}：${told(directive.text, 400)}`),
          ]
        : []),
      ...(limit === null ? [] : [text(limit)]),
      ...(live ? [button('answer_directive', onSlip(slip, ref.n), 'primary_filled')] : []),
      ...(directive?.answer
        ? [
            text(
              `${directiveLines.answer(nameOf(directive.answer.by), directive.answer.at, now)}：${told(directive.answer.text, 600)}`,
            ),
          ]
        : []),
      text(`承办单位：${bodyName(scene, slip.unitId)}\n目前状态：${stateWord(slip)}\n${askOf(slip, scene)}`),
      hr,
      ...itemUnless(scene.redacted, slip, scene),
    ],
  }
}

/** To the leader who wrote it, and to the supervision office: who has not answered what, since when. */
export function directiveLateSheet(slip: Slip, n: number, scene: Scene): Sheet | null {
  const { now } = scene
  const directive = slip.directives.find((one) => one.n === n)
  if (!directive?.deadline) return null
  const { by, at, deadline, answer } = directive
  const hidden = hiddenFromUnit(slip, scene)
  const live = owedDirectives(slip).includes(directive)
  const unit = bodyName(scene, slip.unitId)
  const word = answer ? '批示已回复' : live ? directiveLines.lateWord : stateWord(slip)
  const base = unitSheet(slip, scene, word, live, [])
  return {
    ...base,
    header: { ...base.header, colour: live ? 'red' : 'grey' },
    body: [
      text(
        answer
          ? `${directiveLines.answer(nameOf(answer.by), answer.at, now)}：${hidden ? internalLines.untold : clip(answer.text, 600)}`
          : directiveLines.unmet(noOf(slip), nameOf(by), at, unit, deadline.at, now),
        'heading',
      ),
      text(`${sections.directive}：${hidden ? internalLines.untold : clip(directive.text, 400)}`),
      text(`承办单位：${unit}\n目前状态：${stateWord(slip)}`),
      hr,
      ...itemUnless(hidden, slip, scene),
    ],
  }
}
