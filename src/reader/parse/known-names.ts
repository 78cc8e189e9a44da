/**
 * Finds names of ASCII letters, digits, '-' and ':' in a page whatever their case, without making a string of each:
 * pages repeat a few dozen.
 */
export class KnownNames {
  readonly #slots: string[][] = Array.from({ length: slots }, () => [])

  constructor(names: Iterable<string>) {
    for (const name of names) this.#slots[slotOf(name, 0, name.length)]?.push(name)
  }

  /** The known name between two places, or undefined. */
  at(text: string, start: number, end: number): string | undefined {
    const slot = this.#slots[slotOf(text, start, end)] as string[]
    for (const name of slot) if (isAt(name, text, start, end)) return name
    return undefined
  }
}

const slots = 512
/** Sets the letters of ASCII in lower case, and leaves digits, '-' and ':' as they are. */
const lowerCase = 0x20

function slotOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start) | lowerCase
  const last = text.charCodeAt(end - 1) | lowerCase
  return ((end - start) * 37 + first * 5 + last * 11) & (slots - 1)
}

function isAt(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++)
    if ((text.charCodeAt(start + i) | lowerCase) !== name.charCodeAt(i)) return false
  return true
}
