import { availableParallelism } from 'node:os'

/** How much at once, how often, how patiently. */
export interface IntakeConfig {
  /** Bounds of the time between two polls of one source. */
  readonly minPollSeconds: number
  readonly maxPollSeconds: number
  /** Worker threads that read pages. */
  readonly readers: number
  readonly pollsAtOnce: number
  readonly fetchesAtOnce: number
  /** How long a piece of work belongs to a process that says nothing more of it, and so how long one that was killed holds it back. */
  readonly leaseMs: number
  /** How long a page may be read before it is set aside. */
  readonly readLimitMs: number
  /** How long work in hand may take to end when intake is stopped; what has not ended by then is given back. */
  readonly graceMs: number
  /** When an article is looked at again: minutes after it was first filed, rising. */
  readonly checkMinutes: readonly number[]
  /** How often a page is asked for before it is set aside: 14 outlast a day without the network. */
  readonly fetchAttempts: number
}

export const defaultConfig: IntakeConfig = {
  minPollSeconds: 60,
  maxPollSeconds: 86_400,
  readers: Math.max(2, availableParallelism() - 1),
  pollsAtOnce: 32,
  fetchesAtOnce: 32,
  leaseMs: 15_000,
  readLimitMs: 20_000,
  graceMs: 5000,
  checkMinutes: [5, 20, 60, 180, 720, 1440, 4320],
  fetchAttempts: 14,
}
