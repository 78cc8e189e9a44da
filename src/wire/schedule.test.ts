import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../model/problem.ts'
import type { SourceHealth } from '../model/source.ts'
import { HostBackingOff } from './fetch/host-backing-off.ts'
import { nextHealth, type PollOutcome } from './schedule.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 24, 12, 0, 0)
const fresh: SourceHealth = {
  intervalSeconds: 600,
  nextPollAt: now,
  lastPollAt: null,
  lastSuccessAt: null,
  lastNewAt: null,
  consecutiveFailures: 0,
  lastProblem: null,
  etag: null,
  lastModified: null,
}
const half = (): number => 0.5

const listed = (dates: readonly (number | null)[]): PollOutcome => ({
  kind: 'entries',
  entries: dates.map((publishedAt) => ({ publishedAt })),
  etag: '"1"',
  lastModified: null,
})
const timedOut: PollOutcome = { kind: 'failed', problem: new Problem('wire/timeout', 'It did not answer.') }

/** Polls, each when the one before said, a source that publishes at `publishes`; the archive notes what is new. */
function live(
  days: number,
  publishes: (from: number, to: number) => readonly number[],
  isDated: boolean,
): SourceHealth[] {
  const steps: SourceHealth[] = []
  let health: SourceHealth = { ...fresh, nextPollAt: now }
  while (health.nextPollAt < now + days * 1440 * minute) {
    const at = health.nextPollAt
    const dates = publishes(at - 30 * 1440 * minute, at).slice(-20)
    const foundNews = dates.some((date) => date > (health.lastPollAt ?? at))
    const next = nextHealth(health, listed(isDated ? dates : dates.map(() => null)), {
      now: at,
      chance: half,
    })
    health = { ...next, lastNewAt: foundNews ? at : next.lastNewAt }
    steps.push(health)
  }
  return steps
}

const every =
  (step: number, until = Number.POSITIVE_INFINITY) =>
  (from: number, to: number): readonly number[] => {
    const dates: number[] = []
    for (let at = Math.ceil(from / step) * step; at <= Math.min(to, until); at += step) dates.push(at)
    return dates.slice(-20)
  }

