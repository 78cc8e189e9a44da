import { Problem } from '../model/problem.ts'
import { HostBackingOff } from '../wire/fetcher.ts'
import { localTime } from './local-time.ts'

/** A host that is to be left alone, with the time by the newsroom's clocks at which it may be asked again; else as it is. */
export function whenToAskAgain(cause: unknown, zone: string): unknown {
  if (!(cause instanceof HostBackingOff)) return cause
  return new Problem(cause.code, `${cause.message} Ask again after ${localTime(cause.retryAt, zone)}.`, {
    cause,
  })
}
