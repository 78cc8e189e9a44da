import { readFileSync } from 'node:fs'
import { foldWord } from '../fold-word.ts'

/** Russian, Ukrainian and Kazakh given names in the base case, folded. */
export const givenNames: { readonly masculine: ReadonlySet<string>; readonly feminine: ReadonlySet<string> } =
  load()

function load(): typeof givenNames {
  const file = new URL('./given-names.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<keyof typeof givenNames, string>>
  const namesOf = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(foldWord))
  return { masculine: namesOf(table.masculine), feminine: namesOf(table.feminine) }
}
