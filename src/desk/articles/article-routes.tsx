import { Hono } from 'hono'
import type { Archive } from '../../archive/archive.ts'
import type { CaptureId } from '../../model/capture.ts'
import { Problem } from '../../model/problem.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { ArticlePage } from './article-page.tsx'
import { articleState } from './article-state.ts'
import { creditChains } from './credit-chains.ts'
import type { CaptureFacts } from './provenance.tsx'
import { RevisionPage } from './revision-page.tsx'

export function articleRoutes({ archive }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()

  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const [filed, marks, statements, steps] = await Promise.all([
      archive.articles.get(id),
      archive.articles.marks(id),
      archive.names.statementsOf([id]),
      archive.credits.chain(id),
    ])
    if (filed === null) throw noArticle()
    const state = articleState((name) => c.req.query(name))
    c.set('outsideImages', state.pictures)
    const capture = await captureFacts(archive, filed.captureId)
    const chains = marks === null ? [] : creditChains(filed.line, marks, steps)
    const shown = { filed, capture, marks, statements, chains, state }
    return await sendPage(c, <ArticlePage view={c.var.view} shown={shown} />)
  })

  routes.get('/:id/revisions/:number', async (c) => {
    const id = numberIn(c.req.param('id'))
    const number = numberIn(c.req.param('number'))
    const [filed, article, before] = await Promise.all([
      archive.articles.get(id),
      archive.articles.revision(id, number),
      number === 1 ? null : archive.articles.revision(id, number - 1),
    ])
    const revision = filed?.revisions.find((line) => line.number === number)
    if (filed === null || article === null || revision === undefined) throw noArticle()
    return await sendPage(c, <RevisionPage view={c.var.view} shown={{ filed, revision, article, before }} />)
  })
  return routes
}

async function captureFacts(archive: Archive, id: CaptureId): Promise<CaptureFacts | null> {
  const capture = await archive.captures.get(id)
  if (capture === null) return null
  const { status, sha256, fetchedAt, bytes } = capture
  return { id, status, sha256, fetchedAt, bytes: bytes.length }
}

function noArticle(): Problem {
  return new Problem('web/not-found', 'There is no such article, or it is no longer kept.', {
    detail: 'article',
  })
}
