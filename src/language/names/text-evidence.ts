import { bitOf } from './listed-names.ts'
import { shapes, type WordFacts } from './word-facts.ts'

/** What a text as a whole says of a stem, as bits. */
export const evidenceBits = {
  smallElsewhere: 1,
  capitalInside: 2,
  afterGivenName: 4,
  afterTitle: 8,
  afterPlaceWord: 16,
  afterOrganisationWord: 32,
  nearSpeech: 64,
  afterPreposition: 128,
  twice: 256,
} as const

/** For each word with a capital the evidence for its stem; `isFirst` tells the words that begin their sentence. */
export function textEvidence(words: readonly WordFacts[], isFirst: Uint8Array): Int32Array {
  const ofStem = new Map<string, number>()
  words.forEach((word, at) => {
    if (!word.isCapital) return
    const before = ofStem.get(word.stem)
    const here = hereFor(words, at, isFirst[at] === 1)
    ofStem.set(word.stem, before === undefined ? here : before | here | evidenceBits.twice)
  })
  for (const { stem, shape } of words) {
    if (shape !== shapes.small) continue
    const known = ofStem.get(stem)
    if (known !== undefined) ofStem.set(stem, known | evidenceBits.smallElsewhere)
  }
  return Int32Array.from(words, ({ stem, isCapital }) => (isCapital ? (ofStem.get(stem) ?? 0) : 0))
}

function hereFor(words: readonly WordFacts[], at: number, isFirst: boolean): number {
  let bits = isFirst ? 0 : evidenceBits.capitalInside
  const last = words[at - 1]
  const next = words[at + 1]
  if (last !== undefined && !isFirst) {
    if (last.isCapital && (last.lists & given) !== 0) bits |= evidenceBits.afterGivenName
    if (last.shape === shapes.initial) bits |= evidenceBits.afterGivenName
    if (!last.isCapital && (last.lists & title) !== 0) bits |= evidenceBits.afterTitle
    if (!last.isCapital && (last.lists & place) !== 0) bits |= evidenceBits.afterPlaceWord
    if (prepositions.has(last.plain)) bits |= evidenceBits.afterPreposition
    const owner = quoteMarks.has(last.plain) ? words[at - 2] : last
    if (owner !== undefined && (owner.lists & organisation) !== 0) bits |= evidenceBits.afterOrganisationWord
    if ((last.lists & speech) !== 0) bits |= evidenceBits.nearSpeech
  }
  if (next !== undefined && (next.lists & speech) !== 0) bits |= evidenceBits.nearSpeech
  return bits
}

const given = bitOf('firstName')
const title = bitOf('titleWord')
const place = bitOf('placeWord')
const organisation = bitOf('organisationWord')
const speech = bitOf('speechWord')
const prepositions: ReadonlySet<string> = new Set([
  'в',
  'во',
  'у',
  'на',
  'из',
  'з',
  'из-за',
  'in',
  'near',
  'под',
  'до',
])
const quoteMarks: ReadonlySet<string> = new Set(['«', '"', '“', '„'])
