import { fetchFragment } from './fetch-fragment.ts'
import { follow, type LiveChange, type LiveState } from './follow.ts'
import { holdPlace, placeInUse } from './hold-place.ts'
import { placeLine } from './place-line.ts'

/** What one question may ask for. */
const idsAtOnce = 100
/** Between two questions, so that a busy hour is a few questions a second and not one a headline. */
const restMs = 250
/** After a question that got no answer. */
const retryMs = 3000

/** The latest column: lines come in at their place and changed headlines are swapped, without losing the reader's place. */
export class DeskLatest extends HTMLElement {
  #stop = (): void => {}
  #waiting = new Set<number>()
  #asking = false
  /** Lines that came in above what is being read. */
  #unseen = 0

  connectedCallback(): void {
    this.#stop = follow({
      kinds: ['article-filed', 'article-revised'],
      after: this.dataset.after ?? '0',
      onChanges: (changes) => void this.#take(changes),
      onBehind: () => (placeInUse(this) === null ? reload() : this.#say(this.#words.behind ?? '', reload)),
      onState: (state) => this.#show(state),
    })
    window.addEventListener('scroll', this.#scrolled, { passive: true })
  }

  disconnectedCallback(): void {
    this.#stop()
    window.removeEventListener('scroll', this.#scrolled)
  }

  /** Asks for one batch at a time: what happens meanwhile waits for the next. */
  async #take(changes: readonly LiveChange[]): Promise<void> {
    for (const { kind, id } of changes)
      if (kind === 'article-revised' || this.#isNewest) this.#waiting.add(id)
    await this.#ask()
  }

  async #ask(): Promise<void> {
    if (this.#asking) return
    this.#asking = true
    while (this.#waiting.size > 0) {
      const ids = [...this.#waiting].slice(0, idsAtOnce)
      // Before the answer: what changes meanwhile is asked for again.
      for (const id of ids) this.#waiting.delete(id)
      const lines = this.dataset.lines ?? '/latest/lines'
      const fragment = await fetchFragment(`${lines}${lines.includes('?') ? '&' : '?'}ids=${ids.join(',')}`)
      if (fragment === null) {
        for (const id of ids) this.#waiting.add(id)
        window.setTimeout(() => void this.#ask(), retryMs)
        break
      }
      this.#place([...fragment.querySelectorAll<HTMLElement>('li.line')])
      await new Promise((done) => window.setTimeout(done, restMs))
    }
    this.#asking = false
  }

  #place(lines: readonly HTMLElement[]): void {
    let added = 0
    const { held } = holdPlace(this, () => {
      for (const line of lines) {
        // On an older page only what is there already changes.
        if (!this.#isNewest && this.querySelector(`#${CSS.escape(line.id)}`) === null) continue
        const placed = placeLine(this, document.adoptNode(line), this.dataset.more === 'yes')
        if (placed !== 'left-out') line.classList.add(placed)
        if (placed === 'added') added += 1
      }
    })
    if (!held || added === 0) return
    this.#unseen += added
    this.#sayUnseen()
  }

  #show(state: LiveState): void {
    const pulse = this.querySelector<HTMLElement>('.pulse')
    if (pulse === null) return
    pulse.hidden = state === 'stopped'
    pulse.dataset.state = state
    pulse.textContent = this.#words[state] ?? ''
    if (state === 'stopped') this.#say(this.#words.stopped ?? '', reload)
  }

  #sayUnseen(): void {
    const words = this.#words
    const form =
      words[new Intl.PluralRules(document.documentElement.lang).select(this.#unseen)] ?? words.other
    this.#say((form ?? '#').replace('#', String(this.#unseen)), () => {
      window.scrollTo({ top: 0 })
      this.querySelector<HTMLElement>('[data-line]')?.focus({ preventScroll: true })
      this.#hush()
    })
  }

  #say(text: string, onClick: () => void): void {
    const news = this.querySelector<HTMLElement>('.news')
    if (news === null) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', onClick)
    news.replaceChildren(button)
    news.hidden = false
  }

  #hush(): void {
    this.#unseen = 0
    const news = this.querySelector<HTMLElement>('.news')
    if (news !== null) news.hidden = true
  }

  readonly #scrolled = (): void => {
    if (this.#unseen > 0 && window.scrollY === 0) this.#hush()
  }

  get #isNewest(): boolean {
    return this.dataset.newest === 'yes'
  }

  get #words(): Readonly<Record<string, string>> {
    return JSON.parse(this.dataset.words ?? '{}') as Record<string, string>
  }
}

function reload(): void {
  location.assign(location.pathname + location.search)
}
