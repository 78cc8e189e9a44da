import type { NameModel } from '../../src/language/data/name-models.ts'
import { type FoundMention, mentionsOf } from '../../src/language/names/mentions-of.ts'
import { nameStem } from '../../src/language/names/name-stem.ts'
import { tagNames } from '../../src/language/names/name-tagger.ts'
import { type ParsedText, parseText } from '../../src/language/text/parse-text.ts'
import { labelsOf } from './labels-of.ts'
import { listedMentions, sureKind } from './listed-mentions.ts'
import type { Example } from './train-tagger.ts'

/**
 * Texts that nobody labelled, labelled by a model: what lists are sure of is put right, and a name that is mostly of one
 * kind over all texts is of that kind everywhere.
 */
export function silverExamples(
  texts: readonly string[],
  language: string,
  model: NameModel,
  weight: number,
): readonly Example[] {
  const all = texts.map((text) => {
    const parsed = parseText(text, language)
    return { parsed, mentions: putRight(parsed, mentionsOf(parsed.tokens, tagNames(parsed, model))) }
  })
  const kinds = new Map<string, Map<FoundMention['kind'], number>>()
  for (const { parsed, mentions } of all)
    for (const mention of mentions) {
      const key = keyOf(parsed, mention)
      const counts = kinds.get(key) ?? new Map<FoundMention['kind'], number>()
      counts.set(mention.kind, (counts.get(mention.kind) ?? 0) + 1)
      kinds.set(key, counts)
    }
  return all.map(({ parsed, mentions }) => {
    const agreed = mentions.map((mention) => ({
      ...mention,
      kind: mostly(kinds.get(keyOf(parsed, mention))) ?? mention.kind,
    }))
    return { parsed, labels: labelsOf(parsed, agreed), weight }
  })
}

/** The names of a text with those of the lists in the place of what they hold or match. */
export function putRight(parsed: ParsedText, found: readonly FoundMention[]): readonly FoundMention[] {
  let mentions = [...found]
  for (const listed of listedMentions(parsed)) {
    const over = mentions.filter(({ start, end }) => start < listed.end && listed.start < end)
    const isWithin = over.every(({ start, end }) => start >= listed.start && end <= listed.end)
    if (isWithin) mentions = [...mentions.filter((mention) => !over.includes(mention)), listed]
  }
  return mentions
    .filter((mention) => {
      const [word, ...rest] = wordsOf(parsed, mention)
      return word === undefined || rest.length > 0 || sureKind(word) !== 'none'
    })
    .sort((a, b) => a.start - b.start)
}

const enough = 4
const share = 0.7

function mostly(counts: ReadonlyMap<FoundMention['kind'], number> | undefined): FoundMention['kind'] | null {
  const ranked = [...(counts ?? [])].sort((a, b) => b[1] - a[1])
  const sum = ranked.reduce((total, [, count]) => total + count, 0)
  const [most] = ranked
  return most !== undefined && sum >= enough && most[1] / sum > share ? most[0] : null
}

function keyOf(parsed: ParsedText, mention: FoundMention): string {
  return wordsOf(parsed, mention).join(' ')
}

function wordsOf({ tokens }: ParsedText, { start, end }: FoundMention): readonly string[] {
  return tokens
    .filter((token) => token.start >= start && token.end <= end && token.kind !== 'mark')
    .map(({ folded }) => nameStem(folded))
}
