/**
 * Kills a process that takes in the demo world (SIGKILL) at random moments, and checks the archive after each:
 * `npx tsx bench/kill-intake.ts --kills 200 [--seed N] [--json FILE]`. Ends with 1 when anything was lost or doubled.
 */
import { parseArgs } from 'node:util'
import { seededChance } from '../demo/chance.ts'
import { runKills } from '../test/support/kill-run.ts'
import { report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const { kills, rounds } = await runKills({
  kills: Number(values.kills),
  chance: seededChance(Number(values.seed), 'kill'),
  longestLifeMs: 150,
  tell: (made, filed) => {
    if (made % 10 === 0) say(`${made} kills in this round, ${filed} reports filed`)
  },
})
say('round  kills  published  filed  missing  twice  faults')
for (const [place, round] of rounds.entries()) {
  const { published, filed, missing, filedTwice, faults } = round
  const cells = [place + 1, round.kills, published, filed, missing.length, filedTwice.length, faults.length]
  say(cells.map((cell, column) => String(cell).padStart([5, 7, 11, 7, 9, 7, 8][column] ?? 0)).join(''))
}
for (const fault of rounds.flatMap(({ faults }) => faults)) say(fault)
const total = (count: (round: (typeof rounds)[number]) => number): number =>
  rounds.reduce((sum, round) => sum + count(round), 0)
report({
  'kill.kills': kills,
  'kill.rounds': rounds.length,
  'kill.reports.missing': total(({ missing }) => missing.length),
  'kill.reports.twice': total(({ filedTwice }) => filedTwice.length),
  'kill.checks.failed': total(({ faults }) => faults.length),
})
if (total(({ missing, filedTwice, faults }) => missing.length + filedTwice.length + faults.length) > 0)
  process.exitCode = 1
