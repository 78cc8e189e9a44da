import { plainText } from '../parse/clean-text.ts'

/**
 * A text as it is compared: what a change of typesetting changes is all one. Unicode's compatibility forms (NFKC), quotes
 * and apostrophes of any kind, dashes of any length, white space, soft hyphens, invisible marks, entities left in.
 */
export function plainForm(text: string): string {
  return plainText(text)
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[«»„“”‟″‹›]|‘‘|’’|''/g, '"')
    .replace(/[‘’‚‛`´′ʼ]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s*"\s*/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}
