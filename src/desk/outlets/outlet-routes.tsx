import { Hono } from 'hono'
import { Problem } from '../../model/problem.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { noticeWords } from '../sources/notice.ts'
import { articlesLookedAt, outletEdits } from './outlet-edits.ts'
import { OutletPage } from './outlet-page.tsx'

const articlesShown = 20
const creditsShown = 12

export function outletRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const [outlet, sources, latest, saved, outlets, credited] = await Promise.all([
      archive.outlets.get(id),
      archive.sources.list(),
      archive.articles.latest({ limit: articlesLookedAt, outletIds: [id] }),
      archive.rules.get(id),
      archive.outlets.list(),
      archive.credits.creditedBy(id, creditsShown),
    ])
    if (outlet === null) throw new Problem('web/not-found', 'There is no such outlet.')
    const ids = new Map(outlets.map((one) => [one.key, one.id]))
    const shown = {
      outlet,
      sources: sources.filter(({ source }) => source.outletId === id),
      latest: latest.items.slice(0, articlesShown),
      credits: {
        credited: credited.map(({ outletKey, ...one }) => ({
          ...one,
          outletId: outletKey === null ? null : (ids.get(outletKey) ?? null),
        })),
        crediting: await archive.credits.crediting(outlet.key, creditsShown),
      },
      edits: outletEdits(latest.items, clock()),
      saved,
      notice: noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, c.var.view),
    }
    return await sendPage(c, <OutletPage view={c.var.view} shown={shown} />)
  })
  return routes
}
