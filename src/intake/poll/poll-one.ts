import { Problem } from '../../model/problem.ts'
import type { Source, SourceHealth } from '../../model/source.ts'
import type { Fetcher } from '../../wire/fetch-types.ts'
import { type PolledSource, pollSource } from '../../wire/poll-source.ts'
import { nextHealth, type PollOutcome } from '../../wire/schedule.ts'
import type { Rooms } from '../rooms.ts'
import { withChecks } from './hasten-checks.ts'
import { queueEntries } from './queue-entries.ts'

type Polled = PolledSource | { readonly kind: 'failed'; readonly problem: Problem }

/** Asks a source what is new and opens a job for it. However it went, its claim is ended and its next poll is set. */
export async function pollOne(rooms: Rooms, fetcher: Fetcher, source: Source): Promise<void> {
  const { archive, clock, counters, logger, wake } = rooms
  const began = performance.now()
  const askedAt = clock()
  const polled = await ask(source, fetcher)
  counters.add('polls.ms', performance.now() - began)
  counters.add(`polls.${polled.kind}`)
  if (polled.kind === 'failed') {
    if (rooms.isStopping()) return await giveBack(rooms, source)
    const { code, message, cause } = polled.problem
    if (code === 'intake/unexpected') logger.error({ source: source.id, err: cause }, 'intake: a poll failed')
    else logger.debug({ source: source.id, code, message }, 'intake: a poll failed')
  }
  const now = clock()
  const listed = polled.kind === 'entries' ? polled.entries : []
  const health = healthAfter(rooms, source.health, polled, now)
  const { newEntries, checks } = await archive.sources.recordPoll(source.id, {
    // What was published while it answered is not in its answer.
    health: health.lastSuccessAt === now ? { ...health, lastSuccessAt: askedAt } : health,
    state: polled.kind === 'gone' ? 'gone' : source.state,
    movedTo: 'movedTo' in polled ? polled.movedTo : null,
    entries: withChecks(source, queueEntries(listed, now), now),
    at: now,
  })
  counters.add('entries.new', newEntries)
  counters.add('checks.hastened', checks)
  if (newEntries + checks > 0) wake.fetch()
}

async function ask(source: Source, fetcher: Fetcher): Promise<Polled> {
  try {
    return await pollSource(source, fetcher)
  } catch (error) {
    if (error instanceof Problem) return { kind: 'failed', problem: error }
    const message = `${source.address}: ${(error as Error).message}`
    return { kind: 'failed', problem: new Problem('intake/unexpected', message, { cause: error }) }
  }
}

function healthAfter(rooms: Rooms, health: SourceHealth, outcome: PollOutcome, now: number): SourceHealth {
  const { minPollSeconds, maxPollSeconds } = rooms.config
  return nextHealth(health, outcome, {
    now,
    chance: rooms.chance,
    minSeconds: minPollSeconds,
    maxSeconds: maxPollSeconds,
  })
}

/** As it was, and so due at once. */
async function giveBack({ archive, clock }: Rooms, { id, health, state }: Source): Promise<void> {
  await archive.sources.recordPoll(id, { health, state, movedTo: null, entries: [], at: clock() })
}
