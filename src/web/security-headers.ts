import type { MiddlewareHandler } from 'hono'
import type { WebEnv } from './web-env.ts'

/**
 * Nothing from elsewhere, nothing inline, no framing. Pictures from elsewhere load only on a page whose reader asked
 * for them.
 */
export function securityHeaders(options: { readonly https: boolean }): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    for (const [name, value] of fixed) headers.set(name, value)
    if (!headers.has('content-security-policy'))
      headers.set('content-security-policy', c.var.outsideImages ? policyWithImages : policy)
    if (options.https) headers.set('strict-transport-security', 'max-age=31536000')
  }
}

const fixed: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // Not no-referrer: with it browsers send `Origin: null` with our own forms.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

const policy = policyFor("'self'")
const policyWithImages = policyFor("'self' https: http:")

function policyFor(images: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${images}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
