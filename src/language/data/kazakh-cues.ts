import { readFileSync } from 'node:fs'
import { foldWord } from '../fold-word.ts'

/** «деді»; «деп» with the verb behind it; «айтуынша». All folded. */
export const kazakhCues: Readonly<
  Record<'says' | 'quoting' | 'verbs' | 'according' | 'connectives', ReadonlySet<string>>
> = load()

function load(): typeof kazakhCues {
  const file = new URL('./kazakh-cues.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<keyof typeof kazakhCues, string>>
  return Object.fromEntries(
    Object.entries(table).map(([kind, words]) => [kind, new Set(words.split(' ').map(foldWord))]),
  ) as unknown as typeof kazakhCues
}
