import { topicNames } from '../../src/language/data/topics.ts'
import type { TopicTerms } from '../../src/language/topic/topic-terms.ts'

/** A text, and the topics (places in `topicNames`) of which one is right. */
export interface TopicExample {
  readonly terms: TopicTerms
  readonly right: readonly number[]
  readonly weight: number
}

export interface TrainedTopics {
  readonly stems: ReadonlyMap<string, Float64Array>
  readonly listed: readonly Float64Array[]
  readonly bias: Float64Array
}

export interface TopicTraining {
  readonly rounds: number
  readonly rate: number
  /** How strongly weights are drawn back: of stems to 0, of listed words to what they start with. */
  readonly decay: number
  /** A listed word starts with so much for its own topic. */
  readonly trust: number
  readonly leastTexts: number
}

const size = topicNames.length

/** Logistic regression where several topics may be right: what is raised is the sum of their probabilities. */
export function trainTopics(
  examples: readonly TopicExample[],
  { rounds, rate, decay, trust, leastTexts }: TopicTraining,
): TrainedTopics {
  const stems = new Map<string, Float64Array>()
  for (const [stem, texts] of textsWith(examples))
    if (texts >= leastTexts) stems.set(stem, new Float64Array(size))
  const start = topicNames.map((_, from) =>
    Float64Array.from(topicNames, (_, to) => (from === to ? trust : 0)),
  )
  const listed = start.map((row) => Float64Array.from(row))
  const bias = new Float64Array(size)
  const order = examples.map((_, at) => at)
  const random = randomFrom(1)
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random)
    const step = rate / (1 + round)
    for (const at of order) {
      const { terms, right, weight } = examples[at] as TopicExample
      const slope = slopeOf(probabilities({ stems, listed, bias }, terms), right)
      for (let topic = 0; topic < size; topic += 1) {
        slope[topic] = (slope[topic] as number) * step * weight
        bias[topic] = (bias[topic] as number) + 0.1 * (slope[topic] as number)
      }
      for (const [stem, value] of terms.stems) {
        const row = stems.get(stem)
        if (row === undefined) continue
        for (let topic = 0; topic < size; topic += 1)
          row[topic] = (row[topic] as number) * (1 - decay * step * weight) + value * (slope[topic] as number)
      }
      for (const [from, value] of terms.listed) {
        const row = listed[from] as Float64Array
        const home = start[from] as Float64Array
        for (let topic = 0; topic < size; topic += 1) {
          const away = (row[topic] as number) - (home[topic] as number)
          row[topic] =
            (row[topic] as number) - decay * step * weight * away + value * (slope[topic] as number)
        }
      }
    }
  }
  return { stems, listed, bias }
}

/** How probable each topic is. */
export function probabilities({ stems, listed, bias }: TrainedTopics, terms: TopicTerms): Float64Array {
  const sums = Float64Array.from(bias)
  for (const [stem, value] of terms.stems) addTo(sums, stems.get(stem), value)
  for (const [topic, value] of terms.listed) addTo(sums, listed[topic], value)
  const most = Math.max(...sums)
  let all = 0
  for (let topic = 0; topic < size; topic += 1) all += sums[topic] = Math.exp((sums[topic] as number) - most)
  return sums.map((one) => one / all)
}

function addTo(sums: Float64Array, row: Float64Array | undefined, value: number): void {
  if (row === undefined) return
  for (let topic = 0; topic < size; topic += 1)
    sums[topic] = (sums[topic] as number) + value * (row[topic] as number)
}

/** By the logarithm of the sum of the right ones. */
function slopeOf(found: Float64Array, right: readonly number[]): Float64Array {
  const sum = right.reduce((all, topic) => all + (found[topic] as number), 0)
  return found.map((one, topic) => (right.includes(topic) ? one / sum : 0) - one)
}

function textsWith(examples: readonly TopicExample[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of examples)
    for (const stem of terms.stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at] as number
    order[at] = order[other] as number
    order[other] = kept
  }
}

/** The same numbers each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
