import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Express, Response } from 'express'

const folder = new URL('page/', import.meta.url)
const fileShape = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.(html|css|ts)$/

/** Serves the page; its modules are turned into JavaScript as they are asked for. */
export function servePage(app: Express): void {
  app.get('/', (_req, res) => send(res, 'index.html'))
  app.get('/page/*file', (req, res) => send(res, [req.params.file].flat().join('/')))
}

async function send(res: Response, name: string): Promise<void> {
  const kind = fileShape.exec(name)?.[2]
  const source = kind ? await read(name) : undefined
  if (source === undefined) {
    res.status(404).type('text').send('404')
    return
  }
  res.set({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  })
  if (kind === 'ts') res.type('text/javascript').send(await compiled(source, name))
  else res.type(kind === 'css' ? 'text/css' : 'text/html').send(source)
}

async function read(name: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(new URL(name, folder)), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function compiled(source: string, name: string): Promise<string> {
  // Loaded only when somebody opens the page: tests that drive the platform do not pay for it.
  const { transform } = await import('esbuild')
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'esm',
    target: 'es2022',
    sourcefile: name,
  })
  return code
}
