import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { type Locale, locales } from '../../web/i18n/locale.ts'
import { localPath } from '../../web/local-path.ts'
import { preferenceCookies } from '../../web/see-request.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { PreferencesPage } from './preferences-page.tsx'

const shape = z.object({
  language: z.enum(Object.keys(locales) as [Locale, ...Locale[]]),
  theme: z.enum(['auto', 'light', 'dark']),
  shortcuts: z.enum(['on', 'off']).catch('off'),
  back: z.string().catch('/'),
})
const yearSeconds = 365 * 24 * 60 * 60

/** Kept in the browser, because they are about this screen and these eyes; also there before one signs in. */
export function preferencesRoutes({ secureCookies }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const back = localPath(c.req.query('back'), '/')
    return await sendPage(c, <PreferencesPage view={c.var.view} back={back} />)
  })

  routes.post('/', async (c) => {
    const form = await readForm(c, shape)
    if (form === null)
      throw new Problem('web/bad-form', 'There is no such preference.', { detail: 'preference' })
    const options = {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: secureCookies,
      maxAge: yearSeconds,
    } as const
    for (const name of ['language', 'theme', 'shortcuts'] as const)
      setCookie(c, preferenceCookies[name], form[name], options)
    return c.redirect(localPath(form.back, '/'), 303)
  })
  return routes
}
