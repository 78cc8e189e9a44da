import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Article, Reading } from '../model/article.ts'
import { blockText, bodyText } from '../model/block-text.ts'
import { type ReaderInput, read, readEntry } from './index.ts'

const pages = path.join(import.meta.dirname, 'testdata')
const names: readonly string[] = readdirSync(pages).sort()

describe('read, as it is called', () => {
  const html = page('harbour-gazette')
  const bytes = new TextEncoder().encode(html)
  const address = 'https://harbour-gazette.example/news/1'

  it('takes a view, a whole buffer or text for the same page', () => {
    const wanted = read({ text: html, address })
    assert.ok('article' in wanted)
    assert.deepEqual(read({ bytes, address }), wanted)
    assert.deepEqual(read({ bytes: bytes.buffer, address }), wanted)
    assert.deepEqual(read({ bytes: Buffer.from(html), address }), wanted)
  })

  it('says what it needs to a caller that gives it no page', () => {
    for (const input of [{}, { bytes: html }, { text: null }, { bytes: [1, 2] }])
      assert.throws(
        () => read({ address, ...input } as unknown as ReaderInput),
        /^TypeError: .*`bytes`.*`text`/,
      )
  })

  it('takes rules as far as they are given', () => {
    const reading = read({ text: html, address, rules: { drop: ['h1 ~ *'], title: 'title' } })
    assert.ok(reading.kind)
    assert.deepEqual(read({ text: html, address, rules: {} }), read({ text: html, address }))
  })

  it('makes an article of as much of an entry as there is', () => {
    const article = readEntry({
      address,
      headline: 'Ferries stay in harbour',
      html: '<p>None will sail.</p>',
    })
    assert.deepEqual([article.headline, bodyText(article)], ['Ferries stay in harbour', 'None will sail.'])
  })
})

describe('read, of a page of an outlet', () => {
  for (const name of names) {
    it(`reads a page of ${name} as its page.json says`, () => {
      const bytes = readFileSync(path.join(pages, name, 'page.html'))
      const expected = JSON.parse(readFileSync(path.join(pages, name, 'page.json'), 'utf8')) as {
        readonly address: string
        readonly reading: Reading
      }
      assert.deepEqual(read({ bytes, address: expected.address }), expected.reading)
    })
  }

  it('gives links the offsets of their words', () => {
    const article = articleOf(page('harbour-gazette'))
    const [, , quoted] = article.blocks
    assert.ok(quoted?.kind === 'paragraph')
    assert.deepEqual(
      quoted.links.map(({ start, end }) => quoted.text.slice(start, end)),
      ['in a fishing boat'],
    )
  })

  it('reads a page saved in windows-1251 that says it is UTF-8 as the same article', () => {
    const html = page('severny-vestnik')
    const bytes = Uint8Array.from([...html].map(cp1251))
    const reading = read({ bytes, address: 'https://severny-vestnik.example/news/4411.html' })
    assert.ok('article' in reading)
    assert.equal(reading.article.headline, 'В Белоречье открыли мост через Тихую')
    assert.equal(bodyText(reading.article), bodyText(articleOf(html)))
  })

  it('takes the body from JSON-LD where the page does not show it', () => {
    const text = 'The mill burned down at night. Nobody was hurt, the mayor said. '.repeat(8).trim()
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Mill burns down', articleBody: text })
    const html = `<title>Mill burns down</title><script type="application/ld+json">${data}</script><div id="app"></div>`
    assert.equal(bodyText(articleOf(html)), text)
  })

  it('keeps the paragraphs that stand in an element named for a paywall', () => {
    const html = `<h1>Harvest begins</h1><div class="premium-paywall-content">${paragraphs(6)}</div>`
    assert.equal(articleOf(html).blocks.length, 6)
  })

  it('drops what stands in place of embeds until a reader agrees, each time', () => {
    const asked =
      '<h3>Externer Inhalt nicht geladen</h3><p>Um diesen Inhalt zu sehen, stimmen Sie bitte zu.</p>'
    const html = `<h1>Harvest begins</h1><article>${['One', 'Two', 'Three'].map((word) => paragraphs(2, word) + asked).join('')}</article>`
    assert.doesNotMatch(bodyText(articleOf(html)), /Inhalt/)
    assert.equal(articleOf(html).blocks.length, 6)
  })

  it('drops the second article that an endless scroll adds', () => {
    const second = `<article><h1>Another day</h1>${paragraphs(6, 'Another')}</article>`
    const html = `<main><article><h1>Harvest begins</h1>${paragraphs(6)}</article>${second}</main>`
    assert.ok(!bodyText(articleOf(html)).includes('Another'))
  })
})

