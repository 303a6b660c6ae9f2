import express, { type Express, type Router } from 'express'
import type { Registry } from 'prom-client'

export interface HttpDeps {
  readonly webhook: Router
  /** Throws with the reason while the bot cannot do its work. */
  readonly ready: () => Promise<void>
  readonly metrics: Registry
}

/** The outside contract over HTTP: the webhook, and three pages for operators that show nothing personal. */
export function createHttp({ webhook, ready, metrics }: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(webhook)
  app.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' })
  })
  app.get('/readyz', async (_req, res) => {
    try {
      await ready()
      res.json({ status: 'ready' })
    } catch (error) {
      res
        .status(503)
        .json({ status: 'not ready', reason: error instanceof Error ? error.message : 'unknown' })
    }
  })
  app.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.metrics())
  })
  app.use((_req, res) => {
    res.status(404).json({ error: 'not found' })
  })
  return app
}
