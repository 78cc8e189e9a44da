import { Buffer } from 'node:buffer'

/** The markup of a page as it is scanned: tags are ASCII, whatever the letters between them. */
export interface Markup {
  /** A character each, or a byte each, as latin1 would read it. */
  readonly codes: string
  /** The text between two places in `codes` that lie beside ASCII. */
  text(start: number, end: number): string
}

/** NUL characters are dropped, as in browsers. */
export function markupOfText(page: string): Markup {
  const codes = page.replaceAll('\0', '')
  return { codes, text: (start, end) => codes.slice(start, end) }
}

/** UTF-8 is not decoded as a whole, as most of a page is script, style and markup: only what is asked for. */
export function markupOfUtf8(page: Buffer): Markup {
  const bytes = page.includes(0) ? withoutZeros(page) : page
  return { codes: bytes.toString('latin1'), text: (start, end) => bytes.toString('utf8', start, end) }
}

/** As filter() does, which makes a list of all numbers first. */
function withoutZeros(page: Buffer): Buffer {
  const kept = Buffer.allocUnsafe(page.length)
  let length = 0
  for (const byte of page) if (byte !== 0) kept[length++] = byte
  return kept.subarray(0, length)
}
