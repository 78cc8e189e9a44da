import type { Encounter, EncounterKind, Party, Span, TimeExpression } from '../../model/marks.ts'
import type { EncounterCue, EncounterCues } from '../data/encounter-cues.ts'
import { type Clause, clausesOf, isPreposition } from './clause.ts'
import { findSubject, isBehindPreposition } from './find-subject.ts'
import { type ReadParty, readParties, readParty } from './read-parties.ts'
import { morePlaces, placeBehind, type ReadPlace, readPlace } from './read-places.ts'
import { firstEndingAfter, type Item } from './sentence-items.ts'
import { standingOf } from './standing-of.ts'

/** A cue of the sentence: the word, the clause and the stretch between its neighbours that is its own. */
interface Place {
  readonly at: number
  readonly cue: EncounterCue
  readonly clause: Clause
}

const journeys: ReadonlySet<EncounterKind> = new Set(['arrival', 'departure', 'visit'])

/** The encounters that one Russian, Ukrainian or English sentence tells of. */
export function encountersIn(
  items: readonly Item[],
  times: readonly TimeExpression[],
  cues: EncounterCues,
): readonly Encounter[] {
  const { small, holding, language } = cues
  const clauses = clausesOf(items, cues)
  const places = clauses
    .flatMap((clause) => cuesIn(clause))
    .filter((place, at, all) => !isPartOf(place, all[at - 1]))
  const told = timesTold()
  const taken = new Set<number>()
  return places.flatMap((place, at) => encountersAt(place, places[at - 1] ?? null, places[at + 1] ?? null))

  function cuesIn(clause: Clause): readonly Place[] {
    const found: Place[] = []
    for (let at = clause.first; at < clause.last; at += 1) {
      const cue = cueAt(at)
      if (cue !== null) found.push({ at, cue, clause })
    }
    return found
  }

  /** Which of the cues that a word may be it is here; a noun may need a word beside it. */
  function cueAt(at: number): EncounterCue | null {
    const item = items[at] as Item
    if (isPartOfNext(at)) return null
    const fitting = item.cues.filter(({ beside }) => beside.length === 0 || hasBeside(at, beside))
    const noun = fitting.find(({ form }) => form === 'noun')
    const verbs = fitting.filter(({ form }) => form !== 'noun')
    if (noun !== undefined && (verbs.length === 0 || isBetweenPeople(at) || isNounHere(at))) return noun
    return verbs.find((cue) => takesHere(at, cue)) ?? verbs[0] ?? null
  }

  /** "Phone" of "phone call", «принял» of «принял участие во встрече». */
  function isPartOfNext(at: number): boolean {
    const { folded, cues: own } = items[at] as Item
    const next = items[at + 1]
    if (own.length === 0 || next === undefined) return false
    if (
      language === 'en' &&
      own.every(({ form }) => form === 'base' || form === 'noun') &&
      own.some(({ form }) => form === 'base') &&
      isByMeans(at)
    )
      return true
    if (next.cues.some(({ beside }) => beside.some((begin) => folded.startsWith(begin)))) return true
    return holding.has(folded) && small.shares.has(next.folded)
  }

  /** "By phone", "the land". */
  function isByMeans(at: number): boolean {
    const before = items[at - 1]
    const isNoun = items[at]?.cues.some(({ form }) => form === 'noun') === true
    return (
      before !== undefined &&
      !isNoun &&
      before.folded !== 'to' &&
      (isPreposition(before, small) || small.determiners.has(before.folded))
    )
  }

  function hasBeside(at: number, beside: readonly string[]): boolean {
    return [at - 2, at - 1, at + 1].some((to) => {
      const folded = items[to]?.folded ?? ''
      return beside.some((begin) => folded.startsWith(begin))
    })
  }

  function isBetweenPeople(at: number): boolean {
    const next = items[at + 1]?.folded ?? ' '
    return small.between.has(next) || small.of.has(next)
  }

  function isNounHere(at: number): boolean {
    for (let to = at - 1; to >= Math.max(0, at - 3); to -= 1) {
      const item = items[to] as Item
      if (/^['’]s$/.test(item.folded) || small.determiners.has(item.folded) || holding.has(item.folded))
        return true
      if (to === at - 1 && item.mention !== null && items[at]?.folded.endsWith('ing') === true) return true
      if (!item.isWord || item.mention !== null || small.with.has(item.folded)) return false
      if (isPreposition(item, small))
        return to === at - 1 && items[at]?.folded.endsWith('ing') !== true && item.folded !== 'to'
    }
    return false
  }

  /** «Встретил»: with an object where one stands there; a cue of the same word with another frame else. */
  function takesHere(at: number, { takes }: EncounterCue): boolean {
    return takes !== 'object' || readObject(at, Math.min(items.length, at + 4)) !== null
  }

  /** «С визитом» of «прибыл с визитом», "for talks" without a word about whom: one encounter, not two. */
  function isPartOf({ at, cue, clause }: Place, before: Place | undefined): boolean {
    if (cue.form !== 'noun' || before?.clause !== clause || before.cue.form === 'noun' || at - before.at > 5)
      return false
    const joined = items.slice(before.at + 1, at)
    return (
      joined.some((item) => isPreposition(item, small)) &&
      readWith(at, clause.last) === null &&
      genitives(at, clause.last).length === 0
    )
  }

  function encountersAt(place: Place, before: Place | null, after: Place | null): readonly Encounter[] {
    const { at, cue, clause } = place
    const from = before?.clause === clause ? before.at + 1 : clause.first
    const until = after?.clause === clause ? after.at : clause.last
    const destination = placeOf(place, from, until)
    if (destination !== null) take(destination.first, destination.next)
    const parties = cue.form === 'noun' ? ofNoun(place, until) : ofVerb(place, from, until)
    const origin =
      cue.takes === 'origin' || cue.takes === 'leave'
        ? (objectPlace(at, until) ?? originOf(place, from, until))
        : originOf(place, from, until)
    if (!isWhole(cue.kind, parties, destination, origin)) return []
    for (const { first, next } of parties.with) take(first, next)
    const one: Encounter = {
      ...spanOf(clause, items),
      kind: kindOf(cue.kind, from, until),
      cue: cueSpan(at, cue, clause),
      who: parties.who.map(({ party }) => party),
      with: parties.with.map(({ party }) => party),
      place: destination?.party ?? null,
      origin: origin?.party ?? null,
      time: timeOf(place),
      standing: standingOf(items, at, cue.form, clause, cues),
    }
    const more =
      destination !== null && journeys.has(cue.kind) ? morePlaces(items, destination, clause.last, cues) : []
    if (origin !== null) take(origin.first, origin.next)
    let last: Party | null = one.place
    return [
      one,
      ...more.map(({ party, first, next, isNext }) => {
        take(first, next)
        const start = isNext && cue.kind === 'departure' ? last : one.origin
        last = party
        return { ...one, place: party, origin: start }
      }),
    ]
  }

  function take(first: number, next: number): void {
    for (let at = first; at < next; at += 1) taken.add(at)
  }

  function ofVerb({ at, cue, clause }: Place, from: number, until: number): Sides {
    const host = language === 'en' && cue.form === 'past' ? hostBehind(at, until) : []
    if (host.length > 0)
      return { who: host, with: findSubject(items, at, clause, taken, cues).filter(isNotIn(host)) }
    let met: readonly ReadParty[] = []
    if (cue.takes === 'with' || cue.takes === 'with-object')
      met = readWith(at, until) ?? withBefore(from, at) ?? []
    if (met.length === 0 && (cue.takes === 'object' || cue.takes === 'with-object'))
      met = readObject(at, until) ?? objectBefore(from, at) ?? []
    for (const { first, next } of met) take(first, next)
    return { who: findSubject(items, at, clause, taken, cues).filter(isNotIn(met)), with: met }
  }

  /** "Was received by …". */
  function hostBehind(at: number, until: number): readonly ReadParty[] {
    const isPassive = items
      .slice(Math.max(0, at - 2), at)
      .some(({ folded }) => /^(?:was|were|is|are|be|been|being)$/.test(folded))
    return isPassive && small.by.has(items[at + 1]?.folded ?? ' ')
      ? readParties(items, at + 2, until, cues)
      : []
  }

  function ofNoun({ at, clause }: Place, until: number): Sides {
    const met = readWith(at, until) ?? []
    for (const { first, next } of met) take(first, next)
    const own = genitives(at, until)
    const owner = possessor(at)
    const who = own.length > 0 ? own : owner.length > 0 ? owner : findSubject(items, at, clause, taken, cues)
    return { who: who.filter(isNotIn(met)), with: met }
  }

  /** «Встреча Серова …», "talks between …", "a visit by …": right behind the noun. */
  function genitives(at: number, until: number): readonly ReadParty[] {
    const next = items[at + 1]
    if (next === undefined) return []
    if (small.between.has(next.folded) || small.by.has(next.folded) || small.of.has(next.folded))
      return readParties(items, at + 2, until, cues, small.by.has(next.folded) ? 1 : 2)
    if (language === 'en' || isPreposition(next, small)) return []
    const parties = readParties(items, at + 1, until, cues)
    return parties[0] !== undefined && parties[0].first <= at + 5 && items[parties[0].first]?.isBase !== true
      ? parties
      : parties.filter(({ first }) => first === at + 1 && !isSubjectOfVerb(first))
  }

  function isSubjectOfVerb(first: number): boolean {
    return (items[first + 1]?.cues.length ?? 0) > 0
  }

  /** "Hale's visit", "the Hale visit". */
  function possessor(at: number): readonly ReadParty[] {
    if (language !== 'en') return []
    for (let to = at - 1; to >= Math.max(0, at - 4); to -= 1) {
      const item = items[to] as Item
      if (item.mention !== null) {
        const isOwner = /^['’]s?$/.test(items[to + 1]?.folded ?? '') || to === at - 1
        const party =
          isOwner && !isPreposition(items[to - 1] ?? item, small) ? readParty(items, to, to + 1, cues) : null
        return party === null ? [] : [party]
      }
      if (!item.isWord && !/^['’]$/.test(item.folded)) return []
    }
    return []
  }

  /** Behind a preposition of company, up to the next cue. */
  function readWith(at: number, until: number): readonly ReadParty[] | null {
    for (let to = at + 1; to < until; to += 1) {
      const item = items[to] as Item
      if (
        !(
          small.with.has(item.folded) ||
          (language === 'en' && to === at + 1 && item.folded === 'to' && isTalk(at))
        )
      )
        continue
      const parties = readParties(items, to + 1, until, cues)
      if (parties.length > 0) return parties
    }
    return null
  }

  function isTalk(at: number): boolean {
    return items[at]?.cues.some(({ kind }) => kind === 'talks' || kind === 'call') === true
  }

  function withBefore(from: number, at: number): readonly ReadParty[] | null {
    if (language === 'en') return null
    for (let to = from; to < at; to += 1) {
      if (!small.with.has(items[to]?.folded ?? ' ')) continue
      const parties = readParties(items, to + 1, at, cues)
      if (parties.length > 0) return parties
    }
    return null
  }

  /** Whoever stands right behind the verb, in Slavic not as the dictionary has him. */
  function readObject(at: number, until: number): readonly ReadParty[] | null {
    for (let to = at + 1; to < Math.min(until, at + 8); to += 1) {
      const item = items[to] as Item
      if (!item.isWord) return null
      if (isPreposition(item, small)) {
        const passed = language === 'en' ? null : readPlace(items, to + 1, until, cues)
        if (passed === null) return null
        to = passed.next - 1
        continue
      }
      const parties = readParties(items, to, until, cues)
      const [one] = parties
      if (one === undefined) continue
      const isActor = language !== 'en' && items[one.first]?.isBase === true && one.is !== 'thing'
      if (!isActor) return one.is === 'thing' && language !== 'en' ? null : parties
      to = one.next - 1
    }
    return null
  }

  function objectBefore(from: number, at: number): readonly ReadParty[] | null {
    if (language === 'en') return null
    for (let to = from; to < at; to += 1) {
      const item = items[to] as Item
      if (item.mention?.kind !== 'person' || item.isBase || taken.has(to)) continue
      if (!isBehindPreposition(items, to, cues)) return readParties(items, to, at, cues)
    }
    return null
  }

  function placeOf({ at, cue }: Place, from: number, until: number): ReadPlace | null {
    if (cue.takes === 'place-object') {
      const object = objectPlace(at, until) ?? (language === 'en' ? null : objectPlaceBefore(from, at))
      if (object !== null) return object
    }
    const { last } = clauseOf(at)
    const behind = placeBehind(items, small.into, { from: at + 1, until, end: last }, taken, cues)
    if (behind !== null) return behind
    if (
      language === 'en' &&
      cue.takes !== 'none' &&
      cue.takes !== 'with' &&
      cue.takes !== 'with-object' &&
      cue.takes !== 'object'
    )
      return null
    return placeBehind(items, small.into, { from, until: at, end: at }, taken, cues)
  }

  function clauseOf(at: number): Clause {
    return clauses.find(({ last }) => at < last) ?? { first: 0, last: items.length }
  }

  function objectPlace(at: number, until: number): ReadPlace | null {
    for (let to = at + 1; to < Math.min(until, at + 7); to += 1) {
      const item = items[to] as Item
      if (isPreposition(item, small)) return null
      if (item.mention?.kind === 'person' && item.isBase && language !== 'en') continue
      const place = item.isTime ? null : readPlace(items, to, until, cues, true)
      if (place !== null) return place
      if (!item.isWord || item.mention !== null) return null
    }
    return null
  }

  function objectPlaceBefore(from: number, at: number): ReadPlace | null {
    for (let to = from; to < at; to += 1) {
      const item = items[to] as Item
      if (item.mention?.kind !== 'place' || isPreposition(items[to - 1] ?? item, small)) continue
      const place = readPlace(items, to, at, cues)
      if (
        place !== null &&
        !items.slice(place.next, at).some(({ mention, isRole }) => mention?.kind === 'person' || isRole)
      )
        return place
    }
    return null
  }

  function originOf({ cue, at }: Place, from: number, until: number): ReadPlace | null {
    if (!journeys.has(cue.kind)) return null
    const prepositions = language === 'en' ? small.from : fromOnly
    return (
      placeBehind(items, prepositions, { from: at + 1, until, end: until }, taken, cues) ??
      placeBehind(items, prepositions, { from, until: at, end: at }, taken, cues)
    )
  }

  function kindOf(kind: EncounterKind, from: number, until: number): EncounterKind {
    const isByPhone =
      (kind === 'talks' || kind === 'meeting') &&
      items.slice(from, until).some(({ folded }) => small.phone.has(folded))
    return isByPhone ? 'call' : kind
  }

  /** The cue with the verb that holds it («провёл встречу»). */
  function cueSpan(at: number, { form }: EncounterCue, { first }: Clause): Span {
    const { start, end } = items[at] as Item
    if (form === 'noun')
      for (let to = at - 1; to >= Math.max(first, at - 4); to -= 1)
        if (holding.has(items[to]?.folded ?? '')) return { start: (items[to] as Item).start, end }
    return { start, end }
  }

  /**
   * The nearest time of its own; else one that opens the sentence before its first cue. Between two cues a time behind a
   * comma or «и» belongs to the one that follows («прибыл в Минск, а во вторник встретился с …»).
   */
  function timeOf(place: Place): number | null {
    const here = (items[place.at] as Item).start
    const own = told
      .filter(({ of }) => of === place)
      .toSorted((one, other) => Math.abs(one.start - here) - Math.abs(other.start - here))
    if (own[0] !== undefined) return own[0].time
    if (small.relative.has(items[place.clause.first]?.folded ?? ' ')) return null
    return (
      told.find(({ of, start }) => of === places[0] && start < (items[of.at] as Item).start)?.time ?? null
    )
  }

  function timesTold(): readonly { readonly time: number; readonly start: number; readonly of: Place }[] {
    const start = items[0]?.start ?? 0
    const end = items.at(-1)?.end ?? 0
    const found: { time: number; start: number; of: Place }[] = []
    for (let time = firstEndingAfter(times, start); time < times.length; time += 1) {
      const one = times[time] as TimeExpression
      if (one.end > end) break
      const of = tells(one) ? ownerOf(items.findIndex((item) => item.end > one.start)) : null
      if (of !== null) found.push({ time, start: one.start, of })
    }
    return found
  }

  function ownerOf(at: number): Place | null {
    const own = places.filter(({ clause }) => clause.first <= at && at < clause.last)
    const before = own.findLast((place) => place.at < at)
    const behind = own.find((place) => place.at > at)
    if (before === undefined || behind === undefined) return before ?? behind ?? null
    const opens = items
      .slice(Math.max(0, at - 3), at)
      .some(
        ({ folded }) => folded === ',' || small.and.has(folded) || (folded !== '' && small.then.has(folded)),
      )
    return opens ? behind : before
  }
}

const fromOnly: ReadonlySet<string> = new Set(['из', 'з', 'із', 'зі'])

interface Sides {
  readonly who: readonly ReadParty[]
  readonly with: readonly ReadParty[]
}

function isNotIn(met: readonly ReadParty[]): (one: ReadParty) => boolean {
  return ({ party }) =>
    !met.some(
      ({ party: other }) => other.start === party.start || (party.name !== null && other.name === party.name),
    )
}

/** A time says when, a duration how long. */
function tells({ kind, value }: TimeExpression): boolean {
  return kind === 'point' || kind === 'interval' ? !value.endsWith('_REF') : false
}

/** Who travels and where to or from; two who meet, one of them by name at least. */
function isWhole(
  kind: EncounterKind,
  { who, with: met }: Sides,
  place: ReadPlace | null,
  origin: ReadPlace | null,
): boolean {
  if (journeys.has(kind)) return who.length > 0 && (place !== null || origin !== null)
  const all = [...who, ...met]
  if (all.length < 2 || (kind !== 'joint-statement' && who.length === 0 && met.length < 2)) return false
  return all.some(({ party }) => party.name !== null) || met.some(({ is }) => is === 'person')
}

function spanOf({ first, last }: Clause, items: readonly Item[]): Span {
  let from = first
  while (from < last - 1 && items[from]?.isWord === false) from += 1
  return { start: items[from]?.start ?? 0, end: items[last - 1]?.end ?? 0 }
}
