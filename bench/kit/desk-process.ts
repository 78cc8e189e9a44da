/** The desk over an archive, as a process of its own. Started by start-desk.ts. */
import { openArchive } from '../../src/archive/open-archive.ts'
import { serveDesk } from './serve-desk.ts'
import type { DeskOrder, DeskReady } from './start-desk.ts'

process.once('message', (order: DeskOrder) => {
  void open(order)
})
process.once('disconnect', () => process.exit())

async function open({ file }: DeskOrder): Promise<void> {
  const { address } = await serveDesk(await openArchive(file, { clock: Date.now }))
  process.send?.({ address } satisfies DeskReady)
}
