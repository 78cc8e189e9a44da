import assert from 'node:assert/strict'
import { it } from 'node:test'
import { readLedger } from '../../bench/kill/archive-ledger.ts'
import { onBothEngines } from '../support/archives.ts'

onBothEngines('a desk that is killed', (ground) => {
  it('begins with nothing', async () => {
    const { articles, listed } = await readLedger(ground.archive)
    assert.deepEqual([articles.size, listed.size], [0, 0])
  })
})
