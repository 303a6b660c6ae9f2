import { readFileSync } from 'node:fs'
import express from 'express'
import { expect, it } from 'vitest'
import { binjiang } from './binjiang.ts'
import { frozenClock } from './clock.ts'
import { coverage } from './coverage.ts'
import { createFaults } from './faults.ts'
import { unlimited } from './platform/limits.ts'
import { mountPlatform, routesOf } from './platform/router.ts'
import { createTokens } from './platform/tokens.ts'
import { chanceOf } from './random.ts'
import { createWorld } from './world.ts'

function registeredEndpoints(): string[] {
  const clock = frozenClock(0)
  const chance = chanceOf(1)
  const app = { appId: 'cli_a1b2c3d4e5f60718', appSecret: 's', encryptKey: 'e', verificationToken: 'v' }
  const world = createWorld({ app, city: binjiang, clock, chance })
  const tokens = createTokens(world)
  const faults = createFaults({ clock, chance, changed: () => {}, setBot: () => {} })
  const server = express()
  mountPlatform(server, routesOf(world, tokens, unlimited), {
    world,
    tokens,
    faults,
    limits: unlimited,
    calls: [],
  })
  return server.router.stack.flatMap(({ route }) =>
    (route?.stack ?? []).map((layer) => `${layer.method.toUpperCase()} ${route?.path}`),
  )
}

it('says of every endpoint of the sandbox how far it goes, and of no other', () => {
  expect(coverage.map((row) => row.endpoint).sort()).toEqual(registeredEndpoints().sort())
})

it('names a test that exists for every endpoint', () => {
  for (const row of coverage) {
    const [file = '', name = ''] = row.test.split(/: (.*)/)
    expect(readFileSync(new URL(file, import.meta.url), 'utf8'), row.endpoint).toContain(`it('${name}'`)
  }
})

it('says what is missing wherever an endpoint is there in part', () => {
  for (const row of coverage) expect(row.missing !== undefined, row.endpoint).toBe(row.extent === 'part')
})
