import type { Mention } from '../../../model/marks.ts'
import { personPronouns } from '../../data/office-words.ts'
import type { ParsedText } from '../../text/parse-text.ts'
import type { Token } from '../../text/tokens.ts'
import type { Gender } from './base-form.ts'

/**
 * «Он», "she" and the like that a text writes for a person: the one that was named last in the same sentence before, else
 * the first one of the sentence before, of that gender as far as it is known. One for whom nobody comes into question is left.
 */
export function findPronouns(
  { tokens, sentences }: ParsedText,
  mentions: readonly Mention[],
  genders: readonly Gender[],
): readonly Mention[] {
  const people = mentions.filter(({ kind }) => kind === 'person')
  const found: Mention[] = []
  for (const [at, sentence] of sentences.entries())
    for (const token of tokens.slice(sentence.first, sentence.last)) {
      const gender = token.kind === 'word' ? personPronouns.get(token.folded) : undefined
      if (gender === undefined) continue
      const before = sentences[at - 1]
      const name =
        meant(people, sentence.start, token, gender) ??
        (before === undefined ? null : first([...people, ...found], before.start, before.end, gender))
      if (name !== null)
        found.push({ start: token.start, end: token.end, kind: 'person', name, by: 'pronoun' })
    }
  return found

  function meant(some: readonly Mention[], from: number, token: Token, gender: Gender): number | null {
    return (
      some.findLast(({ start, end, name }) => start >= from && end <= token.start && agrees(name, gender))
        ?.name ?? null
    )
  }

  function first(some: readonly Mention[], from: number, until: number, gender: Gender): number | null {
    return (
      some
        .filter(({ start, end, name }) => start >= from && end <= until && agrees(name, gender))
        .sort((one, other) => one.start - other.start)[0]?.name ?? null
    )
  }

  function agrees(name: number, gender: Gender): boolean {
    const known = genders[name] ?? null
    return known === null || known === gender
  }
}
