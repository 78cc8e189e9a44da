import type { FiledStatement } from '../../archive/archive.ts'
import type { Name } from '../../model/name.ts'

/** What one speaker said, as far as the text tells who it is. */
export interface Speaker {
  readonly name: Name | null
  /** As the text writes it where it names nobody («источник»); '' where it says nothing of a speaker. */
  readonly words: string
  readonly statements: readonly FiledStatement[]
}

/** Statements by who said them, in the order in which each is heard first; those without a speaker last. */
export function bySpeaker(statements: readonly FiledStatement[]): readonly Speaker[] {
  const speakers = new Map<string, Speaker & { readonly statements: FiledStatement[] }>()
  for (const statement of statements) {
    const { name, speaker: words } = statement
    const key = name === null ? words.toLowerCase() : `#${name.id}`
    const known = speakers.get(key)
    if (known === undefined) speakers.set(key, { name, words, statements: [statement] })
    else known.statements.push(statement)
  }
  const heard = [...speakers.values()]
  const isSomebody = ({ name, words }: Speaker): boolean => name !== null || words !== ''
  return [...heard.filter(isSomebody), ...heard.filter((speaker) => !isSomebody(speaker))]
}
