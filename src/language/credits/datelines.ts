import type { Sentence } from '../text/sentences.ts'
import { type CreditScan, isCapital } from './credit-scan.ts'
import type { FoundCredit, Source } from './found-credit.ts'
import { knownOutletAt } from './known-outlets.ts'

/** The agency or outlet at the head of a paragraph or in brackets at its end: «МОСКВА, 1 марта (ТАСС) —», "(Reuters)". */
export function datelines({ parsed, tokens }: CreditScan, { first, last }: Sentence): readonly FoundCredit[] {
  const found: FoundCredit[] = []
  const opens = first === 0 || parsed.text.slice(tokens[first - 1]?.end, tokens[first]?.start).includes('\n')
  const closes =
    last === tokens.length || parsed.text.slice(tokens[last - 1]?.end, tokens[last]?.start).includes('\n')
  if (/^[/(]$/.test(tokens[first]?.text ?? '')) bracketed(first)
  if (opens) {
    const head = headAt()
    if (head !== null) found.push(head)
    for (let at = first; at < Math.min(last, first + longestPlace); at += 1) bracketed(at)
  }
  if (closes) for (let at = Math.max(first, last - 5); at < last; at += 1) bracketed(at)
  return found

  /** Its name first, behind no more than the time of day; a dash or the first word of the sentence follows. */
  function headAt(): FoundCredit | null {
    let at = first
    while (at < Math.min(last, first + 4) && tokens[at]?.kind !== 'word') at += 1
    const known = knownOutletAt(tokens, at)
    if (known === null || known.outlet.kind === 'channel') return null
    const next = tokens[known.last]
    const isLoud = /^[\p{Lu}.]+$/u.test(parsed.text.slice(tokens[at]?.start, tokens[known.last - 1]?.end))
    const goesOn = known.outlet.kind === 'agency' && isLoud && isCapital(next) && known.last < last
    return dashes.test(next?.text ?? '') || goesOn
      ? creditOf(at, known.last, known.outlet, at, known.last)
      : null
  }

  function bracketed(open: number): void {
    const close = closers.get(tokens[open]?.text ?? '')
    const known = close === undefined ? null : knownOutletAt(tokens, open + 1)
    if (known === null || known.outlet.kind === 'channel' || tokens[known.last]?.text !== close) return
    if (found.every(({ source }) => source.first !== open + 1))
      found.push(creditOf(open + 1, known.last, known.outlet, open, known.last + 1))
  }

  function creditOf(
    from: number,
    until: number,
    outlet: NonNullable<Source['outlet']>,
    phraseFirst: number,
    phraseLast: number,
  ): FoundCredit {
    const source: Source = {
      first: from,
      last: until,
      next: until,
      kind: outlet.kind,
      outlet,
      base: outlet.name,
      mention: null,
    }
    return { first: phraseFirst, last: phraseLast, source, role: 'dateline', of: null, isJoined: false }
  }
}

const dashes = /^[–—-]$/
const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['/', '/'],
])
const longestPlace = 14
