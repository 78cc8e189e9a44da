import { Hono } from 'hono'
import { parseQuery } from '../../language/parse-query.ts'
import { Problem } from '../../model/problem.ts'
import type { Translate } from '../../web/i18n/messages.ts'
import { problemWords } from '../../web/i18n/problem-words.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { type Search, SearchPage } from './search-page.tsx'

const hitsOnPage = 30
const longestQuery = 1000

export function searchRoutes(desk: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => {
    const asked = (c.req.query('q') ?? '').trim().slice(0, longestQuery)
    const search = await find(asked, c.req.query('cursor'), desk, c.var.view.t)
    const status = search.problem === null ? 200 : 400
    return await sendPage(c, <SearchPage view={c.var.view} search={search} />, status)
  })
  return routes
}

async function find(
  asked: string,
  cursor: string | undefined,
  desk: DeskOptions,
  t: Translate,
): Promise<Search> {
  if (asked === '') return { asked, found: null, problem: null }
  try {
    const query = parseQuery(asked, { zone: desk.zone, now: desk.clock() })
    const page = await desk.archive.articles.search(query, {
      limit: hitsOnPage,
      ...(cursor === undefined ? {} : { cursor }),
    })
    return { asked, found: { query, page }, problem: null }
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('language/'))
      return { asked, found: null, problem: problemWords(error, t) }
    throw error
  }
}
