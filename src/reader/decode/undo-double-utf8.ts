import { Buffer, isUtf8 } from 'node:buffer'

/**
 * Some pages are UTF-8 that was once read as Latin-1 and written as UTF-8 again: '’' stands as 'â' and two control
 * characters that no text holds. Where such controls are found, what was encoded twice is encoded once; the same bytes
 * where none are.
 */
export function undoDoubleUtf8(bytes: Buffer): Buffer {
  if (!signs.some((sign) => bytes.includes(sign))) return bytes
  return controlAfterLead(bytes) ? once(bytes) : bytes
}

/** How quotation marks, dashes and Cyrillic letters begin: a quick look, as nearly every page has none. */
const signs: readonly Buffer[] = ['\xc3\xa2\xc2\x80', '\xc3\x90\xc2', '\xc3\x91\xc2'].map((sign) =>
  Buffer.from(sign, 'latin1'),
)

/** Whether a control character follows a letter that begins a character of UTF-8. */
function controlAfterLead(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 2)) {
    const next = bytes[at + 1] as number
    const control = bytes[at + 3] as number
    if (next >= 0x82 && next <= 0xb4 && bytes[at + 2] === 0xc2 && control >= 0x80 && control <= 0x9f)
      return true
  }
  return false
}

/** What begins the letters à to ÿ, which as bytes begin characters of UTF-8. */
const mark = 0xc3

function once(bytes: Buffer): Buffer {
  const made = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; ) {
    const character = bytes[at] === mark ? encodedAt(bytes, at, made, length) : 0
    if (character === 0) made[length++] = bytes[at++] as number
    length += character
    at += character * 2
  }
  return made.subarray(0, length)
}

/** Writes the character that a letter and the control characters and signs behind it are; its bytes, or 0 where they are none. */
function encodedAt(bytes: Buffer, at: number, made: Buffer, length: number): number {
  const lead = (bytes[at + 1] as number) | 0x40
  const size = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (size === 0) return 0
  made[length] = lead
  for (let i = 1; i < size; i++) {
    if (bytes[at + i * 2] !== 0xc2) return 0
    made[length + i] = bytes[at + i * 2 + 1] as number
  }
  return isUtf8(made.subarray(length, length + size)) ? size : 0
}
