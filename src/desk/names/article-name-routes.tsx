import { Hono } from 'hono'
import { requireRole } from '../../web/auth/identify.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { ArticleNamePage } from './article-name-page.tsx'
import { noName } from './no-name.ts'

const candidatesShown = 12
const longestText = 200

/** The form in which an editor says that an article's name is somebody else. */
export function articleNameRoutes({ archive }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.use('/:id/names/*', requireRole('editor', 'admin'))

  routes.get('/:id/names/:ordinal', async (c) => {
    const id = numberIn(c.req.param('id'))
    const ordinal = Number(c.req.param('ordinal'))
    const [[line], filed] = await Promise.all([archive.articles.lines([id]), archive.articles.marks(id)])
    const name = filed?.names[ordinal]
    const written = filed?.marks.names[ordinal]
    if (line === undefined || name === undefined || written === undefined) throw noName()
    const asked = (c.req.query('q') ?? '').trim().slice(0, longestText)
    const found =
      asked === '' ? [] : await archive.names.find(asked, { kind: name.kind, limit: candidatesShown })
    const shown = {
      line,
      ordinal,
      name,
      written: written.name,
      asked,
      found: found.filter((other) => other.id !== name.id),
    }
    return await sendPage(c, <ArticleNamePage view={c.var.view} shown={shown} />)
  })
  return routes
}
