import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { keepSessionCookie } from '../../web/auth/identify.ts'
import { hashPassword, shortestPassword } from '../../web/auth/password.ts'
import { openSession } from '../../web/auth/session.ts'
import { createSetupCode, isSetupCode } from '../../web/auth/setup-code.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import type { FirstRun } from './first-run.ts'
import { type SetupForm, SetupPage } from './setup-page.tsx'

const shape = z.object({
  code: z.string().max(200),
  name: z.string().trim().min(1).max(80),
  password: z.string().min(shortestPassword).max(1000),
})
const typedShape = z.object({ code: z.string().catch(''), name: z.string().catch('') })

/** Open only while there is no user. Its code works once: as soon as there is a user, there is no setup. */
export function setupRoutes(desk: DeskOptions, firstRun: FirstRun): Hono<WebEnv> {
  const { archive, clock, secureCookies } = desk
  const routes = new Hono<WebEnv>()
  const code = desk.setupCode ?? createSetupCode()
  let told = desk.setupCode !== undefined

  const show = async (c: Context<WebEnv>, form: SetupForm, status: 200 | 400): Promise<Response> =>
    await sendPage(c, <SetupPage view={c.var.view} form={form} />, status)

  routes.use(async (c, next) => {
    if (!(await firstRun.isOn())) return c.redirect('/', 302)
    return await next()
  })

  routes.get('/', async (c) => {
    if (!told) desk.logger.warn(`desk: nobody has an account yet. Make the first at /setup?code=${code}`)
    told = true
    return await show(c, { code: c.req.query('code') ?? '', name: '', problem: null }, 200)
  })

  routes.post('/', async (c) => {
    const { t } = c.var.view
    const typed = (await readForm(c, typedShape)) ?? { code: '', name: '' }
    const form = await readForm(c, shape)
    if (!isSetupCode(typed.code, code))
      return await show(c, { ...typed, problem: { field: 'code', words: t('setup.wrong-code') } }, 400)
    if (form === null) {
      const problem =
        typed.name.trim() === ''
          ? { field: 'name' as const, words: t('setup.no-name') }
          : { field: 'password' as const, words: t('setup.password-hint', { count: shortestPassword }) }
      return await show(c, { ...typed, problem }, 400)
    }
    const passwordHash = await hashPassword(form.password)
    const user = await archive.users.add({ name: form.name, role: 'admin', passwordHash, createdAt: clock() })
    firstRun.end()
    if (user === null) return c.redirect('/session', 303)
    const { token, expiresAt } = await openSession(archive.users, user.id, clock())
    keepSessionCookie(c, token, expiresAt, { secure: secureCookies })
    return c.redirect('/sources', 303)
  })
  return routes
}
