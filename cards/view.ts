import { nameOf } from '../src/domain/decision.ts'
import type { Level, Sensitivity } from '../src/domain/dictionary.ts'
import { formatNo } from '../src/domain/numbering.ts'
import { type Act, clockOf, isOverdue, runningClocks, type Slip, type SlipClock } from '../src/domain/slip.ts'
import type { Instant } from '../src/domain/time.ts'
import type { Subject } from './action.ts'
import type { Colour, Tag } from './elements.ts'
import type { Scene } from './scene.ts'
import { dutyWords, slipStatusWords, soleWord } from './wording-dictionary.ts'

/** Judgements for display, all derived: nothing here is stored. */

const levelColours: Readonly<Record<Level, Colour>> = {
  extraordinary: 'red',
  major: 'orange',
  serious: 'yellow',
  ordinary: 'blue',
}

export function colourOf(level: Level, live: boolean): Colour {
  return live ? levelColours[level] : 'grey'
}

/** 缓急: colour alone never carries the meaning. */
export function urgencyTags(level: Level): readonly Tag[] {
  if (level === 'extraordinary') return [{ text: '特急', colour: 'red' }]
  return level === 'major' ? [{ text: '急', colour: 'orange' }] : []
}

/** The latest feedback was sent back and nothing was submitted since. */
export function isRework(slip: Slip): boolean {
  return slip.status === 'in_hand' && slip.sentBack.length > 0
}

/** What is wanted now, in one word for the header. */
export function stateWord(slip: Slip): string {
  return isRework(slip) ? '退回重办' : slipStatusWords[slip.status]
}

export function slipTags(slip: Slip, scene: Scene): readonly Tag[] {
  return [
    ...(isOverdue(slip, scene.now) ? [{ text: '逾期', colour: 'red' } as const] : []),
    ...urgencyTags(slip.brief.level),
    { text: dutyWord(slip, scene), colour: 'neutral' },
  ]
}

/** Clocks that still bind the unit and whose limit is gone. */
export function lateClocks(slip: Slip, now: Instant): readonly SlipClock[] {
  return runningClocks(slip).filter((clock) => now > clock.deadline.at)
}

/** The lead unit of an emergency, which releases what it has to say in one voice. */
export function speaksForAll(slip: Slip): boolean {
  return clockOf(slip, 'authoritative_info') !== undefined
}

/** The public answer is owed and was not reported. */
export function owesFirstResponse(slip: Slip): boolean {
  return slip.firstResponse === null && (clockOf(slip, 'first_response') !== undefined || speaksForAll(slip))
}

/** 同意签发 is still waited for. */
export function waitsForSignoff(slip: Slip): boolean {
  return slip.status === 'under_review' && slip.signoff.required && slip.signoff.signed === null
}

export function isInternal(slip: Slip): boolean {
  return slip.brief.sensitivity === 'internal'
}

/** 举报件: its cards stand in private chats, and their headers say no more than that. */
export function isConfided({ sensitivity }: { readonly sensitivity: Sensitivity }): boolean {
  return sensitivity === 'whistle_blower'
}

/**
 * Whether the free text of the slip is kept from every group but the office's own (内部), or from every card that Feishu
 * refused.
 */
export function hiddenFromUnit(slip: Slip, scene: Scene): boolean {
  return scene.redacted || isInternal(slip)
}

/** The scene of a card in another group than the office's own: of an 内部 slip no free text is drawn. */
export function outsideOffice(slip: Slip, scene: Scene): Scene {
  return { ...scene, redacted: hiddenFromUnit(slip, scene) }
}

/** `n` counts the paper of the slip that a button is about: the notice, the directive, the request. */
export function onSlip(slip: Slip, n?: number): Subject {
  return { slip: slip.id, rev: slip.rev, ...(n === undefined ? {} : { n }) }
}

export function noOf(slip: Slip): string {
  return formatNo(slip.no)
}

export function bodyName(scene: Scene, id: string): string {
  return scene.directory.body(id)?.name ?? id
}

export function officeName(scene: Scene, slip: Slip): string {
  return bodyName(scene, slip.officeId)
}

/** The unit that a voided slip was passed on to. */
export function successorName(slip: Slip, scene: Scene): string {
  const ruling = slip.contests.at(-1)?.ruling
  return ruling?.kind === 'reassigned' ? bodyName(scene, ruling.unitId) : '其他单位'
}

/** A 批示 on this slip that the unit still has to answer. */
export function owesDirectiveAnswer(slip: Slip): boolean {
  return slip.directives.some(({ answer }) => answer === null)
}

/** The body that supervises, by the name it has today. */
export function supervisionName(scene: Scene): string {
  return scene.directory.bodiesOfKind('supervision')[0]?.name ?? '督查室'
}

/** The person an act is by, with the telephone when the directory knows one. */
export function contactOf(act: Act, scene: Scene): string {
  const person = act.by === 'system' ? undefined : scene.directory.person({ openId: act.by.openId })
  return person?.phone ? `${nameOf(act.by)}，电话${phoneWords(person.phone)}` : nameOf(act.by)
}

/** As it is read out and dialled here: 139 6592 2470. */
export function phoneWords(phone: string): string {
  const mobile = /^(?:\+?86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone.replaceAll(/[\s-]/g, ''))
  return mobile ? mobile.slice(1).join(' ') : phone
}

/** 牵头 has somebody to lead; a unit that works alone is simply 主办. */
export function dutyWord(slip: Slip, scene: Scene): string {
  return slip.duty === 'lead' && companions(slip, scene).length === 0 ? soleWord : dutyWords[slip.duty]
}

/** The other slips of the same matter, the lead first. */
export function companions(slip: Slip, scene: Scene): readonly Slip[] {
  return (scene.dossier?.slips ?? []).filter((other) => other.id !== slip.id)
}
