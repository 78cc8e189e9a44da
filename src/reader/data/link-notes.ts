import { readFileSync } from 'node:fs'
import { lettersOf } from '../parse/clean-text.ts'

/** What links say of themselves to those who listen, in many languages: link-notes.json. */
const table = JSON.parse(
  readFileSync(new URL('./link-notes.json', import.meta.url), 'utf8'),
) as readonly string[]

const notes: ReadonlySet<string> = new Set(table.map(lettersOf))
const longest = Math.max(...table.map(({ length }) => length)) + 10

/** 'Opens in a new window', marks and brackets aside. */
export function isLinkNote(text: string): boolean {
  return text.length <= longest && notes.has(lettersOf(text))
}
