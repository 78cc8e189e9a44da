import { Hono } from 'hono'
import { Problem } from '../model/problem.ts'
import { tokenHash } from '../web/auth/session.ts'
import { logRequests } from '../web/log-requests.ts'
import { securityHeaders } from '../web/security-headers.ts'
import type { WebEnv } from '../web/web-env.ts'
import type { ApiOptions } from './api-options.ts'
import { articleApi } from './article-api.ts'
import { nameApi } from './name-api.ts'
import { outletApi } from './outlet-api.ts'
import { sendProblem } from './send-problem.ts'
import { statementApi } from './statement-api.ts'

/**
 * The archive as JSON under /api, for whoever has a token (`wiredesk user token`). It only reads. Lists are
 * `{items, next}`: `next` is the cursor of the page that follows, or null. Times are ISO 8601 in UTC. What is wrong is told as RFC 9457 says.
 */
export function createApi(options: ApiOptions): Hono<WebEnv> {
  const { archive, clock, logger } = options
  const app = new Hono<WebEnv>().basePath('/api')
  app.use(logRequests(logger))
  app.use(securityHeaders({ https: options.https }))
  app.use(async (c, next) => {
    c.set('outsideImages', false)
    const token = /^Bearer +([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const session = token === undefined ? null : await archive.users.session(tokenHash(token), clock())
    if (session === null) {
      c.header('www-authenticate', 'Bearer realm="wiredesk"')
      throw new Problem(
        'api/no-token',
        'The API takes “Authorization: Bearer TOKEN”; `wiredesk user token NAME` makes one.',
      )
    }
    c.header('cache-control', 'no-store')
    await next()
  })
  app.route('/articles', articleApi(options))
  app.route('/names', nameApi(options))
  app.route('/statements', statementApi(options))
  app.route('/outlets', outletApi(options))
  app.notFound((c) =>
    sendProblem(c, new Problem('web/not-found', `There is nothing at ${c.req.path.slice(0, 100)}.`)),
  )
  app.onError((error, c) => {
    if (!(error instanceof Problem)) logger.error({ err: error }, `api: ${c.req.method} ${c.req.path}`)
    return sendProblem(c, error)
  })
  return app
}
