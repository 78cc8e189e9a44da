import { readFileSync } from 'node:fs'
import { foldWord } from '../fold-word.ts'
import { nameStem } from '../names/name-stem.ts'

/** The words for offices and callings that stand before a person's name, in the base case, by their stems (`nameStem`). */
export const officeWords: ReadonlyMap<string, string> = new Map()
/** Pronouns in the nominative that stand for a person, folded. */
export const personPronouns: ReadonlyMap<string, 'masculine' | 'feminine'> = new Map()

load()

function load(): void {
  const table = JSON.parse(readFileSync(new URL('./office-words.json', import.meta.url), 'utf8')) as {
    readonly offices: string
    readonly latin: string
    readonly pronouns: Readonly<Record<'masculine' | 'feminine', string>>
  }
  const words = officeWords as Map<string, string>
  for (const word of `${table.offices} ${table.latin}`.split(' ')) {
    const stem = nameStem(foldWord(word))
    if (!words.has(stem)) words.set(stem, word)
  }
  const pronouns = personPronouns as Map<string, 'masculine' | 'feminine'>
  for (const gender of ['masculine', 'feminine'] as const)
    for (const word of table.pronouns[gender].split(' ')) pronouns.set(word, gender)
}
