import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { ListedSource } from '../../archive/archive.ts'
import { canonicalAddress } from '../../kit/address.ts'
import { isZone } from '../../kit/zone-offset.ts'
import { Problem } from '../../model/problem.ts'
import type { SourceKind } from '../../model/source.ts'
import { requireRole } from '../../web/auth/identify.ts'
import { readFields, readForm } from '../../web/forms/read-form.ts'
import { problemWords } from '../../web/i18n/problem-words.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { addChosen } from './add-chosen.ts'
import { importSources } from './import-sources.ts'
import { noticeWords } from './notice.ts'
import { sourceKinds } from './source-kinds.ts'
import { RemovalPage, SourcePage, type SourceShown } from './source-page.tsx'
import { type Sources, SourcesPage } from './sources-page.tsx'

const editShape = z.object({
  title: z.string().trim().max(200),
  address: z.string().trim().max(2000),
  /** Of the outlet; nothing said leaves it as it is. */
  zone: z.string().trim().max(60).optional(),
  kind: z.enum(Object.keys(sourceKinds) as [SourceKind, ...SourceKind[]]),
})
const stateShape = z.object({ state: z.enum(['active', 'paused']) })
const editors = requireRole('editor', 'admin')

export function sourceRoutes(desk: DeskOptions): Hono<WebEnv> {
  const { archive, clock } = desk
  const routes = new Hono<WebEnv>()

  routes.get('/', async (c) => {
    const shown = await readSources(c, desk)
    return await sendPage(c, <SourcesPage view={c.var.view} shown={shown} />)
  })

  /** Watches what was chosen of a discovery. */
  routes.post('/', editors, async (c) => {
    const count = await addChosen(await readFields(c), desk)
    return c.redirect(`/sources?done=${count === 0 ? 'known' : 'added'}&count=${count}`, 303)
  })

  routes.post('/imports', editors, async (c) => {
    const { file } = await readFields(c)
    try {
      const count = await importSources(file instanceof File ? await file.text() : '', desk)
      return c.redirect(`/sources?done=imported&count=${count}`, 303)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem = { field: 'file' as const, words: problemWords(error, c.var.view.t), value: '' }
      const shown = { ...(await readSources(c, desk)), problem }
      return await sendPage(c, <SourcesPage view={c.var.view} shown={shown} />, 400)
    }
  })

  routes.get('/:id', async (c) => {
    const listed = await mustGet(c, desk)
    const notice = noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, c.var.view)
    return await sendPage(c, <SourcePage view={c.var.view} shown={{ listed, notice, problem: null }} />)
  })

  routes.post('/:id', editors, async (c) => {
    const listed = await mustGet(c, desk)
    const form = await readForm(c, editShape)
    const { t } = c.var.view
    const again = async (problem: SourceShown['problem']): Promise<Response> =>
      await sendPage(c, <SourcePage view={c.var.view} shown={{ listed, notice: null, problem }} />, 400)
    if (form === null || canonicalAddress(form.address) === null)
      return await again({ field: 'address', words: t('sources.bad-address') })
    const isTaken = (await archive.sources.list()).some(
      ({ source }) => source.address === form.address && source.id !== listed.source.id,
    )
    if (isTaken) return await again({ field: 'address', words: t('sources.address-taken') })
    const { zone, ...change } = form
    if (zone !== undefined && zone !== '' && !isZone(zone))
      return await again({ field: 'zone', words: t('sources.bad-zone') })
    await archive.sources.edit(listed.source.id, change)
    if (zone !== undefined) await archive.outlets.setZone(listed.outlet.id, zone === '' ? null : zone)
    return c.redirect(`/sources/${listed.source.id}?done=saved`, 303)
  })

  routes.post('/:id/state', editors, async (c) => {
    const id = numberIn(c.req.param('id'))
    const form = await readForm(c, stateShape)
    if (form === null)
      throw new Problem('web/bad-form', 'A source can be active or paused.', { detail: 'state' })
    await archive.sources.setState(id, form.state, clock())
    return c.redirect(`/sources/${id}?done=saved`, 303)
  })

  routes.post('/:id/polls', editors, async (c) => {
    const id = numberIn(c.req.param('id'))
    await archive.sources.pollSoon(id, clock())
    return c.redirect(`/sources/${id}?done=asked`, 303)
  })

  routes.get('/:id/removal', editors, async (c) => {
    const listed = await mustGet(c, desk)
    return await sendPage(c, <RemovalPage view={c.var.view} listed={listed} />)
  })

  routes.post('/:id/removal', editors, async (c) => {
    await archive.sources.remove(numberIn(c.req.param('id')))
    return c.redirect('/sources?done=removed', 303)
  })
  return routes
}

/** All sources as an outline that other readers understand. */
export function sourceListRoute({ archive, opml }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/', async (c) => {
    c.header('content-type', 'text/x-opml; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="sources.opml"')
    const sources = (await archive.sources.list()).map(({ source, outlet }) => ({
      ...source,
      outlet: outlet.name,
    }))
    return c.body(opml.write(sources, 'Wiredesk'))
  })
  return routes
}

export async function readSources(c: Context<WebEnv>, { archive, clock }: DeskOptions): Promise<Sources> {
  const seq = await archive.changes.latestSeq()
  const [sources, { setAside }] = await Promise.all([archive.sources.list(), archive.jobs.counts(clock())])
  const notice = noticeWords({ done: c.req.query('done'), count: c.req.query('count') }, c.var.view)
  return { sources, setAside, notice, seq }
}

async function mustGet(c: Context<WebEnv>, { archive }: DeskOptions): Promise<ListedSource> {
  const listed = await archive.sources.get(numberIn(c.req.param('id') ?? ''))
  if (listed === null)
    throw new Problem('web/not-found', 'There is no such source; it may have been deleted.', {
      detail: 'source',
    })
  return listed
}
