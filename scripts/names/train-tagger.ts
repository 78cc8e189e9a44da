import { gzipSync } from 'node:zlib'
import type { NameModelFile } from '../../src/language/data/name-models.ts'
import {
  contextFeatures,
  featureText,
  mostFeatures,
  reach,
  wordFeatures,
} from '../../src/language/names/name-features.ts'
import { bestLabels, labelCount } from '../../src/language/names/name-tagger.ts'
import { wordFacts } from '../../src/language/names/word-facts.ts'
import type { ParsedText } from '../../src/language/text/parse-text.ts'
import { random } from './random.ts'

/** A text with the label of each of its tokens. */
export interface Example {
  readonly parsed: ParsedText
  readonly labels: Uint8Array
  /** How much a mistake in it moves the weights. */
  readonly weight: number
}

export interface Training {
  readonly rounds: number
  /** A feature that is seen less often is left out. */
  readonly leastSeen: number
  /** What a wrong label is given beforehand, so that the right one has to win by as much. */
  readonly margin: number
}

/** A structured perceptron with a margin, its weights averaged over all steps (Collins 2002), in a byte each. */
export function trainTagger(examples: readonly Example[], training: Training): NameModelFile {
  const { rows, stretches } = featuresOf(examples, training.leastSeen)
  const size = rows.size * labelCount
  const weights = new Float32Array(size)
  const sums = new Float64Array(size)
  const transitions = new Float32Array(labelCount * labelCount)
  const transitionSums = new Float64Array(labelCount * labelCount)
  const next = random(1)
  const order = stretches.map((_, index) => index)
  let step = 1
  const longest = Math.max(...stretches.map(({ labels }) => labels.length))
  const scores = new Float32Array(longest * labelCount)
  const found = new Uint8Array(longest)
  for (let round = 0; round < training.rounds; round += 1) {
    shuffle(order, next)
    for (const index of order) {
      const { features, starts, labels, weight } = stretches[index] as Stretch
      const length = labels.length
      scores.fill(0, 0, length * labelCount)
      for (let at = 0; at < length; at += 1) {
        const place = at * labelCount
        for (let which = starts[at] as number; which < (starts[at + 1] as number); which += 1) {
          const from = (features[which] as number) * labelCount
          for (let label = 0; label < labelCount; label += 1)
            scores[place + label] = (scores[place + label] as number) + (weights[from + label] as number)
        }
        for (let label = 0; label < labelCount; label += 1)
          if (label !== labels[at])
            scores[place + label] = (scores[place + label] as number) + training.margin
      }
      bestLabels(scores, 0, length, transitions, found)
      for (let at = 0; at < length; at += 1) {
        const right = labels[at] as number
        const wrong = found[at] as number
        if (right !== wrong) {
          for (let which = starts[at] as number; which < (starts[at + 1] as number); which += 1) {
            const from = (features[which] as number) * labelCount
            move(weights, sums, from + right, weight, step)
            move(weights, sums, from + wrong, -weight, step)
          }
        }
        const beforeRight = at === 0 ? 0 : (labels[at - 1] as number)
        const beforeWrong = at === 0 ? 0 : (found[at - 1] as number)
        if (right !== wrong || beforeRight !== beforeWrong) {
          move(transitions, transitionSums, beforeRight * labelCount + right, weight, step)
          move(transitions, transitionSums, beforeWrong * labelCount + wrong, -weight, step)
        }
      }
      step += 1
    }
  }
  for (let at = 0; at < size; at += 1) weights[at] = (weights[at] as number) - (sums[at] as number) / step
  const averaged = transitions.map((weight, at) => weight - (transitionSums[at] as number) / step)
  return packed(rows, weights, averaged)
}

/** `sums` holds each change times its step, so that the average comes without adding up all weights at each step. */
function move(weights: Float32Array, sums: Float64Array, at: number, by: number, step: number): void {
  weights[at] = (weights[at] as number) + by
  sums[at] = (sums[at] as number) + by * step
}

/** Tokens in a row that may be names, with the rows of their features. */
interface Stretch {
  readonly features: Int32Array
  readonly starts: Int32Array
  readonly labels: Uint8Array
  readonly weight: number
}

function featuresOf(
  examples: readonly Example[],
  leastSeen: number,
): { readonly rows: ReadonlyMap<number, number>; readonly stretches: readonly Stretch[] } {
  const seen = new Map<number, number>()
  for (const example of examples)
    eachStretch(example, ({ features }) => {
      for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
    })
  const rows = new Map<number, number>()
  for (const [feature, times] of seen) if (times >= leastSeen) rows.set(feature, rows.size)
  seen.clear()
  const stretches: Stretch[] = []
  for (const example of examples)
    eachStretch(example, ({ features, starts, labels, weight }) => {
      const kept: number[] = []
      const from = new Int32Array(starts.length)
      for (let at = 0; at < labels.length; at += 1) {
        from[at] = kept.length
        for (let which = starts[at] as number; which < (starts[at + 1] as number); which += 1) {
          const row = rows.get(features[which] as number)
          if (row !== undefined) kept.push(row)
        }
      }
      from[labels.length] = kept.length
      stretches.push({ features: Int32Array.from(kept), starts: from, labels, weight })
    })
  return { rows, stretches }
}

const buffer = new Int32Array(mostFeatures)

function eachStretch({ parsed, labels, weight }: Example, take: (stretch: Stretch) => void): void {
  const words = parsed.tokens.map(wordFacts)
  const text = featureText(parsed, words)
  for (const { first, last } of parsed.sentences) {
    let from = first
    while (from < last) {
      if (text.isNear[from] === 0) {
        from += 1
        continue
      }
      const features: number[] = []
      const starts: number[] = []
      let to = from
      while (to < last && text.isNear[to] === 1) {
        starts.push(features.length)
        for (let offset = -reach; offset <= reach; offset += 1) {
          const word = to + offset >= first && to + offset < last ? words[to + offset] : undefined
          if (word !== undefined) features.push(...buffer.subarray(0, wordFeatures(word, offset, buffer)))
        }
        features.push(...buffer.subarray(0, contextFeatures(text, to, buffer)))
        to += 1
      }
      starts.push(features.length)
      take({
        features: Int32Array.from(features),
        starts: Int32Array.from(starts),
        labels: labels.slice(from, to),
        weight,
      })
      from = to
    }
  }
}

function packed(
  rows: ReadonlyMap<number, number>,
  weights: Float32Array,
  transitions: Float32Array,
): NameModelFile {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const scale = Math.max(largest, 1e-6) / 127
  const kept = [...rows]
    .map(([feature, row]) => ({
      feature,
      steps: Array.from(weights.subarray(row * labelCount, (row + 1) * labelCount), (weight) =>
        Math.round(weight / scale),
      ),
    }))
    .filter(({ steps }) => steps.some((step) => step !== 0))
    .sort((a, b) => (a.feature >>> 0) - (b.feature >>> 0))
  return {
    labels: labelCount,
    scale,
    transitions: Array.from(transitions, (weight) => Number(weight.toFixed(4))),
    features: zipped(Int32Array.from(kept, ({ feature }) => feature)),
    weights: zipped(Int8Array.from(kept.flatMap(({ steps }) => steps))),
  }
}

function zipped(numbers: Int32Array | Int8Array): string {
  return gzipSync(new Uint8Array(numbers.buffer), { level: 9 }).toString('base64')
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    const moved = order[at] as number
    order[at] = order[other] as number
    order[other] = moved
  }
}
