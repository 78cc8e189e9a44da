import { isUtf8 } from 'node:buffer'

/**
 * The text of a feed, sitemap or page: by its byte order mark, else as UTF-8 where its bytes are UTF-8 (hardly any
 * other text is, by chance), else as the XML declaration, the HTTP charset or the page's <meta> says, unless it reads
 * like Cyrillic in another encoding. No byte order mark and no NUL is left.
 */
export function decodeText(bytes: Uint8Array, contentType?: string | null): string {
  return decode(bytes, charsetOf(bytes, contentType ?? '')).replace(/^\uFEFF|\0/g, '')
}

function charsetOf(bytes: Uint8Array, contentType: string): string {
  const marked = byMark(bytes)
  if (marked !== null) return marked
  if (isUtf8(bytes)) return 'utf-8'
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const declared = [
    /<\?xml[^>]*\bencoding\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1],
    /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
  ].filter(isKnown)
  return plausible(bytes, declared)
}

/** UTF-16 is also told by its zero bytes: markup is mostly ASCII. */
function byMark(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return null
}

function plausible(bytes: Uint8Array, declared: readonly string[]): string {
  const sample = bytes.subarray(0, 64 * 1024)
  const candidates = [...declared, 'utf-8', ...cyrillic, 'windows-1252']
  let best = candidates[0] ?? 'utf-8'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [index, charset] of candidates.entries()) {
    // What is declared wins unless another reads clearly better.
    const score = readability(decode(sample, charset)) + (index < declared.length ? 0.3 : 0)
    if (score > bestScore) [best, bestScore] = [charset, score]
  }
  return best
}

const cyrillic = ['windows-1251', 'koi8-r', 'ibm866']

/** From -1 to 1: the part of what is beyond ASCII that stands in words as some language writes them. */
function readability(text: string): number {
  let good = 0
  let all = 0
  for (const word of text.match(/[\p{L}\p{M}]+|[^\p{ASCII}\p{L}\p{M}]+/gu) ?? []) {
    const beyond = word.replace(/\p{ASCII}/gu, '').length
    all += beyond
    good += beyond * wordWeight(word)
  }
  return all === 0 ? 0 : good / all
}

/** A word is of one script and does not change case in its middle. */
function wordWeight(word: string): number {
  if (word.includes('\uFFFD')) return -1
  if (/^(\p{Lu}?[а-яёіїєґәғқңөұүһ]+|[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ]{1,4}|[«»—–…№“”„‘’•]+)$/u.test(word)) return 1
  // Text all in capitals is more often the other Cyrillic encoding, where case is the other way round.
  if (/^[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ]+$/.test(word)) return 0.5
  if (!/^(\p{Lu}?\p{Ll}+|\p{Lu}+)$/u.test(word) || !/^\p{Script=Latin}+$/u.test(word)) return 0
  // Words of nothing but accents are Cyrillic read as Latin.
  return /[a-z]/i.test(word) || word.length <= 2 ? 0.9 : 0.2
}

function isKnown(charset: string | undefined): charset is string {
  if (charset === undefined || /^utf-?16/i.test(charset)) return false
  try {
    return new TextDecoder(charset).encoding !== 'utf-8' || /utf/i.test(charset)
  } catch {
    return false
  }
}

function decode(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset)
  const text = decoder.decode(bytes)
  // Node 20 decodes windows-1252 as if it were ISO 8859-1, which has no quotes and dashes.
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\x80-\x9F]/g, (code) => c1[code.charCodeAt(0) - 0x80] ?? code)
    : text
}

const c1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'
