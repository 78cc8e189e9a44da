import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileSample, queued, sampleArticle, sampleSource } from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'
import { postgres } from '../../../test/support/needs.ts'
import type { Problem } from '../../model/problem.ts'
import type { Archive } from '../archive.ts'

async function dumped(archive: Archive): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of archive.upkeep.dump()) lines.push(line)
  return lines
}

async function* given(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}

async function fill(archive: Archive): Promise<void> {
  const { source } = await archive.sources.add(sampleSource({ address: 'https://alfa.example/feed' }), noon)
  await archive.sources.recordPoll(source.id, {
    health: source.health,
    state: 'active',
    movedTo: null,
    at: noon,
    entries: Array.from({ length: 250 }, (_, n) => queued(`https://alfa.example/${n}`, noon + 1e9)),
  })
  const article = sampleArticle({ headline: 'Мост открыт', language: 'ru' })
  await fileSample(archive, noon, { article, sourceId: source.id })
  await fileSample(archive, noon, { article: { ...article, headline: 'Мост снова открыт' } })
  await fileSample(archive, noon)
  await archive.users.add({ name: 'Anna', role: 'admin', passwordHash: 'x', createdAt: noon })
  await archive.settings.set('zone', 'Europe/Kyiv')
  await archive.discoveries.ask('https://beta.example/', noon + 1e9)
}

let fromBoth: readonly (readonly string[])[] = []

onBothEngines('a backup', (ground) => {
  it('holds everything, and restores to the same', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fill(archive)
    const lines = await dumped(archive)
    assert.ok(lines.every((line) => !line.includes('\n')))
    const restored = await ground.open(await ground.newAddress())
    assert.equal(await restored.upkeep.load(given(lines)), lines.length - 2)
    assert.deepEqual(await dumped(restored), lines)
    assert.deepEqual(await restored.upkeep.check(), [])
    fromBoth = [...fromBoth, lines]
  })

  it('of either engine is searchable and goes on in the other', { skip: postgres.skip }, async () => {
    const other = await ground.open(await ground.newAddress())
    if (fromBoth.length === 0) await fill(other)
    for (const lines of fromBoth) {
      const archive = await ground.open(await ground.newAddress())
      await archive.upkeep.load(given(lines))
      const query = {
        clauses: [{ field: 'headline', negated: false, words: [['снова']] }],
        filters: { languages: ['ru'], outlets: [], after: null, before: null },
      } as const
      const { items } = await archive.articles.search(query, { limit: 5 })
      assert.deepEqual(
        items.map(({ line }) => line.headline),
        ['Мост снова открыт'],
      )
      assert.equal((await fileSample(archive, noon)).outcome, 'filed')
      assert.ok((await archive.discoveries.ask('https://gamma.example/', noon)) > 1)
      assert.deepEqual(await archive.upkeep.check(), [])
    }
  })

  it('is of one moment, also when articles are filed meanwhile', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fill(archive)
    const before = await dumped(archive)
    const lines: string[] = []
    for await (const line of archive.upkeep.dump()) {
      lines.push(line)
      if (lines.length === 2) await fileSample(archive, noon)
    }
    assert.deepEqual(lines, before)
  })

  it('is restored into an empty archive only', async () => {
    const archive = await ground.open(await ground.newAddress())
    await archive.settings.set('zone', 'UTC')
    const lines = await dumped(archive)
    await assert.rejects(archive.upkeep.load(given(lines)), { code: 'archive/not-empty' })
  })

  it('that is broken is refused whole', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fill(archive)
    const lines = await dumped(archive)
    const empty = await ground.open(await ground.newAddress())
    const broken: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /cut short/],
      [['{"hello":1}'], /first line/],
      [['not json'], /line 1 is not JSON/],
      [lines.slice(0, -1), /cut short/],
      [[...lines.slice(0, 1), ...lines.slice(2)], /ends with/],
      [[...lines, lines[1] ?? ''], /after its end/],
      [[lines[0] ?? '', '{"table":"secrets","row":{}}'], /unknown table/],
      [[lines[0] ?? '', '{"table":"users","row":{"shoe":"42"}}'], /users/],
    ]
    for (const [content, why] of broken) {
      await assert.rejects(empty.upkeep.load(given(content)), (problem: Problem) => {
        assert.equal(problem.code, 'archive/bad-backup')
        assert.match(problem.message, why)
        return true
      })
      assert.deepEqual((await dumped(empty)).length, 2)
    }
    const newer = ['{"wiredesk":"backup","format":1,"schemaVersion":999}']
    await assert.rejects(empty.upkeep.load(given(newer)), { code: 'archive/newer-schema' })
  })
})
