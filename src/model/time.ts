/** Milliseconds since 1970-01-01T00:00:00Z, as Date.now() counts them. */
export type EpochMs = number

/** A time as somebody stated it. `at` is exact to `precision`; a bare day is that day's midnight in its zone. */
export interface Moment {
  readonly at: EpochMs
  /** The offset it was stated with ('+03:00', 'Z'), or null when none was stated: then UTC was assumed, or `assumedZone`. */
  readonly zone: string | null
  readonly precision: 'day' | 'minute' | 'second'
  /** The IANA zone that stood in for one that was not stated: what is known of the outlet's clocks. */
  readonly assumedZone?: string
}