describe('read, of anything', () => {
  it('gives a reading for any mixture of the pieces that pages are made of', () => {
    const piece = fc.constantFrom(
      ...[
        '<div>',
        '</div>',
        '<p>',
        '<b>',
        '</b>',
        '<table><tr><td colspan=9 rowspan=9>',
        '<td>',
        '</table>',
        '<ul><li>',
      ],
      ...[
        '<dl><dt>',
        '<dd>',
        '<pre>',
        '<blockquote class=twitter-tweet>',
        '</blockquote>',
        '<figure><img src=/a.jpg>',
      ],
      ...[
        '<video src=/a.mp4>',
        '<iframe src=https://youtu.be/abcdef>',
        '<iframe src=//t.me/a/1>',
        '<time>18:30</time>',
      ],
      ...[
        '<script data-telegram-post="a/1">',
        '<script type=application/ld+json>',
        '{"@type":"LiveBlogPosting",',
      ],
      ...[
        '"liveBlogUpdate":[{"headline":"a"}]}',
        '</script>',
        '<article id=a>',
        '<a href=http://[>',
        '<h1>',
        '<!--',
        '-->',
      ],
      ...[
        '&',
        '&#x0;',
        '&amp',
        '<',
        '>',
        '"',
        '\0',
        '\ud800',
        ' ',
        '\n',
        'A sentence that is long enough to be prose. ',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        assert.ok(read({ text: pieces.join(''), address: 'https://outlet.example/' }).kind)
      }),
      { numRuns: 300 },
    )
  })

  it('gives a reading for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        assert.ok(read({ bytes, address: 'https://outlet.example/' }).kind)
      }),
      { numRuns: 150 },
    )
  })

  it('gives a reading for a page that was cut, doubled and overwritten anywhere', () => {
    const bytes = readFileSync(path.join(pages, 'harbour-gazette', 'page.html'))
    fc.assert(
      fc.property(
        fc.nat(bytes.length),
        fc.nat(bytes.length),
        fc.uint8Array({ maxLength: 40 }),
        (from, to, noise) => {
          const mutated = Buffer.concat([bytes.subarray(0, from), noise, bytes.subarray(to)])
          assert.ok(read({ bytes: mutated, address: 'not an address' }).kind)
        },
      ),
      { numRuns: 150 },
    )
  })

  const hostile: readonly (readonly [what: string, html: string])[] = [
    ['100,000 nested elements', '<div>'.repeat(100_000)],
    ['100,000 nested elements of two kinds', `${'<b><p>'.repeat(50_000)}text`],
    ['100,000 list items in lists', '<ul><li>x'.repeat(50_000)],
    ['an endless start tag', `<a ${'b=c '.repeat(250_000)}`],
    ['one line of 2 MB', `<p>${'word '.repeat(400_000)}`],
    ['broken entities', '&amp&#x;&#99999999999;&nosuch;'.repeat(30_000)],
    [
      'JSON-LD nested without end',
      `<script type="application/ld+json">${'[{"@graph":'.repeat(20_000)}</script>`,
    ],
    ['nothing but less-than signs', '<'.repeat(1_000_000)],
    ['an unfinished comment', `<!--${'-'.repeat(1_000_000)}`],
  ]
  for (const [what, html] of hostile) {
    it(`gives a reading for ${what}`, () => {
      assert.ok(read({ text: html, address: 'https://outlet.example/' }).kind)
    })
  }
})

