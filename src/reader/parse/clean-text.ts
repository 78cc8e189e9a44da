import { Buffer } from 'node:buffer'
import { decodeHTML } from 'entities'

/** White space collapsed and trimmed; soft hyphens, invisible marks and NUL are gone. */
export function cleanText(text: string): string {
  // Most texts need no more: to ask is cheaper than to replace.
  if (!unclean.test(text)) return text.trim()
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim()
}

const unclean = /[\0\u00ad\u200b\u2060]|\s{2}|[^\S ]/
const invisible = /[\0\u00ad\u200b\u2060\ufeff]/g

/** Only letters and digits, in one case and form (NFKC): equal for two settings of the same words. */
export function lettersOf(text: string): string {
  if (text.length > room) return slowly(text)
  let length = 0
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = (letterOf[code] as number) || learn(code)
    if (letter === none) continue
    if (letter === many) return slowly(text)
    seen |= letter
    narrow[length] = letter
    wideCodes[length++] = letter
  }
  return seen < 0x100 ? narrow.toString('latin1', 0, length) : wide.toString('utf16le', 0, length * 2)
}

/** Whether `lettersOf(text)` are these, told at the first letter that is not. */
export function isOfLetters(text: string, letters: string): boolean {
  let at = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = (letterOf[code] as number) || learn(code)
    if (letter === none) continue
    if (letter === many) return slowly(text) === letters
    if (letter === letters.charCodeAt(at++)) continue
    const composes = i + 1 < text.length && isMany(text.charCodeAt(i + 1))
    return composes && slowly(text) === letters
  }
  return at === letters.length
}

/** Text from metadata, where markup and entities are often left in. */
export function plainText(text: string): string {
  // Some pages encode twice.
  const once = /&[#\w]+;/.test(text) ? decodeHTML(decodeHTML(text)) : text
  return cleanText(/<[a-z/!]/i.test(once) ? decodeHTML(once.replace(/<[^>]*>/g, ' ')) : once)
}

/** By character code: what is left of it, `none` or `many`; 0 for one that was not met yet. */
const letterOf = new Uint16Array(0x10000)
const none = 1
/** It becomes several, or another one beside others: a combining mark, half of a pair, a final sigma. */
const many = 2

/** Where letters are gathered, again and again: the narrow one holds those of Latin-1. A longer text is a rare one. */
const room = 0x10000
const narrow = Buffer.alloc(room)
const wide = Buffer.alloc(room * 2)
const wideCodes = new Uint16Array(wide.buffer, wide.byteOffset, room)

function isMany(code: number): boolean {
  return ((letterOf[code] as number) || learn(code)) === many
}

function learn(code: number): number {
  const character = String.fromCharCode(code)
  const left = slowly(character)
  const letter = left === '' ? none : left.length > 1 ? many : left.charCodeAt(0)
  letterOf[code] = dependsOnNeighbours.test(character.normalize('NFKC')) ? many : letter
  return letterOf[code] as number
}

/** Marks, jamo and halves of pairs compose with what stands before them; sigma has a form for the end of a word. */
const dependsOnNeighbours = /[\p{M}\p{Cs}\u1100-\u11ff\u03a3]/u

function slowly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
