import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PageNode } from './page-node.ts'
import { parsePage } from './parse-page.ts'

describe('parsePage', () => {
  const cases: readonly (readonly [what: string, page: string, tree: string])[] = [
    ['paragraphs without end tags', '<p>a<p>b<div>c</div>', 'p(a)p(b)div(c)'],
    ['items of a list', '<ul><li>a<li>b</ul>c', 'ul(li(a)li(b))c'],
    ['cells of a table', '<table><tr><td>a<td>b<tr><td>c</table>', 'table(tr(td(a)td(b))tr(td(c)))'],
    ['an end tag of nothing', 'a</div>b', 'ab'],
    ['the end of an inline element around a block', '<b>a<div>b</b>c</div>d', 'b(adiv(bc)d)'],
    ['the end of an inline element within a block', '<div><b>a<i>b</b>c</div>d', 'div(b(ai(b))c)d'],
    ['an end tag that ends several', '<div><p><b>a</div>b', 'div(p(b(a)))b'],
    ['void elements', 'a<br>b<img></img>c', 'abrbimgc'],
    ['text on both sides of a comment as one', 'a<!-- -->b', 'ab'],
    ['a head that nobody ends', '<head><meta><div>a</div>', 'head(meta)div(a)'],
    [
      'parts that were streamed behind the end',
      'a<i><template id="B:0"></template>b</i><div hidden id="S:0"><b>c<template id="P:1"></template></b></div><div hidden id="S:1">d</div>',
      'ai(b(cd)b)',
    ],
    [
      'streamed parts that would hold one another as they stand',
      '<div hidden id="S:0">a<template id="B:1"></template></div><div hidden id="S:1">b<template id="B:0"></template></div>',
      'div(atemplate)div(btemplate)',
    ],
    ['the html element as the page itself', '<html lang=kk><body>a', 'body(a)'],
  ]
  for (const [what, page, tree] of cases)
    it(`reads ${what}`, () => assert.equal(treeOf(parsePage(page).nodes[0] as PageNode, page), tree))

  it('leaves out elements beyond a depth of 512, and keeps their text', () => {
    const deep = 100_000
    const { nodes } = parsePage(`${'<div>'.repeat(deep)}a${'</div>'.repeat(deep)}<p>b`)
    assert.equal(Math.max(...nodes.map(({ depth }) => depth)), 513)
    assert.equal(nodes.find(({ text }) => text === 'a')?.depth, 513)
    assert.equal(nodes.find(({ text }) => text === 'b')?.parent?.parent?.tag, '#root')
  })

  it('reads a page of nothing but tags only so far', () => {
    assert.ok(parsePage('<p>'.repeat(1_000_000)).nodes.length < 10_000)
    const { nodes, isCut } = parsePage('<p><i>word</i> </p>'.repeat(2_000))
    assert.deepEqual([nodes.length, isCut], [8_001, false])
  })

  it('reads only so many lines, and says that it left the rest out', () => {
    const whole = parsePage('<td>one <b>line</b>'.repeat(2_000))
    assert.deepEqual([whole.byTag.get('td')?.length, whole.isCut], [2_000, false])
    const cut = parsePage('<td>a<td>b'.repeat(10_000))
    assert.deepEqual([cut.byTag.get('#text')?.length, cut.isCut], [6_000, true])
  })

  it('gives each element the range of what it holds', () => {
    const soup = fc.array(
      fc.constantFrom('<p>', '</p>', '<b>', '</b>', '<div>', '</div>', '<li>', 'a', '<br>'),
    )
    fc.assert(
      fc.property(soup, (parts) => {
        const { nodes } = parsePage(parts.join(''))
        for (const [at, node] of nodes.entries()) {
          assert.equal(node.index, at)
          assert.ok(node.parent === null ? at === 0 : node.parent.index < at && node.end <= node.parent.end)
        }
      }),
    )
  })

  function treeOf(node: PageNode, page: string): string {
    const { nodes } = parsePage(page)
    const inner = nodes
      .filter(({ parent }) => parent?.index === node.index)
      .map((child) => treeOf(child, page))
      .join('')
    if (node.tag === '#root') return inner
    if (node.tag === '#text') return node.text
    return inner === '' ? node.tag : `${node.tag}(${inner})`
  }
})
