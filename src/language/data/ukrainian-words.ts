import { readFileSync } from 'node:fs'

/**
 * Ukrainian words that tell where names are, and the Russian words that tell the same: what was learned from Russian
 * texts then holds for Ukrainian ones. ukrainian-words.json: a Russian word and the Ukrainian ones for it, by spaces.
 */
export const ukrainianWords: ReadonlyMap<string, string> = load()

function load(): ReadonlyMap<string, string> {
  const table = JSON.parse(
    readFileSync(new URL('./ukrainian-words.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, string>>
  return new Map(
    Object.entries(table).flatMap(([russian, words]) =>
      words.split(' ').map((word): [string, string] => [word, russian]),
    ),
  )
}
