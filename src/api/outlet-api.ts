import { Hono } from 'hono'
import { Problem } from '../model/problem.ts'
import { numberIn } from '../web/number-in.ts'
import type { WebEnv } from '../web/web-env.ts'
import type { ApiOptions } from './api-options.ts'

const creditsShown = 100

export function outletApi({ archive }: ApiOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => c.json({ items: await archive.outlets.list() }))

  /** Whom the outlet credits, and which outlets credit it, the most frequent first. */
  routes.get('/:id/credits', async (c) => {
    const outlet = await archive.outlets.get(numberIn(c.req.param('id')))
    if (outlet === null) throw new Problem('web/not-found', 'There is no such outlet.')
    const [credits, creditedBy] = await Promise.all([
      archive.credits.creditedBy(outlet.id, creditsShown),
      archive.credits.crediting(outlet.key, creditsShown),
    ])
    return c.json({ outlet, credits, creditedBy })
  })
  return routes
}
