import { readFileSync } from 'node:fs'
import { role } from '../body/role.ts'
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
const firstWords: ReadonlySet<string> = new Set(
  [...roleOfPhrase.keys()].map((phrase) => phrase.split('-', 1)[0] ?? ''),
)

/** The roles that a class or an id hints at. */
export const hintedRoles: (names: string) => number = byName((names) =>
  names.split(/\s+/).reduce((found, name) => found | roleOfName(name), 0),
)

/** Names that say of a paragraph that it is the lead, where on other elements they say little: 'news__lead', 'intro'. */
export function namesLead(names: string): boolean {
  return /(?:^|[\s_-])(?:lead|lede|intro|ingress|preamble|lid)(?:$|\s)/i.test(names)
}

/** As the common style sheets hide, and do not show again from some width on ('hidden md:block'). */
export const hidesByClass: (classes: string) => boolean = byName(
  (classes) => has(hiddenClasses, classes) && !/:|d-\w+-\w/.test(classes),
)

/** Words that only a screen reader says: 'opens in a new window'. */
export const isSpokenOnly: (classes: string) => boolean = byName((classes) => has(spokenClasses, classes))

function has(names: ReadonlySet<string>, classes: string): boolean {
  return classes !== '' && classes.split(/\s+/).some((name) => names.has(name.toLowerCase()))
}

/** Names of elements that hold a picture: 'image-block', 'photo', 'detail-img'. */
export function namesPicture(names: string): boolean {
  return /(?:^|[\s_-])(?:images?|img|pictures?|pics?|photos?|fotos?|bild(?:er)?|media|gallery|video|slide)(?:$|[\s_-])/i.test(
    names.replace(/([a-z])([A-Z])/g, '$1-$2'),
  )
}

/** Words of a name are parted by '-', '_' or a capital; a phrase is up to four of them. */
function roleOfName(name: string): number {
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
