import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'
import type { Archive, LatestOptions } from '../archive.ts'

onBothEngines('the latest articles', (ground) => {
  /** Each at minutes before noon, in a language, of an outlet. */
  async function withArticles(
    articles: readonly (readonly [minutes: number, language: string, outlet: string])[],
  ): Promise<Archive> {
    const archive = await ground.open(await ground.newAddress())
    for (const [minutes, language, outlet] of articles) {
      const publishedAt = { at: noon - minutes * 60_000, zone: 'Z', precision: 'minute' } as const
      await fileSample(archive, noon, {
        article: sampleArticle({ headline: `${outlet} ${minutes} ${language}`, language, publishedAt }),
        outlet: { key: outlet, name: outlet, language: null, country: null },
      })
    }
    return archive
  }

  async function allPages(archive: Archive, options: LatestOptions): Promise<readonly string[]> {
    const headlines: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await archive.articles.latest({ ...options, ...(cursor === undefined ? {} : { cursor }) })
      assert.ok(page.items.length <= options.limit)
      headlines.push(...page.items.map(({ headline }) => headline))
      if (page.next === null) return headlines
      assert.match(page.next, /^[a-z0-9]+$/)
      cursor = page.next
    }
  }

  it('come by time, and by id where the time is the same', async () => {
    const archive = await withArticles([
      [5, 'ru', 'alfa'],
      [1, 'ru', 'alfa'],
      [3, 'ru', 'alfa'],
      [3, 'uk', 'alfa'],
    ])
    const expected = ['alfa 1 ru', 'alfa 3 uk', 'alfa 3 ru', 'alfa 5 ru']
    for (const limit of [1, 2, 3, 4, 9]) assert.deepEqual(await allPages(archive, { limit }), expected)
  })

  it('are narrowed to languages and outlets, each alone and both', async () => {
    const archive = await withArticles([
      [1, 'ru', 'alfa'],
      [2, 'uk', 'alfa'],
      [3, 'ru', 'beta'],
      [4, 'en', 'beta'],
      [5, 'ru', 'gamma'],
    ])
    const ids = new Map((await archive.outlets.list()).map(({ name, id }) => [name, id]))
    const outletIds = ['alfa', 'beta'].map((name) => ids.get(name) ?? 0)
    const cases: readonly (readonly [Omit<LatestOptions, 'limit'>, readonly string[]])[] = [
      [{ languages: ['ru'] }, ['alfa 1 ru', 'beta 3 ru', 'gamma 5 ru']],
      [{ languages: ['uk', 'en'] }, ['alfa 2 uk', 'beta 4 en']],
      [{ outletIds }, ['alfa 1 ru', 'alfa 2 uk', 'beta 3 ru', 'beta 4 en']],
      [{ outletIds, languages: ['ru'] }, ['alfa 1 ru', 'beta 3 ru']],
      [{ languages: ['kk'] }, []],
      [{ languages: [], outletIds: [] }, ['alfa 1 ru', 'alfa 2 uk', 'beta 3 ru', 'beta 4 en', 'gamma 5 ru']],
    ]
    for (const [options, expected] of cases)
      for (const limit of [1, 2, 9])
        assert.deepEqual(await allPages(archive, { ...options, limit }), expected)
  })

  it('keep their place when a revision states another time', async () => {
    const archive = await withArticles([
      [2, 'ru', 'alfa'],
      [1, 'ru', 'alfa'],
    ])
    const [, older] = (await archive.articles.latest({ limit: 2 })).items
    const article = sampleArticle({ address: older?.address ?? '', headline: 'bumped', publishedAt: null })
    await fileSample(archive, noon + 9e6, { article })
    assert.deepEqual(await allPages(archive, { limit: 9 }), ['alfa 1 ru', 'bumped'])
  })

  it('keep an order also in a time before all times', async () => {
    const archive = await ground.open(await ground.newAddress())
    for (const at of [-62_135_596_800_000, 0, -1]) {
      const publishedAt = { at, zone: null, precision: 'day' } as const
      await fileSample(archive, noon, { article: sampleArticle({ headline: String(at), publishedAt }) })
    }
    assert.deepEqual(await allPages(archive, { limit: 1 }), ['0', '-1', '-62135596800000'])
  })

  it('begin at the beginning for a cursor that is not one', async () => {
    const archive = await withArticles([[1, 'ru', 'alfa']])
    for (const cursor of ['', 'x', "a'; drop table articles", 'azzzzzzzzzzzz'])
      assert.equal((await archive.articles.latest({ limit: 1, cursor })).items.length, 1)
  })

  it('gives lines in the order asked for and leaves unknown ids out', async () => {
    const archive = await withArticles([
      [1, 'ru', 'alfa'],
      [2, 'ru', 'alfa'],
    ])
    const lines = await archive.articles.lines([2, 999, 1, 2])
    assert.deepEqual(
      lines.map(({ id }) => id),
      [2, 1, 2],
    )
    assert.deepEqual(await archive.articles.lines([]), [])
  })
})
