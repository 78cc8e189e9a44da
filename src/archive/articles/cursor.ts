import type { Cursor } from '../archive.ts'

/** The place of the last item of a page: the next page begins after it. */
export function cursorOf(place: number): Cursor {
  return (place < 0 ? 'b' : 'a') + Math.abs(place).toString(36)
}

/** Null when it is not one of ours: a list then begins at its beginning. */
export function placeOfCursor(cursor: Cursor): number | null {
  if (!/^[ab][0-9a-z]{1,11}$/.test(cursor)) return null
  const place = Number.parseInt(cursor.slice(1), 36)
  return cursor.startsWith('b') ? -place : place
}

/** A page of what was asked for with one more than the limit, so that it is known whether more comes. */
export function pageOf<Item extends { readonly place: number }>(
  found: readonly Item[],
  limit: number,
): { readonly items: readonly Item[]; readonly next: Cursor | null } {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: found.length > limit && last !== undefined ? cursorOf(last.place) : null }
}
