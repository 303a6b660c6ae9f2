import type { Circle } from '../src/domain/circle.ts'
import { nameOf } from '../src/domain/decision.ts'
import { isPublicAnswer } from '../src/domain/dictionary.ts'
import { deadlinesOf } from '../src/domain/limits.ts'
import type { Draft, Matter } from '../src/domain/matter.ts'
import { clockNames, needsSignoff } from '../src/domain/policy.ts'
import { answersItself } from '../src/domain/publishing.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import { officeCould } from './could.ts'
import { button, clip, type Element, panel, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { itemOf, wholeReceiptLines } from './slip-parts.ts'
import { bodyName, noOf, onSlip, stateWord } from './view.ts'
import { answerFormWords, clockWords, dutyWords, sensitivityWords } from './wording-dictionary.ts'
import { orderLines } from './wording-order.ts'
import { draftLines, internalLines, sections } from './wording-sentences.ts'
import { derivationLines, moment } from './wording-times.ts'
import { whistleLines } from './wording-whistle.ts'

/** Parts of the office's cards about a matter. */

/** A card has room for so many rows of two buttons; a matter of more units keeps 撤回 on every row. */
const MOST_AMENDABLE = 8

/** The draft as it was understood: units by their full names, and what was chosen. */
export function draftOf(draft: Draft, scene: Scene): readonly Element[] {
  const { redacted } = scene
  if (draft.circle) return whistleOf(draft, draft.circle, scene)
  const support = draft.support.map((id) => bodyName(scene, id)).join('、')
  return [
    ...(redacted ? [text(internalLines.untold)] : itemOf(draft)),
    text(
      [
        `承办单位（牵头）：${bodyName(scene, draft.lead)}`,
        `协办单位：${support === '' ? '无' : support}`,
        ...publishersOf(draft, scene),
        `答复形式：${answerFormWords[draft.answerForm]}`,
        `办理时限：${draftLines.term(draft.term)}`,
        `敏感级别：${sensitivityWords[draft.sensitivity]}`,
      ].join('\n'),
    ),
    ...orderOf(draft, redacted),
  ]
}

/** The 批示 it carries out, and where its result will be reported. */
function orderOf({ order }: Draft, redacted: boolean): readonly Element[] {
  if (!order) return []
  const said = redacted ? internalLines.untold : order.text
  const known = orderLines[order.openId === null ? 'toLeaders' : 'toLeader']
  const leader = redacted ? internalLines.untold : order.leader
  return [text([orderLines.by(leader), orderLines.text(said), known].join('\n'))]
}

function whistleOf(draft: Draft, circle: Circle, scene: Scene): readonly Element[] {
  const { excluded, handlers, approver } = circle
  return [
    ...(scene.redacted ? [text(internalLines.untold)] : itemOf(draft)),
    text(
      [
        whistleLines.excluded(excluded.map((id) => bodyName(scene, id))),
        whistleLines.unit(bodyName(scene, draft.lead)),
        whistleLines.handlers(handlers.map(({ name }) => name)),
        ...(approver ? [whistleLines.approver(approver.name)] : []),
        `答复形式：${answerFormWords[draft.answerForm]}`,
        `办理时限：${draftLines.term(draft.term)}`,
      ].join('\n'),
    ),
  ]
}

/** Who will answer in public, where more than one unit is asked. */
function publishersOf({ lead, support, category, answerForm }: Draft, scene: Scene): readonly string[] {
  if (support.length === 0 || !isPublicAnswer(answerForm)) return []
  const names = [lead, ...support.filter((id) => answersItself('support', id, category, scene))]
  return [draftLines.publishers(names.map((id) => bodyName(scene, id)))]
}

/** The limits the slips would have if issued at this moment, and how they are reckoned. */
export function limitsOf(draft: Draft, scene: Scene): readonly Element[] {
  const { now, policy } = scene
  const deadlines = deadlinesOf(draft, now, scene)
  const signoff = needsSignoff(policy, draft.category, draft.level)
  const named = clockNames.flatMap((name) => {
    const deadline = deadlines[name]
    return deadline ? [{ name, deadline }] : []
  })
  return [
    strong(sections.limits),
    text(
      [
        draftLines.limitsAsOf(now, now),
        ...named.map(({ name, deadline }) => `${clockWords[name]}：${moment(deadline.at, now)}前`),
        signoff ? draftLines.signoff : draftLines.noSignoff,
      ].join('\n'),
    ),
    panelOfWhy(
      named.map(({ name, deadline }) => [`${clockWords[name]}时限`, ...derivationLines(deadline.steps, now)]),
    ),
  ]
}

function panelOfWhy(blocks: readonly (readonly string[])[]): Element {
  return panel(
    sections.why,
    blocks.map((lines) => text(lines.join('\n'))),
  )
}

/** The numbers that were given, each with its unit and state, and 更正 and 撤回 while they may be pressed. */
export function slipRows(slips: readonly Slip[], scene: Scene): readonly Element[] {
  return [
    strong(sections.slips),
    ...slips.flatMap((slip, index) => {
      const words = [
        noOf(slip),
        dutyWords[slip.duty],
        bodyName(scene, slip.unitId),
        `${stateWord(slip)}${slip.amendments.length > 0 ? '（已更正）' : ''}`,
      ]
      const line = text([words.join('　'), ...wholeReceiptLines(slip, scene.now).slice(0, 1)].join('\n'))
      return isOpen(slip)
        ? row([
            line,
            ...(index < MOST_AMENDABLE && officeCould('amend', slip, scene)
              ? [button('amend', onSlip(slip))]
              : []),
            button('withdraw_slip', onSlip(slip), 'danger'),
          ])
        : [line]
    }),
  ]
}

/** The title of a matter as it may be shown, of its draft or of what was first told. */
export function matterTitle({ draft, seed, circle }: Matter, { redacted }: Scene): string {
  if (circle) return whistleLines.title
  return redacted ? internalLines.untold : clip(draft?.title ?? seed.title ?? seed.summary ?? '', 60)
}

/** 撤回 of a draft, with its reason. */
export function withdrawnLine({ withdrawn }: Matter, { now, redacted }: Scene): string | null {
  return withdrawn
    ? draftLines.withdrawn(
        nameOf(withdrawn.by),
        withdrawn.at,
        redacted ? internalLines.untold : withdrawn.reason,
        now,
      )
    : null
}

/** Why the latest draft came back; older returns are history. */
export function returnedLine(
  { returned }: Matter,
  { now, redacted }: Scene,
  n: number = returned.length,
): string | null {
  const last = returned[n - 1]
  return last
    ? draftLines.returned(
        nameOf(last.by),
        last.at,
        redacted ? internalLines.untold : clip(last.reason, 300),
        now,
      )
    : null
}
