/**
 * A process of its own that takes in what its archive's sources publish, until it is killed: see kill-run.ts. Says
 * 'at work' once it has filed something.
 */
import { openArchive } from '../../src/archive/open-archive.ts'
import { startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'
import { demoFetcher, quickClock } from './quick-clock.ts'

const [file = '', origin] = process.argv.slice(2)
const { clock } = quickClock(origin)
const archive = await openArchive(file, { clock })
archive.changes.listen((changes) => {
  if (changes.some(({ kind }) => kind === 'article-filed')) process.stdout.write('at work\n')
})
startIntake({
  archive,
  clock,
  chance: Math.random,
  logger: createLogger({ level: 'error', format: 'json' }),
  roles: ['collect', 'read'],
  fetcher: demoFetcher(clock),
  // A second of ours, so that what a killed process held comes back soon.
  config: { minPollSeconds: 1, maxPollSeconds: 10, readers: 1, leaseMs: 20_000 },
})
