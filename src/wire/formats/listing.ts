import type { Entry } from '../../model/source.ts'

/** What every format is parsed into. */
export interface Listing {
  readonly title: string | null
  /** Primary subtag in lower case, as declared. */
  readonly language: string | null
  /** The site that the listing belongs to, where it says so. */
  readonly home: string | null
  /** Oldest first, each address once, at most `maxEntries`. */
  readonly entries: readonly Entry[]
}

export const maxEntries = 1000

/**
 * The newest `limit` of what a source lists newest first, as sources do, turned oldest first. Dates overrule the
 * order; what has no date stays beside what it was listed beside.
 */
export function newestOf<Item>(
  listed: readonly Item[],
  dateOf: (item: Item) => number | null,
  limit: number = maxEntries,
): Item[] {
  let near = listed.map(dateOf).find((date) => date !== null) ?? 0
  return listed
    .map((item) => {
      near = dateOf(item) ?? near
      return { item, at: near }
    })
    .reverse()
    .sort((one, other) => one.at - other.at)
    .slice(-limit)
    .map(({ item }) => item)
}

/** Each address once: the last, which is the newest, stays. */
export function eachOnce(entries: readonly Entry[]): Entry[] {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]))
  return entries.filter((entry) => byAddress.get(entry.address) === entry)
}

/** Resolved against `base`; null when it is no http(s) address. */
export function absolute(address: string | null | undefined, base: string): string | null {
  if (address === null || address === undefined || address.trim() === '') return null
  try {
    const url = new URL(address.trim(), base)
    return /^https?:$/.test(url.protocol) ? url.href : null
  } catch {
    return null
  }
}

export function primarySubtag(tag: string | null | undefined): string | null {
  return /^\s*([a-z]{2,3})(?![a-z])/i.exec(tag ?? '')?.[1]?.toLowerCase() ?? null
}

export function present<Value>(values: readonly (Value | null | undefined)[]): Value[] {
  return values.filter((value): value is Value => value !== null && value !== undefined)
}
