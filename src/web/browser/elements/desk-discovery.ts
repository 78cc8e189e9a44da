import { follow } from './follow.ts'

/** A discovery under way: when it is answered the page is loaded again, and shows what was found. */
export class DeskDiscovery extends HTMLElement {
  #stop = (): void => {}

  connectedCallback(): void {
    this.#stop = follow({
      kinds: ['discovery'],
      after: this.dataset.after ?? '0',
      onChanges: (changes) => {
        if (changes.some(({ id }) => String(id) === this.dataset.id)) location.reload()
      },
      onBehind: () => location.reload(),
    })
  }

  disconnectedCallback(): void {
    this.#stop()
  }
}
