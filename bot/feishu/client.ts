import { createRequire } from 'node:module'
import type { Client } from '@larksuiteoapi/node-sdk'
import type { Log } from '../../src/ports.ts'
import { failureFacts } from './failure.ts'
import type { SeamRequest, Transport } from './transport.ts'

type Sdk = typeof import('@larksuiteoapi/node-sdk')

const require = createRequire(import.meta.url)

/**
 * The official SDK's client over our own transport, loaded at the first call. It is required, not imported:
 * Node spends twice the time and memory to import a CommonJS file of this size.
 */
export function lazyClient(options: {
  readonly appId: string
  readonly domain: string
  readonly transport: Transport
  readonly log: Log
}): () => Client {
  let client: Client | undefined
  return () => {
    client ??= createClient(require('@larksuiteoapi/node-sdk'), options)
    return client
  }
}

function createClient(
  sdk: Sdk,
  { appId, domain, transport, log }: { appId: string; domain: string; transport: Transport; log: Log },
): Client {
  const request = <R>(asked: SeamRequest): Promise<R> =>
    transport.request(asked) as Promise<unknown> as Promise<R>
  const unused = (): Promise<never> => Promise.reject(new Error('only request() of the seam is in use'))
  return new sdk.Client({
    appId,
    // The secret stays with the transport, which alone asks for tokens; the SDK only insists that there be one.
    appSecret: 'kept-by-the-transport',
    domain,
    disableTokenCache: true,
    cache: new sdk.DefaultCache(),
    loggerLevel: sdk.LoggerLevel.warn,
    logger: quiet(log),
    httpInstance: {
      request: (asked) => request(asked),
      get: unused,
      delete: unused,
      head: unused,
      options: unused,
      post: unused,
      put: unused,
      patch: unused,
    },
  })
}

/**
 * The SDK logs whole requests and errors. Ours are told by who catches them, so only their facts go on, and
 * softly.
 */
function quiet(log: Log) {
  const tell = (...said: unknown[]): void => {
    const errors = said.flat(2).filter((one) => one instanceof Error)
    log.debug({ sdk: errors.map(failureFacts) }, 'the SDK reports')
  }
  return { error: tell, warn: tell, info: tell, debug: tell, trace: tell }
}
