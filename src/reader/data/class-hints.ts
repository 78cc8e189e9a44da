import { readFileSync } from 'node:fs'
import { role } from '../body/role.ts'
import { KnownNames } from '../parse/known-names.ts'
import { byName } from './by-name.ts'

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

const hiddenClasses: ReadonlySet<string> = new Set(table.hiddenClasses.split(' '))
const spokenClasses: ReadonlySet<string> = new Set(table.spokenClasses.split(' '))
const roleOfPhrase: ReadonlyMap<string, number> = load()
/** Each phrase and class begins with one of these: most names hold none, and are passed over without a look at the tables. */
const firstWords: ReadonlySet<string> = new Set(
  [...roleOfPhrase.keys(), ...hiddenClasses, ...spokenClasses].map((phrase) => phrase.split('-', 1)[0] ?? ''),
)
const knownWords = new KnownNames(firstWords)

/** What class or id hint at. */
export interface Hints {
  readonly roles: number
  /** As the common style sheets hide, and do not show again from some width on ('hidden md:block'). */
  readonly hides: boolean
  /** Words that only a screen reader says: 'opens in a new window'. */
  readonly isSpoken: boolean
}

export function hintsOf(names: string): Hints {
  return holdsKnownWord(names) ? hintsOfKnown(names) : noHints
}

const noHints: Hints = { roles: 0, hides: false, isSpoken: false }

const hintsOfKnown: (names: string) => Hints = byName((names) => {
  let roles = 0
  let hides = false
  let isSpoken = false
  for (const name of names.split(/\s+/)) {
    if (!holdsKnownWord(name)) continue
    roles |= roleOfName(name)
    hides ||= hiddenClasses.has(name.toLowerCase())
    isSpoken ||= spokenClasses.has(name.toLowerCase())
  }
  return { roles, hides: hides && !/:|d-\w+-\w/.test(names), isSpoken }
})

/** Whether a word of it is known; words are parted by what is no letter, or by a capital. */
function holdsKnownWord(names: string): boolean {
  let start = 0
  let before = 0
  for (let at = 0; at <= names.length; at++) {
    const code = at < names.length ? names.charCodeAt(at) : space
    const isWord = isSmall(code) || code >= 0x80
    const isCapital = code >= 65 && code <= 90
    if (!isWord && !(isCapital && !isSmall(before))) {
      if (at > start && knownWords.at(names, start, at) !== undefined) return true
      start = isCapital ? at : at + 1
    }
    before = code
  }
  return false
}

const space = 32

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122
}

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

/** Words of a name are parted by '-', '_' or a capital; a phrase is up to four of them. */
const roleOfName: (name: string) => number = byName((name) => {
  const words = name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_:./\d]+/)
    .filter((word) => word !== '')
  let found = 0
  for (let from = 0; from < words.length; from++) {
    let phrase = words[from] ?? ''
    if (!firstWords.has(phrase)) continue
    found |= roleOfPhrase.get(phrase) ?? 0
    for (let to = from + 1; to < Math.min(words.length, from + 4); to++) {
      phrase = `${phrase}-${words[to]}`
      found |= roleOfPhrase.get(phrase) ?? 0
    }
  }
  return found
})

function load(): ReadonlyMap<string, number> {
  const roles = new Map<string, number>()
  for (const kind of hinted)
    for (const phrase of table[kind].split(' ')) roles.set(phrase, (roles.get(phrase) ?? 0) | role[kind])
  return roles
}
