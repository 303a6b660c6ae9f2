import { conferenceIn } from '../src/domain/conference.ts'
import { nameOf } from '../src/domain/decision.ts'
import { bodyNamed, type Directory } from '../src/domain/directory.ts'
import { releaseKinds } from '../src/domain/emergency.ts'
import type { Draft, Matter } from '../src/domain/matter.ts'
import type { LeaderOrder } from '../src/domain/order.ts'
import { isOpen } from '../src/domain/slip.ts'
import type { About } from './about.ts'
import type { FormAct, Subject } from './action.ts'
import type { FormValues } from './forms.ts'
import { suggestionsOf } from './intake-parts.ts'
import type { Scene } from './scene.ts'
import { bodyName } from './view.ts'
import { termWords } from './wording-times.ts'

/**
 * What is known already is not asked again: the seed of a command, the former draft, the feedback that was sent back,
 * the slip as it stands, the unit that was proposed.
 */
export function prefilled(
  act: FormAct,
  { matter, slip }: About,
  hidden: boolean,
  scene: Scene,
  on: Subject,
): FormValues {
  const { directory } = scene
  if (act === 'submit_draft' && matter && !hidden) {
    return matter.draft ? valuesOfDraft(matter.draft, directory) : valuesOfSeed(matter, scene)
  }
  if (act === 'submit_whistle' && matter && !hidden) return valuesOfWhistle(matter, directory)
  if (act === 'assign_urgently' && matter && !hidden) {
    const { answer_form: _, sensitivity: __, ...seed } = valuesOfSeed(matter, scene)
    return seed
  }
  if (act === 'submit_formal' && matter?.draft && !hidden) return formalValues(matter, matter.draft)
  if (act === 'record_release' && slip) {
    const owed = releaseKinds.find((kind) => !slip.releases.some((one) => one.kind === kind))
    return { release_kind: owed ?? 'follow_up' }
  }
  const [likeliest] = scene.similar ?? []
  if (act === 'merge_matter' && likeliest) return { into: likeliest.ref }
  if (act === 'submit_final' && slip?.final && !hidden) {
    const { findings, measures, outcome, nextSteps, adoption } = slip.final
    return {
      findings,
      measures,
      outcome,
      ...(adoption ? { adoption: adoption.kind } : {}),
      ...(adoption?.reason ? { adoption_reason: adoption.reason } : {}),
      ...(nextSteps === null ? {} : { next_steps: nextSteps }),
    }
  }
  if (act === 'amend' && slip && !hidden) {
    const { title, summary, link, demand, level, order } = slip.brief
    return { title, summary, demand, level, ...(link === null ? {} : { link }), ...valuesOfOrder(order) }
  }
  const consequence = slip?.accountabilities.at(-1)?.proposed.consequence
  if (act === 'transfer' && consequence && !hidden) return { consequence }
  if (act === 'hand_over_clue') return { receivers: receiversOf(scene) }
  if (act === 'convene_conference' && matter) return { members: membersOf(matter, scene) }
  if (act === 'record_minutes' && matter) return { present: presentAt(matter, on.n ?? 0, scene) }
  const proposed = slip?.contests.at(-1)?.asked.proposed
  if (act === 'reassign' && proposed) return { unit: directory.body(proposed)?.name ?? proposed }
  return {}
}

/** 公安 and 网信, by the names that the directory knows. */
function receiversOf({ directory, policy }: Scene): string {
  const known = (policy.emergency.clues?.to ?? []).flatMap((name) => bodyNamed(name, directory.bodies) ?? [])
  return [...new Set(known.map(({ name }) => name))].join('、')
}

/** The bodies of the 联席会议 that the directory knows, and the units of the matter; the office itself hosts. */
function membersOf({ officeId }: Matter, { directory, policy, dossier }: Scene): string {
  const standing = policy.conferenceMembers.flatMap((name) => bodyNamed(name, directory.bodies) ?? [])
  const units = (dossier?.slips ?? []).filter(isOpen).flatMap(({ unitId }) => directory.body(unitId) ?? [])
  const names = [...standing, ...units].filter(({ id }) => id !== officeId).map(({ name }) => name)
  return [...new Set(names)].join('、')
}

/** Who confirmed, to be corrected by who came. */
function presentAt(matter: Matter, n: number, { directory }: Scene): string {
  const receipts = conferenceIn(matter, n)?.receipts ?? []
  return receipts.map(({ bodyId, by }) => `${directory.body(bodyId)?.name ?? bodyId}${nameOf(by)}`).join('、')
}

/** What the call said, or the text that came back. */
function formalValues({ formal }: Matter, draft: Draft): FormValues {
  const { answerForm, term, demand } = formal?.submitted ?? draft
  return { answer_form: answerForm, demand, ...(term === null ? {} : { term: termWords(term) }) }
}

/** What was told, and where nothing was, what the text makes likely. */
function valuesOfSeed(matter: Matter, scene: Scene): FormValues {
  const { title, summary, platform, link, requestType } = matter.seed
  const likely = suggestionsOf(matter, scene)
  const request = requestType ?? likely?.requestType?.value
  // Who joins is told above the form and never filled in: a slip nobody thought of costs its unit a day.
  const [lead] = likely?.units ?? []
  return {
    ...(title === null ? {} : { title }),
    ...(summary === null ? {} : { summary }),
    ...(platform === null ? {} : { platform }),
    ...(link === null ? {} : { link }),
    ...(likely?.category ? { category: likely.category.value } : {}),
    ...(likely?.level ? { level: likely.level.value } : {}),
    // 举报 has a form of its own, so it is told above this one and not chosen in it.
    ...(request && request !== 'report' ? { request_type: request } : {}),
    ...(lead ? { lead: bodyName(scene, lead.value) } : {}),
    answer_form: likely?.usual?.answerForm ?? 'same_thread',
    sensitivity: 'public',
  }
}

/** 监察 handles what is said against others, where it is a unit too. */
function valuesOfWhistle({ draft, circle }: Matter, directory: Directory): FormValues {
  if (!draft || !circle) {
    const lead = directory.bodiesOfKind('discipline').find(({ unit }) => unit !== null)
    return lead ? { lead: lead.name } : {}
  }
  const nameOf = (id: string) => directory.body(id)?.name ?? id
  return {
    title: draft.title,
    summary: draft.summary,
    platform: draft.platform,
    level: draft.level,
    excluded: circle.excluded.map(nameOf).join('、'),
    lead: nameOf(draft.lead),
    handlers: circle.handlers.map(({ name }) => name).join('、'),
    ...(circle.approver ? { approver: circle.approver.name } : {}),
    ...(draft.term === null ? {} : { term: termWords(draft.term) }),
    demand: draft.demand,
  }
}

function valuesOfOrder(order: LeaderOrder | undefined): FormValues {
  return order ? { leader: order.leader, directive: order.text } : {}
}

function valuesOfDraft(draft: Draft, directory: Directory): FormValues {
  const nameOf = (id: string) => directory.body(id)?.name ?? id
  return {
    title: draft.title,
    summary: draft.summary,
    platform: draft.platform,
    ...(draft.link === null ? {} : { link: draft.link }),
    category: draft.category,
    level: draft.level,
    ...(draft.requestType ? { request_type: draft.requestType } : {}),
    lead: nameOf(draft.lead),
    support: draft.support.map(nameOf).join('、'),
    answer_form: draft.answerForm,
    ...(draft.term === null ? {} : { term: termWords(draft.term) }),
    demand: draft.demand,
    ...valuesOfOrder(draft.order),
    sensitivity: draft.sensitivity,
  }
}
