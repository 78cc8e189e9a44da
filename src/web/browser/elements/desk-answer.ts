import { follow } from './follow.ts'

/** A question that a job answers (`data-kind`, `data-id`): when it is answered the page is loaded again and shows it. */
export class DeskAnswer extends HTMLElement {
  #stop = (): void => {}

  connectedCallback(): void {
    this.#stop = follow({
      kinds: [this.dataset.kind ?? ''],
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
