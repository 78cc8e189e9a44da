import { fetchFragment } from './fetch-fragment.ts'
import { follow } from './follow.ts'

/** Sources fare differently every few seconds; to look once in so long is enough. */
const restMs = 3000

/** The list of sources: a source that fared otherwise is shown anew in its place. */
export class DeskSources extends HTMLElement {
  #stop = (): void => {}
  #timer = 0
  readonly #changed = new Set<number>()

  connectedCallback(): void {
    this.#stop = follow({
      kinds: ['source'],
      after: this.dataset.after ?? '0',
      onChanges: (changes) => {
        for (const { id } of changes) this.#changed.add(id)
        if (this.#timer === 0) this.#timer = window.setTimeout(() => void this.#renew(), restMs)
      },
      onBehind: () => void this.#renew(),
    })
  }

  disconnectedCallback(): void {
    this.#stop()
    window.clearTimeout(this.#timer)
  }

  async #renew(): Promise<void> {
    const page = await fetchFragment('/sources')
    for (const id of this.#changed) {
      const known = this.querySelector(`#s${id}`)
      const renewed = page?.getElementById(`s${id}`)
      // A row in use is left alone until next time.
      if (known === null || !renewed || known.contains(document.activeElement)) continue
      known.replaceWith(document.adoptNode(renewed))
    }
    this.#changed.clear()
    this.#timer = 0
  }
}
