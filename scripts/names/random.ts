/** Mulberry32: numbers from 0 up to 1, the same for a seed each time. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Picks and chances from one row of random numbers. */
export function chooser(seed: number): {
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  readonly chance: (share: number) => boolean
} {
  const next = random(seed)
  return {
    oneOf: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
    chance: (share) => next() < share,
  }
}
