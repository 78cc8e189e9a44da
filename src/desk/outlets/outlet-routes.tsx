import { Hono } from 'hono'
import { Problem } from '../../model/problem.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { noticeWords } from '../sources/notice.ts'
import { OutletPage } from './outlet-page.tsx'

const articlesShown = 20

export function outletRoutes({ archive }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const [outlet, sources, latest, saved] = await Promise.all([
      archive.outlets.get(id),
      archive.sources.list(),
      archive.articles.latest({ limit: articlesShown, outletIds: [id] }),
      archive.rules.get(id),
    ])
    if (outlet === null) throw new Problem('web/not-found', 'There is no such outlet.')
    const shown = {
      outlet,
      sources: sources.filter(({ source }) => source.outletId === id),
      latest: latest.items,
      saved,
      notice: noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, c.var.view),
    }
    return await sendPage(c, <OutletPage view={c.var.view} shown={shown} />)
  })
  return routes
}
