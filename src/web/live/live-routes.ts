import { Hono } from 'hono'
import type { WebEnv } from '../web-env.ts'
import type { LiveHub } from './live-hub.ts'

/**
 * `GET /live?kinds=article-filed,source&after=17`: server-sent events. Last-Event-ID, which a browser sends when it
 * comes back, wins over `after`; with neither, what happens from now on.
 */
export function liveRoutes(hub: LiveHub): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', (c) => {
    const signals = [c.req.raw.signal, c.env?.closing].filter((signal) => signal !== undefined)
    const stream = hub.open({
      after: sequence(c.req.header('last-event-id')) ?? sequence(c.req.query('after')),
      kinds: new Set((c.req.query('kinds') ?? '').split(',')),
      signal: AbortSignal.any(signals),
    })
    c.header('content-type', 'text/event-stream; charset=utf-8')
    c.header('cache-control', 'no-store')
    // nginx would hold events back until its buffer is full.
    c.header('x-accel-buffering', 'no')
    return c.body(stream)
  })
  return routes
}

function sequence(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}
