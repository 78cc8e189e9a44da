import assert from 'node:assert/strict'
import { it } from 'node:test'
import { another, fileSample, sampleArticle, sampleFiling } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import type { OutletMemory, PageNote } from '../model/outlet-memory.ts'
import type { Archive, Filing } from './archive.ts'

onBothEngines('the memory of an outlet', (ground) => {
  it('is made of what the pages of its articles taught', async () => {
    const outlet = newOutlet()
    assert.equal(await ground.archive.memories.ofOutlet(outlet.key, 0), null)
    for (let page = 1; page <= 3; page++)
      await fileSample(ground.archive, noon, { outlet, note: noteOf(`page ${page}`) })
    const memory = await memoryOf(ground.archive, outlet.key)
    assert.equal(memory?.pages, 3)
    assert.deepEqual(memory?.texts.standing, [3, 1, 3])
  })

  it('is handed out only to who has another', async () => {
    const outlet = newOutlet()
    await fileSample(ground.archive, noon, { outlet, note: noteOf('page') })
    assert.equal((await ground.archive.memories.ofOutlet(outlet.key, 0))?.pages, 1)
    assert.equal(await ground.archive.memories.ofOutlet(outlet.key, 1), null)
  })

  it('learns of an article once, however often it is filed', async () => {
    const outlet = newOutlet()
    const article = sampleArticle()
    const again = { ...article, headline: 'Ferry resumes at last' }
    for (const one of [article, article, again])
      await fileSample(ground.archive, noon, { outlet, article: one, note: noteOf(`page ${another()}`) })
    assert.equal((await memoryOf(ground.archive, outlet.key))?.pages, 1)
  })

  it('learns nothing twice when a lapsed job is done by two', async () => {
    const outlet = newOutlet()
    const filing = await sampleFiling(ground.archive, noon, { outlet, note: noteOf('page') })
    await Promise.all([ground.archive.articles.file(filing), ground.archive.articles.file(filing)])
    assert.equal((await memoryOf(ground.archive, outlet.key))?.pages, 1)
  })

  it('loses nothing when two processes read its pages side by side', async () => {
    const outlet = newOutlet()
    const other = await ground.open(ground.address)
    const filings: Filing[] = []
    for (let page = 0; page < 40; page++)
      filings.push(await sampleFiling(ground.archive, noon, { outlet, note: noteOf(`page ${page}`) }))
    await Promise.all(
      filings.map((filing, at) => (at % 2 === 0 ? ground.archive : other).articles.file(filing)),
    )
    const { pages = 0, texts } = (await memoryOf(ground.archive, outlet.key)) ?? {}
    // The last few notes wait for their like.
    assert.ok(pages > 30, `${pages} pages`)
    assert.equal(texts?.standing?.[0], pages)
    const noted = await notesWaiting(ground.archive, outlet.key)
    assert.equal(pages + noted, 40)
  })
})

function newOutlet(): Filing['outlet'] {
  return { key: `beta${another()}.example`, name: 'Beta', language: null, country: null }
}

function noteOf(page: string): PageNote {
  return {
    page,
    places: [['column', 1, 0]],
    texts: [
      ['standing', 0],
      [`of ${page}`, 0],
    ],
  }
}

async function memoryOf(archive: Archive, key: string): Promise<OutletMemory | null> {
  const kept = await archive.memories.ofOutlet(key, 0)
  return kept === null ? null : (JSON.parse(kept.memory) as OutletMemory)
}

/** As a backup has them. */
async function notesWaiting(archive: Archive, key: string): Promise<number> {
  let id = -1
  let notes = 0
  for await (const line of archive.upkeep.dump()) {
    const { table, row } = JSON.parse(line) as { table?: string; row?: Record<string, unknown> }
    if (table === 'outlets' && row?.key === key) id = Number(row.id)
    if (table === 'page_notes' && Number(row?.outlet_id) === id) notes++
  }
  return notes
}
