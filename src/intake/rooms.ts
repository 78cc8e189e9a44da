import type { Archive } from '../archive/archive.ts'
import type { Chance, Clock } from '../kit/clock.ts'
import type { Logger } from '../kit/log.ts'
import type { Counters } from './counters.ts'
import type { IntakeConfig } from './intake-config.ts'
import type { OutletMemories } from './read/outlet-memories.ts'

/** What every step works with. */
export interface Rooms {
  readonly archive: Archive
  readonly clock: Clock
  readonly chance: Chance
  readonly logger: Logger
  readonly counters: Counters
  readonly memories: OutletMemories
  readonly config: IntakeConfig
  /** Says to the loops of this process that the step before theirs has committed something. */
  readonly wake: { poll(): void; fetch(): void; read(): void }
  /** Work that failed because intake is being stopped is given back as it was. */
  isStopping(): boolean
}
