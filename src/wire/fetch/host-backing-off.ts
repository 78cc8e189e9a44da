import { Problem } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'

/** The host asked for a pause, or failed, or too much is waiting for it already: ask again at `retryAt`, not before. */
export class HostBackingOff extends Problem {
  readonly retryAt: EpochMs

  constructor(message: string, retryAt: EpochMs) {
    super('wire/host-backing-off', message)
    this.retryAt = retryAt
  }
}
