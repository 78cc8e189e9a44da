import type { Sentence } from '../text/sentences.ts'
import type { CreditScan } from './credit-scan.ts'
import type { FoundCredit } from './found-credit.ts'
import { knownOutletAt } from './known-outlets.ts'

/** Links of a sentence whose words are the name of an outlet: they credit by themselves. */
export function linkedCredits(
  { parsed, tokens, linksIn }: CreditScan,
  sentence: Sentence,
): readonly FoundCredit[] {
  const found: FoundCredit[] = []
  for (const { start, end } of linksIn(sentence)) {
    if (start < sentence.start || end > sentence.end || end - start > longestName) continue
    const first = firstWord(start, sentence.first)
    const known = knownOutletAt(tokens, first)
    if (known === null || known.outlet.kind === 'channel') continue
    const rest = parsed.text.slice(tokens[known.last - 1]?.end, end)
    if ((tokens[known.last - 1]?.end ?? 0) > end || /[\p{L}\p{N}]/u.test(rest)) continue
    const { outlet, last } = known
    found.push({
      first,
      last,
      source: { first, last, next: last, kind: outlet.kind, outlet, base: outlet.name, mention: null },
      role: 'verb',
      of: null,
      isJoined: false,
    })
  }
  return found

  function firstWord(offset: number, from: number): number {
    let at = from
    while (at < tokens.length && ((tokens[at]?.start ?? 0) < offset || tokens[at]?.kind === 'mark')) at += 1
    return at
  }
}

const longestName = 60
