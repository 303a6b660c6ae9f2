import type { Express } from 'express'
import type { Sandbox } from './sandbox.ts'
import type { World } from './world.ts'

export function mountPage(_app: Express, _world: World, _sandbox: Sandbox): () => void {
  return () => {}
}
