import type { EncounterCues } from '../data/encounter-cues.ts'
import type { Clause } from './clause.ts'
import { isPreposition } from './clause.ts'
import { looksLikeVerb, type ReadParty, readParty } from './read-parties.ts'
import type { Item } from './sentence-items.ts'

/**
 * Who does what stands at `cue`: the nearest person, else people, else a country or body before it in the clause, as the
 * dictionary has them and behind no preposition; in Slavic behind it where none stands before; else who did what the
 * sentence told before. What an earlier cue has taken is nobody's subject.
 */
export function findSubject(
  items: readonly Item[],
  cue: number,
  { first, last }: Clause,
  taken: ReadonlySet<number>,
  cues: EncounterCues,
): readonly ReadParty[] {
  const { small, language } = cues
  const isRelative = small.relative.has(items[first]?.folded ?? '')
  const here = before(cue, first)
  const there = language === 'en' || isRelative || isPerson(here) ? null : behind()
  const found = isPerson(there) ? there : (here ?? there)
  if (found !== null) return together(found)
  if (isRelative) {
    const named = antecedent()
    if (named !== null) return [named]
  }
  const likely = language === 'en' || isRelative ? null : likelyPerson()
  if (likely !== null) return together(likely)
  const earlier = first > 0 ? before(first, 0) : null
  return earlier === null ? [] : together(earlier)

  /**
   * A person who opens the clause, whatever form the name has: of one that stands in the text in a single form nobody can
   * tell whether «-а» belongs to it.
   */
  function likelyPerson(): number | null {
    for (let at = first; at < cue; at += 1) {
      const item = items[at] as Item
      if (item.mention?.kind === 'person') {
        const isFree = item.mention.by === 'name' && !taken.has(at) && !isBehindPreposition(items, at, cues)
        return isFree ? at : null
      }
      if (!mayOpen(item, at)) return null
    }
    return null
  }

  function mayOpen(item: Item, at: number): boolean {
    if (
      !item.isWord ||
      item.isTime ||
      item.mention?.kind === 'place' ||
      item.mention?.kind === 'organisation'
    )
      return true
    if (item.isRole) return item.isBase
    return (
      isPreposition(item, small) ||
      small.and.has(item.folded) ||
      small.then.has(item.folded) ||
      small.continues.has(item.folded) ||
      (at === first && item.isCapital)
    )
  }

  function isPerson(at: number | null): boolean {
    return at !== null && (items[at]?.isRole === true || items[at]?.mention?.kind === 'person')
  }

  function before(from: number, to: number): number | null {
    let people: number | null = null
    let thing: number | null = null
    for (let at = from - 1; at >= to; at -= 1) {
      const item = items[at] as Item
      if (taken.has(at) || !mayDo(at)) continue
      if (item.mention?.kind === 'person') return people !== null && parts(at, people) ? people : at
      if (item.isRole) people ??= at
      else if (item.mention !== null) thing ??= at
    }
    return people ?? thing
  }

  /** A verb of the person stands between: who does this is somebody else. */
  function parts(person: number, people: number): boolean {
    for (let at = person + 1; at < people; at += 1) {
      const item = items[at] as Item
      if (item.isWord && item.mention === null && (looksLikeVerb(item.folded) || item.cues.length > 0))
        return true
    }
    return false
  }

  function behind(): number | null {
    let thing: number | null = null
    for (let at = cue + 1; at < last; at += 1) {
      const item = items[at] as Item
      if (item.folded === ',' || item.cues.some(({ form }) => form !== 'noun')) break
      if (taken.has(at) || !mayDo(at)) continue
      if (item.mention?.kind === 'person') return at
      if (item.isRole) {
        const party = readParty(items, at, last, cues)
        return party?.is === 'person' && items[party.first]?.isBase === true ? party.first : at
      }
      if (item.mention !== null) thing ??= at
    }
    return thing
  }

  function mayDo(at: number): boolean {
    const item = items[at] as Item
    if (item.mention === null && !item.isRole) return false
    if (
      item.mention !== null &&
      item.mention.kind !== 'person' &&
      item.mention.kind !== 'place' &&
      item.mention.kind !== 'organisation'
    )
      return false
    if (language !== 'en' && !item.isBase) return false
    return !isBehindPreposition(items, at, cues)
  }

  /** «с Серовым, который прибыл …»: in any case. */
  function antecedent(): ReadParty | null {
    for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1)
      if (items[at]?.mention?.kind === 'person') return readParty(items, at, at + 1, cues)
    for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1)
      if (items[at]?.isRole === true) return readParty(items, at, first, cues)
    return null
  }

  /** The one found and those that «и» and commas join to it before it. */
  function together(found: number): readonly ReadParty[] {
    const parties: ReadParty[] = []
    let at = found
    while (parties.length < 8) {
      const party = readParty(items, at, last, cues)
      if (party === null) break
      parties.unshift(party)
      let to = at - 1
      while (to > first && isTitleWord(to)) to -= 1
      const joint = items[to]?.folded ?? ''
      if (!small.and.has(joint) && !(joint === ',' && parties.length > 1)) break
      if (joint !== ',' && items[to - 1]?.folded === ',') to -= 1
      const other = leftOf(to - 1)
      if (other === null) break
      at = other
    }
    return parties
  }

  function isTitleWord(at: number): boolean {
    const item = items[at] as Item
    return (
      item.isWord &&
      !item.isTime &&
      (item.isRole ||
        (item.mention !== null && item.mention.kind !== 'person') ||
        small.of.has(item.folded) ||
        small.determiners.has(item.folded) ||
        (item.isCapital && item.mention === null && at > first && !isPreposition(item, small)))
    )
  }

  /** The end of a party that «и» stands behind. */
  function leftOf(at: number): number | null {
    for (let to = at; to >= Math.max(first, at - 5); to -= 1) {
      const item = items[to] as Item
      if (!item.isWord || isPreposition(item, small) || looksLikeVerb(item.folded)) return null
      const isParty = item.mention?.kind === 'person' || (item.mention !== null && to === at) || item.isRole
      if (isParty) return mayDo(to) && !taken.has(to) ? to : null
    }
    return null
  }
}

/** The noun phrase that ends here has a preposition before it: words that may stand between are stepped over. */
export function isBehindPreposition(
  items: readonly Item[],
  at: number,
  { small, language, holding }: EncounterCues,
): boolean {
  for (let to = at - 1; to >= Math.max(0, at - 6); to -= 1) {
    const item = items[to] as Item
    if (small.of.has(item.folded)) {
      if (items[at]?.mention?.kind === 'person' && items[to - 1]?.isRole === true && to < at - 1) continue
      return true
    }
    if (isPreposition(item, small)) return true
    if (!item.isWord || item.mention !== null || item.isTime) return false
    if (small.and.has(item.folded) || small.then.has(item.folded) || item.cues.length > 0) return false
    if (language !== 'en' && item.isRole && item.isBase) return false
    if (looksLikeVerb(item.folded) || holding.has(item.folded)) return false
  }
  return false
}
