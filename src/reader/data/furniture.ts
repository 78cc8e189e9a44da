import { readFileSync } from 'node:fs'

/** Lines that pages set between and around articles, in many languages: furniture.json. */
const table = JSON.parse(readFileSync(new URL('./furniture.json', import.meta.url), 'utf8')) as {
  readonly wholeLine: readonly string[]
  readonly opening: readonly string[]
}

const wholeLines: ReadonlySet<string> = new Set(table.wholeLine.map(fold))
/** By their first letter: hardly any text begins with one of them. */
const openings = new Map<string, string[]>()
for (const opening of table.opening.map((one) => one.toLowerCase())) {
  const first = opening.charAt(0)
  const known = openings.get(first)
  if (known === undefined) openings.set(first, [opening])
  else known.push(opening)
}

/** A line that is furniture by its words: it is one of the known lines, or short and opens as one. */
export function isFurnitureText(text: string): boolean {
  if (text.length > 260) return false
  if (text.length < 60 && wholeLines.has(fold(text))) return true
  const lower = text.toLowerCase()
  return openings.get(lower.charAt(0))?.some((opening) => lower.startsWith(opening)) === true
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
