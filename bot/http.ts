import express, { type Express, type Router } from 'express'
import type { Registry } from 'prom-client'

export interface HttpDeps {
  readonly webhook: Router
  /** `POST /intake/matters`. */
  readonly intake: Router
  /** What the bot still waits for before it can do its work; null when nothing. */
  readonly notReady: () => Promise<'database' | 'feishu' | null>
  readonly metrics: Registry
}

/** The outside contract over HTTP: the webhook, and three pages for operators that show nothing personal. */
export function createHttp({ webhook, intake, notReady, metrics }: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(webhook)
  app.use(intake)
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' })
  })
  app.get('/readyz', async (_req, res) => {
    const missing = await notReady()
    res.status(missing ? 503 : 200).json(missing ? { status: 'not ready', missing } : { status: 'ready' })
  })
  app.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.metrics())
  })
  app.use((_req, res) => {
    res.status(404).json({ error: 'not found' })
  })
  return app
}
