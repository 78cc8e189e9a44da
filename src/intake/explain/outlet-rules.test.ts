import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { another, sampleEntry, sampleFetch } from '../../../test/support/archive-samples.ts'
import { type Ground, noon, onBothEngines } from '../../../test/support/archives.ts'
import type { FiledArticle } from '../../archive/archive.ts'
import { sha256 } from '../../kit/hash.ts'
import { createLogger } from '../../kit/log.ts'
import { bodyText } from '../../model/block-text.ts'
import { noRules } from '../../model/outlet-rules.ts'
import { createReaderPool, type ReaderPool } from '../read/reader-pool.ts'
import { startIntake } from '../start-intake.ts'

const logger = createLogger({ level: 'silent', format: 'json' })

const prose = (word: string): string =>
  `<p>${word} came down to the quay on Tuesday, and the harbour master said that the ice would hold the boats until spring.</p>`

onBothEngines('pages of an outlet with rules', (ground) => {
  let pool: ReaderPool
  before(() => {
    pool = createReaderPool({ size: 1, limitMs: 20_000, logger })
  })
  after(() => pool.close())

  it('are read by them from the next page on, and told apart from how they were read', async () => {
    const first = await readPage(ground, pool, 'first')
    assert.match(bodyText(first.article), /Our partner/)
    const { outlet, address } = first.line
    const rules = { ...noRules, drop: ['.tip'] }
    const asked = await ground.archive.explanations.ask(
      { outletId: outlet.id, captureId: first.captureId, address, proposed: rules },
      noon,
    )
    await work(ground, pool)
    const { answer } = (await ground.archive.explanations.get(asked)) ?? assert.fail()
    assert.ok(answer.kind === 'explained', JSON.stringify(answer))
    const fates = [answer.present, answer.proposed].map((explanation) => {
      const passage = explanation?.trace.passages.find(({ text }) => text.startsWith('Our partner'))
      return [passage?.keep, passage?.rule]
    })
    assert.deepEqual(fates, [
      [true, null],
      [false, '.tip'],
    ])

    await ground.archive.rules.save(outlet.id, rules, { by: 'Anna', now: noon })
    const second = await readPage(ground, pool, 'second')
    assert.equal(second.line.outlet.id, outlet.id)
    assert.doesNotMatch(bodyText(second.article), /Our partner/)
  })

  it('are read again when an editor asks, and no edit of the outlet is claimed', async () => {
    const { archive } = ground
    const first = await readPage(ground, pool, 'fourth')
    const { outlet, address, id } = first.line
    await archive.rules.save(
      outlet.id,
      { ...noRules, drop: ['p:contains("Berit")'] },
      { by: 'Anna', now: noon },
    )
    assert.ok((await archive.articles.readAgain(outlet.id, { since: 0, now: noon })) > 0)
    assert.equal(await archive.articles.readAgain(outlet.id, { since: 0, now: noon }), 0)
    await work(ground, pool)
    const again = (await archive.articles.get(id)) ?? assert.fail()
    assert.doesNotMatch(bodyText(again.article), /Berit/)
    assert.deepEqual([again.revisions.length, again.captureId], [1, first.captureId])

    // A look that comes before the page was read again finds the same, and does not take it for the outlet's doing.
    await archive.rules.save(outlet.id, { ...noRules, drop: ['.tip'] }, { by: 'Anna', now: noon })
    const looked = await lookAt(ground, pool, { address, html: page('fourth'), checks: 0 })
    assert.match(bodyText(looked.article), /Berit/)
    assert.equal(looked.revisions.length, 1)
    const edited = await lookAt(ground, pool, { address, html: page('fourth', 'Doris'), checks: 1 })
    assert.match(bodyText(edited.article), /Doris/)
    assert.equal(edited.revisions.length, 2)
  })

  it('cannot be explained once retention has dropped them, and the editor is told', async () => {
    const filed = await readPage(ground, pool, 'third')
    await ground.archive.upkeep.retain({ captureDays: 1, articleDays: null }, noon + 3 * 86_400_000)
    const { outlet, address } = filed.line
    const question = { outletId: outlet.id, captureId: filed.captureId, address, proposed: null }
    const asked = await ground.archive.explanations.ask(question, noon)
    await work(ground, pool)
    const found = await ground.archive.explanations.get(asked)
    assert.ok(found?.answer.kind === 'failed')
    assert.equal(found.answer.code, 'intake/capture-dropped')
  })
})

/** A page of one outlet that was fetched, read and filed. */
async function readPage(ground: Ground, pool: ReaderPool, name: string): Promise<FiledArticle> {
  const address = `https://quay-times.example/news/${name}-${another()}`
  return await lookAt(ground, pool, { address, html: page(name), checks: null })
}

function page(name: string, last = 'Carl'): string {
  return `<h1>Ice on the quay ${name}</h1><main>${prose('Anders')}${prose('Berit')}<div class="tip">${prose('Our partner')}</div>${prose(last)}</main>`
}

async function lookAt(
  ground: Ground,
  pool: ReaderPool,
  look: { readonly address: string; readonly html: string; readonly checks: number | null },
): Promise<FiledArticle> {
  const { archive } = ground
  const { address, html, checks } = look
  await archive.jobs.push(sampleFetch(address, { key: `fetch ${another()}` }))
  const [fetch] = await archive.jobs.claim({ kind: 'fetch', now: noon, limit: 1, leaseMs: 60_000 })
  const bytes = Buffer.from(html)
  await archive.captures.keep(
    {
      address,
      finalAddress: address,
      fetchedAt: noon,
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      bytes,
      sha256: sha256(bytes),
    },
    fetch?.id ?? 0,
    {
      work: { kind: 'read', address, sourceId: null, entry: sampleEntry(address), checks },
      host: null,
      dueAt: 0,
      key: `read ${another()}`,
    },
  )
  await work(ground, pool)
  const id = await archive.articles.byAddress(address)
  return (id === null ? null : await archive.articles.get(id)) ?? assert.fail(`${address} was not filed`)
}

/** Does all the reading that is due. */
async function work({ archive }: Ground, pool: ReaderPool): Promise<void> {
  const clock = (): number => noon
  const intake = startIntake({
    archive,
    clock,
    chance: () => 0.5,
    logger,
    pool,
    roles: ['read'],
    fetcher: {
      clock,
      chance: () => 0.5,
      userAgent: 'WiredeskTest/1.0',
      allowAddresses: [],
      proxy: null,
      hostGapSeconds: 0,
    },
  })
  await intake.idle()
  await intake.stop()
}
