import { type Context, Hono } from 'hono'
import type { NameId } from '../../model/name.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { noName } from '../names/no-name.ts'
import { findSpeaker } from './find-speaker.ts'
import { foldedStatements, isSaid } from './folded-statements.ts'
import { sendStatements } from './send-statements.ts'
import { StatementsPage } from './statements-page.tsx'

/** Articles with a statement of the speaker: repeated ones are folded within a page. */
const articlesOnPage = 100
/** A file holds so many and tells where the next one begins. */
const articlesInFile = 1000
const longestText = 200

export function statementRoutes({ archive }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/statements', async (c) => {
    const text = speakerIn(c)
    const thoughts = c.req.query('thoughts') === 'shown'
    const asked = { text, chosen: chosenIn(c) }
    const { found, speaker, statements } = await findSpeaker(archive, asked, page(c, articlesOnPage))
    const items = foldedStatements(thoughts ? statements.items : statements.items.filter(isSaid))
    const shown = { asked: text, found, speaker, statements: { items, next: statements.next }, thoughts }
    return await sendPage(c, <StatementsPage view={c.var.view} shown={shown} />)
  })

  for (const format of ['csv', 'json'] as const) {
    routes.get(`/statements.${format}`, async (c) => {
      const asked = { text: speakerIn(c), chosen: chosenIn(c) }
      const { speaker, statements } = await findSpeaker(archive, asked, page(c, articlesInFile))
      if (speaker === null) throw noName()
      return sendStatements(c, { format, speaker, statements })
    })
    routes.get(`/names/:id/statements.${format}`, async (c) => {
      const id = numberIn(c.req.param('id'))
      const [record, statements] = await Promise.all([
        archive.names.get(id),
        archive.names.statements(id, page(c, articlesInFile)),
      ])
      if (record === null) throw noName()
      return sendStatements(c, { format, speaker: record.name, statements })
    })
  }
  return routes
}

function speakerIn(c: Context<WebEnv>): string {
  return (c.req.query('speaker') ?? '').trim().slice(0, longestText)
}

function chosenIn(c: Context<WebEnv>): NameId | null {
  const id = c.req.query('name') ?? ''
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}

function page(c: Context<WebEnv>, limit: number): { readonly limit: number; readonly cursor?: string } {
  const cursor = c.req.query('cursor')
  return { limit, ...(cursor === undefined ? {} : { cursor }) }
}
