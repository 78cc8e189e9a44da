import type { NameKind, Span } from '../../model/marks.ts'
import type { Token } from '../text/tokens.ts'
import { labelKinds } from './name-tagger.ts'

/** A name as it stands in a text. */
export interface FoundMention extends Span {
  readonly kind: NameKind
}

/** The names that the labels of `tagNames` tell of. */
export function mentionsOf(tokens: readonly Token[], labels: Uint8Array): readonly FoundMention[] {
  const mentions: FoundMention[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const label = labels[at] as number
    if (label === 0) continue
    const goesOn = label % 2 === 1 ? label + 1 : label
    const start = at
    while (labels[at + 1] === goesOn) at += 1
    const kind = labelKinds[(label - 1) >> 1] as NameKind
    const last = tokens[at] as Token
    const end = last.end - (possessive.exec(last.text)?.[0].length ?? 0)
    mentions.push({ start: (tokens[start] as Token).start, end, kind })
  }
  return mentions
}

/** «Obama’s»: not part of the name. */
const possessive = /(?<=^[A-Za-z].*)['’ʼ]s$/
