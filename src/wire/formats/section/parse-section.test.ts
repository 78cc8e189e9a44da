import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSection } from './parse-section.ts'

const address = 'https://herald.example/'

const hostile: readonly (readonly [what: string, html: string])[] = [
  ['elements within elements without end', '<div>'.repeat(200_000)],
  ['links within links', '<a href="/2026/11/24/a-long-slug-of-words">x'.repeat(20_000)],
  [
    'fifty thousand links in one box',
    Array.from({ length: 50_000 }, (_, n) => `<a href="/n/${n}">A headline of some words</a>`).join(''),
  ],
  [
    'addresses that are none',
    '<a href="http://[">x</a><a href="javascript:alert(1)">A headline of five words</a><base href="http://[">',
  ],
]

for (const [what, html] of hostile)
  test(`a page of ${what} is read all the same`, () => {
    const start = performance.now()
    assert.ok(parseSection(html, address).entries.length <= 1000)
    // Generous, for machines that do much else: what is quadratic takes minutes.
    assert.ok(performance.now() - start < 10_000)
  })
