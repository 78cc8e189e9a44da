/**
 * Neighbouring words, of a script without spaces neighbouring signs, each pair as a number: the words of a long text
 * would take many times its memory.
 */
export function eachPair(text: string, visit: (pair: number) => void): void {
  const word = /[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}\p{M}])+/gu
  const lower = text.toLowerCase()
  let words = 0
  let before = 0
  for (let found = word.exec(lower); found !== null; found = word.exec(lower)) {
    const hash = hashOf(found[0])
    if (words++ > 0) visit((Math.imul(before, 31) + hash) | 0)
    before = hash
  }
  if (words === 1) visit(before)
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash | 0
}
