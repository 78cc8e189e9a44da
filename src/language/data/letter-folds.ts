import { readFileSync } from 'node:fs'

/** Which letters are written as one for searching: letter-folds.json, all in lower case. */
export interface LetterFolds {
  /** Letters that no Unicode decomposition takes apart, and what they are searched as. */
  readonly letters: ReadonlyMap<string, string>
  /** Everything that stands for an apostrophe within a word. */
  readonly apostrophes: string
  /** A Latin letter and the Cyrillic one that looks like it, as lower or upper case. */
  readonly lookAlikes: ReadonlyMap<string, string>
}

export const letterFolds: LetterFolds = load()

function load(): LetterFolds {
  const table = JSON.parse(readFileSync(new URL('./letter-folds.json', import.meta.url), 'utf8')) as {
    readonly letters: Readonly<Record<string, string>>
    readonly apostrophes: string
    readonly lookAlikes: Readonly<Record<string, string>>
  }
  return {
    letters: new Map(Object.entries(table.letters)),
    apostrophes: table.apostrophes,
    lookAlikes: new Map(Object.entries(table.lookAlikes)),
  }
}
