/** By the place of the key, for keyboards in Cyrillic, where `j` types `о`. */
const latin: Readonly<Record<string, string>> = {
  KeyJ: 'j',
  KeyK: 'k',
  KeyO: 'o',
  KeyG: 'g',
  KeyL: 'l',
  KeyS: 's',
  KeyR: 'r',
  KeyN: 'n',
  Slash: '/',
}
const places: Readonly<Record<string, string>> = { l: '/latest', s: '/search', n: '/names', r: '/sources' }
const sequenceMs = 1200

/** The keys of the desk: j and k move real focus from line to line, the rest are links at one's fingertips. */
export class DeskKeys extends HTMLElement {
  #going = never

  connectedCallback(): void {
    if (document.documentElement.dataset.shortcuts !== 'on') return
    document.addEventListener('keydown', this.#pressed)
    document.addEventListener('click', this.#clicked)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#pressed)
    document.removeEventListener('click', this.#clicked)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (this.#dialog.open) return
    const key = letterOf(event)
    const act = event.timeStamp - this.#going < sequenceMs ? this.#goingTo(key) : this.#act(key)
    this.#going = key === 'g' && act === null ? event.timeStamp : never
    if (act === null) return
    event.preventDefault()
    act()
  }

  #act(key: string): (() => void) | null {
    if (key === 'j') return () => focusLine(1)
    if (key === 'k') return () => focusLine(-1)
    if (key === 'o') {
      const line = document.activeElement
      return line instanceof HTMLAnchorElement && 'line' in line.dataset ? () => line.click() : null
    }
    if (key === '/') return search
    if (key === '?') return () => this.#dialog.showModal()
    return null
  }

  #goingTo(key: string): (() => void) | null {
    const place = places[key]
    return place === undefined ? this.#act(key) : () => location.assign(place)
  }

  /** The link to the help page opens the dialog instead, unless it is wanted in a tab of its own. */
  readonly #clicked = (event: MouseEvent): void => {
    const opener = event.target instanceof Element ? event.target.closest('[data-opens="keys"]') : null
    if (opener === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    if (opener.getAttribute('aria-current') === 'page') return
    event.preventDefault()
    this.#dialog.showModal()
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector('dialog') as HTMLDialogElement
  }
}

/** Times count from when the page was opened: 0 would be a moment ago on a page just opened. */
const never = Number.NEGATIVE_INFINITY

function letterOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[a-z/?]$/.test(key)) return key
  const letter = latin[code] ?? ''
  return letter === '/' && shiftKey ? '?' : letter
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}

/** From the line in use, or from the first in sight. */
function focusLine(step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
  const here = lines.findIndex((line) => line.closest('li')?.contains(document.activeElement))
  const inSight = lines.findIndex((line) => line.getBoundingClientRect().top >= 0)
  const next = here === -1 ? lines[Math.max(0, inSight)] : lines[here + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  if (field === null) location.assign('/search')
  else {
    field.focus()
    field.select()
  }
}
