import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { onBothEngines } from '../../../test/support/archives.ts'
import type { Marks } from '../../model/marks.ts'
import { noMarks } from '../../model/no-marks.ts'
import type { SearchQuery } from '../../model/search-query.ts'
import type { Archive, IndexText } from '../archive.ts'

onBothEngines('indexing anew', (ground) => {
  it('replaces what was found by old stems with what is found by new ones, piece by piece', async () => {
    const archive = await ground.open(await ground.newAddress())
    const many = 205
    for (let number = 0; number < many; number += 1)
      await fileSample(archive, ground.now, {
        article: sampleArticle({ headline: `Bridge ${number}` }),
        indexText: text('old'),
      })
    assert.equal(await found(archive, 'old'), many)

    const first = await archive.upkeep.reindex(0, () => anew('new'))
    assert.ok(first.next !== null && first.articles < many)
    assert.equal(await found(archive, 'new'), first.articles, 'search works meanwhile')
    assert.equal(await found(archive, 'old'), many - first.articles)

    let done = first.articles
    for (let next: number | null = first.next; next !== null; ) {
      const piece: Awaited<ReturnType<Archive['upkeep']['reindex']>> = await archive.upkeep.reindex(
        next,
        () => anew('new'),
      )
      done += piece.articles
      next = piece.next
    }
    assert.equal(done, many)
    assert.equal(await found(archive, 'new'), many)
    assert.equal(await found(archive, 'old'), 0)
    assert.equal(
      (await archive.names.find('the bridge', { limit: 1 }))[0]?.articles,
      many,
      'marks are made anew too',
    )
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('is given the article as it reads now', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fileSample(archive, ground.now, { article: sampleArticle({ headline: 'The ferry is late' }) })
    const seen: string[] = []
    await archive.upkeep.reindex(0, (article) => {
      seen.push(article.headline)
      return anew('new')
    })
    assert.deepEqual(seen, ['The ferry is late'])
  })

  it('has nothing to do in an empty archive', async () => {
    const archive = await ground.open(await ground.newAddress())
    assert.deepEqual(await archive.upkeep.reindex(0, () => anew('new')), { articles: 0, next: null })
  })
})

function anew(word: string): { readonly indexText: IndexText; readonly marks: Marks } {
  return { indexText: text(word), marks: { ...noMarks('en'), names: [bridge] } }
}

const bridge = { kind: 'place', name: 'The Bridge', key: 'bradj', aliases: [], offices: [] } as const

function text(word: string): IndexText {
  return { headline: word, lead: '', body: '', authors: '' }
}

async function found(archive: Archive, stem: string): Promise<number> {
  const query: SearchQuery = {
    clauses: [{ field: 'any', negated: false, words: [[stem]] }],
    filters: { languages: [], outlets: [], after: null, before: null },
  }
  return (await archive.articles.search(query, { limit: 1000 })).items.length
}
