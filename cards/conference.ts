import type { Conference, Resolution } from '../src/domain/conference.ts'
import { conferenceIn } from '../src/domain/conference.ts'
import { nameOf } from '../src/domain/decision.ts'
import { type Dossier, slipIn } from '../src/domain/dossier.ts'
import type { Matter } from '../src/domain/matter.ts'
import { button, clip, type Element, hr, note, row, strong, text } from './elements.ts'
import { formElements, freshForm } from './form-face.ts'
import { matterTitle } from './matter-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { bodyName, colourOf, noOf, urgencyTags } from './view.ts'
import { conferenceLines as lines } from './wording-conference.ts'
import { internalLines } from './wording-sentences.ts'
import { moment } from './wording-times.ts'

/** A year of meetings on one matter must fit one card; older decisions are counted. */
const MOST_RESOLUTIONS = 10

export function conferenceBase(matter: Matter, word: string, live: boolean, scene: Scene): Sheet {
  const title = matterTitle(matter, scene)
  return {
    header: {
      title: `${matter.ref} · ${word}`,
      subtitle: title,
      colour: colourOf(matter.draft?.level ?? 'ordinary', live),
      tags: matter.draft ? urgencyTags(matter.draft.level) : [],
    },
    summary: `${matter.ref}（${word}）${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [],
  }
}

/** The form that calls the n-th 会商, and afterwards the line that it was called. */
export function conferenceFormSheet({ matter }: Dossier, n: number, scene: Scene): Sheet {
  const conference = conferenceIn(matter, n)
  const base = conferenceBase(matter, lines.title, conference === undefined, scene)
  if (conference) {
    const { by, at } = conference.convened
    return { ...base, body: [text(lines.convened(nameOf(by), at, scene.now))] }
  }
  const on = { matter: matter.id, rev: matter.rev, n }
  const face = freshForm('convene_conference', on, matter.rev)
  return {
    ...base,
    opensWith: 'convene_conference',
    body: [text(lines.formIntro), ...formElements(face, base.about, scene.redacted, scene)],
  }
}

/** To the office: who comes, the minutes, what was decided, and what is still to be entered. */
export function conferenceSheet(dossier: Dossier, conference: Conference, scene: Scene): Sheet {
  const { matter } = dossier
  const { n, minutes, group, groupDissolved } = conference
  const base = conferenceBase(
    matter,
    `${lines.title}（${minutes ? lines.states.minuted : lines.states.waiting}）`,
    minutes === null,
    scene,
  )
  const on = { matter: matter.id, rev: matter.rev, n }
  return {
    ...base,
    body: [
      ...calledOf(conference, scene),
      ...row([
        ...(minutes ? [] : [button('record_minutes', on, 'primary_filled')]),
        button('decide_at_conference', on),
        ...(group && !groupDissolved ? [button('dissolve_group', on)] : []),
      ]),
      ...groupOf(conference, scene),
      hr,
      ...receiptsOf(conference, scene),
      ...minutesOf(conference, scene),
      ...resolutionsOf(conference, dossier, scene),
    ],
  }
}

/** 议题, 时间, 地点, 参会单位, 议程, 材料. */
export function calledOf(conference: Conference, scene: Scene): readonly Element[] {
  const { subject, meetsAt, place, members, agenda, materials } = conference
  const { now, redacted } = scene
  if (redacted) return [text(`${lines.time}：${moment(meetsAt, now)}\n${internalLines.untold}`)]
  return [
    text(`${lines.subject}：${clip(subject, 60)}`, 'heading'),
    text(
      [
        `${lines.time}：${moment(meetsAt, now)}`,
        `${lines.place}：${place}`,
        `${lines.members}：${members.map((id) => bodyName(scene, id)).join('、')}`,
        ...(agenda === null ? [] : [`${lines.agenda}：${agenda}`]),
        ...(materials === null ? [] : [`${lines.materials}：${materials}`]),
      ].join('\n'),
    ),
  ]
}

function groupOf({ group, groupDissolved }: Conference, { now, redacted }: Scene): readonly Element[] {
  if (!group || redacted) return []
  const { purpose, keeper, dissolveBy } = group
  const gone = groupDissolved ? [lines.groupGone(nameOf(groupDissolved.by), groupDissolved.at, now)] : []
  return [strong(lines.group), text([lines.groupLine(purpose, keeper, dissolveBy, now), ...gone].join('\n'))]
}

function receiptsOf({ receipts, members }: Conference, scene: Scene): readonly Element[] {
  const silent = members.filter((id) => !receipts.some(({ bodyId }) => bodyId === id))
  return [
    strong(lines.receipts),
    text(
      [
        ...receipts.map(({ bodyId, by, at }) =>
          lines.receipt(bodyName(scene, bodyId), nameOf(by), at, scene.now),
        ),
        ...(silent.length === 0 ? [] : [lines.silent(silent.map((id) => bodyName(scene, id)).join('、'))]),
      ].join('\n'),
    ),
  ]
}

export function minutesOf({ minutes }: Conference, { now, redacted }: Scene): readonly Element[] {
  if (!minutes) return []
  const { by, at, host, present, text: said } = minutes
  return [
    strong(lines.minutes),
    text(redacted ? internalLines.untold : said),
    ...(redacted ? [] : [text(`${lines.host}：${host}\n${lines.present}：${present}`)]),
    note(lines.recorded(nameOf(by), at, now)),
  ]
}

/** 议定事项: what, who, by when, and what it became. */
export function resolutionsOf(
  { resolutions }: Conference,
  dossier: Dossier,
  scene: Scene,
): readonly Element[] {
  const earlier = Math.max(0, resolutions.length - MOST_RESOLUTIONS)
  return [
    strong(lines.resolutions),
    ...(resolutions.length === 0 ? [text(lines.none)] : []),
    ...(earlier > 0 ? [note(lines.earlier(earlier))] : []),
    ...resolutions
      .slice(earlier)
      .map((one, index) => text(resolutionLine(earlier + index + 1, one, dossier, scene))),
  ]
}

function resolutionLine(n: number, one: Resolution, dossier: Dossier, scene: Scene): string {
  const slip = one.slipId === null ? undefined : slipIn(dossier, one.slipId)
  const words = {
    task: scene.redacted ? internalLines.untold : one.task,
    body: bodyName(scene, one.bodyId),
    due: one.due,
    became: one.became,
    no: slip ? noOf(slip) : '',
  }
  return lines.resolution(n, words, nameOf(one.by), scene.now)
}
