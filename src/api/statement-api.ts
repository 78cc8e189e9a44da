import { Hono } from 'hono'
import { z } from 'zod'
import type { WebEnv } from '../web/web-env.ts'
import type { ApiOptions } from './api-options.ts'
import { statementAsJson } from './as-json.ts'
import { parsed } from './page-options.ts'

const speakers = 5
const articlesEach = 50
const asked = z.object({ speaker: z.string().trim().min(1).max(200) })

export function statementApi({ archive }: ApiOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  /** The latest of what the most named of the Names that begin so said; /names/ID/statements has all of one. */
  routes.get('/', async (c) => {
    const { speaker } = parsed(asked, c.req.query())
    const names = await archive.names.find(speaker, { limit: speakers })
    const found = await Promise.all(
      names.map(({ id }) => archive.names.statements(id, { limit: articlesEach })),
    )
    const items = found.flatMap((page) => page.items).sort((one, other) => other.article.at - one.article.at)
    return c.json({ speakers: names, items: items.map(statementAsJson) })
  })
  return routes
}
