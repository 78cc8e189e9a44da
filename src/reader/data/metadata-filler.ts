import { readFileSync } from 'node:fs'
import { lettersOf } from '../parse/clean-text.ts'

/** What pages put where a section or a keyword should stand, and says nothing: metadata-filler.json. */
const table = JSON.parse(
  readFileSync(new URL('./metadata-filler.json', import.meta.url), 'utf8'),
) as Readonly<Record<'home' | 'section' | 'keyword', readonly string[]>>

/** By letters only. */
export const metadataFiller: Readonly<Record<'section' | 'keyword', ReadonlySet<string>>> = {
  section: new Set([...table.home, ...table.section].map(lettersOf)),
  keyword: new Set([...table.home, ...table.keyword].map(lettersOf)),
}
