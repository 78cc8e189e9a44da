import { findMentions } from '../../src/language/names/find-mentions.ts'
import { uniteNames } from '../../src/language/names/unite-names.ts'
import { findStatements } from '../../src/language/statements/find-statements.ts'
import { type ParsedText, parseText } from '../../src/language/text/parse-text.ts'
import type { Span, Statement } from '../../src/model/marks.ts'
import { dataFile, type Figures } from '../report.ts'
import { adaqSentences, type QuotedSentence } from './adaq.ts'
import { coreSeconds } from './core-seconds.ts'
import { type AttributedArticle, polnearArticles } from './polnear.ts'

/** Who said what: Russian sentences of adaq, English articles of PolNeAR; both for tests only. */
export function measureStatements(): Figures {
  const adaq = dataFile('language/adaq-ru-cs-quotes')
  const polnear = dataFile('language/polnear')
  return {
    ...(adaq === null ? {} : scoreSentences(adaqSentences(adaq, 'ru'))),
    ...(polnear === null
      ? {}
      : scoreArticles(['train', 'dev'].flatMap((part) => polnearArticles(`${polnear}/${part}`)))),
  }
}

/**
 * As the authors of adaq score: F1 of a sentence that holds a quotation, and of the tokens of each tag. The marks around a
 * quotation are content there.
 */
export function scoreSentences(sentences: readonly QuotedSentence[]): Figures {
  const tags = ['source', 'cue', 'content'] as const
  const whole = new Tally()
  const byTag = { source: new Tally(), cue: new Tally(), content: new Tally() }
  for (const { text, tokens } of sentences) {
    const parsed = parseText(text, 'ru')
    const statements = findStatements(parsed, namedIn(parsed), []).filter(({ act }) => act === 'says')
    whole.count(
      statements.length > 0,
      tokens.some(({ tag }) => tag !== 'None'),
    )
    const found = {
      source: statements.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
      cue: statements.flatMap(({ cue }) => (cue === null ? [] : [cue])),
      content: statements.flatMap(({ content }) => content.map((span) => withMarks(text, span))),
    }
    for (const token of tokens)
      for (const tag of tags)
        byTag[tag].count(
          found[tag].some(({ start, end }) => start < token.end && token.start < end),
          token.tag === tag,
        )
  }
  return {
    'language.statements.adaq-ru.sentence-f1': whole.f1(),
    ...Object.fromEntries(tags.map((tag) => [`language.statements.adaq-ru.${tag}-f1`, byTag[tag].f1()])),
  }
}

function withMarks(text: string, { start, end }: Span): Span {
  const mark = /["'«»„“”]/
  return {
    start: mark.test(text[start - 1] ?? '') ? start - 1 : start,
    end: mark.test(text[end] ?? '') ? end + 1 : end,
  }
}

/**
 * Overlap of contents as Citron counts it (github.com/bbc/citron, scripts/evaluate): words of found contents that stand in
 * annotated ones, of all words found (precision), and the reverse (recall), over all articles together. Each relation is
 * held against the one of the other side that shares most with it, so that nothing counts twice where one statement is
 * within another. `quotes`: recall over annotated contents that open with a quotation mark, precision over found ones that do.
 */
export function scoreArticles(articles: readonly AttributedArticle[]): Figures {
  const all = new Overlap()
  const quotes = new Overlap()
  const sources = new Overlap()
  let characters = 0
  let seconds = 0
  for (const { text, attributions } of articles) {
    const parsed = parseText(text, 'en')
    const named = namedIn(parsed)
    const start = process.cpuUsage()
    const statements = findStatements(parsed, named, [])
    seconds += coreSeconds(start)
    characters += text.length
    const words = wordsOf(parsed)
    const found = statements.map(({ content }) => words(content))
    const gold = attributions.map(({ content }) => words(content))
    const opens = ({ content }: { content: readonly Span[] }): boolean =>
      quotationMark.test(text.slice(Math.max(0, (content[0]?.start ?? 0) - 1), (content[0]?.start ?? 0) + 1))
    all.add(found, gold, found, gold)
    quotes.add(
      found.filter((_, at) => opens(statements[at] as Statement)),
      gold,
      found,
      gold.filter((_, at) => quotationMark.test(text[attributions[at]?.content[0]?.start ?? 0] ?? '')),
    )
    const foundSources = statements.map(({ speaker }) => words(speaker === null ? [] : [speaker]))
    const goldSources = attributions.map(({ source }) => words(source))
    sources.add(foundSources, goldSources, foundSources, goldSources)
  }
  return {
    'language.statements.polnear.content-f1': all.f1(),
    'language.statements.polnear.content-precision': all.precision(),
    'language.statements.polnear.content-recall': all.recall(),
    'language.statements.polnear.quotes-f1': quotes.f1(),
    'language.statements.polnear.quotes-precision': quotes.precision(),
    'language.statements.polnear.quotes-recall': quotes.recall(),
    'language.statements.polnear.source-f1': sources.f1(),
    'language.statements.milliseconds-per-2500-characters': (seconds * 1_000 * 2_500) / characters,
  }
}

const quotationMark = /["“”'‘’«»]/

function namedIn(parsed: ParsedText): ReturnType<typeof uniteNames> {
  return uniteNames(parsed, findMentions(parsed))
}

/** The places of the words and numbers in spans. */
function wordsOf({ tokens }: ParsedText): (spans: readonly Span[]) => ReadonlySet<number> {
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  return (spans) =>
    new Set(
      spans.flatMap((span) => {
        const places: number[] = []
        for (
          let at = firstAfter(span.start);
          (words[at]?.start ?? Number.POSITIVE_INFINITY) < span.end;
          at += 1
        )
          places.push(at)
        return places
      }),
    )

  function firstAfter(offset: number): number {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((words[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

class Overlap {
  #right = 0
  #found = 0
  #met = 0
  #wanted = 0

  add(
    found: readonly ReadonlySet<number>[],
    toMeet: readonly ReadonlySet<number>[],
    toBeMetBy: readonly ReadonlySet<number>[],
    wanted: readonly ReadonlySet<number>[],
  ): void {
    for (const words of found) {
      this.#found += words.size
      this.#right += most(words, toMeet)
    }
    for (const words of wanted) {
      this.#wanted += words.size
      this.#met += most(words, toBeMetBy)
    }
  }

  precision(): number {
    return this.#right / Math.max(1, this.#found)
  }

  recall(): number {
    return this.#met / Math.max(1, this.#wanted)
  }

  f1(): number {
    return harmonicMean(this.precision(), this.recall())
  }
}

function most(words: ReadonlySet<number>, others: readonly ReadonlySet<number>[]): number {
  return others.reduce((best, other) => {
    if (Math.min(words.size, other.size) <= best) return best
    let shared = 0
    for (const word of words) if (other.has(word)) shared += 1
    return Math.max(best, shared)
  }, 0)
}

class Tally {
  #both = 0
  #found = 0
  #wanted = 0

  count(isFound: boolean, isWanted: boolean): void {
    if (isFound) this.#found += 1
    if (isWanted) this.#wanted += 1
    if (isFound && isWanted) this.#both += 1
  }

  f1(): number {
    return harmonicMean(this.#both / Math.max(1, this.#found), this.#both / Math.max(1, this.#wanted))
  }
}

function harmonicMean(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other)
}
