import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../model/problem.ts'
import { loadAssets } from '../web/assets.ts'
import { identify, requireUser } from '../web/auth/identify.ts'
import { guardForms } from '../web/forms/guard-forms.ts'
import { createLiveHub } from '../web/live/live-hub.ts'
import { liveRoutes } from '../web/live/live-routes.ts'
import { logRequests } from '../web/log-requests.ts'
import { problemStatus } from '../web/problem-status.ts'
import { securityHeaders } from '../web/security-headers.ts'
import { seeRequest } from '../web/see-request.ts'
import type { WebEnv } from '../web/web-env.ts'
import { articleRoutes } from './articles/article-routes.tsx'
import { captureRoutes } from './articles/capture-routes.ts'
import type { DeskOptions } from './desk-options.ts'
import { discoveryRoutes } from './discoveries/discovery-routes.tsx'
import { helpRoutes } from './help/help-routes.tsx'
import { latestRoutes } from './latest/latest-routes.tsx'
import { articleNameRoutes } from './names/article-name-routes.tsx'
import { decisionRoutes } from './names/decision-routes.ts'
import { nameRoutes } from './names/name-routes.tsx'
import { outletRoutes } from './outlets/outlet-routes.tsx'
import { preferencesRoutes } from './preferences/preferences-routes.tsx'
import { readingRoutes } from './readings/reading-routes.tsx'
import { rulesRoutes } from './rules/rules-routes.tsx'
import { searchRoutes } from './search/search-routes.tsx'
import { sessionRoutes } from './sessions/session-routes.tsx'
import { setAsideRoutes } from './set-aside/set-aside-routes.tsx'
import { createFirstRun } from './setup/first-run.ts'
import { setupRoutes } from './setup/setup-routes.tsx'
import { showProblem } from './show-problem.tsx'
import { sourceListRoute, sourceRoutes } from './sources/source-routes.tsx'
import { statementRoutes } from './statements/statement-routes.tsx'

export type { DeskOptions } from './desk-options.ts'

const mostBodyBytes = 4 * 1024 * 1024

/** The editors' workspace as one app: what it serves, in the order that a request meets it. */
export function createDesk(desk: DeskOptions): Hono<WebEnv> {
  const { archive, clock, zone, logger, secureCookies } = desk
  const app = new Hono<WebEnv>()
  const assets = loadAssets()
  const firstRun = createFirstRun(archive.users)
  const hub = createLiveHub({
    changes: archive.changes,
    onError: (error) => logger.error({ err: error }, 'web: live updates'),
  })

  app.use(logRequests(logger))
  app.use(securityHeaders({ https: secureCookies }))
  app.get('/healthz', async (c) => {
    await archive.changes.latestSeq()
    return c.json({ status: 'ok', version: desk.version })
  })
  app.route('/assets', assets.routes)
  app.get('/favicon.ico', (c) => c.redirect(assets.address('icon.svg'), 302))
  app.use(identify({ store: archive.users, clock, cookies: { secure: secureCookies } }))
  app.use(seeRequest({ clock, zone, assets }))
  app.use(bodyLimit({ maxSize: mostBodyBytes, onError: tooLarge }))
  app.use(guardForms)

  app.route('/preferences', preferencesRoutes(desk))
  app.route('/setup', setupRoutes(desk, firstRun))
  app.use(async (c, next) => ((await firstRun.isOn()) ? c.redirect('/setup', 302) : await next()))
  app.route('/session', sessionRoutes(desk))
  app.use(requireUser)

  app.get('/', (c) => c.redirect('/latest', 302))
  app.route('/latest', latestRoutes(desk))
  app.route('/articles', articleRoutes(desk))
  app.route('/articles', readingRoutes(desk))
  app.route('/articles', articleNameRoutes(desk))
  app.route('/', statementRoutes(desk))
  app.route('/names', nameRoutes(desk))
  app.route('/names', decisionRoutes(desk))
  app.route('/outlets', outletRoutes(desk))
  app.route('/outlets', rulesRoutes(desk))
  app.route('/captures', captureRoutes(desk))
  app.route('/search', searchRoutes(desk))
  app.route('/sources.opml', sourceListRoute(desk))
  app.route('/sources', sourceRoutes(desk))
  app.route('/discoveries', discoveryRoutes(desk))
  app.route('/set-aside', setAsideRoutes(desk))
  app.route('/live', liveRoutes(hub))
  app.route('/help', helpRoutes(desk))

  app.notFound(async (c) => await showProblem(c, notFound(c)))
  app.onError(async (error, c) => {
    if (!(error instanceof Problem) || problemStatus(error.code) >= 500)
      logger.error({ err: error }, `web: ${c.req.method} ${c.req.path}`)
    return await showProblem(c, error)
  })
  return app
}

function notFound(c: Context<WebEnv>): Problem {
  const page = c.req.path.slice(0, 100)
  return new Problem('web/not-found', `There is no page ${page}.`, { values: { page } })
}

function tooLarge(): never {
  const megabytes = mostBodyBytes / 1024 / 1024
  throw new Problem('web/too-large', `What was sent is larger than ${megabytes} MB.`, {
    values: { megabytes },
  })
}