describe('read, of pages as older sites lay them out', () => {
  const sentence =
    'Farmers brought in the last of the harvest on Monday, and the barley stood higher than ever'
  const texts = [1, 2, 3, 4, 5].map((at) => `${sentence} in field ${at}.`)
  const kindsAndTexts = (html: string): readonly string[] =>
    articleOf(html).blocks.map((block) => `${block.kind}: ${blockText(block)}`)

  it('reads paragraphs that two breaks part in a cell, without the columns beside and the headlines below', () => {
    const latest = [1, 2, 3, 4].map(
      (at) => `<a href="/${at}">The mayor opens bridge number ${at}</a><br>1${at}:05`,
    )
    const html = `<title>Harvest ends — Valley Post</title><table><tr><td><a href="/">News</a><br><a href="/w">Weather</a></td>
      <td><h1>Harvest ends</h1>${texts.join('<br><br>')}<br><br><i>Orla Finch, “Valley Post”</i><br><b>Latest</b><br>${latest.join('')}</td></tr></table>`
    assert.deepEqual(
      kindsAndTexts(html),
      texts.map((text) => `paragraph: ${text}`),
    )
    assert.deepEqual(articleOf(html).authors, ['Orla Finch'])
  })

  it('keeps a table of data as one, though a cell of it is long', () => {
    const rows = texts.map((text, at) => `<tr><td>${at}</td><td>${text}</td><td>${at * 2} t</td></tr>`)
    const html = `<h1>Harvest ends</h1><article>${paragraphs(4)}<table>${rows.join('')}</table>${paragraphs(2, 'Millers')}</article>`
    assert.equal(articleOf(html).blocks.filter(({ kind }) => kind === 'table').length, 1)
  })

  it('keeps footnotes that are addresses in lines', () => {
    const notes = [1, 2, 3, 4].map(
      (at) => `[${at}] <a href="https://notes.example/${at}">https://notes.example/${at}</a>`,
    )
    const html = `<h1>Harvest ends</h1><div>${texts.join('<br><br>')}<br>${notes.join('<br>')}</div>`
    assert.match(bodyText(articleOf(html)), /notes\.example\/4/)
  })

  it('leaves out a line or two behind the last rule, and no more than that', () => {
    const body = texts.map((text) => `<p>${text}</p>`).join('')
    const short = kindsAndTexts(
      `<h1>Harvest ends</h1>${body}<hr><p>Valley Post, 4 Mill Street. Open from nine to five.</p>`,
    )
    assert.equal(short.length, 5)
    assert.equal(
      kindsAndTexts(`<h1>Harvest ends</h1>${body}<hr>${body.replaceAll('field', 'meadow')}`).length,
      10,
    )
  })

  const november = Date.UTC(2026, 10, 24, 12)
  const days: readonly (readonly [
    line: string,
    fetchedAt: number | undefined,
    published: string | undefined,
  ])[] = [
    ['24 November, 09:05', november, '2026-11-24T09:05:00.000Z'],
    ['Tuesday, 24 November, 09:05', november, '2026-11-24T09:05:00.000Z'],
    ['31 December, 23:50', Date.UTC(2027, 0, 1), '2026-12-31T23:50:00.000Z'],
    ['24 November, 09:05', undefined, undefined],
    ['24 farmers, 09:05', november, undefined],
  ]
  for (const [line, fetchedAt, published] of days)
    it(`dates “${line}” ${published ?? 'not at all'}${fetchedAt === undefined ? ' when it is not known when the page was fetched' : ''}`, () => {
      const text = `<html lang="en"><h1>Harvest ends</h1><div>${line}</div>${paragraphs(4)}`
      const reading = read({
        text,
        address: 'https://outlet.example/page',
        ...(fetchedAt === undefined ? {} : { fetchedAt }),
      })
      assert.ok('article' in reading)
      const { publishedAt } = reading.article
      assert.equal(publishedAt === null ? undefined : new Date(publishedAt.at).toISOString(), published)
    })

  it('drops NUL wherever it stands', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Harvest\0 ends',
      author: { name: 'Orla\0 Finch' },
    })
    const html = `<title>Harvest ends</title><script type="application/ld+json">${data}</script><h1>Harvest\0 ends</h1>${paragraphs(4, 'Far\0mers')}`
    assert.ok(!JSON.stringify(articleOf(html)).includes('\\u0000'))
    assert.deepEqual(articleOf(html).authors, ['Orla Finch'])
  })
})

describe('readEntry', () => {
  it("makes an article of the source's own text", () => {
    const article = readEntry({
      address: 'https://t.me/river_post/17',
      headline: 'Вода в реке поднялась',
      summary: null,
      html: '<p>Вода поднялась на <b>два</b> метра.<br><br><a href="/map">Карта</a> затопления.</p>',
      whole: true,
      publishedAt: 1_795_000_000_000,
      modifiedAt: null,
      authors: [],
      categories: ['Погода'],
      images: [],
      language: 'ru-RU',
    })
    assert.equal(article.textFrom, 'source')
    assert.equal(article.language, 'ru')
    assert.equal(bodyText(article), 'Вода поднялась на два метра.\n\nКарта затопления.')
    assert.deepEqual(article.outgoingLinks, ['https://t.me/map'])
  })
})

function page(name: string): string {
  return readFileSync(path.join(pages, name, 'page.html'), 'utf8')
}

function articleOf(html: string): Article {
  const reading = read({ text: html, address: 'https://outlet.example/page' })
  assert.ok('article' in reading, `read as ${reading.kind}`)
  return reading.article
}

function paragraphs(count: number, word = 'Farmers'): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>${word} brought in sheaf ${at} of the harvest on Monday, and said that the barley had never stood so high in the valley before this year.</p>`,
  ).join('')
}

/** The bytes of windows-1251 for the letters that the page uses. */
function cp1251(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return code
  if (code >= 0x410 && code <= 0x44f) return code - 0x350
  const others: Readonly<Record<string, number>> = {
    ё: 0xb8,
    Ё: 0xa8,
    '«': 0xab,
    '»': 0xbb,
    '—': 0x97,
    '№': 0xb9,
    '©': 0xa9,
  }
  return others[character] ?? 0x3f
}
