import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../model/problem.ts'
import { parseOpml, writeOpml } from './opml.ts'

test('lists the feeds of nested folders, attributes in any case, ampersands as they come, each once', () => {
  const found = parseOpml(`\uFEFF<?xml version="1.0"?><OPML version="1.1"><head><title>x</title></head><body>
    <outline text="Towns & Villages"><outline title="North">
      <outline TYPE="rss" Text="Alfa &amp; Sons" XMLURL="https://alfa.example/rss?a=1&b=2" htmlUrl="https://alfa.example/"/>
    </outline></outline>
    <outline text="Bravo" xmlUrl="feed:https://bravo.example/rss"></outline>
    <outline text="Again" xmlUrl="https://bravo.example/rss"/>
    <outline text="No address"/><outline text="Other" xmlUrl="javascript:alert(1)"/>
  </body></OPML>`)
  assert.deepEqual(found, [
    {
      address: 'https://alfa.example/rss?a=1&b=2',
      title: 'Alfa & Sons',
      kind: 'feed',
      outlet: null,
      folders: ['Towns & Villages', 'North'],
    },
    { address: 'https://bravo.example/rss', title: 'Bravo', kind: 'feed', outlet: null, folders: [] },
  ])
})

test('names a file that is no OPML', () => {
  for (const text of ['', 'hello', '<html></html>', '\0\0'])
    assert.throws(
      () => parseOpml(text),
      (error) => error instanceof Problem && error.code === 'wire/not-opml',
    )
})

test('what is written is read back the same', () => {
  const words = fc
    .string({ unit: fc.constantFrom('a', 'Я', '&', '<', '>', '"', "'", ' ', '&amp;', ']]>', '/', '=') })
    .map((text) => text.replace(/\s+/g, ' ').trim())
  const source = fc.record({
    address: fc.webUrl({ withQueryParameters: true }),
    title: words.filter((text) => text !== ''),
    outlet: words.filter((text) => text !== ''),
    kind: fc.constantFrom(
      'feed' as const,
      'sitemap' as const,
      'section' as const,
      'telegram' as const,
      'mastodon' as const,
    ),
  })
  fc.assert(
    fc.property(fc.uniqueArray(source, { selector: ({ address }) => address }), words, (sources, title) => {
      assert.deepEqual(
        parseOpml(writeOpml(sources, title)).map(({ folders: _, ...written }) => written),
        sources.map((each) => ({ ...each })),
      )
    }),
  )
})
