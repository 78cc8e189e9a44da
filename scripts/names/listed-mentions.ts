import type { ListName } from '../../src/language/data/name-lists.ts'
import { bitOf, listsOfStem, phrasesFrom } from '../../src/language/names/listed-names.ts'
import type { FoundMention } from '../../src/language/names/mentions-of.ts'
import { nameStem } from '../../src/language/names/name-stem.ts'
import type { ParsedText } from '../../src/language/text/parse-text.ts'
import type { NameKind } from '../../src/model/marks.ts'

const kindOf: Readonly<Partial<Record<ListName, NameKind>>> = {
  country: 'place',
  city: 'place',
  organisation: 'organisation',
  outlet: 'organisation',
  product: 'product',
  event: 'event',
}
const kindBits = Object.entries(kindOf).map(([list, kind]) => ({ bit: bitOf(list as ListName), kind }))
const personBits = bitOf('firstName') | bitOf('lastName')

/** What only one kind of lists holds, where it stands in a text. */
export function listedMentions({ tokens }: ParsedText): readonly FoundMention[] {
  const stems = tokens.map(({ text, folded, kind }) => (kind === 'word' ? nameStem(folded) : text))
  const found: FoundMention[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const stem = stems[at]
    if (token === undefined || stem === undefined || token.kind !== 'word') continue
    const { start, end } = token
    if ((listsOfStem(stem) & bitOf('smallEvent')) !== 0) {
      found.push({ start, end, kind: 'event' })
      continue
    }
    if (!/\p{Lu}/u.test(token.text)) continue
    const phrase = phrasesFrom(stem).find(({ rest }) =>
      rest.every((next, ahead) => stems[at + 1 + ahead] === next),
    )
    const ofPhrase = phrase === undefined ? undefined : kindOf[phrase.list]
    if (phrase !== undefined && ofPhrase !== undefined) {
      found.push({ start, end: tokens[at + phrase.rest.length]?.end ?? end, kind: ofPhrase })
      at += phrase.rest.length
      continue
    }
    const kind = sureKind(stem)
    if (kind !== null && kind !== 'none') found.push({ start, end, kind })
  }
  return found
}

/** The one kind that lists have a stem as, 'none' for what is no name, null where they do not tell. */
export function sureKind(stem: string): NameKind | 'none' | null {
  const lists = listsOfStem(stem)
  if ((lists & bitOf('commonWord')) !== 0) return 'none'
  if ((lists & personBits) !== 0) return null
  const kinds = new Set(kindBits.filter(({ bit }) => (lists & bit) !== 0).map(({ kind }) => kind))
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null
}
