import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parsePage } from '../parse/parse-page.ts'
import { type Metadata, readMetadata } from './read-metadata.ts'

const address = 'https://gazette.example/islands/ferry-runs-again'
const prose = `<p>${'The ferry to the islands runs again after the storm, the harbour master said on Monday. '.repeat(3)}</p>`

function metadataOf(html: string, at = address): Metadata {
  return readMetadata(parsePage(html), at)
}

function jsonLd(value: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry runs again', ...value })}</script>`
}

describe('the authors of a page', () => {
  const site = '<meta property="og:site_name" content="Harbour Gazette">'
  const headline = '<h1>Ferry runs again</h1>'
  const cases: readonly (readonly [where: string, html: string, authors: readonly string[]])[] = [
    [
      'JSON-LD lists',
      jsonLd({ author: [{ name: 'Orla Finch' }, { name: 'Tom Akers' }] }),
      ['Orla Finch', 'Tom Akers'],
    ],
    ['JSON-LD splits', jsonLd({ author: { givenName: 'Orla', familyName: 'Finch' } }), ['Orla Finch']],
    [
      'JSON-LD writes in one string',
      jsonLd({ author: 'Orla Finch, Tom Akers' }),
      ['Orla Finch', 'Tom Akers'],
    ],
    [
      'JSON-LD says twice, in other letters',
      jsonLd({ author: [{ name: 'JOSÉ MARÉ' }, { name: 'Jose Mare' }] }),
      ['Jose Mare'],
    ],
    [
      'the byline names, without the staff that the author belongs to',
      `${site}${headline}<p class="byline"><a>Orla Finch</a><span>Harbour Gazette Staff</span></p>${prose}`,
      ['Orla Finch'],
    ],
    [
      'the page names under the headline, as JSON-LD only names the outlet',
      `${site}${jsonLd({ author: { name: 'Harbour Gazette' } })}${headline}<p class="byline">By <a>Orla Finch</a></p>${prose}`,
      ['Orla Finch'],
    ],
    [
      'nobody but the outlet is, and a reader comments',
      `${site}${jsonLd({ author: { name: 'Harbour Gazette' } })}${headline}${prose}<div class="comments"><b class="author">Max Reader</b></div>`,
      ['Harbour Gazette'],
    ],
    [
      'a card says',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Orla Finch">',
      ['Orla Finch'],
    ],
    [
      'the byline names beside a job',
      `${headline}<div class="author-info"><span>Orla Finch</span><span>Senior editor</span></div>${prose}`,
      ['Orla Finch'],
    ],
    [
      'the byline names, not who reviewed it',
      `${headline}<div class="byline">By <a>Orla Finch</a>. Reviewed by <a>Rosa Marsh</a></div>${prose}`,
      ['Orla Finch'],
    ],
    [
      'a label names in the next element',
      `${headline}<div><p>Written by</p><p>Orla Finch</p></div>${prose}`,
      ['Orla Finch'],
    ],
    [
      'a label far below names',
      `${headline}${prose}<p><b>Автор:</b> <span>Глеб Зимин</span></p>`,
      ['Глеб Зимин'],
    ],
    [
      'are marked, but not those of other articles',
      `${headline}<a rel="author" href="/p/1">Orla Finch</a>${prose}<div class="related"><a rel="author" href="/p/2">Tom Akers</a></div>`,
      ['Orla Finch'],
    ],
    [
      'a paragraph before the text names',
      `${headline}<p><strong>Orla Finch</strong></p>${prose}`,
      ['Orla Finch'],
    ],
    [
      'a layout with a sidebar names',
      `<div class="content-sidebar-wrap">${headline}<span class="author">Orla Finch</span>${prose}</div>`,
      ['Orla Finch'],
    ],
    ['nobody is', `${headline}${prose}`, []],
  ]
  for (const [where, html, authors] of cases)
    it(`are those that ${where}`, () => assert.deepEqual(metadataOf(html).authors, authors))
})

