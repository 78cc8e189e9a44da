import type { NameKind } from '../../model/marks.ts'
import type { NameModel } from '../data/name-models.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'
import {
  contextFeatures,
  type FeatureText,
  featureText,
  mostFeatures,
  reach,
  wordFeatures,
} from './name-features.ts'
import { type WordFacts, wordFacts } from './word-facts.ts'

/** Kinds in the order of their labels. */
export const labelKinds: readonly NameKind[] = ['person', 'place', 'organisation', 'product', 'event']

/** Outside, then for each kind: a name begins, a name goes on. */
export const labelCount: number = 1 + 2 * labelKinds.length

/** The label of each token: 0 outside, 1 + 2k where a name of the kind k begins, 2 + 2k where it goes on. */
export function tagNames(parsed: ParsedText, model: NameModel): Uint8Array {
  const known = knownWordsOf(model)
  const words = parsed.tokens.map((token) => knownWord(token, known))
  const text = featureText(
    parsed,
    words.map(({ facts }) => facts),
  )
  const scores = new Float32Array(parsed.tokens.length * labelCount)
  const labels = new Uint8Array(parsed.tokens.length)
  for (const { first, last } of parsed.sentences) {
    let from = first
    while (from < last) {
      if (text.isNear[from] === 0) {
        from += 1
        continue
      }
      let to = from
      while (to < last && text.isNear[to] === 1) {
        score(words, text, to, first, last, model, scores)
        to += 1
      }
      bestLabels(scores, from, to, model.transitions, labels)
      from = to
    }
  }
  return labels
}

/** Written over at each word. */
const features = new Int32Array(mostFeatures)

interface KnownWord {
  readonly facts: WordFacts
  /** What it says of labels at each offset from it; null as long as nobody asked. */
  votes: Float32Array | null
}

/** Words come again and again, and what they say depends on nothing else: the last ones met are kept, with their votes. */
interface KnownWords {
  recent: Map<string, KnownWord>
  older: Map<string, KnownWord>
}

const knownWords = new WeakMap<NameModel, KnownWords>()
const mostRecent = 30_000

function knownWordsOf(model: NameModel): KnownWords {
  const made = knownWords.get(model)
  if (made !== undefined) return made
  const words = { recent: new Map<string, KnownWord>(), older: new Map<string, KnownWord>() }
  knownWords.set(model, words)
  return words
}

function knownWord(token: Token, words: KnownWords): KnownWord {
  const found = words.recent.get(token.text)
  if (found !== undefined) return found
  const word = words.older.get(token.text) ?? { facts: wordFacts(token), votes: null }
  if (words.recent.size >= mostRecent) {
    words.older = words.recent
    words.recent = new Map()
  }
  words.recent.set(token.text, word)
  return word
}

function votesOf(word: KnownWord, model: NameModel): Float32Array {
  if (word.votes !== null) return word.votes
  const votes = new Float32Array((2 * reach + 1) * labelCount)
  for (let offset = -reach; offset <= reach; offset += 1) {
    const count = wordFeatures(word.facts, offset, features)
    model.add(features, count, votes, (offset + reach) * labelCount)
  }
  word.votes = votes
  return votes
}

function score(
  words: readonly KnownWord[],
  text: FeatureText,
  at: number,
  first: number,
  last: number,
  model: NameModel,
  scores: Float32Array,
): void {
  const place = at * labelCount
  for (let offset = -reach; offset <= reach; offset += 1) {
    const near = at + offset
    if (near < first || near >= last) continue
    const votes = votesOf(words[near] as KnownWord, model)
    const from = (offset + reach) * labelCount
    for (let label = 0; label < labelCount; label += 1)
      scores[place + label] = (scores[place + label] as number) + (votes[from + label] as number)
  }
  model.add(features, contextFeatures(text, at, features), scores, place)
}

/** Viterbi: the labels of the tokens from `from` up to `to` whose scores and transitions sum highest. */
export function bestLabels(
  scores: Float32Array,
  from: number,
  to: number,
  transitions: Float32Array,
  labels: Uint8Array,
): void {
  const size = to - from
  const backs = new Uint8Array(size * labelCount)
  let sums = new Float32Array(labelCount)
  let next = new Float32Array(labelCount)
  for (let label = 0; label < labelCount; label += 1)
    sums[label] = isAllowed(0, label)
      ? (scores[from * labelCount + label] as number) + (transitions[label] as number)
      : Number.NEGATIVE_INFINITY
  for (let step = 1; step < size; step += 1) {
    for (let label = 0; label < labelCount; label += 1) {
      let best = Number.NEGATIVE_INFINITY
      let back = 0
      if (label !== 0 && label % 2 === 0) {
        // Only its own kind may go on.
        for (let before = label - 1; before <= label; before += 1) {
          const sum = (sums[before] as number) + (transitions[before * labelCount + label] as number)
          if (sum > best) {
            best = sum
            back = before
          }
        }
      } else {
        for (let before = 0; before < labelCount; before += 1) {
          const sum = (sums[before] as number) + (transitions[before * labelCount + label] as number)
          if (sum > best) {
            best = sum
            back = before
          }
        }
      }
      next[label] = best + (scores[(from + step) * labelCount + label] as number)
      backs[step * labelCount + label] = back
    }
    const spent = sums
    sums = next
    next = spent
  }
  let label = 0
  for (let other = 1; other < labelCount; other += 1)
    if ((sums[other] as number) > (sums[label] as number)) label = other
  for (let step = size - 1; step >= 0; step -= 1) {
    labels[from + step] = label
    label = backs[step * labelCount + label] as number
  }
}

function isAllowed(before: number, label: number): boolean {
  return label % 2 === 1 || label === 0 || before === label || before === label - 1
}
