import { readFileSync } from 'node:fs'

/** What stands around names in bylines, and agencies that stand in for them: byline-words.json, in lower case. */
const table = JSON.parse(readFileSync(new URL('./byline-words.json', import.meta.url), 'utf8')) as Readonly<
  Record<'opening' | 'between' | 'agencies' | 'notNames', readonly string[]>
>

export interface BylineWords {
  readonly opening: RegExp
  /** An opening that a colon sets apart from the name. */
  readonly labelled: RegExp
  /** What parts one name from the next: commas, bars, 'and' in several languages. */
  readonly between: RegExp
  readonly agencies: ReadonlySet<string>
  readonly notNames: ReadonlySet<string>
}

export const bylineWords: BylineWords = {
  opening: new RegExp(`^(?:${longestFirst(table.opening)})(?:\\s*[:：]\\s*|\\s+)`, 'iu'),
  labelled: new RegExp(`^(?:${longestFirst(table.opening)})\\s*[:：]`, 'iu'),
  between: new RegExp(`\\s*[,;|•·/、]\\s*|\\s+(?:${longestFirst(table.between)})\\s+|\\n`, 'iu'),
  agencies: new Set(table.agencies),
  notNames: new Set(table.notNames),
}

function longestFirst(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|')
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
