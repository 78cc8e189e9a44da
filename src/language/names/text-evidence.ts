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

/** For each stem of the text its evidence. `isFirst` says which words begin their sentence. */
export function textEvidence(
  words: readonly WordFacts[],
  isFirst: (at: number) => boolean,
): ReadonlyMap<string, number> {
  const evidence = new Map<string, number>()
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as WordFacts
    if (word.shape === shapes.mark || word.shape === shapes.number) continue
    const before = evidence.get(word.stem) ?? 0
    if (!word.isCapital) {
      evidence.set(word.stem, before | evidenceBits.smallElsewhere)
      continue
    }
    evidence.set(
      word.stem,
      before | hereFor(words, at, isFirst(at)) | (before === 0 ? 0 : evidenceBits.twice),
    )
  }
  return evidence
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
