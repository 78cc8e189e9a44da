import { Hono } from 'hono'
import { canonicalAddress } from '../../kit/address.ts'
import { Problem } from '../../model/problem.ts'
import { requireRole } from '../../web/auth/identify.ts'
import { readFields } from '../../web/forms/read-form.ts'
import { numberIn } from '../../web/number-in.ts'
import { sendPage } from '../../web/send-page.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'
import { readSources } from '../sources/source-routes.tsx'
import { SourcesPage } from '../sources/sources-page.tsx'
import { DiscoveryPage } from './discovery-page.tsx'

export function discoveryRoutes(desk: DeskOptions): Hono<WebEnv> {
  const { archive, clock } = desk
  const routes = new Hono<WebEnv>()

  routes.post('/', requireRole('editor', 'admin'), async (c) => {
    const { address } = await readFields(c)
    const pasted = typeof address === 'string' ? address.trim() : ''
    const full = withScheme(pasted)
    if (full === null) {
      const problem = { field: 'address' as const, words: c.var.view.t('sources.bad-address'), value: pasted }
      const shown = { ...(await readSources(c, desk)), problem }
      return await sendPage(c, <SourcesPage view={c.var.view} shown={shown} />, 400)
    }
    return c.redirect(`/discoveries/${await archive.discoveries.ask(full, clock())}`, 303)
  })

  routes.get('/:id', async (c) => {
    const seq = await archive.changes.latestSeq()
    const discovery = await archive.discoveries.get(numberIn(c.req.param('id')))
    if (discovery === null)
      throw new Problem('web/not-found', 'That address is no longer being looked at.', {
        detail: 'discovery',
      })
    return await sendPage(c, <DiscoveryPage view={c.var.view} discovery={discovery} seq={seq} />)
  })
  return routes
}

/** People paste `vesti.example` and `@channel@mastodon.example`; https is what they mean. Null: not an address. */
function withScheme(pasted: string): string | null {
  const account = /^@([\w.-]+)@([\w.-]+)$/.exec(pasted)
  if (account !== null) return `https://${account[2]}/@${account[1]}`
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(pasted) ? pasted : `https://${pasted}`
  if (pasted === '' || pasted.length > 2000 || /\s/.test(pasted)) return null
  if (canonicalAddress(full) === null || !new URL(full).hostname.match(/[.:]|^localhost$/)) return null
  return full
}
