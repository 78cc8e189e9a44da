import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseText } from '../text/parse-text.ts'
import { knownWords, nowhere } from './known-words.ts'
import { wordFacts } from './word-facts.ts'

describe('known words', () => {
  it('gives no place to two words of a text, and each word its own facts', () => {
    const known = knownWords(1)
    for (let round = 0; round < 3; round += 1) {
      const words = Array.from({ length: 60_000 }, (_, at) => `слово${at * (round + 1)}`)
      const parsed = parseText(words.join(' '), 'ru')
      const { facts, places } = known.place(parsed)
      const inPlace = new Map<number, string>()
      parsed.tokens.forEach((token, at) => {
        assert.equal(facts[at]?.plain, wordFacts(token).plain)
        const place = places[at] as number
        if (place === -1) return
        assert.ok(place < nowhere)
        assert.equal(inPlace.get(place) ?? token.text, token.text)
        inPlace.set(place, token.text)
      })
      assert.ok(inPlace.size > nowhere / 2)
    }
  })

  it('knows a word again by its place', () => {
    const known = knownWords(1)
    const first = known.place(parseText('Мост открыт.', 'ru'))
    const second = known.place(parseText('Закрыт Мост', 'ru'))
    assert.equal(second.places[1], first.places[0])
    assert.equal(second.facts[1], first.facts[0])
    assert.notEqual(second.places[0], first.places[1])
  })
})
