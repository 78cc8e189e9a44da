import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalAddress, hostOf, outletKey } from './address.ts'

const folded: readonly (readonly [given: string, canonical: string])[] = [
  ['HTTPS://News.Example:443/A?b=1#top', 'https://news.example/A?b=1'],
  ['http://news.example:8080', 'http://news.example:8080/'],
  ['https://новости.example/статья', 'https://xn--b1amnebsh.example/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F'],
  ['https://news.example./a', 'https://news.example/a'],
  ['https://user:secret@news.example/a', 'https://news.example/a'],
  ['https://news.example/%7eivan/%d0%b0', 'https://news.example/~ivan/%D0%B0'],
  ['https://news.example/a?utm_source=x&id=7&fbclid=1&p=2', 'https://news.example/a?id=7&p=2'],
  ['https://news.example/a?UTM_Source=x&ysclid=&_openstat=z', 'https://news.example/a'],
  ['https://news.example/a?', 'https://news.example/a'],
  ['https://news.example/a?from=rss', 'https://news.example/a'],
  ['https://news.example/a?from=2026-11-01', 'https://news.example/a?from=2026-11-01'],
  ['https://news.example/a?ref=123', 'https://news.example/a?ref=123'],
  ['https://news.example/a?b=2&a=1', 'https://news.example/a?b=2&a=1'],
  ['https://m.news.example/a', 'https://news.example/a'],
  ['https://amp.news.example/a', 'https://news.example/a'],
  ['https://mobile.news.example/a', 'https://news.example/a'],
  ['https://en.m.news.example/a', 'https://en.news.example/a'],
  ['https://m.example/a', 'https://m.example/a'],
  ['https://m.blogspot.com/a', 'https://m.blogspot.com/a'],
  ['https://news.example/2026/11/flood-in-lipovka/amp', 'https://news.example/2026/11/flood-in-lipovka'],
  ['https://news.example/2026/11/flood-in-lipovka/amp/', 'https://news.example/2026/11/flood-in-lipovka/'],
  ['https://news.example/amp/flood-1234', 'https://news.example/flood-1234'],
  ['https://news.example/flood.amp.html', 'https://news.example/flood.html'],
  ['https://news.example/flood.amp', 'https://news.example/flood'],
  ['https://news.example/flood?amp', 'https://news.example/flood'],
  ['https://news.example/flood?amp=1', 'https://news.example/flood'],
  ['https://news.example/flood?outputType=amp', 'https://news.example/flood'],
  ['https://news.example/guitars/amp', 'https://news.example/guitars/amp'],
  ['https://news.example/flood?amp=50', 'https://news.example/flood?amp=50'],
  [
    'https://news-example.cdn.ampproject.org/c/s/m.news.example/flood-1/amp?id=1',
    'https://news.example/flood-1?id=1',
  ],
  ['https://www.google.com/amp/s/news.example/flood-1', 'https://news.example/flood-1'],
  ['https://news.example/a/', 'https://news.example/a/'],
  ['https://www.news.example/index.html', 'https://www.news.example/index.html'],
  ['http://127.0.0.1:8080/m', 'http://127.0.0.1:8080/m'],
  ['http://[::1]:8080/m', 'http://[::1]:8080/m'],
]

for (const [given, canonical] of folded)
  test(`the canonical address of ${given} is ${canonical}`, () => {
    assert.equal(canonicalAddress(given), canonical)
  })

test('what is no http address has no canonical address', () => {
  for (const given of [
    '',
    'example.com',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'http://',
    '//x',
    'data:,x',
  ])
    assert.equal(canonicalAddress(given), null, given)
})

const keys: readonly (readonly [address: string, key: string])[] = [
  ['https://www.news.example.co.uk/a', 'example.co.uk'],
  ['https://vestnik.blogspot.com/2026/', 'vestnik.blogspot.com'],
  ['https://t.me/s/Lipovka_News/12', 't.me/lipovka_news'],
  ['https://t.me/Lipovka_News', 't.me/lipovka_news'],
  ['https://social.example/@Vera/1234', 'social.example/@vera'],
  ['https://social.example/@vera.rss', 'social.example/@vera'],
  ['https://social.example/@vera@other.example', 'other.example/@vera'],
  ['http://127.0.0.1:8080/feed', '127.0.0.1:8080'],
  ['http://localhost:8080/feed', 'localhost:8080'],
  ['http://alfa.localhost:8080/feed', 'alfa.localhost'],
  ['http://[::1]:8080/', '[::1]:8080'],
]

for (const [address, key] of keys)
  test(`the outlet of ${address} is ${key}`, () => {
    assert.equal(outletKey(address), key)
  })

test('the host of an address keeps a port that is not the default', () => {
  assert.equal(hostOf('https://News.Example:443/a'), 'news.example')
  assert.equal(hostOf('http://news.example:8080/a'), 'news.example:8080')
  assert.equal(hostOf('nonsense'), '')
})

const pieces = fc.constantFrom(
  'm.',
  'amp.',
  'www.',
  'news',
  '.example',
  '.org',
  '/amp',
  '/amp/',
  '/a-1',
  '.amp',
  '.amp.html',
  '?',
  '&',
  'amp=1',
  'utm_source=x',
  'id=7',
  '#x',
  '%7e',
  '%25',
  '%2f',
  '//',
  '/../',
  'c/s/',
  'https://',
  'x.cdn.ampproject.org/c/s/',
  'ё',
  ' ',
  '@',
  ':80',
) // prettier-ignore
const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => `http://${parts.join('')}`),
  fc.array(pieces, { maxLength: 12 }).map((parts) => `https://news.example/${parts.join('')}`),
  fc.string({ unit: 'binary' }),
)

test('the canonical address of a canonical address is itself, and nothing makes it throw', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      outletKey(address)
      hostOf(address)
      const once = canonicalAddress(address)
      if (once !== null) assert.equal(canonicalAddress(once), once)
    }),
    { numRuns: 2000 },
  )
})

test('a relative address means what it means when it is resolved first', () => {
  fc.assert(
    fc.property(
      fc.webPath().map((path) => path.replace(/^\/+/, '/')),
      fc.webUrl(),
      (path, base) => {
        assert.equal(canonicalAddress(path, base), canonicalAddress(new URL(path, base).href))
      },
    ),
  )
})

test('tracking parameters change nothing, wherever they stand', () => {
  const tracking = fc.constantFrom(
    'utm_source=a',
    'utm_medium=b',
    'fbclid=1',
    'ysclid=2',
    'yclid=3',
    'from=rss',
  )
  const kept = ['id=7', 'page=2', 'p=3']
  fc.assert(
    fc.property(fc.array(fc.tuple(tracking, fc.nat(3))), (added) => {
      const parameters: string[] = [...kept]
      for (const [parameter, place] of added) parameters.splice(place, 0, parameter)
      assert.equal(
        canonicalAddress(`https://news.example/a?${parameters.join('&')}`),
        'https://news.example/a?id=7&page=2&p=3',
      )
    }),
  )
})
