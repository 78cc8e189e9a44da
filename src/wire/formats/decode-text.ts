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

/** From -1 (no text at all) to 1: the part of the letters beyond ASCII that stand as letters in words stand. */
function readability(text: string): number {
  let good = 0
  let all = 0
  for (const word of text.match(/[^\p{ASCII}]+/gu) ?? []) {
    all += word.length
    // A word, a capitalised word or a short abbreviation of one script; mixed case and symbols are no words.
    if (/^(\p{Lu}?[а-яёіїєґәғқңөұүһ]+|[А-ЯЁІЇЄҐ]{1,5}|[«»—–…№“”’]+)$/u.test(word)) good += word.length
    else if (/^\p{Script=Latin}{1,2}$/u.test(word)) good += word.length * 0.9
    else if (/\uFFFD/.test(word)) good -= word.length
    else if (/^[«—–“]*\p{Lu}?\p{Ll}+[»—–”…]*$/u.test(word)) good += word.length * 0.5
  }
  return all === 0 ? 0 : good / all
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
  return new TextDecoder(charset).decode(bytes)
}
