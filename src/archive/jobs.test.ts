import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sampleFetch } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import type { Archive, Job } from './archive.ts'

const problem = { code: 'wire/timeout', message: 'alfa.example did not answer' } as const

function addresses(jobs: readonly Job[]): readonly string[] {
  return jobs.map((job) => (job.work.kind === 'fetch' ? job.work.address : ''))
}

onBothEngines('jobs', (ground) => {
  async function withJobs(jobs: readonly (readonly [address: string, dueAt: number])[]): Promise<Archive> {
    const archive = await ground.open(await ground.newAddress())
    for (const [address, dueAt] of jobs) await archive.jobs.push(sampleFetch(address, { dueAt }))
    return archive
  }

  it('opens no second job with the same key until the first has ended', async () => {
    const archive = await withJobs([])
    const job = sampleFetch('https://alfa.example/1')
    assert.deepEqual([await archive.jobs.push(job), await archive.jobs.push(job)], [true, false])
    const [claimed] = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 1, leaseMs: 1 })
    assert.deepEqual(claimed?.work, job.work)
    await archive.jobs.finish(claimed?.id ?? 0)
    assert.equal(await archive.jobs.push(job), true)
  })

  it('claims the longest due first and none before its time', async () => {
    const archive = await withJobs([
      ['https://alfa.example/1', noon - 1],
      ['https://alfa.example/2', noon - 2],
      ['https://alfa.example/3', noon + 1],
    ])
    const jobs = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 9, leaseMs: 1000 })
    assert.deepEqual(addresses(jobs), ['https://alfa.example/2', 'https://alfa.example/1'])
    assert.deepEqual(await archive.jobs.claim({ kind: 'read', now: noon, limit: 9, leaseMs: 1 }), [])
  })

  it('gives a job out again when its lease has lapsed, and counts the claims', async () => {
    const archive = await withJobs([['https://alfa.example/1', noon]])
    const claim = (now: number) => archive.jobs.claim({ kind: 'fetch', now, limit: 1, leaseMs: 1000 })
    assert.equal((await claim(noon))[0]?.attempts, 1)
    assert.deepEqual(await claim(noon + 999), [])
    assert.equal((await claim(noon + 1000))[0]?.attempts, 2)
  })

  it('goes on holding a job whose lease is renewed, but not one that was put back', async () => {
    const archive = await withJobs([
      ['https://alfa.example/1', noon],
      ['https://alfa.example/2', noon],
    ])
    const claim = (now: number) => archive.jobs.claim({ kind: 'fetch', now, limit: 9, leaseMs: 1000 })
    const [held, back] = await claim(noon)
    assert.ok(held && back)
    const problem = { code: 'wire/timeout', message: 'It did not answer.' } as const
    await archive.jobs.retry(back.id, { dueAt: noon, problem })
    await archive.jobs.renew([held.id, back.id], noon + 2000)
    assert.deepEqual(
      (await claim(noon + 1500)).map(({ id }) => id),
      [back.id],
    )
    assert.ok((await claim(noon + 2000)).some(({ id }) => id === held.id))
  })

  it('takes one job a host and none of a busy host', async () => {
    const archive = await withJobs([
      ['https://alfa.example/1', noon - 9],
      ['https://alfa.example/2', noon - 8],
      ['https://beta.example/1', noon - 7],
      ['https://gamma.example/1', noon - 6],
    ])
    const claim = { kind: 'fetch', now: noon, limit: 9, leaseMs: 1000, onePerHost: true } as const
    assert.deepEqual(addresses(await archive.jobs.claim({ ...claim, busyHosts: ['beta.example'] })), [
      'https://alfa.example/1',
      'https://gamma.example/1',
    ])
    assert.deepEqual(addresses(await archive.jobs.claim(claim)), [
      'https://alfa.example/2',
      'https://beta.example/1',
    ])
  })

  it('finds the jobs of quiet hosts behind the long line of one', async () => {
    const archive = await withJobs([
      ...Array.from({ length: 300 }, (_, n) => [`https://alfa.example/${n}`, noon - 1000 + n] as const),
      ['https://beta.example/1', noon - 2],
      ['https://gamma.example/1', noon - 1],
    ])
    const claim = { kind: 'fetch', now: noon, limit: 3, leaseMs: 1000, onePerHost: true } as const
    assert.deepEqual(addresses(await archive.jobs.claim(claim)), [
      'https://alfa.example/0',
      'https://beta.example/1',
      'https://gamma.example/1',
    ])
    assert.deepEqual(addresses(await archive.jobs.claim({ ...claim, busyHosts: ['alfa.example'] })), [])
  })

  it('gives each job once when many claim at the same time', async () => {
    const archive = await withJobs(
      Array.from({ length: 60 }, (_, n) => [`https://host${n % 7}.example/${n}`, noon] as const),
    )
    const found: number[] = []
    for (let round = 0; round < 6; round++) {
      const claims = await Promise.all(
        Array.from({ length: 10 }, () =>
          archive.jobs.claim({ kind: 'fetch', now: noon, limit: 4, leaseMs: 1e6 }),
        ),
      )
      found.push(...claims.flat().map(({ id }) => id))
    }
    assert.equal(found.length, 60)
    assert.equal(new Set(found).size, 60)
  })

  it('puts a job back for later without losing it', async () => {
    const archive = await withJobs([['https://alfa.example/1', noon]])
    const [job] = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 1, leaseMs: 1e6 })
    await archive.jobs.retry(job?.id ?? 0, { dueAt: noon + 5000, problem })
    assert.deepEqual(await archive.jobs.counts(noon), { waiting: 1, due: 0, leased: 0, setAside: 0 })
    const [again] = await archive.jobs.claim({ kind: 'fetch', now: noon + 5000, limit: 1, leaseMs: 1 })
    assert.deepEqual([again?.id, again?.attempts], [job?.id, 2])
  })

  it('sets a job aside with its problem until an operator lets it try again', async () => {
    const archive = await withJobs([
      ['https://alfa.example/1', noon - 1],
      ['https://alfa.example/2', noon],
    ])
    const jobs = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 2, leaseMs: 1e6 })
    assert.deepEqual(await archive.jobs.counts(noon), { waiting: 0, due: 0, leased: 2, setAside: 0 })
    for (const [n, job] of jobs.entries()) await archive.jobs.setAside(job.id, problem, noon + n)
    assert.deepEqual(await archive.jobs.counts(noon), { waiting: 0, due: 0, leased: 0, setAside: 2 })
    assert.deepEqual(await archive.jobs.claim({ kind: 'fetch', now: noon + 1e9, limit: 2, leaseMs: 1 }), [])
    const [newest] = await archive.jobs.listSetAside(1)
    assert.deepEqual([newest?.id, newest?.problem, newest?.at], [jobs[1]?.id, problem, noon + 1])
    assert.equal(await archive.jobs.resumeSetAside(noon + 10), 2)
    assert.deepEqual(await archive.jobs.counts(noon + 10), { waiting: 2, due: 2, leased: 0, setAside: 0 })
  })

  it('lets set-aside jobs try again or dismisses them, by problem or by number', async () => {
    const archive = await withJobs([1, 2, 3, 4].map((n) => [`https://alfa.example/${n}`, noon] as const))
    const jobs = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 4, leaseMs: 1e6 })
    for (const [n, { id }] of jobs.entries())
      await archive.jobs.setAside(id, n < 3 ? problem : { ...problem, code: 'intake/page-hangs' }, noon)
    assert.deepEqual(await archive.jobs.setAsideByProblem(), [
      { code: problem.code, jobs: 3 },
      { code: 'intake/page-hangs', jobs: 1 },
    ])
    assert.equal(await archive.jobs.resumeSetAside(noon, { code: 'intake/page-hangs' }), 1)
    assert.equal(await archive.jobs.resumeSetAside(noon, { ids: [jobs[0]?.id ?? 0] }), 1)
    assert.equal(await archive.jobs.dismissSetAside({ ids: [jobs[0]?.id ?? 0, jobs[1]?.id ?? 0] }), 1)
    assert.equal(await archive.jobs.dismissSetAside({ code: problem.code }), 1)
    assert.equal(await archive.jobs.dismissSetAside({ ids: [] }), 0)
    assert.deepEqual(await archive.jobs.counts(noon), { waiting: 2, due: 2, leased: 0, setAside: 0 })
  })

  it('minds nothing when a job that has ended is ended, put back or set aside again', async () => {
    const archive = await withJobs([])
    await archive.jobs.finish(12345)
    await archive.jobs.retry(12345, { dueAt: noon, problem })
    await archive.jobs.setAside(12345, problem, noon)
    assert.deepEqual(await archive.jobs.counts(noon), { waiting: 0, due: 0, leased: 0, setAside: 0 })
  })
})
