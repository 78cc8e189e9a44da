import { fetchFragment } from './fetch-fragment.ts'
import { follow } from './follow.ts'

/** After the last key, so that a selector is tried when it is written and not at each letter. */
const restMs = 450

/** The rules of an outlet as they are written: each change is tried on the chosen page, and the preview swapped. */
export class DeskRules extends HTMLElement {
  #stop = (): void => {}
  #timer = 0
  /** Counts questions: an answer to one that is no longer the last is not shown. */
  #turn = 0
  #waitingFor: { readonly id: string; readonly address: string; readonly turn: number } | null = null

  connectedCallback(): void {
    this.addEventListener('input', this.#typed)
    this.addEventListener('click', this.#clicked)
    const { id, state } = this.#preview?.dataset ?? {}
    if (id !== undefined && state === 'waiting')
      this.#waitingFor = { id, address: location.pathname + location.search, turn: 0 }
    this.#stop = follow({
      kinds: ['explanation'],
      after: this.dataset.after ?? '0',
      onChanges: (changes) => {
        if (changes.some((change) => String(change.id) === this.#waitingFor?.id)) void this.#look()
      },
      onBehind: () => void this.#look(),
    })
  }

  disconnectedCallback(): void {
    this.#stop()
    window.clearTimeout(this.#timer)
    this.removeEventListener('input', this.#typed)
    this.removeEventListener('click', this.#clicked)
  }

  readonly #typed = (): void => {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(), restMs)
  }

  readonly #clicked = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('[data-preview]') === null) return
    event.preventDefault()
    void this.#ask()
  }

  async #ask(): Promise<void> {
    const form = this.querySelector('form')
    const address = form?.querySelector('[data-preview]')?.getAttribute('formaction')
    if (form === null || !address) return
    const turn = ++this.#turn
    this.#preview?.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(address, { method: 'POST', body: new FormData(form) })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      this.#take(page, answer.url, turn)
    } catch {
      // The network is away: the next change asks again.
    }
  }

  /** Asks for the preview that was waited for. */
  async #look(): Promise<void> {
    const waited = this.#waitingFor
    const page = waited === null ? null : await fetchFragment(waited.address)
    if (waited !== null && page !== null) this.#take(page, waited.address, waited.turn)
  }

  #take(page: Document, address: string, turn: number): void {
    if (turn !== this.#turn) return
    this.#showProblems(page)
    const preview = page.getElementById('preview')
    if (preview === null) return
    const { id = '', state } = preview.dataset
    if (state === 'waiting') {
      const isNew = this.#waitingFor?.id !== id
      this.#waitingFor = { id, address, turn }
      // It may have been answered while this page was under way.
      if (isNew) window.setTimeout(() => void this.#look(), restMs)
      return
    }
    this.#waitingFor = null
    // With selectors that cannot be used there is no preview: what was shown stays.
    if (state === 'none') this.#preview?.removeAttribute('aria-busy')
    else this.#preview?.replaceWith(document.adoptNode(preview))
  }

  #showProblems(page: Document): void {
    for (const known of this.querySelectorAll<HTMLElement>('form .problem')) {
      const words = page.getElementById(known.id)?.textContent ?? ''
      known.textContent = words
      known.hidden = words === ''
      const field = this.querySelector(`#${CSS.escape(known.id.replace(/-problem$/, ''))}`)
      if (words === '') field?.removeAttribute('aria-invalid')
      else field?.setAttribute('aria-invalid', 'true')
    }
  }

  get #preview(): HTMLElement | null {
    return this.querySelector('#preview')
  }
}
