import express, { type Express } from 'express'
import type { World } from '../world.ts'
import { type CallContext, handlerOf, type Route } from './calls.ts'
import { chatRoutes } from './chats.ts'
import { fileRoutes } from './files.ts'
import type { Limits } from './limits.ts'
import { messageRoutes } from './messages.ts'
import type { Tokens } from './tokens.ts'

/** Every endpoint the platform has. What is not here is 404. */
export function routesOf(world: World, tokens: Tokens, limits: Limits): Route[] {
  return [
    {
      method: 'POST',
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      open: true,
      raw: true,
      handle: (call) => ({ code: 0, msg: 'ok', ...tokens.issue(call.body) }),
    },
    {
      method: 'GET',
      path: '/open-apis/bot/v3/info',
      raw: true,
      handle: () => ({
        code: 0,
        msg: 'ok',
        bot: {
          activate_status: 2,
          app_name: world.bot.name,
          avatar_url: '',
          ip_white_list: [],
          open_id: world.bot.openId,
        },
      }),
    },
    ...messageRoutes(world, limits),
    ...fileRoutes(world),
    ...chatRoutes(world),
  ]
}

/** Hangs the endpoints into an express application. A known path with another method is 405. */
export function mountPlatform(app: Express, routes: Route[], ctx: CallContext): void {
  app.use('/open-apis/im/v1/files', express.raw({ type: () => true, limit: '32mb' }))
  app.use('/open-apis', express.raw({ type: () => true, limit: '2mb' }))
  for (const route of routes) {
    const handler = handlerOf(route, ctx)
    if (route.method === 'GET') app.get(route.path, handler)
    else if (route.method === 'POST') app.post(route.path, handler)
    else if (route.method === 'PATCH') app.patch(route.path, handler)
    else app.delete(route.path, handler)
  }
  app.use('/open-apis', (req, res) => {
    const path = req.originalUrl.split('?')[0] ?? ''
    const status = routes.some((route) => shapeOf(route.path).test(path)) ? 405 : 404
    ctx.calls.push({
      at: ctx.world.clock.now(),
      method: req.method,
      path,
      query: {},
      body: undefined,
      status,
      code: 0,
      logId: '',
      rule: 'F1',
    })
    res
      .status(status)
      .type('text')
      .send(status === 404 ? '404 page not found' : '405 method not allowed')
  })
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:[a-z_]+/g, '[^/]+')}$`)
}
