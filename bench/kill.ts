/**
 * A desk is killed (kill -9) at random moments while it takes in news; after each kill the archive is checked.
 * `npm run bench:kill -- --kills 200 [--seed 1] [--life 1500] [--database postgres://…] [--json FILE]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../src/archive/open-archive.ts'
import { copyProgram } from '../test/support/wiredesk-process.ts'
import { type KillLine, killDesk } from './kill/kill-desk.ts'
import { report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    /** The longest life in ms; on a busy machine a short one files nothing. */
    life: { type: 'string', default: '1500' },
    /** Of nothing yet; a SQLite file of its own unless told. */
    database: { type: 'string' },
    json: { type: 'string' },
    check: { type: 'boolean' },
  },
})
if (values.database !== undefined) await mustBeEmpty(values.database)
const kills = Number(values.kills)
const every = Math.max(1, Math.round(kills / 20))
const folder = mkdtempSync(path.join(tmpdir(), 'wiredesk-kills-'))
const program = copyProgram()

say('  kills  published  articles  revisions  in hand  broken')
const began = performance.now()
try {
  const outcome = await killDesk({
    program,
    database: values.database ?? path.join(folder, 'archive.db'),
    kills,
    seed: Number(values.seed),
    lifeMs: [50, Number(values.life)],
    tell,
  })
  for (const sentence of outcome.broken) say(sentence)
  report({
    'kill.kills': outcome.kills,
    'kill.published.reports': outcome.published,
    'kill.filed.articles': outcome.articles,
    'kill.filed.revisions': outcome.revisions,
    'kill.lost.articles': outcome.lost,
    'kill.twice.articles': outcome.twice,
    'kill.check.failures': outcome.checkFailures,
    'kill.broken.promises': outcome.broken.length,
    'kill.in-hand.kills': outcome.killsWithWorkInHand,
    'kill.idle.lives': outcome.idleLives,
    'kill.fetched-again.pages': outcome.fetchedAgain,
    'kill.took.seconds': Math.round((performance.now() - began) / 1000),
  })
} finally {
  program.close()
  rmSync(folder, { recursive: true, force: true })
}

/** What an earlier run has left would count as filed and never published. */
async function mustBeEmpty(database: string): Promise<void> {
  const archive = await openArchive(database, { clock: Date.now })
  const articles = await archive.articles.count()
  await archive.close()
  if (articles > 0) throw new Error(`${database} holds ${articles} articles: name a database of nothing yet.`)
}

function tell({ kill, published, articles, revisions, inHand, broken }: KillLine): void {
  for (const sentence of broken) say(`after kill ${kill}: ${sentence}`)
  if (kill % every !== 0) return
  const columns: readonly (readonly [number, number])[] = [
    [kill, 7],
    [published, 11],
    [articles, 10],
    [revisions, 11],
    [inHand, 9],
    [broken.length, 8],
  ]
  say(columns.map(([figure, width]) => String(figure).padStart(width)).join(''))
}
