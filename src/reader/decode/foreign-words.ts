import { Buffer } from 'node:buffer'

/**
 * The words of a page that are not of ASCII alone, with a space between them, up to `enough` bytes: markup, scripts and
 * styles left out, in any encoding whose bytes below 0x80 are ASCII. In time linear in the length of the page.
 */
export function foreignWords(page: Uint8Array, enough: number): Uint8Array {
  const words = Buffer.alloc(enough)
  const texts = new Texts(page)
  let length = 0
  for (let at = texts.next(0); at < page.length && length < enough; at = texts.next(at)) {
    let isForeign = false
    const start = at
    for (; at < page.length && isOfWord(page[at] as number); at++) isForeign ||= (page[at] as number) >= 0x80
    if (at === start) at++
    else if (isForeign) {
      const word = page.subarray(start, Math.min(at, start + longestWord, start + enough - length))
      words.set(word, length)
      length += word.length
      if (length < enough) words[length++] = space
    }
  }
  return words.subarray(0, length)
}

/** The rest of a longer one is passed over. */
const longestWord = 100
const space = 0x20
const less = 0x3c

/** A letter of ASCII, or a byte above it. */
function isOfWord(byte: number): boolean {
  return byte >= 0x7b ? byte > 0x7e : (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

/** Finds the way over the markup of a page. */
class Texts {
  readonly #page: Buffer
  /** The elements whose end was looked for and is not there. */
  readonly #endless = new Set<string>()

  constructor(page: Uint8Array) {
    this.#page = Buffer.from(page.buffer, page.byteOffset, page.byteLength)
  }

  /** This place, or the one behind the tag or the element that begins there. */
  next(from: number): number {
    let at = from
    while (this.#page[at] === less) {
      const behind = this.#behind(at)
      if (behind < 0) return at + 1
      at = behind
    }
    return at
  }

  #behind(at: number): number {
    const tag = this.#page.toString('latin1', at + 1, at + 7).toLowerCase()
    const name = tag === 'script' ? tag : tag.startsWith('style') ? 'style' : ''
    const end = name === '' || this.#endless.has(name) ? -1 : this.#page.indexOf(`</${name}`, at)
    if (name !== '' && end < 0) this.#endless.add(name)
    const close = this.#endless.has('') ? -1 : this.#page.indexOf('>', Math.max(at, end))
    if (close < 0) this.#endless.add('')
    return close + (close < 0 ? 0 : 1)
  }
}
