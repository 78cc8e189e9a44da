import { readFileSync } from 'node:fs'
import { role } from '../body/role.ts'
import { KnownNames } from '../parse/known-names.ts'

/** The roles that classes and ids hint at, each with the names that do: class-hints.json. */
const hinted = [
  'furniture',
  'aside',
  'footer',
  'comments',
  'byline',
  'standfirst',
  'caption',
  'pullQuote',
  'gate',
  'box',
  'dialog',
  'embed',
  'unseen',
] as const

const table = JSON.parse(readFileSync(new URL('./class-hints.json', import.meta.url), 'utf8')) as Readonly<
  Record<(typeof hinted)[number] | 'hiddenClasses' | 'spokenClasses', string>
>

const hiddenClasses = new KnownNames(table.hiddenClasses.split(' '))
const spokenClasses = new KnownNames(table.spokenClasses.split(' '))

/** Phrases by their words, from the first to the last: up to four. */
interface Phrase {
  roles: number
  readonly next: Map<string, Phrase>
}

const phrases: Phrase = load()
const phraseWords = new KnownNames(wordsOfPhrases(phrases))
/** Each phrase and class begins with one of these: most names hold none, and are passed over without a look at the tables. */
const firstWords = new KnownNames(
  new Set([
    ...phrases.next.keys(),
    ...`${table.hiddenClasses} ${table.spokenClasses}`.split(' ').map(firstWord),
  ]),
)

/** Beside the bits of roles: what only a screen reader says ('opens in a new window'). */
export const spokenOnly: number = 1 << 28

/**
 * The roles that a class attribute or an id hints at, `role.hidden` where the common style sheets hide by it and do not
 * show again from some width on ('hidden md:block'), and `spokenOnly`.
 */
export function hintsOf(names: string): number {
  let hints = 0
  let start = 0
  let before = 0
  for (let at = 0; at <= names.length; at++) {
    const code = at < names.length ? names.charCodeAt(at) : space
    const isWord = isSmall(code) || code >= 0x80
    const isCapital = code >= 65 && code <= 90
    // Words are parted by what is no letter, or by a capital.
    if (!isWord && !(isCapital && !isSmall(before))) {
      if (at > start && firstWords.at(names, start, at) !== undefined) {
        const end = endOfName(names, at)
        hints |= hintsOfName(names, beginOfName(names, start), end)
        at = end
        start = end + 1
      } else start = isCapital ? at : at + 1
    }
    before = code
  }
  return (hints & role.hidden) !== 0 && /:|d-\w+-\w/.test(names) ? hints & ~role.hidden : hints
}

const space = 32

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122
}

function beginOfName(names: string, at: number): number {
  let begin = at
  while (begin > 0 && names.charCodeAt(begin - 1) > space) begin--
  return begin
}

function endOfName(names: string, at: number): number {
  let end = at
  while (end < names.length && names.charCodeAt(end) > space) end++
  return end
}

/** Of one of the names. */
function hintsOfName(names: string, begin: number, end: number): number {
  let hints = 0
  if (hiddenClasses.at(names, begin, end) !== undefined) hints |= role.hidden
  if (spokenClasses.at(names, begin, end) !== undefined) hints |= spokenOnly
  const words = wordsIn(names, begin, Math.min(end, begin + longestName))
  for (let from = 0; from < words.length; from++) {
    let phrase: Phrase | undefined = phrases
    for (let at = from; phrase !== undefined; at++) {
      hints |= phrase.roles
      phrase = phrase.next.get(words[at] ?? '')
    }
  }
  return hints
}

const longestName = 200

/** Parted by '-', '_', ':', '.', '/', digits or a capital; '' for one that no phrase has. */
function wordsIn(names: string, begin: number, end: number): readonly string[] {
  const words: string[] = []
  let start = begin
  for (let at = begin; at <= end; at++) {
    const code = at < end ? names.charCodeAt(at) : dash
    const isCapital = code >= 65 && code <= 90
    const parts = (code >= dash && code <= colon) || code === underscore
    if (!parts && !(isCapital && at > start && isSmall(names.charCodeAt(at - 1)))) continue
    if (at > start) words.push(phraseWords.at(names, start, at) ?? '')
    start = parts ? at + 1 : at
  }
  return words
}

/** From '-' to ':' lie '.', '/' and the digits. */
const dash = 45
const colon = 58
const underscore = 95

/** Names that say of a paragraph that it is the lead, where on other elements they say little: 'news__lead', 'intro'. */
export function namesLead(names: string): boolean {
  return /(?:^|[\s_-])(?:lead|lede|intro|ingress|preamble|lid)(?:$|\s)/i.test(names)
}

/** Names of elements that hold a picture: 'image-block', 'photo', 'detail-img'. */
export function namesPicture(names: string): boolean {
  return /(?:^|[\s_-])(?:images?|img|pictures?|pics?|photos?|fotos?|bild(?:er)?|media|gallery|video|slide)(?:$|[\s_-])/i.test(
    names.replace(/([a-z])([A-Z])/g, '$1-$2'),
  )
}

function load(): Phrase {
  const root: Phrase = { roles: 0, next: new Map() }
  for (const kind of hinted)
    for (const phrase of table[kind].split(' ')) {
      let at = root
      for (const word of phrase.split('-')) {
        const next: Phrase = at.next.get(word) ?? { roles: 0, next: new Map() }
        at.next.set(word, next)
        at = next
      }
      at.roles |= role[kind]
    }
  return root
}

function wordsOfPhrases({ next }: Phrase): ReadonlySet<string> {
  return new Set([...next].flatMap(([word, phrase]) => [word, ...wordsOfPhrases(phrase)]))
}

function firstWord(name: string): string {
  return name.split('-', 1)[0] ?? ''
}
