import { Problem } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'

type BackingOffCode = 'wire/host-backing-off' | 'wire/host-busy' | 'wire/robots-unreadable'

/**
 * The host is to be left alone: ask again at `retryAt`, not before. It asked for a pause or failed
 * ('wire/host-backing-off'), too much is waiting for it already ('wire/host-busy'), or its robots.txt cannot be had, so
 * that it is not known what may be fetched ('wire/robots-unreadable').
 */
export class HostBackingOff extends Problem {
  readonly retryAt: EpochMs

  constructor(code: BackingOffCode, message: string, retryAt: EpochMs) {
    super(code, message)
    this.retryAt = retryAt
  }
}
