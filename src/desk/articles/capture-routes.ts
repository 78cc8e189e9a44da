import { Hono } from 'hono'
import { Problem } from '../../model/problem.ts'
import { numberIn } from '../../web/number-in.ts'
import type { WebEnv } from '../../web/web-env.ts'
import type { DeskOptions } from '../desk-options.ts'

/** The bytes as they were fetched, to be saved: never shown as a page of this site. */
export function captureRoutes({ archive }: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/:id', async (c) => {
    const id = numberIn(c.req.param('id'))
    const capture = await archive.captures.get(id)
    if (capture === null || capture.bytes.length === 0)
      throw new Problem('web/not-found', 'The bytes of this capture are no longer kept.', {
        detail: 'bytes',
      })
    c.header('content-type', 'application/octet-stream')
    c.header('content-disposition', `attachment; filename="capture-${id}.bin"`)
    c.header('content-security-policy', "default-src 'none'; sandbox")
    return c.body(new Uint8Array(capture.bytes))
  })
  return routes
}
