import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import type { Slip } from '../src/domain/slip.ts'
import { clip, type Element, link, row, strong, text } from './elements.ts'
import type { Scene } from './scene.ts'
import { internalLines } from './wording-sentences.ts'
import { urgentLines } from './wording-urgent.ts'

/** Parts that the cards of an emergency share. */

/** The rest of a long run of releases is counted in the ledger, not on a card. */
const MOST_RELEASES = 2
const MOST_SIGNS = 90

/** 电话交办记录: when, to whom, what was said, who was told. */
export function phoneRecordOf({ phone }: Matter, { now, redacted }: Scene): readonly Element[] {
  if (!phone) return []
  const { at, callee, said, reported, contact } = phone.call
  const told = (words: string) => (redacted ? internalLines.untold : words)
  return [
    strong(urgentLines.section),
    text(
      [
        urgentLines.called(at, callee, now),
        urgentLines.said(told(said)),
        urgentLines.reported(told(reported)),
        urgentLines.contact(contact),
      ].join('\n'),
    ),
  ]
}

/** On the unit's slip: that the telephone came first, and whether the paper is still owed. */
export function phoneLines({ phone, provisional }: Slip, now: Scene['now']): readonly string[] {
  if (!phone) return []
  return [
    urgentLines.called(phone.call.at, phone.call.callee, now),
    ...(provisional ? [urgentLines.provisional] : []),
  ]
}

/** What was released, newest last, and the ruling that no press conference is called. */
export function releasesOf(slip: Slip, hidden: boolean, now: Scene['now']): readonly Element[] {
  const { releases, conferenceWaived: waived } = slip
  if (releases.length === 0 && !waived) return []
  const shown = releases.slice(-MOST_RELEASES)
  const lines = shown.map(({ kind, publishedAt, where, by, what, noLinkReason }) =>
    [
      urgentLines.released(kind, publishedAt, hidden ? internalLines.untold : where, nameOf(by), now),
      ...(hidden ? [] : [clip(what, MOST_SIGNS)]),
      ...(hidden || noLinkReason === null ? [] : [`无链接：${clip(noLinkReason, MOST_SIGNS)}`]),
    ].join('\n'),
  )
  const ruling = waived
    ? [urgentLines.waived(nameOf(waived.by), waived.at, hidden ? null : waived.reason, now)]
    : []
  const latest = hidden ? null : (shown.findLast(({ link: url }) => url !== null)?.link ?? null)
  return [
    strong(urgentLines.releases),
    text([...lines, ...ruling].join('\n')),
    ...(latest === null ? [] : row([link('查看发布', latest)])),
  ]
}
