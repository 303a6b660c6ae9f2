import type { Conference } from '../src/domain/conference.ts'
import { nameOf } from '../src/domain/decision.ts'
import type { BodyId } from '../src/domain/directory.ts'
import type { Dossier } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import { calledOf, conferenceBase, minutesOf, resolutionsOf } from './conference.ts'
import { button, text } from './elements.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { bodyName } from './view.ts'
import { conferenceLines as lines } from './wording-conference.ts'
import { internalLines } from './wording-sentences.ts'

/** In a member's group: an 内部 matter is told by its number only. */
function inGroup(matter: Matter, word: string, live: boolean, scene: Scene): Sheet {
  const hidden = scene.redacted || matter.draft?.sensitivity === 'internal'
  const base = conferenceBase(matter, word, live, { ...scene, redacted: hidden })
  if (!hidden || scene.redacted) return base
  const title = internalLines.title
  return {
    ...base,
    hidden,
    header: { ...base.header, subtitle: title },
    summary: `${matter.ref}（${word}）${title}`,
    fact: `${matter.ref}\n${title}`,
  }
}

/** 会议通知: when, where, about what; 确认参会 until the minutes are there. */
export function conferenceNoticeSheet(
  { matter }: Dossier,
  conference: Conference,
  bodyId: BodyId,
  scene: Scene,
): Sheet {
  const { now } = scene
  const { n, meetsAt, receipts, minutes } = conference
  const receipt = receipts.find((one) => one.bodyId === bodyId)
  const live = minutes === null && !receipt
  const base = inGroup(matter, lines.states.called, minutes === null, scene)
  const office = bodyName(scene, matter.officeId)
  return {
    ...base,
    body: [
      text(
        minutes
          ? lines.over(minutes.at, now)
          : receipt
            ? lines.mine(nameOf(receipt.by), receipt.at, now)
            : lines.ask(office, meetsAt, now),
        'heading',
      ),
      ...(live
        ? [button('confirm_attendance', { matter: matter.id, rev: matter.rev, n }, 'primary_filled')]
        : []),
      ...calledOf(conference, { ...scene, redacted: base.hidden }),
      ...(base.hidden ? [text(lines.internal(office))] : []),
    ],
  }
}

/** 会议纪要, one card: 会议认为, 议定 item, owner, limit. Later decisions are drawn into it. */
export function minutesSheet(dossier: Dossier, conference: Conference, scene: Scene): Sheet {
  const { matter } = dossier
  const base = inGroup(matter, lines.states.minutes, true, scene)
  const office = bodyName(scene, matter.officeId)
  return {
    ...base,
    body: base.hidden
      ? [text(lines.internalMinutes(office))]
      : [
          text(`${lines.subject}：${conference.subject}`, 'heading'),
          ...minutesOf(conference, scene),
          ...resolutionsOf(conference, dossier, scene),
        ],
  }
}
