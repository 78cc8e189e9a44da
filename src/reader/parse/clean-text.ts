import { decodeHTML } from 'entities'

/** White space collapsed and trimmed; soft hyphens, invisible marks and NUL are gone. */
export function cleanText(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Only letters and digits, in one case: equal for two settings of the same words. */
export function lettersOf(text: string): string {
  // Most texts of most pages: there is nothing to compose, and the plain class is several times as fast.
  if (!beyondAscii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Text from metadata, where markup and entities are often left in. */
export function plainText(text: string): string {
  // Some pages encode twice.
  const once = /&[#\w]+;/.test(text) ? decodeHTML(decodeHTML(text)) : text
  return cleanText(/<[a-z/!]/i.test(once) ? decodeHTML(once.replace(/<[^>]*>/g, ' ')) : once)
}

const beyondAscii = /[\u0080-\uffff]/
