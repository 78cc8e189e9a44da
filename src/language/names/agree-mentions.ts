import type { Token } from '../text/tokens.ts'
import type { FoundMention } from './mentions-of.ts'
import { nameStem } from './name-stem.ts'

/**
 * Lets the mentions of a text agree: a surname that stands behind a given name somewhere is the person wherever it stands
 * alone, also where no name was found.
 */
export function agreeMentions(
  tokens: readonly Token[],
  mentions: readonly FoundMention[],
): readonly FoundMention[] {
  const surnames = surnamesOf(tokens, mentions)
  if (surnames.size === 0) return mentions
  const agreed: FoundMention[] = []
  let next = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const mention = mentions[next]
    if (mention !== undefined && mention.start <= token.start) {
      const isAlone = mention.start === token.start && mention.end === token.end
      agreed.push(isAlone && isSurname(token) ? { ...mention, kind: 'person' } : mention)
      while (at + 1 < tokens.length && (tokens[at + 1] as Token).start < mention.end) at += 1
      next += 1
    } else if (isSurname(token)) agreed.push({ start: token.start, end: token.end, kind: 'person' })
  }
  return agreed

  function isSurname({ text, folded, kind }: Token): boolean {
    return kind === 'word' && capital.test(text) && surnames.has(nameStem(folded))
  }
}

const capital = /^\p{Lu}/u
const shortest = 3

/** The stems of the last words of people's names that have several words. */
function surnamesOf(tokens: readonly Token[], mentions: readonly FoundMention[]): ReadonlySet<string> {
  const surnames = new Set<string>()
  const others = new Set<string>()
  let at = 0
  for (const { start, end, kind } of mentions) {
    while (at < tokens.length && (tokens[at] as Token).start < start) at += 1
    const first = at
    while (at < tokens.length && (tokens[at] as Token).end <= end) at += 1
    const last = tokens[at - 1]
    if (last === undefined || last.kind !== 'word' || at - first < 1) continue
    const stem = nameStem(last.folded)
    if (kind === 'person' && at - first > 1 && last.text.length >= shortest) surnames.add(stem)
    else if (kind !== 'person' && at - first > 1) others.add(stem)
  }
  for (const stem of others) surnames.delete(stem)
  return surnames
}
