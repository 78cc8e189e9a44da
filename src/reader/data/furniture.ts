import { readFileSync } from 'node:fs'

/** Lines that pages set between and around articles, in many languages: furniture.json. */
const table = JSON.parse(readFileSync(new URL('./furniture.json', import.meta.url), 'utf8')) as {
  readonly wholeLine: readonly string[]
  readonly opening: readonly string[]
}

const wholeLines: ReadonlySet<string> = new Set(table.wholeLine.map(fold))
const openings: readonly string[] = table.opening.map((opening) => opening.toLowerCase())

/** A line that is furniture by its words: it is one of the known lines, or short and opens as one. */
export function isFurnitureText(text: string): boolean {
  if (text.length > 260) return false
  if (text.length < 60 && wholeLines.has(fold(text))) return true
  const lower = text.toLowerCase()
  return openings.some((opening) => lower.startsWith(opening))
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
