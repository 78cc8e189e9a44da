import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Article } from '../../model/article.ts'
import { blockText } from '../../model/block-text.ts'
import { noRules, type OutletRules } from '../../model/outlet-rules.ts'
import { read, selectorProblem } from '../index.ts'

const prose = (word: string): string =>
  `${word} took the early ferry to Port Linden, and the harbour master said that the crossing had never been so calm in the autumn.`

/** A page that is read badly: a box of prose is taken for the article's, its note is not, the date is a visitor's. */
const html = `<title>Ferry — Linden Post</title>
<body><header class="masthead"><h1>Linden Post</h1></header>
<main><h2 class="headline">The ferry sails again</h2>
<p class="when" data-stamp="x">seen 3 January 2026 · <time datetime="2026-11-20T10:00+02:00">today</time></p>
<p class="who">reporting: the night desk</p>
<div class="text"><p>${prose('Anders')}</p><p>${prose('Berit')} <span class="hover">Berit Lund was born here.</span></p>
<div data-slot="partner"><p>${prose('A partner of ours')}</p><img src="/ad.png"></div>
<p>${prose('Carl')}</p></div></main>
<aside class="correction"><p>An earlier version gave the wrong pier.</p><img src="/pier.png" alt="Pier"></aside></body>`

function articleOf(rules: Partial<OutletRules>): Article {
  const reading = read({
    text: html,
    address: 'https://linden-post.example/ferry',
    rules: { ...noRules, ...rules },
  })
  assert.ok('article' in reading, reading.kind)
  return reading.article
}

function textOf(article: Article): string {
  return article.blocks.map(blockText).join('\n')
}

describe('read, with rules of the outlet', () => {
  const cases: readonly (readonly [string, Partial<OutletRules>, RegExp, RegExp])[] = [
    ['drops what a rule drops', { drop: ['[data-slot=partner]'] }, /Anders.*Carl/s, /partner/],
    ['drops words within a line', { drop: ['.hover'] }, /Berit took/, /born here/],
    [
      'keeps what a rule keeps, wherever it stands, in page order',
      { keep: ['.correction'] },
      /Carl.*wrong pier/s,
      /^$/,
    ],
    [
      'lets the innermost rule speak',
      { drop: ['body'], keep: ['.text p:first-child'] },
      /Anders/,
      /Berit took|Carl/,
    ],
    [
      'lets drop win where two rules name one element',
      { keep: ['.correction'], drop: ['aside'] },
      /Carl/,
      /wrong pier/,
    ],
    ['passes over a selector that cannot be read', { drop: ['p:::', '.hover'] }, /Anders/, /born here/],
    ['knows attributes that the reader never looks at', { drop: ['p:has(+ p.who)'] }, /Anders/, /seen 3/],
  ]
  for (const [name, rules, there, gone] of cases) {
    it(name, () => {
      const text = textOf(articleOf(rules))
      assert.match(text, there)
      assert.doesNotMatch(text, gone)
    })
  }

  it('takes pictures with the element that a rule keeps or drops', () => {
    const images = (rules: Partial<OutletRules>): readonly string[] =>
      articleOf(rules).blocks.flatMap((block) =>
        block.kind === 'figure' ? block.images.map(({ address }) => new URL(address).pathname) : [],
      )
    assert.deepEqual(images({ drop: ['[data-slot]'], keep: ['.correction'] }), ['/pier.png'])
  })

  it('takes headline, time and authors from where the rules say', () => {
    const article = articleOf({ title: 'h2.headline', date: '.when time', author: '.who' })
    assert.equal(article.headline, 'The ferry sails again')
    assert.deepEqual(article.publishedAt, {
      at: Date.UTC(2026, 10, 20, 8),
      zone: '+02:00',
      precision: 'minute',
    })
    assert.equal(article.authors.length, 1)
    assert.doesNotMatch(textOf(article), /The ferry sails again/)
  })

  it('reads a page that the rules do not meet as it does without rules', () => {
    assert.deepEqual(articleOf({ drop: ['.nowhere'], title: '#no-title', date: '.never' }), articleOf({}))
  })

  it('reads pages that break everything with any rules', () => {
    const rules = { ...noRules, keep: ['*', ':not(:has(*))'], drop: ['p', ':contains(a)'], title: ':root' }
    for (const text of ['', '<', '<p>a', '<div>'.repeat(3000), '<table><tr><td><p>x</table>'])
      assert.ok(read({ text, address: '', rules }).kind)
  })
})

describe('selectorProblem', () => {
  for (const selector of [
    'p',
    '.a > .b:not(.c)',
    'div:has(> h4)',
    '[data-x="1"] ~ p',
    'p:contains("Read more")',
  ])
    it(`finds nothing wrong with ${selector}`, () => assert.equal(selectorProblem(selector), null))

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['', 'empty', /it is empty/],
    ['  ', 'empty', /it is empty/],
    ['x'.repeat(600), 'too-long', /longer than 500 characters/],
    ['p[', 'unclosed', /not closed/],
    ['p[[', 'near', /from “\[” on/],
    ['.', 'near', /from “\.” on/],
    ['p(', 'near', /from “\(” on/],
    ['[href', 'unclosed', /not closed/],
    ['p:has(', 'unclosed', /not closed/],
    ['p:nosuch', 'unknown-pseudo-class', /:nosuch is not known/],
    ['p:nosuch(a)', 'unknown-pseudo-class', /:nosuch is not known/],
    ['p::before', 'pseudo-element', /::before/],
    ['a||b', 'not-supported', /columns/],
    ['a > > b', 'not-css', /not written as CSS/],
    ['p:nth-child(x)', 'not-css', /not written as CSS/],
  ]
  for (const [selector, detail, why] of wrong)
    it(`names what is wrong with ${JSON.stringify(selector.slice(0, 20))}`, () => {
      const problem = selectorProblem(selector)
      assert.deepEqual([problem?.code, problem?.detail], ['reader/bad-selector', detail])
      assert.match(problem?.message ?? '', /^The selector “.*” cannot be used: ./)
      assert.match(problem?.message ?? '', why)
    })
})
