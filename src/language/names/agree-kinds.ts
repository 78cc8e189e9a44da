import type { NameKind } from '../../model/marks.ts'
import type { Token } from '../text/tokens.ts'
import type { FoundMention } from './mentions-of.ts'
import { nameStem } from './name-stem.ts'

/**
 * Lets a name be of one kind in a text: what most of its mentions are. One of a single word that was found more than once
 * is found wherever it stands, unless it is a person's: those `agreeMentions` looks after.
 */
export function agreeKinds(
  tokens: readonly Token[],
  mentions: readonly FoundMention[],
): readonly FoundMention[] {
  if (mentions.length < enough) return mentions
  const stems = stemsOf(tokens, mentions)
  const most = mostOf(stems, mentions)
  if (most.size === 0) return mentions
  const agreed: FoundMention[] = []
  let next = 0
  for (const token of tokens) {
    const mention = mentions[next]
    if (mention !== undefined && mention.start <= token.start) {
      if (mention.end > token.end) continue
      agreed.push({ ...mention, kind: most.get(stems[next] as string) ?? mention.kind })
      next += 1
    } else if (token.kind === 'word' && capital.test(token.text)) {
      const kind = most.get(nameStem(token.folded))
      if (kind !== undefined && kind !== 'person') agreed.push({ start: token.start, end: token.end, kind })
    }
  }
  return agreed
}

const capital = /^\p{Lu}/u
const enough = 2

/** The stems of each mention's words. */
function stemsOf(tokens: readonly Token[], mentions: readonly FoundMention[]): readonly string[] {
  let at = 0
  return mentions.map(({ start, end }) => {
    while (at < tokens.length && (tokens[at] as Token).start < start) at += 1
    let stems = ''
    for (; at < tokens.length && (tokens[at] as Token).start < end; at += 1) {
      const { text, folded, kind } = tokens[at] as Token
      stems += `${stems === '' ? '' : ' '}${kind === 'word' ? nameStem(folded) : text}`
    }
    return stems
  })
}

/** The kind of names that are mentioned often enough, and mostly as one kind. */
function mostOf(stems: readonly string[], mentions: readonly FoundMention[]): ReadonlyMap<string, NameKind> {
  const counts = new Map<string, Map<NameKind, number>>()
  stems.forEach((stem, at) => {
    const { kind } = mentions[at] as FoundMention
    const ofStem = counts.get(stem) ?? new Map<NameKind, number>()
    ofStem.set(kind, (ofStem.get(kind) ?? 0) + 1)
    counts.set(stem, ofStem)
  })
  const most = new Map<string, NameKind>()
  for (const [stem, ofStem] of counts) {
    let sum = 0
    for (const count of ofStem.values()) sum += count
    for (const [kind, count] of ofStem) if (count >= enough && count * 2 > sum) most.set(stem, kind)
  }
  return most
}
