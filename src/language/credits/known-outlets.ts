import { type KnownOutlet, outletGazetteer } from '../data/outlet-gazetteer.ts'
import { nameStem } from '../names/name-stem.ts'
import { type Token, tokensOf } from '../text/tokens.ts'

/** An outlet of the gazetteer and where its name ends. */
export interface OutletHere {
  readonly outlet: KnownOutlet
  readonly last: number
}

/**
 * The outlet whose name begins at a token, in any case form, the longest of several; null for none. Marks between its words
 * do not count («РИА "Новости"»). A domain of the gazetteer is a name too.
 */
export function knownOutletAt(tokens: readonly Token[], at: number): OutletHere | null {
  const token = tokens[at]
  if (token === undefined || token.kind === 'mark') return null
  if (isSmallLetter(token.text) && !smallStarts.has(token.folded.slice(0, 2))) return null
  for (const form of formsOf(token)) {
    for (const { rest, outlet, isLoud, isSmall } of names.get(form) ?? []) {
      if (!isWritten(token, isLoud, isSmall)) continue
      const last = endOf(tokens, at, rest)
      if (last !== null) return { outlet, last }
    }
  }
  return null
}

/** Whether a word may be the name of a place to post; quick, and true of many others. */
export function mayBeChannel({ folded }: Token): boolean {
  return channelStarts.has(folded.slice(0, 2))
}

interface Name {
  readonly rest: readonly string[]
  readonly outlet: KnownOutlet
  /** An abbreviation: in the text too it is in capitals. */
  readonly isLoud: boolean
  /** It may begin with a small letter. */
  readonly isSmall: boolean
}

function isWritten({ text }: Token, isLoud: boolean, isSmall: boolean): boolean {
  if (isLoud) return /^[\p{Lu}\p{N}](?:$|[\p{Lu}\p{N}])/u.test(text)
  return isSmall || !isSmallLetter(text)
}

/** «Reuters-ке»: what stands before a hyphen is a name too; «Фейсбуці» is of «Фейсбук». */
function formsOf({ folded }: Token): readonly string[] {
  const stem = stemOf(folded)
  const hyphen = folded.indexOf('-')
  if (hyphen > 1) return [stem, stemOf(folded.slice(0, hyphen))]
  return folded.endsWith('ці') ? [stem, stemOf(`${folded.slice(0, -2)}к`)] : [stem]
}

/** Of a Latin name without its possessive; "Time" and "Times" stay two. */
function stemOf(folded: string): string {
  return /^[a-z]/.test(folded) ? folded.replace(/'s$/, '') : nameStem(folded)
}

function endOf(tokens: readonly Token[], at: number, rest: readonly string[]): number | null {
  let next = at + 1
  for (const word of rest) {
    if (tokens[next]?.kind === 'mark' && joins.test(tokens[next]?.text ?? '')) next += 1
    const token = tokens[next]
    if (token === undefined || token.kind === 'mark' || stemOf(token.folded) !== word) return null
    next += 1
  }
  return next
}

function isSmallLetter(text: string): boolean {
  const letter = text.charCodeAt(0)
  if (letter < 0x80) return letter >= 0x61 && letter <= 0x7a
  if (letter >= 0x400 && letter < 0x460) return letter >= 0x430
  return /^\p{Ll}/u.test(text)
}

const joins = /^[.«»"“”„'’/+&-]$/
const names: ReadonlyMap<string, readonly Name[]> = byFirstWord()
/** How the names of places to post begin. */
const channelStarts: ReadonlySet<string> = new Set(
  [...names].flatMap(([first, some]) =>
    some.some(({ outlet }) => outlet.kind === 'channel') ? [first.slice(0, 2)] : [],
  ),
)
/** How names begin that may be written small. */
const smallStarts: ReadonlySet<string> = new Set(
  [...names].flatMap(([first, some]) => (some.some(({ isSmall }) => isSmall) ? [first.slice(0, 2)] : [])),
)

function byFirstWord(): ReadonlyMap<string, readonly Name[]> {
  const found = new Map<string, Name[]>()
  for (const [written, outlet] of writtenNames()) {
    const [first, ...rest] = tokensOf(written)
      .filter(({ kind }) => kind !== 'mark')
      .map(({ folded }) => stemOf(folded))
    if (first === undefined) continue
    const isLoud = written.length <= 5 && /^[\p{Lu}\p{N}]+$/u.test(written)
    const isSmall =
      outlet.kind === 'channel' ? written.length > 3 : written === outlet.key || /^\p{Ll}/u.test(written)
    found.set(first, [...(found.get(first) ?? []), { rest, outlet, isLoud, isSmall }])
  }
  for (const some of found.values()) some.sort((one, other) => other.rest.length - one.rest.length)
  return found
}

/** Every name, and each domain as one of the outlet that goes by its first. */
function writtenNames(): readonly (readonly [string, KnownOutlet])[] {
  const byKey = new Map<string, KnownOutlet>()
  for (const outlet of outletGazetteer) if (!byKey.has(outlet.key)) byKey.set(outlet.key, outlet)
  return [...outletGazetteer.map((outlet) => [outlet.name, outlet] as const), ...byKey]
}
