import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article } from '../../model/article.ts'
import { read } from '../read.ts'

const lead = 'Farmers brought in the last of the harvest on Monday, and the barley stood higher than ever.'
const described = `<title>Harvest ends</title><meta name="description" content="${lead}">`
const text = paragraphs(4)

describe('the lead', () => {
  const apart: readonly (readonly [how: string, html: string])[] = [
    ['named as one', `<h1>Harvest ends</h1><div><p class="news__lead">${lead}</p>${text}</div>`],
    ['described as one', `<h1>Harvest ends</h1><div><p itemprop="description">${lead}</p>${text}</div>`],
    ['alone in bold', `<h1>Harvest ends</h1><div><p><b>${lead}</b></p>${text}</div>`],
    [
      'in bold between headline and text',
      `<title>Harvest ends</title><article><div><h1>Harvest ends</h1></div><div><p><b>${lead}</b></p></div><div><a href="/a">Valley</a></div><div>${text}</div></article>`,
    ],
    [
      'that says what the description says, in another form than the text',
      `${described}<h1>Harvest ends</h1><div><p class="x1">${lead}</p>${text}</div>`,
    ],
    [
      'that says what the description says, above the text',
      `${described}<main><div>${lead}</div><ul><li><a href="/a">Valley</a></li></ul><div>${text}</div></main>`,
    ],
    [
      'that begins as the description does, which breaks off, sooner than the line above it',
      `${described.replace('and the barley stood higher than ever.', 'and the…')}<article><header><h1>Harvest ends</h1><p class="x2">The upper mill and its carts are ready</p></header><div><h2>${lead}</h2></div><div class="x3">${text}</div></article>`,
    ],
    [
      'under the headline, in a block that holds no text',
      `<title>Harvest ends</title><article><header><h1>Harvest ends</h1><p class="x1">${lead}</p></header><div>${text}</div></article>`,
    ],
    [
      'a heading of more than a line that opens the text',
      `<article><h1>Harvest ends</h1><h2>${lead}</h2>${text}</article>`,
    ],
    [
      'behind a picture with its caption',
      `${described}<h1>Harvest ends</h1><div><figure><img src="/b.jpg"><figcaption>Barley in the valley.</figcaption></figure><p class="x1">${lead}</p>${text}</div>`,
    ],
  ]
  for (const [how, html] of apart)
    it(`is parted from the text when it is ${how}`, () => {
      const article = articleOf(html)
      assert.equal(article.lead, lead)
      assert.equal(article.blocks.filter(({ kind }) => kind === 'paragraph').length, 4)
    })

  it('takes the byline and the date behind it out of the text', () => {
    const { blocks } = articleOf(
      `${described}<article><h1>Harvest ends</h1><p class="x1">${lead}</p><p class="x2">By our own reporter, Valley</p>${text}</article>`,
    )
    assert.equal(blocks.length, 4)
  })

  const none: readonly (readonly [what: string, html: string])[] = [
    [
      'a first paragraph that the description repeats',
      `${described}<article><h1>Harvest ends</h1><p>${lead}</p>${text}</article>`,
    ],
    [
      'the byline under the headline',
      `<article><header><h1>Harvest ends</h1><p class="x1">Orla Finch for the Valley Post, 24 November 2026, 09:05</p></header><div>${text}</div></article>`,
    ],
    [
      'what a page hides above the text',
      `<h1>Harvest ends</h1><div hidden><h3 class="subtitle">The notice of the upper mill stands here</h3></div><div>${text}</div>`,
    ],
    [
      'a line about the author',
      `<meta name="author" content="Orla Finch"><header><h1>Harvest ends</h1><p class="excerpt">Orla is a reporter from the upper valley, and has written of mills for nine years.</p></header><div>${text}</div>`,
    ],
    [
      'a question of an interview',
      `<h1>Harvest ends</h1><div>${[1, 2, 3]
        .map(
          (at) =>
            `<p><b>What did the harvest bring to your village in year ${at}?</b></p>${text.replaceAll('sheaf', `sheaf ${at}.`)}`,
        )
        .join('')}</div>`,
    ],
  ]
  for (const [what, html] of none)
    it(`is never ${what}`, () => {
      assert.equal(articleOf(html).lead, null)
    })
})

function articleOf(html: string): Article {
  const reading = read({ text: html, address: 'https://outlet.example/page' })
  assert.ok('article' in reading, `read as ${reading.kind}`)
  return reading.article
}

function paragraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `<p>Millers weighed sheaf ${at} of the harvest, and said that the barley had never been so heavy in the valley before this year.</p>`,
  ).join('')
}
