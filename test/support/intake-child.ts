/**
 * Intake in a process of its own, to be killed: `node --import tsx test/support/intake-child.ts ARCHIVE`. Says 'running'
 * when it runs, and ends by itself, saying 'done', once nothing is left to do.
 */
import { openArchive } from '../../src/archive/open-archive.ts'
import { startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'

const archive = await openArchive(process.argv[2] ?? '', { clock: Date.now })
const intake = startIntake({
  archive,
  clock: Date.now,
  chance: Math.random,
  logger: createLogger({ level: 'error', format: 'text' }),
  roles: ['collect', 'read'],
  fetcher: {
    clock: Date.now,
    chance: Math.random,
    userAgent: 'WiredeskTest/1.0',
    allowAddresses: ['*.localhost'],
    proxy: null,
    hostGapSeconds: 0,
  },
  config: { readers: 1, leaseMs: 700 },
})
process.stdout.write('running\n')
await intake.idle()
await intake.stop()
await archive.close()
process.stdout.write('done\n')
