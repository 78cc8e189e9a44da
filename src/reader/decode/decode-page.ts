import { Buffer } from 'node:buffer'
import { type Markup, markupOfText, markupOfUtf8 } from '../parse/markup.ts'
import { declaredCharset } from './declared-charset.ts'
import { decodeAs, isUtf8, likelyCharset, wideCharset } from './likely-charset.ts'
import { undoDoubleUtf8 } from './undo-double-utf8.ts'

export interface DecodedPage {
  readonly text: string
  /** As the WHATWG Encoding Standard names it, in lower case. */
  readonly charset: string
}

/**
 * Bytes to text, in the encoding they are in rather than the one they say: a byte order mark first, then UTF-8
 * where the bytes are valid UTF-8, then what header, meta element or XML declaration say, unless the text is more
 * plausible otherwise. What was encoded in UTF-8 twice is read as what it was. Never throws; what cannot be decoded
 * becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType?: string | null): DecodedPage {
  const charset = chooseCharset(bytes, contentType ?? '')
  return { text: decodeAs(charset === 'utf-8' ? undoDoubleUtf8(bufferOf(bytes)) : bytes, charset), charset }
}

/** The same for a page that is to be parsed: one in UTF-8 is decoded as it is parsed, where it has to be. */
export function decodeMarkup(bytes: Uint8Array, contentType?: string | null): Markup {
  const charset = chooseCharset(bytes, contentType ?? '')
  if (charset !== 'utf-8') return markupOfText(decodeAs(bytes, charset))
  return markupOfUtf8(undoDoubleUtf8(bufferOf(bytes)))
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function chooseCharset(bytes: Uint8Array, contentType: string): string {
  const marked = byteOrderMark(bytes) ?? wideCharset(bytes)
  if (marked !== null) return marked
  const declared = declaredCharset(bytes, contentType)
  // In these, every byte is ASCII; only what is declared tells them from it.
  if (declared === 'iso-2022-jp') return declared
  return isUtf8(bytes) ? 'utf-8' : likelyCharset(bytes, declared)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}
