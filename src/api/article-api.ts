import { Hono } from 'hono'
import { z } from 'zod'
import { parseQuery } from '../language/parse-query.ts'
import { articleText } from '../model/article-text.ts'
import { Problem } from '../model/problem.ts'
import { numberIn } from '../web/number-in.ts'
import type { WebEnv } from '../web/web-env.ts'
import type { ApiOptions } from './api-options.ts'
import { isoTime, lineAsJson, pageAsJson } from './as-json.ts'
import { pageOptions, parsed } from './page-options.ts'

const filters = z.object({
  q: z.string().max(1000).optional(),
  language: z.string().max(200).optional(),
  outlet: z.string().max(200).optional(),
})

export function articleApi({ archive, clock, zone }: ApiOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  /** Latest first; with `q`, those that the search of the desk finds by it. `language` and `outlet` (ids) take several, parted by commas. */
  routes.get('/', async (c) => {
    const { q = '', language, outlet } = parsed(filters, c.req.query())
    const page = pageOptions(c.req.query())
    if (q.trim() !== '') {
      const found = await archive.articles.search(parseQuery(q, { zone, now: clock() }), page)
      return c.json(pageAsJson(found, ({ line }) => lineAsJson(line)))
    }
    const latest = await archive.articles.latest({
      ...page,
      ...(language === undefined ? {} : { languages: language.split(',') }),
      ...(outlet === undefined ? {} : { outletIds: outlet.split(',').map(numberIn) }),
    })
    return c.json(pageAsJson(latest, lineAsJson))
  })

  /** The article with its marks, and the one text that they are offsets into. */
  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const [filed, marked] = await Promise.all([archive.articles.get(id), archive.articles.marks(id)])
    if (filed === null)
      throw new Problem('web/not-found', 'There is no such article, or it is no longer kept.')
    const { line, article, gone, revisions } = filed
    return c.json({
      ...lineAsJson(line),
      article,
      gone: gone && { ...gone, since: isoTime(gone.since) },
      revisions: line.revisions,
      revisionTimes: revisions.map(({ seenAt }) => isoTime(seenAt)),
      text: articleText(article).text,
      marks: marked?.marks ?? null,
      names: marked?.names ?? [],
    })
  })

  /** Where the article has it from, and where that has it from: see CreditStep. */
  routes.get('/:id/credits', async (c) => {
    const chain = await archive.credits.chain(numberIn(c.req.param('id')))
    return c.json({
      items: chain.map(({ credited, ...step }) => ({ ...step, credited: credited && lineAsJson(credited) })),
    })
  })
  return routes
}
