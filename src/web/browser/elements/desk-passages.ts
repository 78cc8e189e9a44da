/** By the place of the key too, for keyboards in Cyrillic. */
const steps: Readonly<Record<string, 1 | -1>> = { n: 1, KeyN: 1, p: -1, KeyP: -1 }

/** The passages of a page: n and p move focus to the next and the previous dropped one. */
export class DeskPassages extends HTMLElement {
  connectedCallback(): void {
    if (document.documentElement.dataset.shortcuts === 'on')
      document.addEventListener('keydown', this.#pressed)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#pressed)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target instanceof Element && event.target.matches('input, textarea, select')) return
    const step = steps[event.key.toLowerCase()] ?? steps[event.code]
    if (step === undefined || document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    this.#move(step)
  }

  /** From the passage in use, or from the first in sight. */
  #move(step: 1 | -1): void {
    const all = [...this.querySelectorAll<HTMLElement>('[data-fate]')]
    const here = all.findIndex((passage) => passage.contains(document.activeElement))
    const inSight = all.findIndex((passage) => passage.getBoundingClientRect().top >= 0)
    for (let at = here === -1 ? Math.max(0, inSight) : here + step; at >= 0 && at < all.length; at += step) {
      const passage = all[at]
      if (passage?.dataset.fate !== 'dropped') continue
      passage.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true })
      passage.scrollIntoView({ block: 'center' })
      return
    }
  }
}
