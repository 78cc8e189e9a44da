import { type FoundCredit, isMedium } from './found-credit.ts'

/**
 * Who has it from whom, among the credits of one sentence: for each its source's place in the list, or null. A dateline and «как
 * сообщает X» stand outermost, then the media whose verbs are added last; a medium refers to what it names («со ссылкой на»), to
 * the next medium, to the post, to the first person, body or document; a post to its author.
 */
export function chainCredits(credits: readonly FoundCredit[]): readonly (number | null)[] {
  const places = credits.map((_, place) => place)
  const credit = (place: number): FoundCredit => credits[place] as FoundCredit
  const outer = places
    .filter(
      (place) =>
        isMedium(credit(place).source) && (credit(place).role !== 'cited' || credit(place).of === null),
    )
    .sort((one, other) => rank(credit(one)) - rank(credit(other)) || other - one)
  const post = places.find((place) => credit(place).role === 'post') ?? null
  const origin =
    post ?? places.find((place) => !isMedium(credit(place).source) && credit(place).role !== 'cited') ?? null
  const chain = new Map<number, number>()
  let before: number | null = null
  for (const place of outer) {
    if (before !== null && !isSame(place, before) && !areJoined(place, before))
      chain.set(endOf(before), place)
    before = place
  }
  if (before !== null && origin !== null) chain.set(endOf(before), origin)
  for (const place of places) {
    const { role, of } = credit(place)
    if (role === 'cited' && of !== null) {
      const citing = places.find((other) => credit(other).source.first === of)
      if (citing !== undefined) link(citing, place)
    }
    if (role === 'post' && of !== null) {
      const author = places.find(
        (other) => credit(other).source.first <= of && of < credit(other).source.last,
      )
      if (author !== undefined) chain.set(place, author)
    }
  }
  return places.map((place) => chain.get(place) ?? null)

  /** The last that a medium names as where it has it from, or itself. */
  function endOf(place: number): number {
    return (
      places.find(
        (other) => credit(other).of === credit(place).source.first && credit(other).role === 'cited',
      ) ?? place
    )
  }

  function link(citing: number, place: number): void {
    if (isMedium(credit(citing).source)) chain.set(citing, place)
    else chain.set(place, citing)
  }

  function isSame(one: number, other: number): boolean {
    const key = credit(one).source.outlet?.key
    return key !== undefined && key === credit(other).source.outlet?.key
  }

  function areJoined(one: number, other: number): boolean {
    return Math.abs(one - other) === 1 && credit(Math.max(one, other)).isJoined
  }
}

function rank({ role }: FoundCredit): number {
  return { dateline: 0, as: 1, verb: 2, cited: 2, post: 2, author: 2, venue: 3 }[role]
}
