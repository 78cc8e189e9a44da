import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileSample, sampleSource } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import type { Outlet } from '../model/outlet.ts'
import { noRules } from '../model/outlet-rules.ts'
import type { Archive } from './archive.ts'

const dayMs = 86_400_000

onBothEngines('rules of an outlet', (ground) => {
  const first = { ...noRules, drop: ['.promo'] }
  const second = { ...noRules, drop: ['.promo', 'p:has(> a.more)'], title: 'h2.headline' }

  it('are those saved last, with who and when, and what was before is kept', async () => {
    const { rules } = ground.archive
    const outlet = await outletIn(ground.archive)
    assert.equal(await rules.get(outlet.id), null)
    assert.equal(await rules.ofOutlet(outlet.key), null)
    await rules.save(outlet.id, first, { by: 'Anna', now: noon })
    const saved = await rules.save(outlet.id, second, { by: 'Boris', now: noon + 1 })
    assert.deepEqual(saved, { number: 2, rules: second, savedAt: noon + 1, savedBy: 'Boris' })
    assert.deepEqual(await rules.get(outlet.id), saved)
    assert.deepEqual(await rules.ofOutlet(outlet.key), second)
    assert.deepEqual(
      (await rules.history(outlet.id, 10)).map(({ number, savedBy }) => [number, savedBy]),
      [
        [2, 'Boris'],
        [1, 'Anna'],
      ],
    )
  })

  it('get a number each when two editors save at once', async () => {
    const { rules } = ground.archive
    const outlet = await outletIn(ground.archive)
    const saved = await Promise.all(
      ['Anna', 'Boris', 'Vera'].map((by) => rules.save(outlet.id, first, { by, now: noon })),
    )
    assert.deepEqual(saved.map((one) => one?.number).sort(), [1, 2, 3])
  })

  it('are in force at once in another process', async () => {
    const outlet = await outletIn(ground.archive)
    const other = await ground.open(ground.address)
    assert.equal(await other.rules.ofOutlet(outlet.key), null)
    await ground.archive.rules.save(outlet.id, first, { by: 'Anna', now: noon })
    assert.deepEqual(await other.rules.ofOutlet(outlet.key), first)
  })

  it('are not saved for an outlet that is not there', async () => {
    assert.equal(await ground.archive.rules.save(999_999, first, { by: 'Anna', now: noon }), null)
  })

  it('travel in a backup', async () => {
    const outlet = await outletIn(ground.archive)
    await ground.archive.rules.save(outlet.id, second, { by: 'Anna', now: noon })
    const other = await ground.open(await ground.newAddress())
    await other.upkeep.load(ground.archive.upkeep.dump())
    assert.deepEqual(await other.rules.ofOutlet(outlet.key), second)
  })
})

onBothEngines('explanations', (ground) => {
  it('are asked for once for one question, answered by a job, and dropped after a day', async () => {
    const { explanations, jobs, rules, articles } = ground.archive
    const { articleId } = await fileSample(ground.archive, noon)
    const filed = await articles.get(articleId)
    assert.ok(filed)
    const { outlet, address } = filed.line
    const question = { outletId: outlet.id, captureId: filed.captureId, address, proposed: null }
    const id = await explanations.ask(question, noon)
    assert.equal(await explanations.ask(question, noon + 1000), id)
    const proposed = { ...noRules, drop: ['.a'] }
    const other = await explanations.ask({ ...question, proposed }, noon + 1000)
    assert.notEqual(other, id)
    assert.deepEqual((await explanations.get(other))?.proposed, proposed)
    assert.deepEqual((await explanations.get(id))?.answer, { kind: 'waiting' })

    const [job] = await jobs.claim({ kind: 'explain', now: noon, limit: 1, leaseMs: 1000 })
    assert.deepEqual(job?.work, { kind: 'explain', explanationId: id, address })
    const answer = { kind: 'failed', code: 'intake/page-hangs', message: 'It hangs.' } as const
    await explanations.answer(id, job?.id ?? 0, answer)
    await explanations.answer(id, job?.id ?? 0, { ...answer, message: 'A lease that lapsed.' })
    assert.deepEqual((await explanations.get(id))?.answer, answer)

    // Other rules in force make it another question, and so does a reader that may be newer.
    await rules.save(outlet.id, proposed, { by: 'Anna', now: noon + 2000 })
    assert.notEqual(await explanations.ask(question, noon + 3000), id)
    await ground.archive.upkeep.retain({ captureDays: null, articleDays: null }, noon + dayMs + 500)
    assert.equal(await explanations.get(id), null)
    assert.notEqual(await explanations.get(other), null)
  })
})

async function outletIn(archive: Archive): Promise<Outlet> {
  const { source } = await archive.sources.add(sampleSource(), noon)
  const listed = await archive.sources.get(source.id)
  assert.ok(listed)
  return listed.outlet
}
