import type { LanguageTag } from '../../model/language-tag.ts'
import { topicWords } from '../data/topic-words.ts'
import { plainLetters } from '../names/name-stem.ts'
import type { ParsedText } from '../text/parse-text.ts'

/** What a text has to say on its topic. */
export interface TopicTerms {
  /** Beginnings of its words, with how much each weighs: all squares together are 1. */
  readonly stems: ReadonlyMap<string, number>
  /** Topics (places in `topicNames`) that its words are listed for, with how much each weighs: all squares together are 1. */
  readonly listed: ReadonlyMap<number, number>
}

/** Of the first words of a text; those of its headline count for several. */
export function topicTerms({ text, tokens, language }: ParsedText): TopicTerms {
  const stems = new Map<string, number>()
  const listed = new Map<number, number>()
  const headlineEnd = endOfHeadline(text)
  const known = cacheOf(language)
  let words = 0
  for (const { folded, kind, start } of tokens) {
    if (kind !== 'word' || folded.length < shortestWord) continue
    words += 1
    if (words > enoughWords) break
    const count = start < headlineEnd ? headlineCounts : 1
    const { stem, topics } = known(folded)
    stems.set(stem, (stems.get(stem) ?? 0) + count)
    for (const topic of topics) listed.set(topic, (listed.get(topic) ?? 0) + count / topics.length)
  }
  return { stems: weighed(stems, Math.log1p), listed: weighed(listed, Math.sqrt) }
}

const enoughWords = 400
const headlineCounts = 3
const longestHeadline = 250
const shortestWord = 2
/** Of longer words the rest is mostly endings. */
const stemLength = 6

/** A first line with a blank line behind it. */
function endOfHeadline(text: string): number {
  const end = text.indexOf('\n\n')
  return end <= longestHeadline ? end : 0
}

function weighed<Key>(counts: Map<Key, number>, weigh: (count: number) => number): ReadonlyMap<Key, number> {
  let squares = 0
  for (const [key, count] of counts) {
    const weight = weigh(count)
    squares += weight * weight
    counts.set(key, weight)
  }
  const length = Math.sqrt(squares)
  for (const [key, weight] of counts) counts.set(key, weight / length)
  return counts
}

interface KnownWord {
  readonly stem: string
  readonly topics: readonly number[]
}

/** Words come again and again. */
const mostKnown = 20_000
const caches = new Map<LanguageTag, (folded: string) => KnownWord>()

function cacheOf(language: LanguageTag): (folded: string) => KnownWord {
  const made = caches.get(language)
  if (made !== undefined) return made
  const lists = topicWords.get(language)
  const known = new Map<string, KnownWord>()
  const of = (folded: string): KnownWord => {
    const found = known.get(folded)
    if (found !== undefined) return found
    if (known.size >= mostKnown) known.clear()
    const word = { stem: plainLetters(folded).slice(0, stemLength), topics: lists?.of(folded) ?? [] }
    known.set(folded, word)
    return word
  }
  if (lists !== undefined) caches.set(language, of)
  return of
}