describe('the times of a page', () => {
  const headline = '<h1>Ferry runs again</h1>'
  const cases: readonly (readonly [
    where: string,
    html: string,
    published: string | null,
    modified: string | null,
  ])[] = [
    [
      'JSON-LD, with its zone',
      jsonLd({ datePublished: '2026-11-03T14:05:00+02:00', dateModified: '2026-11-03T15:00:00+02:00' }),
      '2026-11-03T12:05:00.000Z',
      '2026-11-03T13:00:00.000Z',
    ],
    [
      'JSON-LD, without a change before the publication',
      jsonLd({ datePublished: '2026-11-03T14:05:00Z', dateModified: '2026-11-03T14:04:00Z' }),
      '2026-11-03T14:05:00.000Z',
      null,
    ],
    [
      'meta',
      '<meta property="article:published_time" content="2026-11-03T14:05:00Z">',
      '2026-11-03T14:05:00.000Z',
      null,
    ],
    [
      '<time> behind the headline, not of a comment',
      `${headline}${prose}<div class="comments"><time datetime="2026-11-04">4 Nov</time></div><p><time datetime="2026-11-03">3 Nov</time></p>`,
      '2026-11-03T00:00:00.000Z',
      null,
    ],
    [
      '<time>, the one of a change apart',
      `${headline}<div>Updated <time datetime="2026-11-04T10:00Z">4 Nov</time></div><div>Published <time datetime="2026-11-03T09:00Z">3 Nov</time></div>${prose}`,
      '2026-11-03T09:00:00.000Z',
      '2026-11-04T10:00:00.000Z',
    ],
    [
      'visible text in the order of the host’s country',
      `<html lang="en">${headline}<p class="date">Published 03/11/2026 14:05</p>${prose}`,
      '2026-11-03T14:05:00.000Z',
      null,
    ],
    [
      'visible text, the change apart',
      `${headline}<p class="date">Updated: 4 November 2026</p><p class="date">Posted on 3 November 2026</p>${prose}`,
      '2026-11-03T00:00:00.000Z',
      '2026-11-04T00:00:00.000Z',
    ],
  ]
  for (const [where, html, published, modified] of cases)
    it(`are those of ${where}`, () => {
      const { publishedAt, modifiedAt } = metadataOf(html, 'https://gazette.co.uk/islands/ferry-runs-again')
      const iso = (moment: typeof publishedAt): string | null =>
        moment === null ? null : new Date(moment.at).toISOString()
      assert.deepEqual([iso(publishedAt), iso(modifiedAt)], [published, modified])
    })

  it('are that of the address, where nothing else says it', () => {
    const { publishedAt } = metadataOf(headline + prose, 'https://gazette.example/2026/11/03/ferry')
    assert.equal(publishedAt?.at, Date.UTC(2026, 10, 3))
  })

  it('are told from when the page was fetched', () => {
    const page = parsePage(`<html lang="ru">${headline}<span class="date">Вчера, 14:05</span>${prose}`)
    assert.equal(readMetadata(page, address).publishedAt, null)
    const { publishedAt } = readMetadata(page, address, Date.UTC(2026, 10, 4, 9))
    assert.equal(publishedAt?.at, Date.UTC(2026, 10, 3, 14, 5))
  })
})

