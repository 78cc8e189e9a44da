import { Buffer } from 'node:buffer'

/**
 * Some pages are UTF-8 that was once read as Latin-1 and written as UTF-8 again: '’' stands as 'â' and two control
 * characters that no text holds. Where such controls are found, what was encoded twice is encoded once; the same bytes
 * where none are.
 */
export function undoDoubleUtf8(bytes: Buffer): Buffer {
  if (!signs.some((sign) => bytes.includes(sign))) return bytes
  const codes = bytes.toString('latin1')
  if (!controlAfterLead.test(codes)) return bytes
  return Buffer.from(codes.replace(twice, once), 'latin1')
}

/** How quotation marks, dashes and Cyrillic letters begin: a quick look, as nearly every page has none. */
const signs: readonly Buffer[] = ['\xc3\xa2\xc2\x80', '\xc3\x90\xc2', '\xc3\x91\xc2'].map((sign) =>
  Buffer.from(sign, 'latin1'),
)

const controlAfterLead = /\xc3[\x82-\xb4]\xc2[\x80-\x9f]/

/** A letter of Latin-1 and control characters and signs behind it, in UTF-8: together the bytes of one character. */
const twice =
  /\xc3(?:[\x82-\x9f]\xc2[\x80-\xbf]|[\xa0-\xaf](?:\xc2[\x80-\xbf]){2}|[\xb0-\xb4](?:\xc2[\x80-\xbf]){3})/g

function once(codes: string): string {
  const character = Buffer.from(Buffer.from(codes, 'latin1').toString('utf8'), 'latin1')
  return character.toString('utf8') === '\ufffd' ? codes : character.toString('latin1')
}
