import { Hono } from 'hono'
import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { numberIn } from '../web/number-in.ts'
import type { WebEnv } from '../web/web-env.ts'
import type { ApiOptions } from './api-options.ts'
import { encounterAsJson, isoTime, lineAsJson, pageAsJson, statementAsJson } from './as-json.ts'
import { mostItems, pageOptions, parsed } from './page-options.ts'

const kinds = ['person', 'organisation', 'place', 'product', 'event'] as const
const asked = z.object({
  find: z.string().max(200).optional(),
  kind: z.enum(kinds).optional(),
  days: z.coerce.number().int().min(1).max(3660).default(7),
  limit: z.coerce.number().int().min(1).max(mostItems).default(50),
})

const dayMs = 86_400_000

export function nameApi({ archive, clock }: ApiOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  /** With `find`, the Names with a form that begins so; else those most named in the last `days`. */
  routes.get('/', async (c) => {
    const { find, kind, days, limit } = parsed(asked, c.req.query())
    const options = { limit, ...(kind === undefined ? {} : { kind }) }
    const items =
      find === undefined
        ? await archive.names.most({ ...options, since: clock() - days * dayMs })
        : await archive.names.find(find, options)
    return c.json({ items })
  })

  routes.get('/:id', async (c) => {
    const record = await archive.names.get(numberIn(c.req.param('id')))
    if (record === null) throw new Problem('web/not-found', 'There is no such Name, or it is no longer kept.')
    const { name, decisions, keys: _, ...rest } = record
    return c.json({
      ...name,
      ...rest,
      decisions: decisions.map(({ at, undoneAt, ...decision }) => ({
        ...decision,
        at: isoTime(at),
        undoneAt: undoneAt === null ? null : isoTime(undoneAt),
      })),
    })
  })

  routes.get('/:id/articles', async (c) => {
    const page = await archive.names.articles(numberIn(c.req.param('id')), pageOptions(c.req.query()))
    return c.json(pageAsJson(page, lineAsJson))
  })
  routes.get('/:id/statements', async (c) => {
    const page = await archive.names.statements(numberIn(c.req.param('id')), pageOptions(c.req.query()))
    return c.json(pageAsJson(page, statementAsJson))
  })
  routes.get('/:id/encounters', async (c) => {
    const page = await archive.names.encounters(numberIn(c.req.param('id')), pageOptions(c.req.query()))
    return c.json(pageAsJson(page, encounterAsJson))
  })
  return routes
}
