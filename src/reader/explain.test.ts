import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Explanation, TracedPassage } from '../model/explanation.ts'
import { noRules } from '../model/outlet-rules.ts'
import type { PassageWhy } from '../model/passage-why.ts'
import { explain, read } from './index.ts'

const pages = path.join(import.meta.dirname, 'testdata')
const address = 'https://linden-post.example/mill'
/** Part of it is kept as something else than text: a credit, an author. */
const besideText: ReadonlySet<PassageWhy> = new Set(['a picture’s caption', 'an embedded post'])

const prose = (word: string): string =>
  `${word} walked to the old mill on Sunday, and the miller said that the wheel would turn again before the first frost.`

const html = `<title>The mill turns — Linden Post</title><meta property="og:title" content="The mill turns again">
<meta property="article:published_time" content="2026-11-20T10:00:00Z">
<body><nav><a href="/">Front page of the paper</a></nav><main class="page"><h1>The mill turns</h1>
<p class="standfirst">After forty years the wheel of the old mill is turning, and the town came to see it.</p>
<p>${prose('Anders')}</p><figure><img src="/mill.png"><figcaption>The mill in spring</figcaption></figure>
<p>${prose('Berit')}</p><div class="related"><a href="/b">The bridge is late again this year</a></div>
<p>${prose('Carl')}</p></main><footer>© Linden Post</footer></body>`

describe('explain', () => {
  for (const name of readdirSync(pages))
    it(`reads a page of ${name} as read does`, () => {
      const bytes = readFileSync(path.join(pages, name, 'page.html'))
      assert.deepEqual(explain({ bytes, address }).reading, read({ bytes, address }))
    })

  for (const name of readdirSync(pages))
    it(`calls kept in a page of ${name} what the article says, and nothing else`, () => {
      const bytes = readFileSync(path.join(pages, name, 'page.html'))
      const { reading, trace } = explain({ bytes, address })
      assert.ok('article' in reading)
      const { headline, lead, blocks } = reading.article
      const said = [headline, lead, JSON.stringify(blocks)].join('\n')
      const kept = trace.passages.filter(({ keep, why }) => keep && !besideText.has(why))
      const stray = kept.filter(
        ({ text }) => !said.includes(JSON.stringify(text).slice(1, -1)) && !said.includes(text),
      )
      assert.deepEqual(stray, [])
    })

  it('says of all text of the page, in page order, what became of it', () => {
    const { trace } = explain({ text: html, address })
    const ats = trace.passages.map(({ at }) => at)
    assert.deepEqual(
      ats,
      [...ats].sort((one, other) => one - other),
    )
    const cases: readonly (readonly [text: RegExp, keep: boolean, why: RegExp])[] = [
      [/Front page/, false, /outside|navigation/],
      [/^The mill turns$/, true, /headline/],
      [/After forty/, true, /lead/],
      [/Anders/, true, /part of the article/],
      [/in spring/, true, /caption/],
      [/bridge is late/, false, /furniture/],
      [/©/, false, /outside|footer/],
    ]
    for (const [text, keep, why] of cases) {
      const passage = passageOf({ trace }, text)
      assert.equal(passage.keep, keep, String(text))
      assert.match(passage.why, why)
    }
  })

  it('says where a passage stands, as a selector, and by what roles it was judged', () => {
    const passage = passageOf(explain({ text: html, address }), /bridge is late/)
    assert.equal(passage.path, 'body > main.page > div.related')
    assert.ok(passage.roles.includes('furniture'))
  })

  it('says who on the page states the headline and the time, and who agrees', () => {
    const [headline, published] = explain({ text: html, address }).trace.facts
    assert.equal(headline?.taken, 'The mill turns')
    assert.deepEqual(
      headline?.said.map(({ by, agrees }) => [by, agrees]),
      [
        ['meta', true],
        ['h1', true],
        ['title', true],
      ],
    )
    assert.deepEqual(published, {
      fact: 'published',
      taken: '2026-11-20T10:00:00.000Z',
      said: [{ by: 'meta', text: '2026-11-20T10:00:00Z', agrees: true }],
    })
  })

  it('names the rule that decided, and counts what each rule met', () => {
    const rules = { ...noRules, keep: ['.related'], drop: ['main > p:nth-of-type(2)', '.nowhere'] }
    const { trace } = explain({ text: html, address, rules })
    const decided = trace.passages.filter(({ rule }) => rule !== null)
    assert.deepEqual(
      decided.map(({ keep, why, rule }) => [keep, why, rule]),
      [
        [false, 'the outlet’s rule', 'main > p:nth-of-type(2)'],
        [true, 'the outlet’s rule', '.related'],
      ],
    )
    assert.deepEqual(
      trace.rules.map(({ found }) => found),
      [1, 1, 0],
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</p>', '<div class=a>', '<table>', '<a href=x>', 'text. ', '&')),
        (parts) => {
          explain({ text: parts.join(''), address, rules: { ...noRules, drop: ['.a'], keep: ['a'] } })
        },
      ),
      { numRuns: 200 },
    )
  })
})

function passageOf({ trace }: Pick<Explanation, 'trace'>, text: RegExp): TracedPassage {
  const found = trace.passages.find((passage) => text.test(passage.text))
  assert.ok(found, String(text))
  return found
}
