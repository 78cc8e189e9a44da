import { readFileSync } from 'node:fs'

/**
 * Words that people write small inside sentences, as `plainLetters` leaves them: small-words.json, counted by
 * scripts/make-small-words.ts. One of them with a capital is hardly a name at the beginning of a sentence.
 */
export const smallWords: ReadonlySet<string> = load()

function load(): ReadonlySet<string> {
  const { words } = JSON.parse(readFileSync(new URL('./small-words.json', import.meta.url), 'utf8')) as {
    readonly words: string
  }
  return new Set(words.split(' '))
}
