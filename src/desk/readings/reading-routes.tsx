import { Hono } from 'hono'
import { Problem } from '../../model/problem.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { type PassagesWanted, ReadingPage } from './reading-page.tsx'

/** How an article was read. To look at it asks for it: a question that was asked already is not asked again. */
export function readingRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/:id/reading', async (c) => {
    const filed = await archive.articles.get(numberIn(c.req.param('id')))
    if (filed === null)
      throw new Problem('web/not-found', 'There is no such article, or it is no longer kept.')
    const { line, captureId, article } = filed
    const seq = await archive.changes.latestSeq()
    const question = { outletId: line.outlet.id, captureId, address: line.address, proposed: null }
    const asked =
      article.textFrom === 'source'
        ? null
        : await archive.explanations.get(await archive.explanations.ask(question, clock()))
    const wanted = wantedIn(c.req.query('show'))
    return await sendPage(c, <ReadingPage view={c.var.view} shown={{ filed, asked, wanted, seq }} />)
  })
  return routes
}

function wantedIn(show: string | undefined): PassagesWanted {
  return show === 'kept' || show === 'dropped' ? show : 'all'
}
