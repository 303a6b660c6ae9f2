import { levels } from '../../src/domain/dictionary.ts'
import { isWebLink } from '../../src/domain/intake.ts'
import { type FormAct, readTerm, slipIdOf } from './form-act.ts'
import { readOrder } from './submit-draft.ts'

/** 更正 of an issued slip: the text as it should be, and a new limit where there is one. */
export const amend: FormAct = (values, about) => {
  const term = readTerm(values.term, about)
  const link = values.link ?? null
  const order = readOrder(values)
  const badLink = link !== null && !isWebLink(link) ? [{ field: 'link', why: 'not_a_link' } as const] : []
  if (!term.ok || badLink.length > 0) return [...(term.ok ? [] : [term.problem]), ...badLink]
  return {
    type: 'amend',
    slipId: slipIdOf(about),
    seenRev: about.on.rev,
    reason: values.reason ?? '',
    title: values.title ?? '',
    summary: values.summary ?? '',
    link,
    demand: values.demand ?? '',
    level: levels.find((level) => level === values.level) ?? null,
    term: term.term,
    ...(order.leader === '' && order.text === '' ? {} : { order }),
  }
}
