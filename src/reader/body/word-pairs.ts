/**
 * Neighbouring words, of a script without spaces neighbouring signs, each pair as a number: the words of a long text
 * would take many times its memory.
 */
export function eachPair(text: string, visit: (pair: number) => void): void {
  const lower = text.toLowerCase()
  let words = 0
  let before = 0
  for (let at = 0; at < lower.length; ) {
    const kind = kindAt(lower, at)
    if (kind === kinds.none) {
      at++
      continue
    }
    let hash = offset
    do hash = Math.imul(hash ^ lower.charCodeAt(at++), prime)
    while (kind === kinds.letter && at < lower.length && kindAt(lower, at) === kinds.letter)
    if (words++ > 0) visit((Math.imul(before, 31) + (hash | 0)) | 0)
    before = hash | 0
  }
  if (words === 1) visit(before)
}

/** FNV-1a over UTF-16 units. */
const offset = 0x811c9dc5
const prime = 0x01000193

/** What a unit of text is: a letter, digit or mark of a word, a sign that is a word by itself, or none. */
const kinds = { letter: 1, sign: 2, none: 3 } as const
/** By character code; 0 for one that was not met yet. */
const known = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code < 0xe000) return kindOfPair(text, at, code)
  return (known[code] as number) || learn(code)
}

function learn(code: number): number {
  const character = String.fromCharCode(code)
  const kind = sign.test(character) ? kinds.sign : letter.test(character) ? kinds.letter : kinds.none
  known[code] = kind
  return kind
}

/** Both halves of a pair are what it is as a whole. */
function kindOfPair(text: string, at: number, code: number): number {
  const whole = text.codePointAt(code < 0xdc00 ? at : at - 1) ?? code
  return letter.test(String.fromCodePoint(whole)) ? kinds.letter : kinds.none
}

const sign = /[\u3040-\u30ff\u3400-\u9fff]/
const letter = /[\p{L}\p{N}\p{M}]/u
