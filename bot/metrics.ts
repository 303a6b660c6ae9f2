import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Outbox } from '../src/ports.ts'

export interface Metrics {
  readonly registry: Registry
  /** How long a press or a message took until its answer, in seconds. */
  readonly answered: Histogram<'kind'>
  readonly outcomes: Counter<'kind' | 'outcome'>
  /** Reports that other systems sent, by the status they were answered with. */
  readonly intake: Counter<'outcome'>
}

/** Counts and durations only: no names, no numbers of slips, no texts. */
export function createMetrics(outbox: Outbox): Metrics {
  const registry = new Registry()
  new Gauge({
    name: 'jiaobantong_outbox',
    help: 'Messages by state: waiting to be sent, buried for good, cards waiting to be redrawn',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, buried, stale } = await outbox.counts()
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'buried' }, buried)
      this.set({ state: 'stale' }, stale)
    },
  })
  return {
    registry,
    answered: new Histogram({
      name: 'jiaobantong_answer_seconds',
      help: 'Time from a delivery to its answer',
      labelNames: ['kind'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 3],
      registers: [registry],
    }),
    intake: new Counter({
      name: 'jiaobantong_intake_total',
      help: 'Reports from other systems by the status they were answered with',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    outcomes: new Counter({
      name: 'jiaobantong_deliveries_total',
      help: 'Deliveries from Feishu by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers: [registry],
    }),
  }
}
