import type { Party } from '../../model/marks.ts'
import type { EncounterCues } from '../data/encounter-cues.ts'
import { isPreposition } from './clause.ts'
import { looksLikeVerb } from './read-parties.ts'
import type { Item } from './sentence-items.ts'

export interface ReadPlace {
  readonly party: Party
  readonly first: number
  readonly next: number
}

/** Words between a preposition and the place: «в столицу соседней страны». */
const longestLead = 3

/** The place that is named at this item or behind a few words (the last of several: «столицу Казахстана Астану»), or null. */
export function readPlace(
  items: readonly Item[],
  at: number,
  end: number,
  { small, language }: EncounterCues,
  takesBodies = false,
): ReadPlace | null {
  for (let to = at; to < Math.min(end, at + longestLead + 1); to += 1) {
    const item = items[to] as Item
    if (isPlace(item)) {
      let last = to
      while (language !== 'en' && last + 1 < end && isPlace(items[last + 1] as Item)) last += 1
      if (language === 'en' && isOwner(items[last + 1])) return null
      const { start, end: until, mention } = items[last] as Item
      return { party: { start, end: until, name: mention?.name ?? null }, first: to, next: last + 1 }
    }
    if (small.places.has(item.folded) && !isPlace(items[to + 1])) {
      const within = small.into.has(items[to + 1]?.folded ?? ' ') ? items[to + 2] : undefined
      if (within?.mention?.kind === 'place')
        return {
          party: { start: within.start, end: within.end, name: within.mention.name },
          first: to,
          next: to + 3,
        }
      return { party: { start: item.start, end: item.end, name: null }, first: to, next: to + 1 }
    }
    if (!item.isWord || item.isTime || item.mention !== null) return null
    if (isPreposition(item, small) || small.and.has(item.folded) || looksLikeVerb(item.folded)) return null
    if (item.isRole || item.cues.length > 0) return null
  }
  return null

  /** "In Denmark's …", "in US President Hale's …". */
  function isOwner(next: Item | undefined): boolean {
    return next?.mention?.kind === 'person' || /^['’]s$/.test(next?.folded ?? '')
  }

  function isPlace(item: Item | undefined): boolean {
    const kind = item?.mention?.kind
    return kind === 'place' || (takesBodies && kind === 'organisation')
  }
}

/** Behind one of these prepositions: the first place from `from` on, or null. What is taken is passed over. */
export function placeBehind(
  items: readonly Item[],
  prepositions: ReadonlySet<string>,
  { from, until, end }: { readonly from: number; readonly until: number; readonly end: number },
  taken: ReadonlySet<number>,
  cues: EncounterCues,
): ReadPlace | null {
  for (let at = Math.max(0, from); at < until; at += 1) {
    if (!prepositions.has(items[at]?.folded ?? ' ')) continue
    const place = readPlace(items, at + 1, end, cues)
    if (place !== null && !taken.has(place.first)) return place
  }
  return null
}

/** Places that go on behind one: «в Ташкент и Самарканд», «в Ташкент, а после в Индию». */
export function morePlaces(
  items: readonly Item[],
  first: ReadPlace,
  end: number,
  cues: EncounterCues,
): readonly (ReadPlace & { readonly isNext: boolean })[] {
  const { small } = cues
  const places: (ReadPlace & { readonly isNext: boolean })[] = []
  let at = first.next
  while (places.length < 12) {
    let to = at
    let isNext = false
    while (to < end && isBetween(items[to] as Item)) {
      if (small.then.has(items[to]?.folded ?? '') && !small.and.has(items[to]?.folded ?? '')) isNext = true
      to += 1
    }
    if (to === at) break
    if (small.into.has(items[to]?.folded ?? ' ')) to += 1
    const place = readPlace(items, to, Math.min(end, to + 1), cues)
    if (place === null || items[place.next]?.cues.some(({ form }) => form !== 'noun') === true) break
    places.push({ ...place, isNext })
    at = place.next
  }
  return places

  function isBetween({ folded }: Item): boolean {
    return folded === ',' || small.and.has(folded) || (folded !== '' && small.then.has(folded))
  }
}
