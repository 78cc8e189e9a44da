import type { EpochMs } from '../model/time.ts'

/** Tells the time. Passed in wherever time matters, so that tests decide what time it is. */
export type Clock = () => EpochMs

/** A number in [0, 1), as Math.random gives. Passed in wherever chance matters. */
export type Chance = () => number
