import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import { button, clip, type Element, link, row, text } from './elements.ts'
import { endLine, originOf, similarOf, suggestionLines, suggestionsOf, waysOut } from './intake-parts.ts'
import { matterTitle, returnedLine, withdrawnLine } from './matter-parts.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { matterStatusWords } from './wording-dictionary.ts'
import { declineLines } from './wording-intake.ts'
import { draftLines } from './wording-sentences.ts'

/** 退回修改, told where the draft was written: the reason, and the way back into the form. */
export function draftReturnedSheet(matter: Matter, n: number, scene: Scene): Sheet {
  const live = matter.status === 'drafting' && matter.returned.length === n
  const title = matterTitle(matter, scene)
  const reason = returnedLine(matter, scene, n) ?? ''
  return {
    header: {
      title: `${matter.ref} · 退回修改`,
      subtitle: title,
      colour: live ? 'orange' : 'grey',
      tags: [],
    },
    summary: `${matter.ref}（退回修改）${title}`,
    fact: reason,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [
      text(reason),
      live
        ? button(
            matter.circle ? 'submit_whistle' : 'submit_draft',
            { matter: matter.id, rev: matter.rev },
            'primary_filled',
            draftLines.edit,
          )
        : text(`目前状态：${matterStatusWords[matter.status]}。`),
    ],
  }
}

/** 登记 by a unit, told to the office. */
export function registeredSheet(matter: Matter, scene: Scene): Sheet {
  const { registered } = matter
  const waits = matter.status === 'registered'
  const { by } = registered
  const person = by === 'system' ? undefined : scene.directory.person({ openId: by.openId })
  const body = person?.posts[0] ? (scene.directory.body(person.posts[0].bodyId)?.name ?? '') : ''
  const title = matterTitle(matter, scene)
  return {
    header: {
      title: `${matter.ref} · ${waits ? '新登记舆情' : matter.declined ? declineLines.state : matterStatusWords[matter.status]}`,
      subtitle: title,
      colour: waits ? 'blue' : 'grey',
      tags: [],
    },
    summary: `${matter.ref}（新登记舆情）${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [
      ...(by === 'system' ? [] : [text(draftLines.registered(nameOf(by), body, registered.at, scene.now))]),
      ...originOf(matter, scene),
      ...(scene.redacted ? [] : seedOf(matter)),
      ...(waits ? [...suggestionLines(suggestionsOf(matter, scene), scene), ...similarOf(scene)] : []),
      ...endOf(matter, scene),
      ...(waits
        ? [
            ...row([button('start_draft', { matter: matter.id, rev: matter.rev }, 'primary_filled')]),
            ...waysOut(matter, false),
          ]
        : []),
    ],
  }
}

function seedOf({ seed }: Matter): readonly Element[] {
  const lines = [
    ...(seed.title === null ? [] : [`标题：${clip(seed.title, 200)}`]),
    ...(seed.platform === null ? [] : [`来源平台：${clip(seed.platform, 60)}`]),
    ...(seed.summary === null ? [] : [`摘要：${clip(seed.summary, 800)}`]),
  ]
  return [
    ...(lines.length === 0 ? [] : [text(lines.join('\n'))]),
    ...(seed.link === null ? [] : [link('查看原文', clip(seed.link, 500))]),
  ]
}

function endOf(matter: Matter, scene: Scene): readonly Element[] {
  const line = withdrawnLine(matter, scene) ?? endLine(matter, scene)
  return line === null ? [] : [text(line)]
}
