import { plainText } from '../parse/clean-text.ts'
import { weightOf } from './prose.ts'
import { eachPair } from './word-pairs.ts'

/** The body as the page's own metadata states it, and how far a text is part of it. */
export interface StatedBody {
  /** Paragraphs, as far as it has any. */
  readonly paragraphs: readonly string[]
  /** The share of the text's word pairs that the stated body has, 0 to 1. */
  agreement(text: string): number
  /** How much of the stated body stands in these texts, 0 to 1. */
  coverage(texts: readonly string[]): number
  readonly weight: number
}

/** Null when it does not read as prose: too short, or a list of words. */
export function statedBody(articleBody: string): StatedBody | null {
  const paragraphs = articleBody
    .replace(/<br\s*\/?>|<\/(?:p|div|h\d|li|blockquote)>/gi, '\n')
    .replace(/&lt;br\s*\/?&gt;|&lt;\/(?:p|div|h\d|li|blockquote)&gt;/gi, '\n')
    .split(/\r?\n+/)
    .map(plainText)
    .filter((paragraph) => paragraph !== '')
  const text = paragraphs.join('\n')
  const weight = weightOf(text)
  if (weight < 250 || (text.match(/[.!?…。！？؟।։]/g)?.length ?? 0) < 2) return null
  const all = new Set<number>()
  eachPair(text, (pair) => all.add(pair))
  /** By text: several rules ask for the same passages. */
  const agreements = new Map<string, number>()
  return {
    paragraphs,
    weight,
    agreement(other) {
      const known = agreements.get(other)
      if (known !== undefined) return known
      const found = agreement(other)
      agreements.set(other, found)
      return found
    },
    coverage(texts) {
      const found = new Set<number>()
      for (const other of texts)
        eachPair(other, (pair) => {
          if (all.has(pair)) found.add(pair)
        })
      return all.size === 0 ? 0 : found.size / all.size
    },
  }

  function agreement(other: string): number {
    let pairs = 0
    let shared = 0
    eachPair(other, (pair) => {
      pairs++
      if (all.has(pair)) shared++
    })
    return pairs === 0 ? 0 : shared / pairs
  }
}
