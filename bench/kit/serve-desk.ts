import type { Archive } from '../../src/archive/archive.ts'
import { createDesk } from '../../src/desk/desk-app.ts'
import { createLogger } from '../../src/kit/log.ts'
import { hashPassword } from '../../src/web/auth/password.ts'
import { type Served, serve } from '../../src/web/serve.ts'
import { editor } from '../../test/support/desk-server.ts'

/** The desk over an archive, which gets the account that a bench signs in with. */
export async function serveDesk(archive: Archive): Promise<Served> {
  const passwordHash = await hashPassword(editor.password)
  await archive.users.add({ name: editor.name, role: 'admin', passwordHash, createdAt: Date.now() })
  const app = createDesk({
    archive,
    clock: Date.now,
    zone: 'Europe/Kyiv',
    version: 'bench',
    secureCookies: false,
    selectorProblem: () => null,
    opml: { parse: () => [], write: () => '' },
    logger: createLogger({ level: 'warn', format: 'text' }),
  })
  return await serve(app, { host: '127.0.0.1', port: 0 })
}
