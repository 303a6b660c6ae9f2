import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import { type Suggestions, suggest } from '../src/domain/suggest.ts'
import { button, clip, type Element, note, row, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { bodyName } from './view.ts'
import { answerFormWords, categoryWords, levelWords, requestTypeWords } from './wording-dictionary.ts'
import { fieldLabel } from './wording-fields.ts'
import { declineLines, originLines, similarLines, suggestLines } from './wording-intake.ts'
import { internalLines } from './wording-sentences.ts'

/** Parts of the office's cards about a matter that was not assigned yet. */

/** Where it came from. The author's name stands in the office's cards and nowhere else. */
export function originOf({ origin, registered, seed }: Matter, { now, redacted }: Scene): readonly Element[] {
  const lines = [
    ...(origin && (origin.door === 'http' || origin.door === 'import')
      ? [originLines.came(origin.source, origin.door, registered.at, now)]
      : []),
    ...(origin?.sourceId ? [originLines.sourceId(clip(origin.sourceId, 60))] : []),
    ...(origin?.postedAt ? [originLines.posted(origin.postedAt, now)] : []),
    ...(origin?.spread ? [originLines.spread(origin.spread)] : []),
    ...(origin?.author && !redacted ? [originLines.author(clip(origin.author, 40))] : []),
    ...(seed.analysis && !redacted ? [originLines.analysis(clip(seed.analysis, 300))] : []),
  ]
  return lines.length === 0 ? [] : [text(lines.join('\n'))]
}

/** What the text makes likely; nothing once somebody has drafted, for then they have decided. */
export function suggestionsOf({ seed, draft, circle }: Matter, scene: Scene): Suggestions | null {
  if (circle || draft || scene.redacted) return null
  return suggest(seed, scene.directory, scene.policy)
}

export function suggestionLines(found: Suggestions | null, scene: Scene): readonly Element[] {
  if (!found) return []
  const { category, level, requestType, units, usual } = found
  const { because, line } = suggestLines
  const label = (name: Parameters<typeof fieldLabel>[0]) => fieldLabel(name, 'submit_draft')
  const lines = [
    ...(category ? [line(label('category'), categoryWords[category.value], because(category.because))] : []),
    ...(level ? [line(label('level'), levelWords[level.value], because(level.because))] : []),
    ...(requestType
      ? [line(label('request_type'), requestTypeWords[requestType.value], because(requestType.because))]
      : []),
    ...units.map((unit, index) =>
      line(label(index === 0 ? 'lead' : 'support'), bodyName(scene, unit.value), because(unit.because)),
    ),
    ...(category && usual
      ? [
          line(
            label('answer_form'),
            answerFormWords[usual.answerForm],
            because({ category: category.value }),
          ),
          suggestLines.route(usual.route),
          ...(usual.rule === '' ? [] : [suggestLines.rule(usual.rule)]),
        ]
      : []),
  ]
  return lines.length === 0 ? [] : [note([suggestLines.title, ...lines].join('\n'))]
}

/** Likely duplicates, a line each. */
export function similarOf({ similar = [], redacted }: Scene): readonly Element[] {
  if (similar.length === 0 || redacted) return []
  const lines = similar.map((one) => similarLines.line({ ...one, title: clip(one.title, 40) }))
  return [text([similarLines.title, ...lines, similarLines.how].join('\n'))]
}

/** Ways out of the queue without 交办. */
export function waysOut(matter: Matter, withdrawable: boolean): readonly Element[] {
  const on = { matter: matter.id, rev: matter.rev }
  return row([
    ...(matter.circle ? [] : [button('merge_matter', on), button('decline_matter', on)]),
    ...(withdrawable ? [button('withdraw_draft', on, 'danger')] : []),
  ])
}

/** 不予受理 or 并案, as the fact that ended it; null while it has not. */
export function endLine({ declined, merged }: Matter, { now, redacted }: Scene): string | null {
  if (merged) return declineLines.merged(nameOf(merged.by), merged.at, merged.ref, now)
  if (!declined) return null
  const { ground, by, at } = declined
  const told = declined.note !== null && redacted ? internalLines.untold : declined.note
  return [
    declineLines.declined(nameOf(by), at, now),
    declineLines.ground(ground, told),
    ...declineLines.call(ground),
  ].join('\n')
}

/** 重复反映, counted on the main matter's cards. */
export function repeatsOf({ repeats }: Pick<Matter, 'repeats'>): readonly Element[] {
  return repeats.length === 0 ? [] : [text(similarLines.repeats(repeats.length))]
}
