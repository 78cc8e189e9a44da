/** The desk over an archive, as a process of its own. Started by start-desk.ts. */
import { openArchive } from '../../src/archive/open-archive.ts'
import { createDesk } from '../../src/desk/desk-app.ts'
import { createLogger } from '../../src/kit/log.ts'
import { hashPassword } from '../../src/web/auth/password.ts'
import { serve } from '../../src/web/serve.ts'
import { editor } from '../../test/support/desk-server.ts'
import type { DeskOrder, DeskReady } from './start-desk.ts'

process.once('message', (order: DeskOrder) => {
  void open(order)
})
process.once('disconnect', () => process.exit())

async function open({ file }: DeskOrder): Promise<void> {
  const archive = await openArchive(file, { clock: Date.now })
  const passwordHash = await hashPassword(editor.password)
  await archive.users.add({ name: editor.name, role: 'admin', passwordHash, createdAt: Date.now() })
  const app = createDesk({
    archive,
    clock: Date.now,
    zone: 'Europe/Kyiv',
    version: 'bench',
    secureCookies: false,
    opml: { parse: () => [], write: () => '' },
    logger: createLogger({ level: 'warn', format: 'text' }),
  })
  const { address } = await serve(app, { host: '127.0.0.1', port: 0 })
  process.send?.({ address } satisfies DeskReady)
}
