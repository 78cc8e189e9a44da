import type { Party } from '../../model/marks.ts'
import type { EncounterCues } from '../data/encounter-cues.ts'
import { isPreposition } from './clause.ts'
import type { Item } from './sentence-items.ts'

/** A party and the item behind it. */
export interface ReadParty {
  readonly party: Party
  readonly first: number
  readonly next: number
  /** A person by name or pronoun, people by what they are, or a country or body. */
  readonly is: 'person' | 'people' | 'thing'
}

/** Words of a noun phrase at most: «с главами министерств иностранных дел пяти стран Центральной Азии». */
const longest = 12
/** Words before the one that says who it is: «с новым временным …». */
const longestLead = 4

/**
 * The party whose noun phrase begins at this item: a name with the office before it, an office or people («главами МИД
 * пяти стран»: no name), a country or body. A delegation is its country. Null where the words name no party.
 */
export function readParty(
  items: readonly Item[],
  at: number,
  end: number,
  cues: EncounterCues,
): ReadParty | null {
  const { small } = cues
  const start = items[at]
  if (start === undefined || at >= end) return null
  if (small.obliques.has(start.folded) || small.pronouns.has(start.folded)) {
    const name = start.mention?.name ?? null
    return { party: { start: start.start, end: start.end, name }, first: at, next: at + 1, is: 'person' }
  }
  let role: number | null = null
  let body: Item | null = null
  let last = at
  for (let to = at; to < Math.min(end, at + longest); to += 1) {
    const item = items[to] as Item
    if (item.mention !== null) {
      const party = { start: item.start, end: item.end, name: item.mention.name }
      if (item.mention.kind === 'person') return { party, first: to, next: to + 1, is: 'person' }
      if (role === null && !leadsToPerson(to)) return { party, first: to, next: to + 1, is: 'thing' }
      body ??= item
      last = to
      continue
    }
    if (goesOn(to)) {
      if (item.isRole && role === null) role = to
      if (role !== null && item.isWord && !small.of.has(item.folded)) last = to
      if (role === null && to - at >= longestLead) return null
      continue
    }
    break
  }
  if (role === null) return null
  const head = items[role] as Item
  return {
    party: {
      start: (items[at] as Item).start,
      end: (items[last] as Item).end,
      name: isDelegation(head) ? nameOf(body) : null,
    },
    first: role,
    next: last + 1,
    is: 'people',
  }

  /** "US President Hale", "Orme's mayor". */
  function leadsToPerson(to: number): boolean {
    let ahead = to + 1
    while (ahead < Math.min(end, to + 4) && /^(?:'s|’s|')$/.test(items[ahead]?.folded ?? '')) ahead += 1
    for (let next = ahead; next < Math.min(end, ahead + 3); next += 1) {
      const item = items[next] as Item
      if (item.isRole || (next > ahead && item.mention?.kind === 'person')) return true
      if (!item.isWord || item.mention !== null || !goesOn(next) || isPreposition(item, small)) return false
    }
    return false
  }

  function goesOn(to: number): boolean {
    const item = items[to] as Item
    if (item.isTime) return false
    if (!item.isWord) return /^[«»"“”'’]$/.test(item.folded)
    if (small.determiners.has(item.folded)) return to === at || small.of.has(items[to - 1]?.folded ?? '')
    if (small.of.has(item.folded)) return role !== null
    if (item.folded === 'по' || item.folded === 'з' || item.folded === 'for')
      return items[to - 1]?.isRole === true
    if (isPreposition(item, small) || small.and.has(item.folded) || small.then.has(item.folded)) return false
    if (item.cues.length > 0 || cues.holding.has(item.folded)) return false
    return item.isCapital || item.isRole || !looksLikeVerb(item.folded)
  }
}

function isDelegation({ folded }: Item): boolean {
  return /^(?:делегац|сторон|delegation)/.test(folded)
}

function nameOf(item: Item | null): number | null {
  return item?.mention?.name ?? null
}

/** The party here and those that a list joins to it («с президентом и главой МИД»); what explains one is not another. */
export function readParties(
  items: readonly Item[],
  at: number,
  end: number,
  cues: EncounterCues,
  atLeast = 1,
): readonly ReadParty[] {
  const { small } = cues
  const first = readParty(items, at, end, cues)
  if (first === null) return []
  const parties = [first]
  let next = first.next
  while (next < end && parties.length < 12) {
    let to = next
    const isComma = items[to]?.folded === ','
    if (isComma) to += 1
    let isJoined = false
    while (small.and.has(items[to]?.folded ?? ' ') || isAlso(to)) {
      isJoined = true
      to += 1
    }
    if (!isComma && !isJoined) break
    if (small.with.has(items[to]?.folded ?? ' ')) to += 1
    const party = readParty(items, to, end, cues)
    if (party === null) break
    if (parties.length >= atLeast && (isComma || cues.language === 'en') && isNextSubject(party)) break
    next = party.next
    const explains = isComma && !isJoined && parties.at(-1)?.is === 'person' && party.is === 'people'
    if (!explains) parties.push(party)
  }
  return parties

  /** «а также», "as well as". */
  function isAlso(to: number): boolean {
    const [folded = '', behind = ''] = [items[to]?.folded, items[to + 1]?.folded]
    if (/^(?:также|також)$/.test(folded)) return true
    return (folded === 'а' && /^(?:также|також)$/.test(behind)) || /^(?:as|well)$/.test(folded)
  }

  /** A verb behind it says that it is who does the next thing. */
  function isNextSubject({ next: behind, first: from }: ReadParty): boolean {
    const item = items[behind]
    if (item === undefined) return false
    const isVerb =
      item.cues.some(({ form }) => form !== 'noun' && form !== 'infinitive') ||
      cues.holding.has(item.folded) ||
      (item.isWord && !item.isCapital && looksLikeVerb(item.folded))
    return isVerb && (cues.language === 'en' || items[from]?.isBase === true)
  }
}

const verb =
  /(?:[аяиыуеё]л(?:а|и|о)?|лся|лась|лись|ся|ться|[аяиі]в|ив|ла|ли|ують|ають|яють|ється|ує|ает|яет|ают|яют|ует|уют)$/
const englishVerb = /^(?:is|are|was|were|has|had|have|will|would|said|says|told|to|not|did|does)$/

export function looksLikeVerb(folded: string): boolean {
  if (/^[a-z]/.test(folded)) return englishVerb.test(folded)
  return folded.length > 4 && verb.test(folded)
}
