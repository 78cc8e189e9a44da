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
  const stems = stemTable(words.reduce((count, { isCapital }) => count + (isCapital ? 1 : 0), 0))
  for (let at = 0; at < words.length; at += 1) {
    const { isCapital, stemHash } = words[at] as WordFacts
    if (!isCapital) continue
    const here = hereFor(words, at, isFirst[at] === 1) | isMet
    const slot = slotOf(stems, stemHash)
    const before = stems.bits[slot] as number
    stems.keys[slot] = stemHash
    stems.bits[slot] = before === 0 ? here : before | here | evidenceBits.twice
  }
  for (const { stemHash, shape } of words) {
    if (shape !== shapes.small) continue
    const slot = slotOf(stems, stemHash)
    if (stems.bits[slot] !== 0) stems.bits[slot] = (stems.bits[slot] as number) | evidenceBits.smallElsewhere
  }
  const evidence = new Int32Array(words.length)
  for (let at = 0; at < words.length; at += 1) {
    const { isCapital, stemHash } = words[at] as WordFacts
    if (isCapital) evidence[at] = (stems.bits[slotOf(stems, stemHash)] as number) & ~isMet
  }
  return evidence
}

/** Beside the evidence: whether a slot is taken. */
const isMet = 1 << 16

/** Evidence by the hash of a stem, in open addressing. */
interface StemTable {
  readonly keys: Int32Array
  readonly bits: Int32Array
  readonly mask: number
}

function stemTable(stems: number): StemTable {
  let size = 16
  while (size < stems * 3) size *= 2
  return { keys: new Int32Array(size), bits: new Int32Array(size), mask: size - 1 }
}

/** Where a stem stands, or would. */
function slotOf({ keys, bits, mask }: StemTable, stemHash: number): number {
  let slot = (stemHash ^ (stemHash >>> 15)) & mask
  while (bits[slot] !== 0 && keys[slot] !== stemHash) slot = (slot + 1) & mask
  return slot
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
