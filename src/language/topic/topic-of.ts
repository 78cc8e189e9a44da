import { topicModel } from '../data/topic-model.ts'
import { topicWords } from '../data/topic-words.ts'
import { topicNames, topics } from '../data/topics.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { topicTerms } from './topic-terms.ts'

/** What is less probable is a guess. */
const leastProbable = 0.25

/**
 * What a text is about, as a code of the top level of IPTC Media Topics ('medtop:15000000'), or null where it does not
 * tell. Russian, Ukrainian, English and Kazakh; other languages give null.
 */
export function topicOf(parsed: ParsedText): string | null {
  if (!topicWords.has(parsed.language)) return null
  const { stems, listed } = topicTerms(parsed)
  const { weights, bias } = topicModel
  const sums = weights.slice(bias, bias + topicNames.length)
  let known = 0
  const add = (row: number, value: number): void => {
    known += 1
    for (let topic = 0; topic < sums.length; topic += 1)
      sums[topic] = (sums[topic] as number) + value * (weights[row + topic] as number)
  }
  for (const [stem, value] of stems) {
    const row = topicModel.stems.get(stem)
    if (row !== undefined) add(row, value)
  }
  for (const [topic, value] of listed) add(topicModel.listed + topic * topicNames.length, value)
  return known === 0 ? null : topicIn(sums)
}

function topicIn(sums: Float32Array): string | null {
  const most = Math.max(...sums)
  const all = sums.reduce((sum, one) => sum + Math.exp(one - most), 0)
  const best = topicNames[sums.indexOf(most)]
  return best === undefined || 1 / all < leastProbable ? null : topics[best]
}
