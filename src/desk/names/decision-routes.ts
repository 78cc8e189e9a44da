import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Decided } from '../../archive/archive.ts'
import { Problem } from '../../model/problem.ts'
import { requireRole } from '../../web/auth/identify.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { numberIn } from '../../web/number-in.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

const decisionForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal('merge'), into: number }),
  z.object({ kind: z.literal('split'), 'keys[]': z.array(z.string().max(500)).min(1).max(500) }),
  z.object({ kind: z.literal('move'), article: number, ordinal: number, to: number }),
])

/** What editors decide of Names: it stands until one of them goes back on it. */
export function decisionRoutes({ archive, clock }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.use('/:id/decisions/*', requireRole('editor', 'admin'))

  routes.post('/:id/decisions', async (c) => {
    const id = numberIn(c.req.param('id'))
    const form = await readForm(c, decisionForm)
    if (form === null) throw new Problem('web/bad-form', 'What was sent is not the form that was shown.')
    const decided = decidedBy(c)
    switch (form.kind) {
      case 'rename':
        must(await archive.names.rename(id, form.name, decided))
        return c.redirect(`/names/${id}?done=rename`, 303)
      case 'merge':
        must(await archive.names.merge(id, form.into, decided))
        return c.redirect(`/names/${form.into}?done=merge`, 303)
      case 'split': {
        const { name } = must(await archive.names.split(id, form['keys[]'], decided))
        return c.redirect(`/names/${name.id}?done=split`, 303)
      }
      case 'move':
        must(await archive.names.move(form.article, form.ordinal, form.to, decided))
        return c.redirect(`/articles/${form.article}#named`, 303)
    }
  })

  routes.post('/:id/decisions/:decision/reversals', async (c) => {
    const id = numberIn(c.req.param('id'))
    const isUndone = await archive.names.undo(numberIn(c.req.param('decision')), decidedBy(c))
    if (!isUndone)
      throw new Problem('web/bad-form', 'It was undone already, or a later decision stands on it.', {
        detail: 'not-undone',
      })
    return c.redirect(`/names/${id}?done=undo`, 303)
  })
  return routes

  function decidedBy(c: Context<WebEnv>): Decided {
    return { by: c.var.user?.name ?? '', now: clock() }
  }
}

function must<Decision>(decision: Decision | null): Decision {
  if (decision === null)
    throw new Problem('web/bad-form', 'This cannot be decided of that name.', { detail: 'decision' })
  return decision
}
