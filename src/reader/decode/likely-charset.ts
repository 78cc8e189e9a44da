import { Buffer, isUtf8 as isValidUtf8 } from 'node:buffer'
import { foreignWords } from './foreign-words.ts'

const sampleBytes = 65_536
/** Fewer bytes above ASCII are no evidence against what is declared. */
const enoughToDoubt = 20
/** Of the words that are not of ASCII: more make no guess surer. */
const enoughBytes = 6_000
const cyrillic = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']

export function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset === 'utf-8')
    return asBuffer(bytes)
      .toString('utf8')
      .replace(/^\ufeff/, '')
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

export function isUtf8(bytes: Uint8Array): boolean {
  return isValidUtf8(bytes)
}

/** Many times as fast as TextDecoder on what most pages are, with the same result. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** UTF-16 without a mark: Latin text and markup have a zero in nearly every second byte. */
export function wideCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 8) return null
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++
    if (sample[i + 1] === 0) odd++
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.3 && odd < pairs * 0.05 ? 'utf-16be' : null
}

/** For bytes that are not valid UTF-8: what is declared, unless another reading of them looks far more like words. */
export function likelyCharset(bytes: Uint8Array, declared: string | null): string {
  const sample = sampleOf(bytes)
  if ((declared === null || declared === 'utf-8') && isDamagedUtf8(sample)) return 'utf-8'
  if (declared !== null && declared !== 'utf-8') {
    if (isMultibyte(declared) || !holdsForeign(sample, enoughToDoubt)) return declared
  }
  const candidates = [...new Set([declared ?? 'windows-1252', 'windows-1252', ...cyrillic])].filter(
    (name) => name !== 'utf-8',
  )
  const words = foreignWords(sample, enoughBytes)
  const scores = candidates.map((name) => ({ name, score: plausibility(decodeAs(words, name)) }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  const own = scores.find(({ name }) => name === declared)
  return own !== undefined && own.score > best.score - 0.15 ? own.name : best.name
}

/** Around the first bytes above ASCII: a page can open with a long script in ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let first = 0
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++
  return bytes.subarray(Math.max(0, first - 1024), first + sampleBytes)
}

/** Whether so many bytes are above ASCII. */
function holdsForeign(bytes: Uint8Array, enough: number): boolean {
  let found = 0
  for (let at = 0; at < bytes.length && found < enough; at++) if ((bytes[at] as number) >= 0x80) found++
  return found >= enough
}

/** Mostly whole UTF-8 sequences with a few broken ones, as after a careless cut. */
function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  let broken = 0
  let whole = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code >= 0x80) whole++
  }
  return whole > broken * 2
}

function isMultibyte(charset: string): boolean {
  return /^(gb|big5|euc|shift|iso-2022)/.test(charset)
}

/**
 * The share of letters above ASCII that look as in words: small letters after a letter, capitals only at the start,
 * one script in a word. Between 0 and 1.
 */
function plausibility(text: string): number {
  let good = 0
  let all = 0
  for (const [word] of text.matchAll(/[^\s!-@[-`{-~]*[\u0080-\uffff][^\s!-@[-`{-~]*/g)) {
    const foreign = word.replace(/[\0-\x7f]/g, '').length
    all += foreign
    if (/^\p{L}?\p{Ll}*$|^\p{Lu}+$/u.test(word)) good += foreign * familiarity(word)
    else if (/^[«»“”„‘’—–…№\u00a0©®°·•]+$/.test(word.replace(/[\p{L}]+/u, ''))) good += foreign * 0.8
  }
  return all === 0 ? 0 : good / all
}

/** Cyrillic words are mostly the ten commonest letters; Latin words are mostly ASCII with a letter or two above. */
function familiarity(word: string): number {
  if (/^[а-яёіїєґўәғқңөұүһ]+$/i.test(word)) {
    const common = word.replace(/[^оеаинтсрвліОЕАИНТСРВЛІ]/g, '').length
    return 0.5 + Math.min(0.5, common / word.length)
  }
  return /[a-z]/i.test(word) && !/[^\0-\u024f]/.test(word) ? 0.9 : 0.2
}
