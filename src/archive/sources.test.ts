import assert from 'node:assert/strict'
import { it } from 'node:test'
import { queued, sampleFetch, sampleSource } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import type { Source } from '../model/source.ts'
import type { PollRecord } from './archive.ts'

function poll(source: Source, change: Partial<PollRecord> = {}): PollRecord {
  return {
    health: { ...source.health, lastPollAt: noon, lastSuccessAt: noon, nextPollAt: noon + 300_000 },
    state: 'active',
    movedTo: null,
    entries: [],
    at: noon,
    ...change,
  }
}

onBothEngines('sources', (ground) => {
  async function added(change: Parameters<typeof sampleSource>[0] = {}): Promise<Source> {
    const { source } = await ground.archive.sources.add(
      sampleSource({ nextPollAt: noon + 1e9, ...change }),
      noon,
    )
    return source
  }

  it('adds a source and its outlet', async () => {
    const wanted = sampleSource({ nextPollAt: noon + 1e9 })
    const { source, added } = await ground.archive.sources.add(wanted, noon)
    assert.equal(added, true)
    assert.deepEqual(await ground.archive.sources.get(source.id), {
      source,
      outlet: { id: source.outletId, ...wanted.outlet, zone: null },
      articles: 0,
    })
    assert.deepEqual(source.health, {
      intervalSeconds: 300,
      nextPollAt: noon + 1e9,
      lastPollAt: null,
      lastSuccessAt: null,
      lastNewAt: null,
      consecutiveFailures: 0,
      lastProblem: null,
      etag: null,
      lastModified: null,
    })
  })

  it('returns a source that is watched already as it is', async () => {
    const source = await added()
    const again = await ground.archive.sources.add(
      sampleSource({ address: source.address, title: 'Another title' }),
      noon + 5,
    )
    assert.deepEqual(again, { source, added: false })
  })

  it('shares the outlet of a known key and keeps its name', async () => {
    const first = await added()
    const outlet = await ground.archive.outlets.rename(first.outletId, 'The Harbour')
    assert.equal(outlet?.name, 'The Harbour')
    const second = await added({
      outlet: { key: outlet.key, name: 'Something else', language: 'en', country: 'NZ' },
    })
    assert.equal(second.outletId, first.outletId)
    assert.deepEqual(await ground.archive.outlets.get(first.outletId), {
      ...outlet,
      language: 'en',
      country: 'NZ',
    })
  })

  it('lists by the name of the outlet, then by title', async () => {
    const archive = await ground.open(await ground.newAddress())
    const outlet = (name: string) => ({ key: name, name, language: null, country: null })
    await archive.sources.add(sampleSource({ title: 'b', outlet: outlet('Ёлка') }), noon)
    await archive.sources.add(sampleSource({ title: 'z', outlet: outlet('Alfa') }), noon)
    await archive.sources.add(sampleSource({ title: 'a', outlet: outlet('Ёлка') }), noon)
    await archive.sources.add(sampleSource({ title: 'y', outlet: outlet('beta') }), noon)
    const listed = await archive.sources.list()
    assert.deepEqual(
      listed.map(({ outlet: { name }, source: { title } }) => `${name} ${title}`),
      ['Alfa z', 'beta y', 'Ёлка a', 'Ёлка b'],
    )
  })

  it('claims the longest due first, each once, until its lease lapses', async () => {
    const archive = await ground.open(await ground.newAddress())
    const add = (nextPollAt: number) => archive.sources.add(sampleSource({ nextPollAt }), noon)
    const late = await add(noon - 1)
    const later = await add(noon - 2)
    await add(noon + 1)
    const claim = (now: number) => archive.sources.claimDue({ now, limit: 5, leaseMs: 1000 })
    assert.deepEqual(
      (await claim(noon)).map(({ id }) => id),
      [later.source.id, late.source.id],
    )
    assert.deepEqual(await claim(noon), [])
    assert.equal((await claim(noon + 1000)).length, 3)
  })

  it('claims at once what was polled in the future, since the clock was set back', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource({ nextPollAt: noon }), noon)
    const claim = (now: number) => archive.sources.claimDue({ now, limit: 5, leaseMs: 1000 })
    const polledAt = async (now: number): Promise<void> => {
      await claim(now)
      const health = { ...source.health, lastPollAt: now, nextPollAt: now + 60_000 }
      await archive.sources.recordPoll(source.id, poll(source, { health, at: now }))
    }
    await polledAt(noon + 400 * 86_400_000)
    assert.equal((await claim(noon)).length, 1)
    await polledAt(noon + 1000)
    assert.equal((await claim(noon + 2000)).length, 0)
  })

  it('goes on holding a claim that is renewed', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource({ nextPollAt: noon }), noon)
    const claim = (now: number) => archive.sources.claimDue({ now, limit: 5, leaseMs: 1000 })
    await claim(noon)
    await archive.sources.renew([source.id], noon + 2000)
    assert.deepEqual(await claim(noon + 1999), [])
    assert.equal((await claim(noon + 2000)).length, 1)
  })

  it('gives each due source to one claimer only', async () => {
    const archive = await ground.open(await ground.newAddress())
    for (let n = 0; n < 12; n++) await archive.sources.add(sampleSource({ nextPollAt: noon - n }), noon)
    const claims = await Promise.all(
      Array.from({ length: 8 }, () => archive.sources.claimDue({ now: noon, limit: 3, leaseMs: 1000 })),
    )
    const ids = claims.flat().map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(ids.length >= 3)
  })

  it('leaves paused sources alone and makes them due when they are active again', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource({ nextPollAt: noon }), noon)
    const paused = await archive.sources.setState(source.id, 'paused', noon)
    assert.deepEqual(paused?.health, source.health)
    assert.deepEqual(await archive.sources.claimDue({ now: noon + 5, limit: 5, leaseMs: 1 }), [])
    const active = await archive.sources.setState(source.id, 'active', noon + 5)
    assert.equal(active?.health.nextPollAt, noon + 5)
    assert.equal((await archive.sources.claimDue({ now: noon + 5, limit: 5, leaseMs: 1 })).length, 1)
  })

  it('opens a fetch for every address that it does not know, and for those only', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource(), noon)
    const entries = ['https://alfa.example/1', 'https://alfa.example/2', 'https://alfa.example/1'].map(
      (address) => queued(address, noon),
    )
    assert.deepEqual(await archive.sources.recordPoll(source.id, poll(source, { entries })), {
      newEntries: 2,
      checks: 0,
    })
    const more = [...entries, queued('https://alfa.example/3', noon)]
    assert.deepEqual(await archive.sources.recordPoll(source.id, poll(source, { entries: more })), {
      newEntries: 1,
      checks: 0,
    })
    const jobs = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 9, leaseMs: 1 })
    assert.deepEqual(
      jobs.map((job) => [job.host, job.work.kind === 'fetch' && [job.work.address, job.work.sourceId]]),
      ['1', '2', '3'].map((name) => ['alfa.example', [`https://alfa.example/${name}`, source.id]]),
    )
  })

  it('opens the check of an address that it knows, unless its page is only waiting to be fetched', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource(), noon)
    const addresses = ['waits', 'in-hand', 'fetched'].map((name) => `https://${name}.example/1`)
    const entries = addresses.map((address) => queued(address, noon))
    await archive.sources.recordPoll(source.id, poll(source, { entries }))
    const claim = { kind: 'fetch', now: noon, limit: 1, leaseMs: 1e6 } as const
    const [fetched] = await archive.jobs.claim({ ...claim, busyHosts: ['waits.example', 'in-hand.example'] })
    await archive.jobs.finish(fetched?.id ?? 0)
    await archive.jobs.claim({ ...claim, busyHosts: ['waits.example'] })
    const changed = addresses.map((address) => ({
      ...queued(address, noon),
      check: sampleFetch(address, { key: `changed 5 ${address}` }),
    }))
    const again = (): ReturnType<typeof archive.sources.recordPoll> =>
      archive.sources.recordPoll(source.id, poll(source, { entries: changed }))
    assert.deepEqual(await again(), { newEntries: 0, checks: 2 })
    assert.deepEqual(await again(), { newEntries: 0, checks: 0 })
    const jobs = await archive.jobs.claim({ ...claim, limit: 9, busyHosts: ['waits.example'] })
    assert.deepEqual(
      jobs.map(({ host }) => host),
      ['in-hand.example', 'fetched.example'],
    )
  })

  it('knows an address for ever, also when its fetch ended with nothing', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource(), noon)
    const entries = [queued('https://alfa.example/gone', noon)]
    await archive.sources.recordPoll(source.id, poll(source, { entries }))
    const [job] = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 1, leaseMs: 1 })
    await archive.jobs.finish(job?.id ?? 0)
    assert.deepEqual(await archive.sources.recordPoll(source.id, poll(source, { entries })), {
      newEntries: 0,
      checks: 0,
    })
    assert.equal((await archive.jobs.counts(noon)).waiting, 0)
  })

  it('takes a list of ten thousand entries in one poll', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource(), noon)
    const entries = Array.from({ length: 10_000 }, (_, n) => queued(`https://alfa.example/${n}`, noon))
    const { newEntries } = await archive.sources.recordPoll(source.id, poll(source, { entries }))
    assert.equal(newEntries, 10_000)
    assert.equal((await archive.jobs.counts(noon)).due, 10_000)
  })

  it('keeps the health that a poll gives it and ends the claim', async () => {
    const source = await added({ nextPollAt: noon - 1e6 })
    await ground.archive.sources.claimDue({ now: noon, limit: 1, leaseMs: 1e9 })
    const health = {
      intervalSeconds: 600,
      nextPollAt: noon + 600_000,
      lastPollAt: noon,
      lastSuccessAt: noon - 1000,
      lastNewAt: noon - 2000,
      consecutiveFailures: 3,
      lastProblem: { code: 'wire/timeout' as const, message: 'harbour.example did not answer', at: noon },
      etag: '"a"',
      lastModified: 'Mon, 23 Nov 2026 11:00:00 GMT',
    }
    await ground.archive.sources.recordPoll(source.id, poll(source, { health }))
    const after = await ground.archive.sources.get(source.id)
    assert.deepEqual(after?.source.health, health)
    const due = await ground.archive.sources.claimDue({ now: noon + 600_000, limit: 99, leaseMs: 1 })
    assert.ok(due.some(({ id }) => id === source.id))
  })

  it('follows a source that moved, unless its new address is watched already', async () => {
    const source = await added()
    const movedTo = `${source.address}?moved`
    await ground.archive.sources.recordPoll(source.id, poll(source, { movedTo }))
    assert.equal((await ground.archive.sources.get(source.id))?.source.address, movedTo)
    const other = await added()
    await ground.archive.sources.recordPoll(other.id, poll(other, { movedTo }))
    assert.equal((await ground.archive.sources.get(other.id))?.source.address, other.address)
  })

  it('keeps what an editor decided while a poll was under way', async () => {
    const source = await added({ nextPollAt: noon - 1e6 })
    await ground.archive.sources.claimDue({ now: noon, limit: 1, leaseMs: 1e9 })
    await ground.archive.sources.setState(source.id, 'paused', noon)
    const address = `${source.address}?edited`
    await ground.archive.sources.edit(source.id, { address })
    await ground.archive.sources.recordPoll(
      source.id,
      poll(source, { movedTo: `${source.address}?moved`, health: { ...source.health, etag: '"old"' } }),
    )
    const after = (await ground.archive.sources.get(source.id))?.source
    assert.deepEqual([after?.state, after?.address, after?.health.etag], ['paused', address, null])
  })

  it('lets a poll end after the source was deleted', async () => {
    const source = await added()
    assert.equal(await ground.archive.sources.remove(source.id), true)
    assert.equal(await ground.archive.sources.remove(source.id), false)
    const entries = [queued(`${source.address}/late`, noon)]
    assert.deepEqual(await ground.archive.sources.recordPoll(source.id, poll(source, { entries })), {
      newEntries: 1,
      checks: 0,
    })
  })

  it('answers null for a source that is not there', async () => {
    const { sources } = ground.archive
    assert.deepEqual(
      await Promise.all([
        sources.get(999_999),
        sources.edit(999_999, { title: 'x' }),
        sources.setState(999_999, 'active', noon),
        sources.pollSoon(999_999, noon),
      ]),
      [null, null, null, null],
    )
  })
})
