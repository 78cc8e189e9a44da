import { type Context, Hono } from 'hono'
import type { Archive, Cursor, NameLine, NameRecord } from '../../archive/archive.ts'
import type { NameKind } from '../../model/marks.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { foldedStatements, isSaid } from '../statements/folded-statements.ts'
import { kindLabels } from './kind-labels.ts'
import { nameNotice } from './name-notice.ts'
import { NamePage } from './name-page.tsx'
import { NamesPage } from './names-page.tsx'
import { noName } from './no-name.ts'

const namesFound = 60
const mostShown = 24
const mostDays = 7
const dayMs = 86_400_000
const longestText = 200
/** Articles with something of the Name, a page of each list. */
const articlesOnPage = 20
const candidatesShown = 12

export function nameRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const asked = textIn(c, 'q')
    const found = asked === '' ? null : await archive.names.find(asked, { limit: namesFound })
    const most = found === null ? await mostNamed(archive, clock()) : []
    return await sendPage(c, <NamesPage view={c.var.view} shown={{ asked, found, most }} />)
  })

  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const record = await archive.names.get(id)
    if (record === null) throw noName()
    if (record.name.id !== id) return c.redirect(`/names/${record.name.id}`, 302)
    const thoughts = c.req.query('thoughts') === 'shown'
    const [statements, encounters, articles, into] = await Promise.all([
      archive.names.statements(id, page(c.req.query('statements'))),
      archive.names.encounters(id, page(c.req.query('encounters'))),
      archive.names.articles(id, page(c.req.query('articles'))),
      candidates(archive, record, textIn(c, 'into')),
    ])
    const shown = {
      record,
      statements: {
        items: foldedStatements(thoughts ? statements.items : statements.items.filter(isSaid)),
        next: statements.next,
      },
      thoughts,
      encounters,
      articles,
      into,
      notice: nameNotice(c.req.query('done'), c.var.view),
    }
    return await sendPage(c, <NamePage view={c.var.view} shown={shown} />)
  })
  return routes
}

async function mostNamed(
  archive: Archive,
  now: number,
): Promise<readonly { readonly kind: NameKind; readonly names: readonly NameLine[] }[]> {
  const since = now - mostDays * dayMs
  return await Promise.all(
    (Object.keys(kindLabels) as NameKind[]).map(async (kind) => ({
      kind,
      names: await archive.names.most({ since, kind, limit: mostShown }),
    })),
  )
}

async function candidates(
  archive: Archive,
  { name }: NameRecord,
  asked: string,
): Promise<{ readonly asked: string; readonly found: readonly NameLine[] }> {
  if (asked === '') return { asked, found: [] }
  const found = await archive.names.find(asked, { kind: name.kind, limit: candidatesShown })
  return { asked, found: found.filter(({ id }) => id !== name.id) }
}

function page(cursor: Cursor | undefined): { readonly limit: number; readonly cursor?: Cursor } {
  return { limit: articlesOnPage, ...(cursor === undefined ? {} : { cursor }) }
}

function textIn(c: Context<WebEnv>, name: string): string {
  return (c.req.query(name) ?? '').trim().slice(0, longestText)
}
