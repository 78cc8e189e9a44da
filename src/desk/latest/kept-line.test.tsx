import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleLine } from '../../archive/archive.ts'
import type { Locale } from '../../web/i18n/locale.ts'
import { translateTo } from '../../web/i18n/messages.ts'
import { timesFor } from '../../web/i18n/times.ts'
import type { View } from '../../web/view.ts'
import { KeptLine } from './kept-line.tsx'

const line: ArticleLine = {
  id: 7,
  address: 'https://stavren.example/1',
  headline: 'The <bridge> is open',
  lead: null,
  outlet: {
    id: 1,
    key: 'stavren.example',
    name: 'Stavren & Co',
    language: null,
    country: null,
    zone: null,
  },
  language: 'en',
  kind: 'article',
  at: Date.UTC(2026, 10, 24, 16, 30),
  firstSeenAt: Date.UTC(2026, 10, 24, 16, 31),
  revisions: 0,
  textFrom: 'page',
  gone: null,
}

test('a line is rendered once, its text escaped once', () => {
  const first = shown('en', line)
  assert.match(first, /The &lt;bridge&gt; is open/)
  assert.match(first, /Stavren &amp; Co/)
  assert.equal(shown('en', { ...line }), first)
})

const changes: readonly [string, Partial<ArticleLine>, RegExp][] = [
  ['its headline was changed', { headline: 'The bridge is shut', revisions: 1 }, /shut.*changed/],
  ['its outlet was renamed', { outlet: { ...line.outlet, name: 'Stavren News' } }, /Stavren News/],
  ['it turned out to be of another time', { at: line.at - 3_600_000 }, />15:30</],
  ['its text came from the source after all', { textFrom: 'source' }, /feed text/],
  ['its outlet took it down', { gone: 'missing' }, /<span class="tag gone">Taken down<\/span>/],
  ['its kind was told anew', { kind: 'gallery' }, /pictures/],
]

for (const [what, change, expected] of changes)
  test(`a line is rendered anew when ${what}`, () => {
    shown('en', line)
    assert.match(shown('en', { ...line, ...change }), expected)
  })

test('each language has its own lines', () => {
  shown('en', line)
  assert.match(shown('kk', line), /ағылшын/)
})

function shown(locale: Locale, given: ArticleLine): string {
  const times = timesFor(locale, 'UTC')
  const view = { locale, times, t: translateTo(locale) } as View
  return String(<KeptLine view={view} line={given} dayKey={times.dayKey(given.at)} dayName="Tuesday" />)
}
