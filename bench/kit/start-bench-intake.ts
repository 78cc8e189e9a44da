import type { Archive } from '../../src/archive/archive.ts'
import type { IntakeConfig } from '../../src/intake/intake-config.ts'
import { type Intake, startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'

/** Intake as `wiredesk start` runs it, but that hosts need no gap: what is measured is ours. */
export function startBenchIntake(
  archive: Archive,
  world: {
    readonly proxy: string | null
    readonly allowAddresses: readonly string[]
    readonly config?: Partial<IntakeConfig>
  },
): Intake {
  const { proxy, allowAddresses, config = {} } = world
  return startIntake({
    archive,
    clock: Date.now,
    chance: Math.random,
    logger: createLogger({ level: 'error', format: 'text' }),
    roles: ['collect', 'read'],
    fetcher: {
      clock: Date.now,
      chance: Math.random,
      userAgent: 'Wiredesk/0 (bench)',
      allowAddresses,
      proxy,
      hostGapSeconds: 0,
    },
    config,
  })
}
