import type { Mention } from '../../../model/marks.ts'
import { officeWords } from '../../data/office-words.ts'
import type { ParsedText } from '../../text/parse-text.ts'
import type { Token } from '../../text/tokens.ts'
import { nameStem, plainLetters } from '../name-stem.ts'

/** An office that a text gives a person: «госсекретарь США» of «госсекретарь США Энтони Блинкен». */
export interface Office {
  readonly name: number
  readonly text: string
  /** The stem of its word: «госсекретар». */
  readonly stem: string
  /** The name of the country or body that it is held in, or null where the text does not say. */
  readonly of: number | null
}

/** An office has so many words at most. */
const longestOffice = 7

/** The offices that stand right before a person's name («глава МИД Казахстана Тлеуберди») or behind it, after a comma. */
export function officesOf(parsed: ParsedText, mentions: readonly Mention[]): readonly Office[] {
  return mentions
    .filter(({ kind }) => kind === 'person')
    .flatMap((mention) => officeBefore(parsed, mentions, mention) ?? [])
}

function officeBefore(
  { text, tokens }: ParsedText,
  mentions: readonly Mention[],
  mention: Mention,
): Office | null {
  const first = tokenAt(tokens, mention.start)
  let from: number | null = null
  for (let at = first - 1; at >= Math.max(0, first - longestOffice); at -= 1) {
    const token = tokens[at] as Token
    if (token.kind !== 'word' && !/^[-«»"“”]$/.test(token.text)) break
    if (
      mentions.some(({ kind, start, end }) => kind === 'person' && start <= token.start && token.end <= end)
    )
      break
    if (token.kind === 'word' && isOffice(token)) from = at
    else if (from !== null) break
  }
  if (from === null) return null
  const word = tokens[from] as Token
  const end = (tokens[first - 1] as Token).end
  const stem = nameStem(word.folded)
  return {
    name: mention.name,
    text: (officeWords.get(stem) ?? word.text) + text.slice(word.end, end),
    stem,
    of: nameWithin(mentions, word.start, end),
  }
}

/** Mentions of people by the office that the text gave them before («Госсекретарь вылетит …»). */
export function findTitles(
  parsed: ParsedText,
  mentions: readonly Mention[],
  offices: readonly Office[],
): readonly Mention[] {
  if (offices.length === 0) return []
  const { tokens } = parsed
  const found: Mention[] = []
  // Most words are none of these offices by how they begin.
  const beginnings = new Set(offices.map(({ stem }) => beginningOf(stem)))
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || !beginnings.has(beginningOf(token.folded)) || !isOffice(token)) continue
    const end = endOfTitle(parsed, mentions, at)
    if (isNamed(tokens, mentions, at, end)) continue
    const stem = nameStem(token.folded)
    const of = nameWithin(mentions, token.start, end)
    const name = holderBefore(
      mentions,
      token.start,
      offices.filter((office) => office.stem === stem && fits(office, of)),
    )
    if (name !== null) found.push({ start: token.start, end, kind: 'person', name, by: 'title' })
  }
  return found.filter(
    (title) => !mentions.some(({ start, end }) => start <= title.start && title.start < end),
  )
}

/** Its first two letters, that no stem takes off; `plainLetters` may drop one of three. */
function beginningOf(folded: string): string {
  return plainLetters(folded.slice(0, 3)).slice(0, 2)
}

function fits(office: Office, of: number | null): boolean {
  return of === null || office.of === null || office.of === of
}

/** The title with the country or body that stands right behind it: «президент Казахстана». */
function endOfTitle({ tokens }: ParsedText, mentions: readonly Mention[], at: number): number {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  const body = mentions.find(({ kind, start }) => kind !== 'person' && start === next?.start)
  return body?.end ?? token.end
}

/** Whether the person's name stands right behind: then it is the name that is the mention. */
function isNamed(tokens: readonly Token[], mentions: readonly Mention[], at: number, end: number): boolean {
  const behind = tokens.slice(at + 1, at + 1 + longestOffice).filter((token) => token.start >= end)
  for (const token of behind) {
    if (mentions.some(({ kind, start }) => kind === 'person' && start === token.start)) return true
    if (token.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) return false
  }
  return false
}

/** The one with such an office who was named last before, or null where nobody was. */
function holderBefore(
  mentions: readonly Mention[],
  start: number,
  offices: readonly Office[],
): number | null {
  const holders = new Set(offices.map(({ name }) => name))
  return mentions.findLast((mention) => mention.end <= start && holders.has(mention.name))?.name ?? null
}

function nameWithin(mentions: readonly Mention[], start: number, end: number): number | null {
  return (
    mentions.find((mention) => mention.kind !== 'person' && mention.start >= start && mention.end <= end)
      ?.name ?? null
  )
}

function isOffice({ folded }: Token): boolean {
  return officeWords.has(nameStem(folded))
}

/** The token that begins at or behind this offset. */
function tokenAt(tokens: readonly Token[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < start) low = middle + 1
    else high = middle
  }
  return low
}
