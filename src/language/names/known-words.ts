import type { ParsedText } from '../text/parse-text.ts'
import { type WordFacts, wordFacts } from './word-facts.ts'

/** The words of a text, each with the place that keeps what it says: -1 where none was free. */
export interface PlacedWords {
  readonly facts: readonly WordFacts[]
  readonly places: Int32Array
}

/** Words come again and again: so many of those last met are kept, each in a numbered place. */
export interface KnownWords {
  /** A place is given away again, at the earliest with the next text. */
  place(parsed: ParsedText): PlacedWords
  /** What the words in their places say of labels, `votesPerWord` numbers each; behind the last place, at `nowhere`, nothing. */
  readonly votes: Int16Array
  /** A bit for each place around the word in a place: whether it is known what it says there. */
  readonly voted: Uint8Array
}

const mostKnown = 0x8000

/** The place of no word. */
export const nowhere: number = mostKnown

/** A word may stand in any place of its row. */
const row = 4

export function knownWords(votesPerWord: number): KnownWords {
  const facts: WordFacts[] = []
  // A word is known by 64 bits of hashes, so that no text is held in memory.
  const firstHashes = new Int32Array(mostKnown)
  const secondHashes = new Int32Array(mostKnown)
  const metIn = new Int32Array(mostKnown)
  const voted = new Uint8Array(mostKnown)
  let texts = 0
  let turn = 0
  return { place, votes: new Int16Array((mostKnown + 1) * votesPerWord), voted }

  function place({ text, tokens }: ParsedText): PlacedWords {
    texts = (texts + 1) & 0x3fffffff
    const found: WordFacts[] = new Array(tokens.length)
    const places = new Int32Array(tokens.length)
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as ParsedText['tokens'][number]
      const { start, end } = token
      let first = 0x811c9dc5
      let second = end - start
      for (let unit = start; unit < end; unit += 1) {
        const code = text.charCodeAt(unit)
        first = Math.imul(first ^ code, 0x01000193)
        second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15)
      }
      const from = ((first ^ (first >>> 15)) & (mostKnown / row - 1)) * row
      let slot = from
      const to = from + row
      while (slot < to && (firstHashes[slot] !== first || secondHashes[slot] !== second || metIn[slot] === 0))
        slot += 1
      if (slot === to) {
        slot = freeIn(from)
        const word = wordFacts(token)
        found[at] = word
        if (slot !== -1) {
          facts[slot] = word
          firstHashes[slot] = first
          secondHashes[slot] = second
          voted[slot] = 0
        }
      } else found[at] = facts[slot] as WordFacts
      if (slot !== -1) metIn[slot] = texts
      places[at] = slot
    }
    return { facts: found, places }
  }

  function freeIn(from: number): number {
    turn += 1
    for (let step = 0; step < row; step += 1) {
      const slot = from + ((turn + step) & (row - 1))
      if (metIn[slot] === 0) return slot
    }
    for (let step = 0; step < row; step += 1) {
      const slot = from + ((turn + step) & (row - 1))
      if (metIn[slot] !== texts) return slot
    }
    return -1
  }
}
