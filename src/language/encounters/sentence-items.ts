import type { Mention, Span, TimeExpression } from '../../model/marks.ts'
import type { EncounterCue, EncounterCues } from '../data/encounter-cues.ts'
import { officeWords } from '../data/office-words.ts'
import { foldWord } from '../fold-word.ts'
import { nameStem } from '../names/name-stem.ts'
import type { Named } from '../names/unite-names.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'

/** A word or a mark of a sentence, or a mention of a name as one. */
export interface Item extends Span {
  /** '' of a mention by name. */
  readonly folded: string
  readonly isWord: boolean
  readonly isCapital: boolean
  readonly mention: Mention | null
  /** An office or a word for people or bodies that is not within a mention by name. */
  readonly isRole: boolean
  /** As it stands in the dictionary, so that it may be who does something. */
  readonly isBase: boolean
  readonly isTime: boolean
  readonly cues: readonly EncounterCue[]
}

/** The words, marks and mentions of one sentence; `from` are the places of the first mention and time to look at. */
export function sentenceItems(
  { tokens, text }: ParsedText,
  sentence: Sentence,
  { names, mentions }: Named,
  times: readonly TimeExpression[],
  cues: EncounterCues,
): readonly Item[] {
  const items: Item[] = []
  let ahead = firstEndingAfter(mentions, sentence.start)
  let time = firstEndingAfter(times, sentence.start)
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const token = tokens[at] as Token
    while ((mentions[ahead]?.end ?? Number.POSITIVE_INFINITY) <= token.start) ahead += 1
    while ((times[time]?.end ?? Number.POSITIVE_INFINITY) <= token.start) time += 1
    const mention = mentions[ahead]
    if (mention === undefined || mention.start > token.start || mention.end < token.end) {
      items.push(plain(token, (times[time]?.start ?? Number.POSITIVE_INFINITY) <= token.start, cues))
      continue
    }
    let last = token
    while (at + 1 < sentence.last && (tokens[at + 1] as Token).end <= mention.end)
      last = tokens[++at] as Token
    items.push({
      folded: mention.by === 'name' ? '' : token.folded,
      isWord: true,
      isCapital: true,
      mention,
      isRole: false,
      isBase: isBase(mention, token, last),
      isTime: false,
      cues: [],
      start: token.start,
      end: last.end,
    })
  }
  return items

  function isBase(mention: Mention, first: Token, last: Token): boolean {
    if (mention.by === 'pronoun') return true
    if (mention.by === 'title') return isOfficeBase(first.folded)
    const name = names[mention.name]
    if (name === undefined) return false
    if (mention.kind !== 'person') {
      const written = foldWord(text.slice(mention.start, mention.end))
      return [name.name, ...name.aliases].some((form) => foldWord(form) === written)
    }
    return name.name.split(' ').some((word) => foldWord(word) === last.folded)
  }

  function plain(token: Token, isTime: boolean, { words, groups }: EncounterCues): Item {
    const { folded, start, end, kind } = token
    const isWord = kind !== 'mark'
    const stem = kind === 'word' ? nameStem(folded) : ''
    return {
      folded,
      isWord,
      isCapital: kind === 'word' && /^\p{Lu}/u.test(token.text),
      mention: null,
      isRole: stem !== '' && !isTime && (officeWords.has(stem) || groups.has(stem)),
      isBase: isBaseOrPlural(folded, officeWords.get(stem) ?? groups.get(stem)),
      isTime,
      cues: words.get(folded) ?? [],
      start,
      end,
    }
  }
}

function isOfficeBase(folded: string): boolean {
  return isBaseOrPlural(folded, officeWords.get(nameStem(folded)))
}

/** «министр», «министры»; of words in -а the plural looks like another case, and Latin letters have none. */
function isBaseOrPlural(folded: string, base: string | undefined): boolean {
  if (base === undefined) return false
  const written = foldWord(base)
  return folded === written || /^[a-z]/.test(folded) || (/[ыиі]$/.test(folded) && !/[ая]$/.test(written))
}

/** The place of the first span that ends behind an offset. */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
