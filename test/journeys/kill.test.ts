import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { killDesk } from '../../bench/kill/kill-desk.ts'
import { onBothEngines } from '../support/archives.ts'
import { copyProgram, type WiredeskProgram } from '../support/wiredesk-process.ts'

/** A few in every run of the tests; `npm run bench:kill` does two hundred. */
const kills = 5

// Starting processes takes longest: the engines do it side by side.
describe('a desk that is killed (kill -9)', { concurrency: 2 }, () => {
  let program: WiredeskProgram
  before(() => {
    program = copyProgram()
  })
  after(() => program.close())

  onBothEngines('over an archive', (ground) => {
    it(`has every report exactly once in the end, killed ${kills} times at any moment`, async () => {
      const database = await ground.newAddress()
      const outcome = await killDesk({ program, database, kills, seed: 1, lifeMs: [50, 400] })
      assert.deepEqual(outcome.broken, [])
      assert.equal(outcome.articles, outcome.published)
    })
  })
})
