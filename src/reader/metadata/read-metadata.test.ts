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
