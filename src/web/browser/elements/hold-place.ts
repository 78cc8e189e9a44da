/** The reader is at the very top, where news may push what is there down. */
const topPixels = 8

/**
 * Changes the page without moving what is being read: the line in use (focused, else the first one in sight) stays
 * where it is on the screen. At the top of the page, with nothing in use, what is new simply appears.
 */
export function holdPlace(within: HTMLElement, change: () => void): { readonly held: boolean } {
  const anchor = placeInUse(within)
  const before = anchor?.getBoundingClientRect().top ?? 0
  change()
  if (anchor === null || !anchor.isConnected) return { held: false }
  const moved = anchor.getBoundingClientRect().top - before
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  return { held: true }
}

/** What the reader is at: the line in use, else the first in sight; null at the top of the page with none in use. */
export function placeInUse(within: HTMLElement): Element | null {
  return inUse(within) ?? (window.scrollY > topPixels ? firstInSight(within) : null)
}

function inUse(within: HTMLElement): Element | null {
  const active = document.activeElement
  return active !== null && within.contains(active) ? active.closest('li') : null
}

function firstInSight(within: HTMLElement): Element | null {
  for (const line of within.querySelectorAll('li')) if (line.getBoundingClientRect().bottom > 0) return line
  return null
}
