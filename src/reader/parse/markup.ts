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
  const bytes = page.includes(0) ? page.filter((byte) => byte !== 0) : page
  return { codes: bytes.toString('latin1'), text: (start, end) => bytes.toString('utf8', start, end) }
}
