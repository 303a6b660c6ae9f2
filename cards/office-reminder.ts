import type { CardRef } from '../src/domain/card-ref.ts'
import { type DutyName, dutiesOf, readRungKey, rungBinds } from '../src/domain/duties.ts'
import type { Matter } from '../src/domain/matter.ts'
import { button, type Element, row, text } from './elements.ts'
import { formalLines } from './formal.ts'
import { matterTitle } from './matter-parts.ts'
import { monitoringOf } from './monitoring.ts'
import type { Scene } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { bodyName, colourOf, urgencyTags } from './view.ts'
import { watchButtons } from './watch.ts'
import { dutyOfOfficeWords, officeReminderLines } from './wording-monitoring.ts'
import { internalLines } from './wording-sentences.ts'

type ReminderRef = Extract<CardRef, { kind: 'office_reminder' }>

/** Why a reminder to the office need not go out any more; null while it binds. */
export function officeReminderOver(
  matter: Matter,
  { rungKey }: ReminderRef,
): 'settled' | 'superseded' | null {
  if (rungBinds(matter, rungKey)) return null
  return dutyStillOwed(matter, rungKey) ? 'superseded' : 'settled'
}

/** A later reminder of the same start of the same duty. */
function dutyStillOwed(matter: Matter, rungKey: string): boolean {
  const [, since] = rungKey.split('@')
  const name = readRungKey(rungKey)?.duty
  return dutiesOf(matter).some((duty) => duty.name === name && String(duty.since) === since)
}

/** What the office itself has not done by its time; the button does it. */
export function officeReminderSheet(matter: Matter, ref: ReminderRef, scene: Scene): Sheet {
  const { now } = scene
  const name = readRungKey(ref.rungKey)?.duty ?? 'monitoring'
  const { word, act } = dutyOfOfficeWords[name]
  const duty = dutiesOf(matter).find((one) => one.name === name && ref.rungKey.endsWith(`@${one.since}`))
  const over = officeReminderOver(matter, ref)
  const live = over === null
  const office = bodyName(scene, matter.officeId)
  const say = ref.to === 'office' ? officeReminderLines.due : officeReminderLines.told
  const level = matter.draft?.level ?? 'ordinary'
  const internal = ref.to !== 'office' && matter.draft?.sensitivity === 'internal'
  const title = internal ? internalLines.title : matterTitle(matter, scene)
  const state = live ? word : `${word}（已了）`
  return {
    header: {
      title: `${matter.ref} · ${state}`,
      subtitle: title,
      colour: colourOf(level, live),
      tags: urgencyTags(level),
    },
    summary: `${matter.ref}（${state}）${title}`,
    fact: `${matter.ref}\n${title}`,
    about: { matter, slip: null },
    hidden: scene.redacted,
    body: [
      live && duty
        ? text(say(matter.ref, office, act, duty.due, now), 'heading')
        : text(over === 'superseded' ? officeReminderLines.later : officeReminderLines.met(act)),
      ...(live && ref.to === 'office' ? doing(matter, name, ref.rungKey) : []),
      ...(name === 'formal_slip' && live ? [text(formalLines(matter, scene).join('\n'))] : []),
      ...(name === 'monitoring' && ref.to === 'office' && !live ? monitoringOf(matter, scene) : []),
    ],
  }
}

function doing(matter: Matter, name: DutyName, rungKey: string): readonly Element[] {
  const on = { matter: matter.id, rev: matter.rev }
  if (name === 'formal_slip') {
    return matter.formal?.submitted ? [] : [button('submit_formal', on, 'primary_filled')]
  }
  if (name === 'watch') return watchButtons(matter)
  if (name === 'group') {
    // The duty of a group is named by the number of its conference.
    return row([button('dissolve_group', { ...on, n: Number(rungKey.split('@')[1]) }, 'primary_filled')])
  }
  return row([button('log_monitoring', on, 'primary_filled'), button('end_monitoring', on)])
}
