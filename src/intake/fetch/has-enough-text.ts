import type { Entry } from '../../model/source.ts'

/** A sentence or two: less says nothing that the headline does not. */
const enoughCharacters = 80

/** Whether what the source itself says of an entry can stand for a page that cannot be had. */
export function hasEnoughText({ html, summary }: Entry): boolean {
  return Math.max(textLength(html), textLength(summary)) >= enoughCharacters
}

/** So much is looked at: a hostile source may send megabytes of brackets. */
const lookedAt = 20_000

function textLength(html: string | null): number {
  if (html === null) return 0
  return html
    .slice(0, lookedAt)
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&[a-z0-9#]{1,32};/gi, 'x')
    .replace(/\s+/g, ' ')
    .trim().length
}
