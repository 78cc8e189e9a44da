import { Buffer } from 'node:buffer'

const rememberedNames = 20_000

/**
 * A function of a class or id that keeps what it found, within bounds: pages of an outlet repeat the same few hundred.
 */
export function byName<Found>(find: (names: string) => Found): (names: string) => Found {
  const known = new Map<string, Found>()
  return (names) => {
    const before = known.get(names)
    if (before !== undefined) return before
    const found = find(names)
    if (known.size >= rememberedNames) known.clear()
    // A copy: the name itself is a part of its page, and would keep all of it in memory.
    known.set(Buffer.from(names).toString(), found)
    return found
  }
}
