/** Absolute http(s) address of a reference in the page, or null. */
export function absolute(address: string, base: string): string | null {
  try {
    const url = new URL(address.trim(), base || undefined)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** A length as HTML attributes state it, in CSS pixels, or null. */
export function pixels(value: string): number | null {
  const found = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value)?.[1]
  return found === undefined ? null : Number(found)
}
