import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkReferences, loadStories, parseStory } from './load-stories.ts'
import { outlets } from './outlets/all-outlets.ts'

const report = { id: 'one', outlet: 'holos', at: 1, headline: 'Вода спала за ніч', body: ['Рівень упав.'] }
const text = (change: object): string =>
  JSON.stringify({
    story: 'Вода',
    topic: 'nature',
    reports: [
      { ...report, ...change },
      { ...report, id: 'two' },
      { ...report, id: 'three' },
    ],
  })

describe('the stories of the demo world', () => {
  const stories = loadStories()
  const reports = stories.flatMap((story) => story.reports)

  it('are some fifteen, told in about a hundred reports, two in five of them out at the start', () => {
    assert.ok(stories.length >= 14, `${stories.length} stories`)
    assert.ok(reports.length >= 90, `${reports.length} reports`)
    const out = reports.filter(({ at }) => at <= 0).length / reports.length
    assert.ok(out > 0.3 && out < 0.55, `${Math.round(out * 100)} % are out at the start`)
  })

  it('are each told by three outlets or more, in two languages or more', () => {
    for (const story of stories) {
      const told = new Set(story.reports.map(({ outlet }) => outlet))
      const languages = new Set(outlets.filter(({ host }) => told.has(host)).map(({ language }) => language))
      assert.ok(told.size >= 3 && languages.size >= 2, story.story)
    }
  })

  it('use only outlets that there are', () => {
    const hosts = new Set(outlets.map(({ host }) => host))
    assert.deepEqual(
      reports.filter(({ outlet }) => !hosts.has(outlet)),
      [],
    )
  })

  const faults: readonly [string, object, RegExp][] = [
    ['a missing headline', { headline: undefined }, /demo\/stories\/x\.json[\s\S]*reports\[0\]\.headline/],
    ['an unknown field', { headlin: 'x' }, /reports\[0\][\s\S]*headlin|headlin[\s\S]*reports\[0\]/],
    ['a time after the hour', { at: 75 }, /reports\[0\]\.at/],
    ['a body without words', { body: [] }, /reports\[0\]\.body/],
  ]
  for (const [name, change, message] of faults)
    it(`say file and field of ${name}`, () =>
      assert.throws(() => parseStory(text(change), 'demo/stories/x.json'), message))

  it('link to nothing that is not out yet', () => {
    const story = parseStory(text({ body: ['Див. [раніше](two).'] }), 'x')
    assert.doesNotThrow(() => checkReferences([story]))
    const early = parseStory(text({ at: 0, body: ['Див. [раніше](two).'] }), 'x')
    assert.throws(() => checkReferences([early]), /one names two, which comes out later/)
    const lost = parseStory(text({ body: ['Див. [раніше](four).'] }), 'x')
    assert.throws(() => checkReferences([lost]), /one names four, and there is no such report/)
  })
})
