/** The longest of some stretches, the first of equals, or null where there is none. */
export function longestOf<Stretch extends { readonly start: number; readonly end: number }>(
  some: readonly Stretch[],
): Stretch | null {
  return some.reduce<Stretch | null>(
    (best, each) => (best === null || each.end - each.start > best.end - best.start ? each : best),
    null,
  )
}
