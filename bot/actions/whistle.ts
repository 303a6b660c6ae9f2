import { officeSide, unitRoles } from '../../src/domain/circle.ts'
import { levels } from '../../src/domain/dictionary.ts'
import { readUnits } from '../../src/domain/directory.ts'
import { type NamedRead, readNamed } from '../../src/domain/named-text.ts'
import type { FieldProblem } from '../../src/domain/refusal.ts'
import { type FormAct, readTerm } from './form-act.ts'

/** 提交审核 of a 举报件: the units and people are understood by name, whether they may be named is judged in the core. */
export const submitWhistle: FormAct = (values, about) => {
  const { directory, policy } = about.context
  const { matter } = about.dossier
  const term = readTerm(values.term, about)
  const excluded = readUnits(values.excluded ?? '', directory)
  const leads = readUnits(values.lead ?? '', directory)
  const problems: FieldProblem[] = []
  if (!excluded.ok) {
    problems.push({ field: 'excluded', why: 'unknown_unit', typed: excluded.unknown, near: excluded.near })
  }
  if (!leads.ok) problems.push({ field: 'lead', why: 'unknown_unit', typed: leads.unknown, near: leads.near })
  else if (leads.units.length !== 1) problems.push({ field: 'lead', why: 'one_unit_only' })
  const lead = leads.ok && leads.units.length === 1 ? leads.units[0] : undefined
  const handlers = read('handlers', values.handlers, lead ? directory.holders(lead.id, ...unitRoles) : null)
  const approvers = read('approver', values.approver, directory.holders(matter.officeId, 'approver'))
  if (handlers && !handlers.ok) problems.push(handlers.problem)
  if (approvers && !approvers.ok) problems.push(approvers.problem)
  if (!term.ok) problems.push(term.problem)
  const named = approvers?.ok ? approvers.named : []
  if (named.length > 1) problems.push({ field: 'approver', why: 'one_person_only' })
  const [approver] = named
  if (problems.length > 0 || !excluded.ok || !lead || !handlers?.ok || !approver || !term.ok) return problems
  return {
    type: 'submit_whistle',
    matterId: matter.id,
    title: values.title ?? '',
    summary: values.summary ?? '',
    platform: values.platform ?? '',
    level: levels.find((one) => one === values.level) ?? policy.categoryLevel.N4,
    excluded: excluded.units.map(({ id }) => id),
    lead: lead.id,
    handlers: handlers.named,
    approver,
    term: term.term,
    demand: values.demand ?? '',
  }
}

/** Null while it is not known whose people to look among: that problem is told first. */
function read(
  field: string,
  text: string | undefined,
  known: Parameters<typeof readNamed>[2] | null,
): NamedRead | null {
  return known && readNamed(field, text ?? '', known)
}

/** 调整知悉人员: who leaves may be gone from the directory, so they are found among the named. */
export const replaceConfidant: FormAct = (values, { dossier: { matter }, context: { directory } }) => {
  const { circle, officeId, id: matterId } = matter
  const named = circle ? [...officeSide(circle), ...circle.handlers] : []
  const leaver = named.find(({ name }) => name === values.leaver)
  if (!circle || !leaver) return [{ field: 'leaver', why: 'not_named' }]
  const ofUnit = circle.handlers.some(({ openId }) => openId === leaver.openId)
  const known =
    ofUnit && circle.unitId !== null
      ? directory.holders(circle.unitId, ...unitRoles)
      : directory.holders(officeId, 'office', 'approver')
  const successor = readNamed('successor', values.successor ?? '', known)
  if (!successor.ok) return [successor.problem]
  const [to, ...others] = successor.named
  if (!to || others.length > 0) return [{ field: 'successor', why: 'one_person_only' }]
  return { type: 'replace_confidant', matterId, from: leaver.openId, to }
}
