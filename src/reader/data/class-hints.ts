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
      if (at > start && knownWords.at(names, start, at) !== undefined) {
        const end = endOfName(names, at)
        hints |= hintsOfName(names.slice(beginOfName(names, start), end))
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

const hintsOfName: (name: string) => number = byName((name) => {
  const lower = name.toLowerCase()
  let hints = rolesOfName(name)
  if (hiddenClasses.has(lower)) hints |= role.hidden
  return spokenClasses.has(lower) ? hints | spokenOnly : hints
})

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
function rolesOfName(name: string): number {
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
}

function load(): ReadonlyMap<string, number> {
  const roles = new Map<string, number>()
  for (const kind of hinted)
    for (const phrase of table[kind].split(' ')) roles.set(phrase, (roles.get(phrase) ?? 0) | role[kind])
  return roles
}
