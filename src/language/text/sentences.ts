import type { LanguageTag } from '../../model/language-tag.ts'
import { abbreviationsOf } from '../data/abbreviations.ts'
import type { Token } from './tokens.ts'

/** Tokens from `first` up to but without `last`; `start` and `end` are their UTF-16 offsets. */
export interface Sentence {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
}

/**
 * The sentences of a text, in order; every token is in one. A line break ends a sentence. So do . ! ? … (with the
 * quotation marks and brackets that close behind them) unless a small letter follows, or the dot belongs to an
 * abbreviation or an initial.
 */
export function sentencesOf(
  text: string,
  tokens: readonly Token[],
  language: LanguageTag,
): readonly Sentence[] {
  const sentences: Sentence[] = []
  const { neverEnd, mayEnd } = abbreviationsOf(language)
  let first = 0
  // The first line break from `asked` on: looked for once a line, not once a token.
  let asked = 0
  let lineBreak = -1
  for (let at = 0; at < tokens.length; at += 1) {
    const closed = endOfSentence(at)
    if (closed === null) continue
    const start = tokens[first]?.start ?? 0
    sentences.push({ first, last: closed, start, end: tokens[closed - 1]?.end ?? start })
    first = closed
    at = closed - 1
  }
  return sentences

  /** The token after the sentence when it ends at this one, or null. */
  function endOfSentence(at: number): number | null {
    const next = tokens[at + 1]
    const token = tokens[at]
    if (next === undefined || token === undefined) return at + 1
    if (breaksLine(token.end, next.start)) return at + 1
    if (token.kind !== 'mark' || !ends.test(token.text)) return null
    let last = at + 1
    while (last < tokens.length && closes.test(tokens[last]?.text ?? '') && isClose(last)) last += 1
    const follower = tokens[last]
    if (follower === undefined || breaksLine(tokens[last - 1]?.end ?? 0, follower.start)) return last
    if (follower.start === tokens[last - 1]?.end) return null
    if (!startsSentence(last)) return null
    return token.text === '.' && last === at + 1 && belongsToWord(at) ? null : last
  }

  /** A small letter goes on, behind a dash too («…!» — сказала она). */
  function startsSentence(at: number): boolean {
    const token = tokens[dashes.test(tokens[at]?.text ?? '') ? at + 1 : at]
    return token === undefined || token.kind !== 'word' || !small.test(token.text)
  }

  /** A quotation mark that looks the same at both ends closes when it touches what stands before it. */
  function isClose(at: number): boolean {
    return tokens[at]?.start === tokens[at - 1]?.end
  }

  function breaksLine(from: number, to: number): boolean {
    if (from < asked || lineBreak < from) {
      const found = text.indexOf('\n', from)
      lineBreak = found === -1 ? text.length : found
      asked = from
    }
    return lineBreak < to
  }

  /** The dot of an abbreviation («ул.») or of an initial («А. Серова»). */
  function belongsToWord(dot: number): boolean {
    const word = tokens[dot - 1]
    const next = tokens[dot + 1]
    if (word?.kind !== 'word' || word.end !== tokens[dot]?.start) return false
    if (/^\p{Lu}$/u.test(word.text)) return true
    const written = dotted(dot)
    if (!neverEnd.has(written) && !mayEnd.has(written) && !neverEnd.has(word.folded)) return false
    return !(mayEnd.has(written) || mayEnd.has(word.folded)) || next?.kind === 'number'
  }

  /** «т.д» of «и т.д.»: the word with those that dots join to it. */
  function dotted(dot: number): string {
    let from = dot - 1
    while (
      from >= 2 &&
      tokens[from - 1]?.text === '.' &&
      tokens[from - 1]?.end === tokens[from]?.start &&
      tokens[from - 2]?.end === tokens[from - 1]?.start
    )
      from -= 2
    return tokens
      .slice(from, dot)
      .map(({ folded }) => folded)
      .join('')
  }
}

const ends = /^[.!?…]+$/
const dashes = /^[–—-]$/
const small = /^\p{Ll}/u
const closes = /^[»”"’'“)\]]$/