describe('the rest that a page says of itself', () => {
  const title = '<title>Ferry runs again | Harbour Gazette</title>'
  const headline = '<h1>Ferry runs again</h1>'
  const home = 'https://harbourgazette.example'
  const own = `${home}/islands/ferry-runs-again`
  const crumbs = (...names: readonly string[]): object => ({
    '@type': 'BreadcrumbList',
    itemListElement: names.map((name, at) => ({ '@type': 'ListItem', position: at + 1, item: { name } })),
  })
  const cases: readonly (readonly [what: string, html: string, found: Partial<Metadata>])[] = [
    ['the section of JSON-LD', jsonLd({ articleSection: 'Islands' }), { section: 'Islands' }],
    [
      'the first section that is one',
      jsonLd({ articleSection: ['Home', 'Uncategorized', 'Islands'] }),
      { section: 'Islands' },
    ],
    [
      'the section of meta, not the outlet’s name',
      `${title}<meta property="article:section" content="Harbour Gazette"><meta name="section" content="Sea">`,
      { section: 'Sea' },
    ],
    [
      'the last breadcrumb that is not the headline',
      headline +
        title +
        `<script type="application/ld+json">${JSON.stringify(crumbs('Home', 'News', 'Islands', 'Ferry runs again'))}</script>`,
      { section: 'Islands' },
    ],
    [
      'the last breadcrumb that is shown',
      `<ul class="breadcrumbs"><li><a href="/">Главная</a></li><li><a href="/sea">Море</a></li></ul>${headline}${prose}`,
      { section: 'Море' },
    ],
    ['no section', headline + prose, { section: null }],
    [
      'keywords of JSON-LD, each once',
      jsonLd({ keywords: ['Ferry', 'ferry', '#Islands', 'News', 'storm'] }),
      { keywords: ['Ferry', 'Islands', 'storm'] },
    ],
    [
      'tags before the keywords for search engines',
      '<meta name="keywords" content="news, sea, boat"><meta property="article:tag" content="Ferry"><meta property="article:tag" content="Islands">',
      { keywords: ['Ferry', 'Islands'] },
    ],
    [
      'links with rel=tag, not the outlet’s name',
      `${title}${headline}${prose}<a rel="tag" href="/t/1">Ferry</a><a rel="tag" href="/t/2">Harbour Gazette</a>`,
      { keywords: ['Ferry'] },
    ],
    [
      'the outlet’s name of og:site_name',
      `${title}<meta property="og:site_name" content="The Gazette">`,
      { outletName: 'The Gazette' },
    ],
    [
      'the outlet’s name without its motto',
      '<meta property="og:site_name" content="Harbour Gazette | News from the islands">',
      { outletName: 'Harbour Gazette' },
    ],
    [
      'the publisher’s name before a host’s',
      `<meta property="og:site_name" content="harbourgazette.example">${jsonLd({ publisher: { '@type': 'Organization', name: 'Harbour Gazette' } })}`,
      { outletName: 'Harbour Gazette' },
    ],
    ['the outlet’s name of the title, as the host agrees', title, { outletName: 'Harbour Gazette' }],
    ['no outlet’s name', '<title>Ferry runs again | Islands</title>', { outletName: null }],
    ['a relative canonical address', '<link rel="canonical" href="/sea/1">', { address: `${home}/sea/1` }],
    [
      'its own address where the canonical one is another outlet’s',
      '<link rel="canonical" href="https://other.example/sea/1">',
      { address: own },
    ],
    [
      'its own address where the canonical one is the front page',
      `<link rel="canonical" href="${home}/">`,
      { address: own },
    ],
    [
      'the page that an AMP page copies',
      `<link rel="canonical" href="${home}/islands/ferry-runs-again/amp/">`,
      { address: `${own}/` },
    ],
    [
      'an agency in the byline',
      jsonLd({ author: [{ name: 'Orla Finch' }, { name: 'REUTERS' }] }),
      { agency: 'Reuters' },
    ],
    [
      'an agency as the author',
      jsonLd({ author: { '@type': 'Organization', name: 'Укрінформ' } }),
      { agency: 'Укрінформ' },
    ],
    [
      'an agency in brackets',
      `${headline}<p>BRINDLE, Nov 3 (Reuters) - ${prose.slice(3)}`,
      { agency: 'Reuters' },
    ],
    [
      'an agency between strokes',
      `${headline}<p>БРИНДЛ, 3 ноября. /ТАСС/. ${prose.slice(3)}`,
      { agency: 'ТАСС' },
    ],
    [
      'an agency behind the place',
      `${headline}<p>БРИНДЛ. 3 ноября. КАЗИНФОРМ – ${prose.slice(3)}`,
      { agency: 'Казинформ' },
    ],
    ['an agency that signs', `${headline}${prose}<p>(dpa)</p>`, { agency: 'dpa' }],
    [
      'no agency that is only named',
      `${headline}<p>The ferry runs again, Reuters reported. ${prose.slice(3)}`,
      { agency: null },
    ],
  ]
  for (const [what, html, found] of cases)
    it(`is ${what}`, () => {
      const metadata = metadataOf(html, own)
      for (const [key, value] of Object.entries(found))
        assert.deepEqual(metadata[key as keyof Metadata], value)
    })
})

describe('the headline of a page', () => {
  const cases: readonly (readonly [what: string, html: string, headline: string])[] = [
    [
      'is no heading that leads to the front page',
      `<title>Ferry runs again</title><h1><a href="/">Notes from an island</a></h1><h2>Ferry runs again</h2>${prose}`,
      'Ferry runs again',
    ],
    [
      'is no heading in a link to the front page',
      `<title>Ferry runs again</title><a href="https://gazette.example/"><h1>Notes from an island</h1></a>${prose}`,
      'Ferry runs again',
    ],
    [
      'may link a part of itself to a front page',
      `<title>At sea</title><h1>Ferry runs again, says <a href="/">Gazette</a></h1>${prose}`,
      'Ferry runs again, says Gazette',
    ],
  ]
  for (const [what, html, headline] of cases)
    it(what, () => assert.equal(metadataOf(html).headline, headline))
})

describe('a date in digits', () => {
  const cases: readonly (readonly [what: string, html: string, at: string, day: string])[] = [
    [
      'is read as the page shows the day in words',
      '<html lang="en"><meta property="article:published_time" content="03-09-2026"><h1>Ferry runs again</h1><div>Published March 9, 2026</div>',
      address,
      '2026-03-09',
    ],
    [
      'is read as the address has the day',
      '<html lang="en"><h1>Ferry runs again</h1><span class="post_time">03/10/2025</span>',
      'https://gazette.example/2025/october/03/ferry/',
      '2025-10-03',
    ],
    [
      'is no other day than the address says',
      '<html lang="en-GB"><h1>Ferry runs again</h1><span class="post_time">03/10/2025</span>',
      'https://gazette.example/2025/10/03/ferry/',
      '2025-10-03',
    ],
  ]
  for (const [what, html, at, day] of cases)
    it(what, () => {
      const { publishedAt } = metadataOf(html, at)
      assert.equal(new Date(publishedAt?.at ?? 0).toISOString().slice(0, 10), day)
    })
})
