import { plainText } from '../parse/clean-text.ts'
import { weightOf } from './prose.ts'

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
  const pairs = pairsOf(text)
  const all = new Set(pairs)
  return {
    paragraphs,
    weight,
    agreement(other) {
      const own = pairsOf(other)
      if (own.length === 0) return 0
      return own.filter((pair) => all.has(pair)).length / own.length
    },
    coverage(texts) {
      const found = new Set(texts.flatMap(pairsOf))
      let covered = 0
      for (const pair of all) if (found.has(pair)) covered++
      return all.size === 0 ? 0 : covered / all.size
    },
  }
}

/** Neighbouring words; of a script without spaces, neighbouring signs. */
function pairsOf(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .match(/[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}\p{M}])+/gu) ?? []
  if (words.length === 1) return words
  const pairs: string[] = []
  for (let i = 1; i < words.length; i++) pairs.push(`${words[i - 1]} ${words[i]}`)
  return pairs
}
