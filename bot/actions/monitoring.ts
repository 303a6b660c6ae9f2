import { type FormAct, readTerm } from './form-act.ts'

/** 全网监测 begins: how often somebody looks, the policy's when left empty. */
export const startMonitoring: FormAct = (values, about) => {
  const { policy } = about.context
  const read = readTerm(values.every, about)
  if (!read.ok) return [{ field: 'every', why: 'unreadable_term' }]
  const every = read.term ?? policy.monitoring.every
  return every.kind === 'until'
    ? [{ field: 'every', why: 'unreadable_term' }]
    : { type: 'start_monitoring', matterId: about.dossier.matter.id, every }
}

/** 登记监测: what was found this time. */
export const logMonitoring: FormAct = (values, { dossier }) => ({
  type: 'log_monitoring',
  matterId: dossier.matter.id,
  text: values.observed ?? '',
  figures: values.figures ?? null,
})
