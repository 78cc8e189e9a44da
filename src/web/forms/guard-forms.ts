import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../model/problem.ts'
import type { WebEnv } from '../web-env.ts'
import { isFormToken } from './form-token.ts'
import { readFields } from './read-form.ts'

/** The name of the hidden field. */
export const formTokenField = '_token'

/**
 * Lets a request that changes something through only when it comes from a page of ours: the browser's own word for it
 * (Origin, else Sec-Fetch-Site), and the form token bound to the session. Else Problem 'web/foreign-form'.
 */
export const guardForms: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next()
  if (!isFromHere(c.req.raw.headers)) {
    throw new Problem('web/foreign-form', 'This form was sent from another site.', {
      detail: 'elsewhere',
    })
  }
  const fields = await readFields(c)
  const token = fields[formTokenField]
  if (typeof token !== 'string' || !isFormToken(token, c.var.formSecret)) {
    throw new Problem(
      'web/foreign-form',
      'This form has lapsed: go back, load the page again and send it once more.',
      { detail: 'lapsed' },
    )
  }
  return await next()
}

/** Only hosts are compared: behind a proxy that ends TLS the scheme here is not the browser's. */
function isFromHere(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === headers.get('host')
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none'
}
