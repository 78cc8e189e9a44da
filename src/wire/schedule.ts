import type { Chance } from '../kit/clock.ts'
import type { Problem } from '../model/problem.ts'
import type { Entry, SourceHealth } from '../model/source.ts'
import type { EpochMs } from '../model/time.ts'
import { nameRefusal } from './name-refusal.ts'

/** How a poll of a source went: what pollSource answered, or the Problem that it threw. */
export type PollOutcome =
  | {
      readonly kind: 'entries'
      readonly entries: readonly Pick<Entry, 'publishedAt'>[]
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface ScheduleOptions {
  readonly now: EpochMs
  readonly chance: Chance
  /** Bounds of the interval and of every wait; a minute and a day unless told. */
  readonly minSeconds?: number
  readonly maxSeconds?: number
}

/**
 * The health of a source after a poll. Its interval is half the time between its recent publications, told by
 * the dates of its entries, or, where it has none, by whether polls find anything new (`lastNewAt`, which the
 * archive keeps). A failure leaves the interval as it is and tries again soon, then ever later, but at least
 * once in `maxSeconds`; Retry-After is kept to within the same bounds. A host that is backing off is no failure
 * of its source: the poll is put off, and why stands as its last problem.
 */
export function nextHealth(
  health: SourceHealth,
  outcome: PollOutcome,
  options: ScheduleOptions,
): SourceHealth {
  const bounds = boundsOf(options)
  switch (outcome.kind) {
    case 'entries':
      return afterSuccess(
        { ...health, etag: outcome.etag, lastModified: outcome.lastModified },
        publishingSeconds(outcome.entries, bounds.now) ?? learnedSeconds(health, bounds),
        bounds,
      )
    case 'unchanged':
      return afterSuccess(health, health.intervalSeconds * slower, bounds)
    case 'gone':
      return afterFailure(health, { code: 'wire/gone', message: 'It is gone for good (410).' }, null, bounds)
    case 'refused':
      return afterFailure(
        health,
        {
          code: nameRefusal(outcome.status, outcome.retryAfterSeconds) ?? 'wire/refused',
          message: `It answers ${outcome.status}.`,
        },
        outcome.retryAfterSeconds,
        bounds,
      )
    case 'failed':
      return 'retryAt' in outcome.problem && typeof outcome.problem.retryAt === 'number'
        ? putOff(health, outcome.problem, outcome.problem.retryAt, bounds)
        : afterFailure(health, outcome.problem, null, bounds)
  }
}

interface Bounds extends Required<ScheduleOptions> {
  clamp(seconds: number): number
}

function boundsOf({ now, chance, minSeconds = 60, maxSeconds = 86_400 }: ScheduleOptions): Bounds {
  const clamp = (seconds: number): number => Math.min(maxSeconds, Math.max(minSeconds, seconds))
  return { now, chance, minSeconds, maxSeconds, clamp }
}

function afterSuccess(health: SourceHealth, wishedSeconds: number, bounds: Bounds): SourceHealth {
  const { now, chance, clamp } = bounds
  const intervalSeconds = Math.round(clamp(wishedSeconds))
  // Sources that were added together do not stay together.
  const wait = clamp(intervalSeconds * (0.9 + 0.2 * chance()))
  return {
    ...health,
    intervalSeconds,
    nextPollAt: now + Math.round(wait * 1000),
    lastPollAt: now,
    lastSuccessAt: now,
    consecutiveFailures: 0,
    lastProblem: null,
  }
}

function afterFailure(
  health: SourceHealth,
  { code, message }: Pick<Problem, 'code' | 'message'>,
  retryAfterSeconds: number | null,
  { now, chance, clamp }: Bounds,
): SourceHealth {
  const consecutiveFailures = health.consecutiveFailures + 1
  const first = Math.min(health.intervalSeconds, firstRetrySeconds)
  const doubled = clamp(first * 2 ** Math.min(consecutiveFailures - 1, 30))
  const wait = clamp(Math.max(doubled * (0.75 + 0.5 * chance()), retryAfterSeconds ?? 0))
  return {
    ...health,
    nextPollAt: now + Math.round(wait * 1000),
    lastPollAt: now,
    consecutiveFailures,
    lastProblem: { code, message, at: now },
  }
}

/** Why is noted for those who wonder; that the host is still left alone says less than what was noted before. */
function putOff(
  health: SourceHealth,
  { code, message }: Pick<Problem, 'code' | 'message'>,
  retryAt: EpochMs,
  { now, clamp }: Bounds,
): SourceHealth {
  const isNews =
    code === 'wire/robots-unreadable' || (code === 'wire/host-backing-off' && health.lastProblem === null)
  return {
    ...health,
    nextPollAt: now + Math.round(clamp((retryAt - now) / 1000) * 1000),
    lastProblem: isNews ? { code, message, at: now } : health.lastProblem,
  }
}

/** A source that is asked daily is not given up for a day because it failed once. */
const firstRetrySeconds = 300

/**
 * Half the time between publications, at the fastest rate that the latest two to ten of them show, reckoned up
 * to now: silence slows it gently, and two quick reports in the morning wake it. Null when too few have dates.
 */
function publishingSeconds(entries: readonly Pick<Entry, 'publishedAt'>[], now: EpochMs): number | null {
  const latest = publications(entries, now)
  if (latest.length < 3) return null
  const gaps = latest.slice(1, 10).map((at, index) => (now - at) / (index + 2))
  return Math.min(...gaps) / 1000 / 2
}

/** Times of publication, latest first. Entries within a minute of each other came in one go and count once. */
function publications(entries: readonly Pick<Entry, 'publishedAt'>[], now: EpochMs): readonly EpochMs[] {
  const times = entries
    .map(({ publishedAt }) => publishedAt)
    .filter((at): at is EpochMs => at !== null && at <= now)
    .sort((a, b) => b - a)
  return times.filter((at, index) => index === 0 || (times[index - 1] ?? at) - at >= 60_000)
}

/** Steps that balance where about two polls in five find something new. */
const faster = 0.7
const slower = 1.25

/** Without dates: shorter after a poll that found something new, longer after one that did not. */
function learnedSeconds(health: SourceHealth, { clamp }: Bounds): number {
  if (health.lastPollAt === null) return clamp(health.intervalSeconds)
  const foundNews = health.lastNewAt !== null && health.lastNewAt >= health.lastPollAt
  return health.intervalSeconds * (foundNews ? faster : slower)
}
