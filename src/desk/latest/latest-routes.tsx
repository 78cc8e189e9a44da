import { Hono } from 'hono'
import { z } from 'zod'
import type { ArticleLine } from '../../archive/archive.ts'
import { remember } from '../../web/remember.ts'
import { sendFragment, sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { KeptLine } from './kept-line.tsx'
import type { LatestFilter } from './latest-filter.tsx'
import { LatestPage } from './latest-page.tsx'

const linesOnPage = 100
const mostAsked = 200

/** What does not fit is left out: an old address shows the column all the same. */
const filterShape = z.object({
  language: z.array(z.string().regex(/^[a-z]{2,3}$/)).catch([]),
  outlet: z.array(z.coerce.number().int().positive()).catch([]),
})

export function latestRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const languages = remember(() => archive.articles.languages(), { clock, seconds: 30 })
  const outlets = remember(() => archive.outlets.list(), { clock, seconds: 5 })

  routes.get('/', async (c) => {
    const { view } = c.var
    const filter = readFilter(c.req.queries())
    const cursor = c.req.query('cursor')
    // The sequence first: what is filed between the two questions is then told twice rather than never.
    const seq = await archive.changes.latestSeq()
    const page = await archive.articles.latest({
      limit: linesOnPage,
      ...(cursor === undefined ? {} : { cursor }),
      ...(filter.languages.length === 0 ? {} : { languages: filter.languages }),
      ...(filter.outletId === null ? {} : { outletIds: [filter.outletId] }),
    })
    const latest = {
      page,
      seq,
      newest: cursor === undefined,
      filter,
      languages: await languages(),
      outlets: await outlets(),
    }
    return await sendPage(c, <LatestPage view={view} latest={latest} />)
  })

  /** The lines of these ids that the filter lets through: what an open column asks for when it is told of a change. */
  routes.get('/lines', async (c) => {
    const filter = readFilter(c.req.queries())
    const ids = (c.req.query('ids') ?? '').split(',', mostAsked).map(Number).filter(Number.isSafeInteger)
    const lines = await archive.articles.lines(ids)
    const { view } = c.var
    return await sendFragment(
      c,
      <ol>
        {lines.filter(lets(filter)).map((line) => (
          <KeptLine
            view={view}
            line={line}
            dayKey={view.times.dayKey(line.at)}
            dayName={view.times.day(line.at, view.now)}
          />
        ))}
      </ol>,
    )
  })
  return routes
}

function readFilter(query: Record<string, string[]>): LatestFilter {
  const { language, outlet } = filterShape.parse(query)
  return { languages: [...new Set(language)], outletId: outlet[0] ?? null }
}

function lets({ languages, outletId }: LatestFilter): (line: ArticleLine) => boolean {
  return (line) =>
    (languages.length === 0 || languages.includes(line.language)) &&
    (outletId === null || line.outlet.id === outletId)
}
