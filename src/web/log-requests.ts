import type { MiddlewareHandler } from 'hono'
import type { Logger } from '../kit/log.ts'
import type { WebEnv } from './web-env.ts'

/** One line a request, without its query (it says what an editor looks for): debug, or warn from 500 up. */
export function logRequests(logger: Logger): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const from = performance.now()
    await next()
    const line = { status: c.res.status, ms: Math.round((performance.now() - from) * 10) / 10 }
    logger[c.res.status >= 500 ? 'warn' : 'debug'](line, `web: ${c.req.method} ${c.req.path}`)
  }
}
