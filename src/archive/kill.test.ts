import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import { openArchive } from './open-archive.ts'

const worker = path.join(import.meta.dirname, '../../test/support/file-without-end.ts')
const tsx = fileURLToPath(import.meta.resolve('tsx'))

/** A process that files article after article and names each once it is acknowledged. */
function startFiling(address: string): ChildProcess {
  return spawn(process.execPath, ['--import', tsx, worker, address], { stdio: ['ignore', 'pipe', 'inherit'] })
}

onBothEngines('kill -9 while articles are filed', (ground) => {
  it('loses nothing that was acknowledged and leaves nothing half done', async () => {
    const address = await ground.newAddress()
    const acknowledged: string[] = []
    for (const enough of [5, 40]) {
      const filing = startFiling(address)
      assert.ok(filing.stdout)
      const exited = once(filing, 'exit')
      let seen = 0
      for await (const line of createInterface(filing.stdout)) {
        acknowledged.push(line)
        seen += 1
        if (seen === enough) filing.kill('SIGKILL')
      }
      await exited
      const archive = await openArchive(address, { clock: () => noon })
      try {
        assert.deepEqual(await archive.upkeep.check(), [])
        for (const article of acknowledged) assert.notEqual(await archive.articles.byAddress(article), null)
        assert.equal(await archive.articles.count(), (await filedAddresses(archive)).size)
        // Of each run at most the one article that was in hand waits to be filed.
        const { due } = await archive.jobs.counts(noon + 1e9)
        assert.ok(due <= 2, `${due} jobs are open`)
      } finally {
        await archive.close()
      }
    }
    assert.ok(acknowledged.length >= 45)
  })
})

async function filedAddresses(archive: Awaited<ReturnType<typeof openArchive>>): Promise<Set<string>> {
  const addresses = new Set<string>()
  for await (const { line } of archive.articles.each()) addresses.add(line.address)
  return addresses
}