describe('the schedule of a source', () => {
  const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
    fc.array(fc.option(fc.integer({ min: now - 1e11, max: now + 1e11 }))).map(listed),
    fc.constant<PollOutcome>({ kind: 'unchanged' }),
    fc.constant<PollOutcome>({ kind: 'gone' }),
    fc.record({
      kind: fc.constant('refused' as const),
      status: fc.integer({ min: 400, max: 599 }),
      retryAfterSeconds: fc.option(fc.nat()),
    }),
    fc.constant(timedOut),
    fc.integer({ min: now - 1e9, max: now + 1e11 }).map<PollOutcome>((retryAt) => ({
      kind: 'failed',
      problem: new HostBackingOff('wire/host-backing-off', 'Later.', retryAt),
    })),
  )

  it('keeps every wait and interval within its bounds, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(outcome, { minLength: 1, maxLength: 40 }),
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 }),
        fc.integer({ min: 1, max: 86_400 }),
        (outcomes, luck, intervalSeconds) => {
          let health: SourceHealth = { ...fresh, intervalSeconds }
          let at = now
          let drawn = 0
          for (const each of outcomes) {
            const chance = (): number => luck[drawn++ % luck.length] ?? 0
            health = nextHealth(health, each, { now: at, chance, minSeconds: 60, maxSeconds: 86_400 })
            const wait = (health.nextPollAt - at) / 1000
            assert.ok(wait >= 60 && wait <= 86_400, `waits ${wait}`)
            if (each.kind === 'entries' || each.kind === 'unchanged')
              assert.ok(health.intervalSeconds >= 60 && health.intervalSeconds <= 86_400)
            at = health.nextPollAt
          }
        },
      ),
    )
  })

  for (const isDated of [true, false])
    it(`comes near the pace of a source that publishes each 5 minutes, ${isDated ? 'with' : 'without'} dates`, () => {
      const settled = live(1, every(5 * minute), isDated).slice(-20)
      const mean = settled.reduce((sum, { intervalSeconds }) => sum + intervalSeconds, 0) / settled.length
      assert.ok(mean >= 60 && mean <= 300, `${mean} s`)
    })

  it('does not ask a source that publishes daily more than a few dozen times a day', () => {
    assert.ok(live(10, every(1440 * minute), true).length < 300)
  })

  for (const isDated of [true, false])
    it(`lets a source that fell silent drift to the longest wait, ${isDated ? 'with' : 'without'} dates`, () => {
      const last = live(120, every(5 * minute, now + 60 * minute), isDated).at(-1)
      assert.ok((last?.intervalSeconds ?? 0) > 80_000, `${last?.intervalSeconds} s`)
    })

  it('wakes with the first quick reports after a quiet night', () => {
    const night = [5, 10].map((ago) => now - ago * minute)
    const before = Array.from({ length: 10 }, (_, index) => now - (480 + index * 5) * minute)
    const { intervalSeconds } = nextHealth(fresh, listed([...night, ...before]), { now, chance: half })
    assert.ok(intervalSeconds <= 300, `${intervalSeconds} s`)
  })

  it('takes entries that came in one go for one', () => {
    const together = Array.from({ length: 20 }, () => now - minute)
    const { intervalSeconds } = nextHealth({ ...fresh, lastPollAt: now }, listed(together), {
      now,
      chance: half,
    })
    assert.equal(intervalSeconds, 750)
  })

  it('does not believe dates to come', () => {
    const { intervalSeconds } = nextHealth(fresh, listed([1, 2, 3, 4].map((in_) => now + in_ * minute)), {
      now,
      chance: half,
    })
    assert.equal(intervalSeconds, 600)
  })

  it('tries again soon after a failure, ever later, and remembers the pace', () => {
    let health = fresh
    const waits = Array.from({ length: 12 }, () => {
      health = nextHealth(health, timedOut, { now, chance: half })
      return (health.nextPollAt - now) / 1000
    })
    assert.deepEqual(
      waits,
      [300, 600, 1200, 2400, 4800, 9600, 19_200, 38_400, 76_800, 86_400, 86_400, 86_400],
    )
    assert.equal(health.intervalSeconds, 600)
    assert.equal(health.consecutiveFailures, 12)
    assert.deepEqual(health.lastProblem, { code: 'wire/timeout', message: 'It did not answer.', at: now })
  })

  it('forgets failures with the first success', () => {
    const failed = nextHealth(fresh, timedOut, { now, chance: half })
    const well = nextHealth(failed, { kind: 'unchanged' }, { now: now + 1, chance: half })
    assert.equal(well.consecutiveFailures, 0)
    assert.equal(well.lastProblem, null)
    assert.equal(well.lastSuccessAt, now + 1)
  })

  it('keeps to Retry-After', () => {
    const outcome: PollOutcome = { kind: 'refused', status: 429, retryAfterSeconds: 7200 }
    const health = nextHealth(fresh, outcome, { now, chance: half })
    assert.equal(health.nextPollAt, now + 7200_000)
    assert.equal(health.lastProblem?.code, 'wire/asked-to-wait')
  })

  describe('puts a poll off while its host is left alone, and counts no failure', () => {
    const paused = { code: 'wire/host-backing-off', message: 'Later.', at: now - minute } as const
    const noRobots = { code: 'wire/robots-unreadable', message: 'It answers 503.', at: now - minute } as const
    const cases = [
      { code: 'wire/host-backing-off', before: null, noted: 'wire/host-backing-off' },
      { code: 'wire/robots-unreadable', before: null, noted: 'wire/robots-unreadable' },
      { code: 'wire/robots-unreadable', before: paused, noted: 'wire/robots-unreadable' },
      { code: 'wire/host-backing-off', before: noRobots, noted: 'wire/robots-unreadable' },
      { code: 'wire/host-busy', before: null, noted: null },
    ] as const
    for (const { code, before, noted } of cases)
      it(`for ${code} after ${before?.code ?? 'no problem'} it notes ${noted ?? 'nothing'}`, () => {
        const problem = new HostBackingOff(code, 'Later.', now + 900_000)
        const health = nextHealth(
          { ...fresh, lastProblem: before },
          { kind: 'failed', problem },
          { now, chance: half },
        )
        assert.equal(health.nextPollAt, now + 900_000)
        assert.equal(health.consecutiveFailures, 0)
        assert.equal(health.lastProblem?.code ?? null, noted)
      })
  })

  it('keeps the validators of the last list', () => {
    const health = nextHealth(fresh, listed([]), { now, chance: half })
    assert.equal(health.etag, '"1"')
    assert.equal(nextHealth(health, { kind: 'unchanged' }, { now, chance: half }).etag, '"1"')
  })
})
