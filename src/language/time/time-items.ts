import type { TimeWord, TimeWords } from '../data/time-words.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'

/** A token, a part of one ("two-week", "17h10") or a phrase ("the day after tomorrow"), with what it says about time. */
export interface TimeItem {
  readonly start: number
  readonly end: number
  /** Folded. */
  readonly word: string
  readonly text: string
  readonly time: TimeWord | null
  /** What it counts where it is digits alone, or null. */
  readonly number: number | null
  /** Touches the item before it. */
  readonly isGlued: boolean
}

/** The items of a text, in order. */
export function timeItems({ tokens, text }: ParsedText, words: TimeWords): readonly TimeItem[] {
  const items: TimeItem[] = []
  let end = -1
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const { start, folded, kind } = token
    const isGlued = start === end
    const phrase = words.seconds.get(folded)?.has(tokens[at + 1]?.folded ?? '')
      ? phraseAt(tokens, words, at)
      : null
    if (phrase !== null) {
      at += phrase.length - 1
      end = tokens[at]?.end ?? token.end
      items.push({
        start,
        end,
        word: folded,
        text: text.slice(start, end),
        time: phrase.time,
        number: null,
        isGlued,
      })
      continue
    }
    end = token.end
    const time = words.words.get(folded) ?? null
    const parts = time === null && kind === 'word' ? partsOf(token, words) : null
    if (parts === null) {
      const number = kind === 'number' ? numberIn(token.text) : null
      items.push({ start, end, word: folded, text: token.text, time, number, isGlued })
    } else
      for (const [index, part] of parts.entries())
        items.push({
          ...part,
          text: text.slice(part.start, part.end),
          time: words.words.get(part.word) ?? null,
          number: numberIn(part.word),
          isGlued: isGlued || index > 0,
        })
  }
  return items
}

/** Digits alone, of a length that time is told in. */
function numberIn(text: string): number | null {
  return text.length <= 5 && /^[0-9]+$/.test(text) ? Number(text) : null
}

/** The longest phrase that begins at a token. */
function phraseAt(
  tokens: readonly Token[],
  { words }: TimeWords,
  at: number,
): { readonly time: TimeWord; readonly length: number } | null {
  const parts = tokens.slice(at, at + longestPhrase).map(({ folded }) => folded)
  for (let length = parts.length; length > 1; length -= 1) {
    const time = words.get(parts.slice(0, length).join(' '))
    if (time !== undefined) return { time, length }
  }
  return null
}

const longestPhrase = 5

interface Part {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** "Sunday's", "third-quarter", "mid-1996", "Feb13": the parts, where one of them is a word of time; otherwise null. */
function partsOf(token: Token, { words }: TimeWords): readonly Part[] | null {
  const { folded, text, start } = token
  if (folded.length > longestCompound || !isCompound.test(text)) return null
  const parts = [...text.matchAll(compoundPart)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    word: match[0].toLowerCase().replaceAll('ё', 'е').replace('’', "'"),
  }))
  const meanings = parts.filter(({ word }) => word !== '-').map(({ word }) => words.get(word))
  return meanings.some(tells) || meanings.every(counts) ? parts : null
}

/** "ninety-four", "twenty-first". */
function counts(time: TimeWord | undefined): boolean {
  return time?.cardinal !== undefined || time?.ordinal !== undefined
}

function tells(time: TimeWord | undefined): boolean {
  return (
    (time !== undefined &&
      (time.month ??
        time.weekday ??
        time.unit ??
        time.day ??
        time.which ??
        time.part ??
        time.season ??
        null) !== null) ||
    (time?.roles.has('middle') ?? false)
  )
}

const longestCompound = 40
const isCompound = /[-‑'’0-9]/
const compoundPart = /['’]s$|[-‑'’]|[0-9]+|[^-‑'’0-9]+/g
