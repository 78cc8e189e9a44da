import assert from 'node:assert/strict'
import { it } from 'node:test'
import { seededChance } from '../../demo/chance.ts'
import { runKills } from '../support/kill-run.ts'

it('loses nothing and files nothing twice when intake is killed at five random moments', async () => {
  const { kills, rounds } = await runKills({ kills: 5, chance: seededChance(1, 'kill'), longestLifeMs: 600 })
  assert.ok(kills >= 5)
  for (const round of rounds) {
    assert.deepEqual(round.faults, [])
    assert.deepEqual(round.missing, [])
    assert.deepEqual(round.filedTwice, [])
    assert.equal(round.filed, round.published)
  }
})
