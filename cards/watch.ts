import { nameOf } from '../src/domain/decision.ts'
import type { Matter } from '../src/domain/matter.ts'
import type { Watch, Watched } from '../src/domain/watch.ts'
import { button, clip, type Element, row, text } from './elements.ts'
import { formElements, freshForm } from './form-face.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { bodyName } from './view.ts'
import { internalLines } from './wording-sentences.ts'
import { watchLines as lines, watchKindWords } from './wording-watch.ts'

type WatchState = keyof typeof lines.states

/** Older extensions are history. */
const MOST_EXTENSIONS = 3

export function watchState({ watch, status }: Matter): WatchState {
  if (watch?.lifted) return 'lifted'
  if (status !== 'registered') return 'turned'
  if (!watch?.about) return 'open'
  return watch.accepted ? 'watching' : 'proposed'
}

function base(matter: Matter, scene: Scene): Sheet {
  const state = watchState(matter)
  const subject = matter.watch?.about?.subject ?? lines.title
  const title = scene.redacted ? internalLines.untold : clip(subject, 60)
  const word = `${lines.title}（${lines.states[state]}）`
  return {
    header: {
      title: `${matter.ref} · ${word}`,
      subtitle: title,
      colour: state === 'lifted' || state === 'turned' ? 'grey' : 'yellow',
      tags: [],
    },
    summary: `${matter.ref} ${word}${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [],
  }
}

/** `/预警`: the form itself, and afterwards who filed it and what comes next. */
export function watchFormSheet(matter: Matter, scene: Scene): Sheet {
  const sheet = base(matter, scene)
  const { watch } = matter
  if (watch?.filed) {
    const { by, at } = watch.filed
    const told = text(lines.filed(nameOf(by), at, watch.accepted !== null, scene.now))
    const end = watch.lifted ? [...standing(matter, watch, scene), ...extensionsOf(watch, scene)] : []
    return { ...sheet, body: [told, ...end] }
  }
  const on = { matter: matter.id, rev: matter.rev }
  const face = freshForm('file_watch', on, matter.rev)
  return {
    ...sheet,
    opensWith: 'file_watch',
    body: [text(lines.intro), ...formElements(face, sheet.about, scene.redacted, scene)],
  }
}

/** The office's card: to be accepted, and later 转交办, 续期 or 解除. */
export function watchSheet(matter: Matter, scene: Scene): Sheet {
  const { watch } = matter
  return {
    ...base(matter, scene),
    body: [
      ...(watch ? standing(matter, watch, scene) : []),
      ...watchButtons(matter),
      ...(watch?.about ? contentOf(watch.about, scene) : []),
      ...(watch ? extensionsOf(watch, scene) : []),
    ],
  }
}

/** To a watcher's group: what to keep an eye on, and until when. */
export function watchNoticeSheet(matter: Matter, scene: Scene): Sheet {
  const { watch } = matter
  const state = watchState(matter)
  const office = bodyName(scene, matter.officeId)
  const { now } = scene
  const told =
    state === 'watching' && watch?.about
      ? [text(lines.notice(office, watch.about.until, now), 'heading')]
      : watch
        ? standing(matter, watch, scene)
        : []
  return { ...base(matter, scene), body: [...told, ...(watch?.about ? contentOf(watch.about, scene) : [])] }
}

function standing(matter: Matter, { filed, about, lifted }: Watch, { now }: Scene): readonly Element[] {
  switch (watchState(matter)) {
    case 'proposed':
      return filed ? [text(lines.ask(nameOf(filed.by), filed.at, now), 'heading')] : []
    case 'watching':
      return about ? [text(lines.watching(about.until, now), 'heading')] : []
    case 'turned':
      return [text(lines.turned)]
    case 'lifted':
      return lifted ? [text(lines.lifted(nameOf(lifted.by), lifted.at, now))] : []
    case 'open':
      return []
  }
}

/** What the office may do about it now; also on the reminder when its day has come. */
export function watchButtons(matter: Matter): readonly Element[] {
  const on = { matter: matter.id, rev: matter.rev }
  switch (watchState(matter)) {
    case 'proposed':
      return row([
        button('accept_watch', on, 'primary_filled'),
        button('lift_watch', on, 'default', lines.refuse),
      ])
    case 'watching':
      return row([
        button('start_draft', on, 'default', lines.turn),
        button('extend_watch', on),
        button('lift_watch', on, 'default', lines.lift),
      ])
    default:
      return []
  }
}

function contentOf(about: Watched, scene: Scene): readonly Element[] {
  if (scene.redacted) return [text(internalLines.untold)]
  const { kind, subject, risks, watchers, preparation } = about
  return [
    text(
      [
        lines.subject(watchKindWords[kind], subject),
        `${lines.watchers}：${watchers.map((id) => bodyName(scene, id)).join('、')}`,
        `${lines.risks}：${risks}`,
        ...(preparation === null ? [] : [`${lines.preparation}：${preparation}`]),
      ].join('\n'),
    ),
  ]
}

function extensionsOf({ extensions, lifted }: Watch, { now, redacted }: Scene): readonly Element[] {
  const told = (reason: string) => lines.reason(redacted ? internalLines.untold : reason)
  const parts = [
    ...extensions
      .slice(-MOST_EXTENSIONS)
      .flatMap(({ by, until, reason }) => [lines.extended(nameOf(by), until, now), told(reason)]),
    ...(lifted ? [told(lifted.reason)] : []),
  ]
  return parts.length === 0 ? [] : [text(parts.join('\n'))]
}
