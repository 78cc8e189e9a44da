import { Hono } from 'hono'
import { requireRole } from '../../web/auth/identify.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { mayEdit } from '../sources/may-edit.ts'
import { noticeWords } from '../sources/notice.ts'
import { SetAsidePage } from './set-aside-page.tsx'

const jobsShown = 200

export function setAsideRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const { view } = c.var
    const [jobs, counts] = await Promise.all([
      archive.jobs.listSetAside(jobsShown),
      archive.jobs.counts(clock()),
    ])
    const notice = noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, view)
    const shown = { jobs, counts, notice, mayResume: mayEdit(view) }
    return await sendPage(c, <SetAsidePage view={view} shown={shown} />)
  })

  routes.post('/resumptions', requireRole('editor', 'admin'), async (c) => {
    const count = await archive.jobs.resumeSetAside(clock())
    return c.redirect(`/set-aside?done=resumed&count=${count}`, 303)
  })
  return routes
}
