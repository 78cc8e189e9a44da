import { Hono } from 'hono'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { HelpPage } from './help-page.tsx'

export function helpRoutes({ version }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => await sendPage(c, <HelpPage view={c.var.view} version={version} />))
  return routes
}
