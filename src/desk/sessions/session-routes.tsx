import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { dropSessionCookie, keepSessionCookie } from '../../web/auth/identify.ts'
import { passwordFits } from '../../web/auth/password.ts'
import { openSession, tokenHash } from '../../web/auth/session.ts'
import { createSignInLimit } from '../../web/auth/sign-in-limit.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { localPath } from '../../web/local-path.ts'
import { sendPage } from '../../web/send-page.ts'
import { visitorAddress } from '../../web/visitor-address.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { SignInPage } from './sign-in-page.tsx'

const shape = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
  back: z.string().max(4000).catch('/'),
})

/** The session of who asks: `GET` the form to open one, `POST` to open it, `POST /end` to end it. */
export function sessionRoutes({ archive, clock, secureCookies, ...desk }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const limit = createSignInLimit()
  const cookies = { secure: secureCookies }

  const again = async (
    c: Context<WebEnv>,
    {
      back,
      name,
      problem,
      status,
    }: { back: string; name: string; problem: string | null; status: 200 | 400 | 429 },
  ): Promise<Response> =>
    await sendPage(
      c,
      <SignInPage
        view={c.var.view}
        back={back}
        name={name}
        problem={problem}
        demoLogin={desk.demoLogin ?? null}
      />,
      status,
    )

  routes.get('/', async (c) => {
    const back = localPath(c.req.query('back'), '/latest')
    if (c.var.user !== null) return c.redirect(back, 302)
    return await again(c, { back, name: '', problem: null, status: 200 })
  })

  routes.post('/', async (c) => {
    const { t } = c.var.view
    const form = await readForm(c, shape)
    if (form === null)
      return await again(c, { back: '/latest', name: '', problem: t('session.wrong'), status: 400 })
    const back = localPath(form.back, '/latest')
    const attempt = { name: form.name, from: visitorAddress(c, desk.behindProxy === true) }
    const seconds = limit.waitSeconds(attempt, clock())
    if (seconds > 0) {
      c.header('retry-after', String(seconds))
      const problem = t('session.wait', { count: Math.ceil(seconds / 60) })
      return await again(c, { back, name: form.name, problem, status: 429 })
    }
    // Counted before the password is tried, so that many attempts at once are many attempts.
    limit.failed(attempt, clock())
    const user = await archive.users.byName(form.name)
    if (!(await passwordFits(form.password, user?.passwordHash ?? null)) || user === null)
      return await again(c, { back, name: form.name, problem: t('session.wrong'), status: 400 })
    limit.succeeded(attempt)
    const { token, expiresAt } = await openSession(archive.users, user.id, clock())
    keepSessionCookie(c, token, expiresAt, cookies)
    return c.redirect(back, 303)
  })

  routes.post('/end', async (c) => {
    if (c.var.sessionToken !== null) await archive.users.closeSession(tokenHash(c.var.sessionToken))
    dropSessionCookie(c, cookies)
    return c.redirect('/session', 303)
  })
  return routes
}
