import type { NameKind } from '../../model/marks.ts'
import type { NameModel } from '../data/name-models.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { type KnownWords, knownWords, nowhere, type PlacedWords } from './known-words.ts'
import {
  type FeatureText,
  featureText,
  lookFeatures,
  lookKey,
  lookKeySize,
  mostFeatures,
  nearStemFeatures,
  reach,
  wordFeatures,
} from './name-features.ts'
import type { WordFacts } from './word-facts.ts'

/** Kinds in the order of their labels. */
export const labelKinds: readonly NameKind[] = ['person', 'place', 'organisation', 'product', 'event']

/** Outside, then for each kind: a name begins, a name goes on. */
export const labelCount: number = 1 + 2 * labelKinds.length

/** The label of each token: 0 outside, 1 + 2k where a name of the kind k begins, 2 + 2k where it goes on. */
export function tagNames(parsed: ParsedText, model: NameModel): Uint8Array {
  const memory = memoryOf(model)
  const words = memory.words.place(parsed)
  const text = featureText(parsed, words.facts)
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
        score(memory, words, text, to, first, last, scores)
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
const key = new Int32Array(lookKeySize)
const votesPerWord = (2 * reach + 1) * labelCount
const votes = new Float32Array(labelCount)

/** What was added up before and comes again: votes are whole steps of weights, so that no order of adding changes them. */
interface Memory {
  readonly model: NameModel
  readonly words: KnownWords
  /** By `lookKey`, one for each of the lowest bits of its hash: the last one met. */
  readonly lookKeys: Int32Array
  readonly lookVotes: Int16Array
}

const memories = new WeakMap<NameModel, Memory>()
const mostLooks = 0x4000
/** In no key. */
const noKey = -2

function memoryOf(model: NameModel): Memory {
  const made = memories.get(model)
  if (made !== undefined) return made
  const memory = {
    model,
    words: knownWords(votesPerWord),
    lookKeys: new Int32Array(mostLooks * lookKeySize).fill(noKey),
    lookVotes: new Int16Array(mostLooks * labelCount),
  }
  memories.set(model, memory)
  return memory
}

function score(
  memory: Memory,
  words: PlacedWords,
  text: FeatureText,
  at: number,
  first: number,
  last: number,
  scores: Float32Array,
): void {
  const { model, lookVotes } = memory
  const kept = memory.words.votes
  const place = at * labelCount
  for (let offset = -reach; offset <= reach; offset += 1)
    from[offset + reach] = votesFrom(memory, words, at, offset, first, last, scores)
  const a = from[0] as number
  const b = from[1] as number
  const c = from[2] as number
  const d = from[3] as number
  const e = from[4] as number
  const look = lookPlace(memory, text, at)
  for (let label = 0; label < labelCount; label += 1) {
    const near =
      (kept[a + label] as number) +
      (kept[b + label] as number) +
      (kept[c + label] as number) +
      (kept[d + label] as number) +
      (kept[e + label] as number)
    scores[place + label] = (scores[place + label] as number) + near + (lookVotes[look + label] as number)
  }
  model.add(features, nearStemFeatures(text, at, features, 0), scores, place)
}

/** Written over at each word: where the votes of the words near it begin. */
const from = new Int32Array(2 * reach + 1)

/** Where the votes for the word at `at` begin of the one `offset` from it; those of a word without a place go to `scores` at once. */
function votesFrom(
  memory: Memory,
  { facts, places }: PlacedWords,
  at: number,
  offset: number,
  first: number,
  last: number,
  scores: Float32Array,
): number {
  const near = at + offset
  if (near < first || near >= last) return nowhere * votesPerWord
  const slot = places[near] as number
  const word = facts[near] as WordFacts
  if (slot === -1) {
    memory.model.add(features, wordFeatures(word, offset, features), scores, at * labelCount)
    return nowhere * votesPerWord
  }
  const begin = slot * votesPerWord + (offset + reach) * labelCount
  if (((memory.words.voted[slot] as number) & (1 << (offset + reach))) === 0)
    keepVotes(memory, slot, word, offset, begin)
  return begin
}

function keepVotes(
  { model, words }: Memory,
  slot: number,
  word: WordFacts,
  offset: number,
  begin: number,
): void {
  votes.fill(0)
  model.add(features, wordFeatures(word, offset, features), votes, 0)
  for (let label = 0; label < labelCount; label += 1) words.votes[begin + label] = votes[label] as number
  words.voted[slot] = (words.voted[slot] as number) | (1 << (offset + reach))
}

/** Where the votes of `lookFeatures` are kept. */
function lookPlace({ model, lookKeys, lookVotes }: Memory, text: FeatureText, at: number): number {
  const hash = lookKey(text, at, key)
  const slot = (hash ^ (hash >>> 16)) & (mostLooks - 1)
  const from = slot * lookKeySize
  const place = slot * labelCount
  if (
    lookKeys[from] === key[0] &&
    lookKeys[from + 1] === key[1] &&
    lookKeys[from + 2] === key[2] &&
    lookKeys[from + 3] === key[3]
  )
    return place
  votes.fill(0)
  model.add(features, lookFeatures(text, at, features), votes, 0)
  lookVotes.set(votes, place)
  lookKeys.set(key, from)
  return place
}

/** Written over at each stretch of words. */
let backs = new Uint8Array(0)
const sums = new Float32Array(labelCount)
const next = new Float32Array(labelCount)

/** Viterbi: the labels of the tokens from `from` up to `to` whose scores and transitions sum highest. */
export function bestLabels(
  scores: Float32Array,
  from: number,
  to: number,
  transitions: Float32Array,
  labels: Uint8Array,
): void {
  const size = to - from
  if (backs.length < size * labelCount) backs = new Uint8Array(2 * size * labelCount)
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
    sums.set(next)
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
