import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ChosenJobs } from '../../archive/archive.ts'
import { requireRole } from '../../web/auth/identify.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { mayEdit } from '../sources/may-edit.ts'
import { noticeWords } from '../sources/notice.ts'
import { SetAsidePage } from './set-aside-page.tsx'

const jobsShown = 200
const editors = requireRole('editor', 'admin')

/** All of one problem, or those whose boxes are ticked; none where none is. */
const chosenShape = z.union([
  z.object({ code: z.string().max(100) }).transform(({ code }) => ({ code })),
  z
    .object({ 'job[]': z.array(z.coerce.number().int().positive()).max(jobsShown).default([]) })
    .transform((form) => ({ ids: form['job[]'] })),
])

export function setAsideRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const { view } = c.var
    const [jobs, problems, counts] = await Promise.all([
      archive.jobs.listSetAside(jobsShown),
      archive.jobs.setAsideByProblem(),
      archive.jobs.counts(clock()),
    ])
    const notice = noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, view)
    const shown = { jobs, problems, counts, notice, mayEdit: mayEdit(view) }
    return await sendPage(c, <SetAsidePage view={view} shown={shown} />)
  })

  routes.post('/resumptions', editors, async (c) => {
    const count = await archive.jobs.resumeSetAside(clock(), await readChosen(c))
    return c.redirect(`/set-aside?done=resumed&count=${count}`, 303)
  })

  routes.post('/dismissals', editors, async (c) => {
    const count = await archive.jobs.dismissSetAside(await readChosen(c))
    return c.redirect(`/set-aside?done=dismissed&count=${count}`, 303)
  })
  return routes
}

async function readChosen(c: Context): Promise<ChosenJobs> {
  return (await readForm(c, chosenShape)) ?? { ids: [] }
}
