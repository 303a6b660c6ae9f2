import type { Dossier } from '../src/domain/dossier.ts'
import { differencesAmong, partnersIn, standingReport } from '../src/domain/findings.ts'
import { isOpen, type Slip } from '../src/domain/slip.ts'
import { clip, type Element, hr, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { slipHead } from './slip-head.ts'
import { bodyName, colourOf, stateWord } from './view.ts'
import { dutyWords } from './wording-dictionary.ts'
import { findingLines, measureWord } from './wording-findings.ts'
import { internalLines } from './wording-sentences.ts'

/** Characters of all reports together that one card has room for, and the most of one text. */
const ROOM = 4_000
const MOST = 400
/** Lines of 数字与日期对照, and characters of each. */
const COMPARED = 6
const COMPARED_SIGNS = 140

/** 各单位口径, side by side, for the lead and the office. Of an internal matter it stands in private chats only. */
export function findingsSheet(slip: Slip, scene: Scene): Sheet {
  const { redacted, dossier } = scene
  const word = findingLines.word
  return {
    ...slipHead(slip, scene, word, redacted, colourOf(slip.brief.level, isOpen(slip))),
    body: dossier
      ? [text(findingLines.ask, 'heading'), ...reportsOf(dossier, scene), ...comparedOr(dossier, scene)]
      : [],
  }
}

function reportsOf(dossier: Dossier, scene: Scene): readonly Element[] {
  const partners = partnersIn(dossier)
  const room = Math.min(MOST, Math.floor(ROOM / (2 * partners.length)))
  return partners.flatMap((slip) => {
    const report = standingReport(slip)
    return [
      strong(`${bodyName(scene, slip.unitId)}（${dutyWords[slip.duty]}，${stateWord(slip)}）`),
      text(
        scene.redacted
          ? internalLines.untold
          : report
            ? findingLines.report(clip(report.findings, room), clip(report.measures, room))
            : findingLines.none,
      ),
    ]
  })
}

function comparedOr(dossier: Dossier, scene: Scene): readonly Element[] {
  const reported = partnersIn(dossier).filter((slip) => standingReport(slip) !== null)
  if (scene.redacted || reported.length < 2) return []
  const differing = comparedOf(dossier, scene)
  return [
    hr,
    ...(differing.length > 0 ? differing : [strong(findingLines.compared), text(findingLines.alike)]),
  ]
}

/** 数字与日期对照: only where units differ; nothing where they do not. */
export function comparedOf(dossier: Dossier, scene: Scene): readonly Element[] {
  if (scene.redacted) return []
  const differences = differencesAmong(dossier)
  if (differences.length === 0) return []
  const lines = differences.slice(0, COMPARED).map(({ measure, by }) =>
    clip(
      findingLines.differ(
        measureWord(measure),
        by.map(({ of, written }) => `${bodyName(scene, of)}${written.join('、')}`),
      ),
      COMPARED_SIGNS,
    ),
  )
  const more = differences.length > COMPARED ? [findingLines.more(differences.length - COMPARED)] : []
  return [strong(findingLines.compared), text([...lines, ...more].join('\n'))]
}
