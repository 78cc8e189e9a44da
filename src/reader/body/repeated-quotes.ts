import type { Passage } from './passages.ts'
import { role } from './role.ts'
import { eachPair } from './word-pairs.ts'

const shortest = 30
const longest = 500

/** Tells quotes that only repeat what the article's paragraphs say: pull quotes, whatever they are named. */
export function repeatedQuotes(passages: readonly Passage[]): (passage: Passage) => boolean {
  if (!passages.some(isQuote)) return () => false
  const said = new Set<number>()
  for (const passage of passages)
    if ((passage.roles & (role.quote | role.caption)) === 0) eachPair(passage.text, (pair) => said.add(pair))
  return (passage) => isQuote(passage) && shareOf(passage.text, said) >= 0.95
}

function isQuote({ roles, text }: Passage): boolean {
  return (roles & role.quote) !== 0 && text.length >= shortest && text.length <= longest
}

function shareOf(text: string, said: ReadonlySet<number>): number {
  let [pairs, shared] = [0, 0]
  eachPair(text, (pair) => {
    pairs++
    if (said.has(pair)) shared++
  })
  return pairs < 4 ? 0 : shared / pairs
}
