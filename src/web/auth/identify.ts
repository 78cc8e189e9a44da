import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Problem } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'
import type { WebEnv } from '../web-env.ts'
import { type Role, type SessionStore, tokenHash } from './session.ts'

export interface CookiePolicy {
  /** True where the desk is reached over HTTPS: cookies then never travel without it. */
  readonly secure: boolean
}

/** Finds out who asks. A visitor without a session gets a cookie of their own, for the tokens of forms. */
export function identify(options: {
  readonly store: SessionStore
  readonly clock: () => EpochMs
  readonly cookies: CookiePolicy
}): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const token = getCookie(c, sessionCookie(options.cookies)) ?? null
    const session = token === null ? null : await options.store.session(tokenHash(token), options.clock())
    const user = session && { id: session.user.id, name: session.user.name, role: session.user.role }
    c.set('user', user)
    c.set('sessionToken', user === null ? null : token)
    c.set('formSecret', user === null || token === null ? visitorSecret(c, options.cookies) : token)
    await next()
  }
}

/** Sends those who are not signed in to where they can; a script is told 401. */
export const requireUser: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.var.user !== null) return await next()
  if (c.req.method !== 'GET' || c.req.header('sec-fetch-dest') === 'empty')
    throw new Problem('web/not-signed-in', 'Sign in first.')
  return c.redirect(`/session?back=${encodeURIComponent(c.var.view.path)}`, 302)
}

/** Lets only these roles through, else Problem 'web/not-allowed'. */
export function requireRole(...roles: readonly Role[]): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const role = c.var.user?.role
    if (role === undefined || !roles.includes(role))
      throw new Problem('web/not-allowed', `This takes an account that is ${roles.join(' or ')}.`, {
        values: { roles: roles.join(', ') },
      })
    await next()
  }
}

export function keepSessionCookie(
  c: Context,
  token: string,
  expiresAt: EpochMs,
  cookies: CookiePolicy,
): void {
  setCookie(c, sessionCookie(cookies), token, { ...cookieOptions(cookies), expires: new Date(expiresAt) })
}

export function dropSessionCookie(c: Context, cookies: CookiePolicy): void {
  setCookie(c, sessionCookie(cookies), '', { ...cookieOptions(cookies), maxAge: 0 })
}

function visitorSecret(c: Context, cookies: CookiePolicy): string {
  const name = prefixed('wiredesk-visitor', cookies)
  const known = getCookie(c, name)
  if (known !== undefined && known.length >= 40) return known
  const secret = randomBytes(32).toString('base64url')
  setCookie(c, name, secret, cookieOptions(cookies))
  return secret
}

function sessionCookie(cookies: CookiePolicy): string {
  return prefixed('wiredesk', cookies)
}

/** `__Host-`: set by this host alone, over HTTPS alone (RFC 6265bis §4.1.3). */
function prefixed(name: string, { secure }: CookiePolicy): string {
  return secure ? `__Host-${name}` : name
}

function cookieOptions({ secure }: CookiePolicy): {
  path: string
  httpOnly: true
  sameSite: 'Lax'
  secure: boolean
} {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure }
}
