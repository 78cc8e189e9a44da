import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import { foldWord } from '../fold-word.ts'
import { type TopicName, topicNames } from './topics.ts'

/** Words that speak for topics in one language: topic-words/LANGUAGE.json, where a hyphen at the end stands for any ending. */
export interface TopicWords {
  /** Topics, as places in `topicNames`, of the word as it stands or of its longest beginning that is listed. */
  of(folded: string): readonly number[]
}

export const topicWords: ReadonlyMap<LanguageTag, TopicWords> = new Map(
  ['ru', 'uk', 'en', 'kk'].map((language) => [language, load(language)]),
)

function load(language: string): TopicWords {
  const lists = JSON.parse(
    readFileSync(new URL(`./topic-words/${language}.json`, import.meta.url), 'utf8'),
  ) as Readonly<Record<TopicName, string>>
  const whole = new Map<string, number[]>()
  const beginnings = new Map<string, number[]>()
  topicNames.forEach((name, topic) => {
    for (const written of lists[name].split(' ')) {
      const list = written.endsWith('-') ? beginnings : whole
      const word = foldWord(written.endsWith('-') ? written.slice(0, -1) : written)
      list.set(word, [...new Set([...(list.get(word) ?? []), topic])])
    }
  })
  return { of: (folded) => whole.get(folded) ?? longestBeginning(folded) }

  function longestBeginning(folded: string): readonly number[] {
    for (let length = Math.min(folded.length, longest); length >= shortest; length -= 1) {
      const found = beginnings.get(folded.slice(0, length))
      if (found !== undefined) return found
    }
    return none
  }
}

const longest = 16
const shortest = 2
const none: readonly number[] = []
