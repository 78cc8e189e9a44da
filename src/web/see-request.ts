import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { EpochMs } from '../model/time.ts'
import type { Assets } from './assets.ts'
import { formToken } from './forms/form-token.ts'
import { chooseLocale } from './i18n/locale.ts'
import { translateTo } from './i18n/messages.ts'
import { timesFor } from './i18n/times.ts'
import type { Theme, View } from './view.ts'
import type { WebEnv } from './web-env.ts'

/** Cookies of what a reader prefers; no secrets, read by the server alone. */
export const preferenceCookies = {
  language: 'wiredesk-language',
  theme: 'wiredesk-theme',
  shortcuts: 'wiredesk-shortcuts',
} as const

/** Puts together the view of a request, after `identify`. */
export function seeRequest(options: {
  readonly clock: () => EpochMs
  readonly zone: string
  readonly assets: Assets
}): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    c.set('view', viewOf(c, options))
    c.set('outsideImages', false)
    await next()
  }
}

function viewOf(
  c: Context<WebEnv>,
  { clock, zone, assets }: { clock: () => EpochMs; zone: string; assets: Assets },
): View {
  const locale = chooseLocale(getCookie(c, preferenceCookies.language), c.req.header('accept-language'))
  const { pathname, search } = new URL(c.req.url)
  return {
    locale,
    t: translateTo(locale),
    times: timesFor(locale, zone),
    theme: themeOf(getCookie(c, preferenceCookies.theme)),
    shortcuts: getCookie(c, preferenceCookies.shortcuts) !== 'off',
    now: clock(),
    path: pathname + search,
    formToken: formToken(c.var.formSecret),
    user: c.var.user,
    asset: assets.address,
  }
}

function themeOf(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'auto'
}
