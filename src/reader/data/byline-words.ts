import { readFileSync } from 'node:fs'

/** What stands around names in bylines: byline-words.json, in lower case. */
const table = JSON.parse(readFileSync(new URL('./byline-words.json', import.meta.url), 'utf8')) as Readonly<
  Record<'opening' | 'between' | 'notAuthors' | 'roles' | 'notNames', readonly string[]>
>

export interface BylineWords {
  readonly opening: RegExp
  /** Whether a text begins with a letter that an opening begins with: most do not, and need no expression. */
  readonly mayOpen: (text: string) => boolean
  /** An opening that a colon sets apart from the name. */
  readonly labelled: RegExp
  /** An opening and nothing else: the name stands in the next text. */
  readonly onlyOpening: RegExp
  /** What opens the name of somebody who took part, but did not write: the photographer, the reviewer. */
  readonly notAuthor: RegExp
  /** What parts one name from the next: commas, bars, 'and' in several languages. */
  readonly between: RegExp
  /** A word that says what somebody is, and stands in no name. */
  readonly role: RegExp
  readonly notNames: ReadonlySet<string>
}

const opening = longestFirst(table.opening)
const firstLetters = new Set(table.opening.map((words) => words.charAt(0)))
const phrases = table.notAuthors.filter((words) => words.includes(' ') || pictureWord(words))

export const bylineWords: BylineWords = {
  opening: new RegExp(`^(?:${opening})(?:\\s*[:：]\\s*|\\s+)`, 'iu'),
  mayOpen: (text) => firstLetters.has(text.charAt(0).toLowerCase()),
  labelled: new RegExp(`^(?:${opening})\\s*[:：]`, 'iu'),
  onlyOpening: new RegExp(`^(?:${opening})\\s*[:：]?$`, 'iu'),
  notAuthor: new RegExp(
    `^(?:(?:${longestFirst(table.notAuthors)})\\s*(?:[:：/]|$)|(?:${longestFirst(phrases)})\\s)`,
    'iu',
  ),
  between: new RegExp(`\\s*[,;|•·/、]\\s*|\\s+(?:${longestFirst(table.between)})\\s+|\\n`, 'iu'),
  role: new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst(table.roles)})(?![\\p{L}\\p{M}])`, 'iu'),
  notNames: new Set(table.notNames),
}

/** Where 'Photo Lena Brook' goes without a colon, 'Redaktion Nord' is another matter. */
function pictureWord(words: string): boolean {
  return /^(?:photo|foto|фото|bild|illustra|иллюстр|ілюстр|video|видео|відео)/i.test(words)
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
