import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../kit/clock.ts'
import type { Logger } from '../kit/log.ts'

export interface ApiOptions {
  readonly archive: Archive
  readonly clock: Clock
  /** IANA name of the zone in which the days of a query begin. */
  readonly zone: string
  readonly https: boolean
  readonly logger: Logger
}
