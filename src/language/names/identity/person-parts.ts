import { foldWord } from '../../fold-word.ts'
import { tokensOf } from '../../text/tokens.ts'
import { bitOf, listsOfStem } from '../listed-names.ts'
import { nameStem } from '../name-stem.ts'
import { soundKey, soundOf } from './sound-key.ts'

/** A word of a person's name. */
export interface NameWord {
  readonly text: string
  readonly folded: string
  /** How it sounds with a case ending taken off, and as it stands: one of the two is shared by all its forms. */
  readonly sounds: readonly string[]
}

/** What a person is called at one place: «В. В. Путин» has one family word and two initials. */
export interface PersonParts {
  /** The family name, without particles before it; the only word of a mention that has no more. */
  readonly family: NameWord
  readonly given: readonly NameWord[]
  readonly patronymic: NameWord | null
  readonly initials: readonly string[]
}

/** The parts of a person's name as it stands in a text; null where it has no word at all. */
export function personParts(name: string): PersonParts | null {
  const initials: string[] = []
  const words: NameWord[] = []
  for (const { text, kind } of tokensOf(name)) {
    if (kind !== 'word') continue
    if (initial.test(text)) initials.push(foldWord(text))
    else if (!numeral.test(text)) words.push(nameWord(text))
  }
  const patronymic =
    words.length > 1 ? (words.slice(1).find(({ folded }) => isPatronymic(folded)) ?? null) : null
  const others = words.filter((word) => word !== patronymic)
  const family = familyIn(others, patronymic === null ? -1 : words.indexOf(patronymic))
  if (family === null) return null
  const given = others.filter((word) => word !== family && !particles.has(word.folded))
  return { family, given, patronymic, initials }
}

const initial = /^\p{Lu}$/u
const numeral = /^[IVXLХІ]+$/
const particles: ReadonlySet<string> = new Set(
  'фон ван дер ден де да ди ду ла ле аль эль ель ибн ібн бин бін уль ад von van der den de da di du la le al el ibn bin ul ad of the'.split(
    ' ',
  ),
)
const patronymicEnds =
  /(?:[ое]вич|ьич|[ії]йович|йович|(?<=[а-я]{3})ич|[ое]вн|ичн|ївн|івн)(?:а|у|ом|ем|ы|и|е|ой|ою|і|еві|ові|ю)?$/

function isPatronymic(folded: string): boolean {
  return patronymicEnds.test(folded)
}

function nameWord(text: string): NameWord {
  const folded = foldWord(text)
  return { text, folded, sounds: soundsOf(folded) }
}

/** Names come again and again. */
const knownSounds = new Map<string, readonly string[]>()
const mostSounds = 20_000
/** Longer slices would hold their whole text in memory. */
const longestKept = 12

function soundsOf(folded: string): readonly string[] {
  const known = knownSounds.get(folded)
  if (known !== undefined) return known
  const sounds = [...new Set([soundKey(folded), soundOf(folded)])]
  if (knownSounds.size >= mostSounds) knownSounds.clear()
  if (folded.length <= longestKept) knownSounds.set(folded, sounds)
  return sounds
}

const isGivenBit = bitOf('firstName')

/** «Путин Владимир Владимирович» and «Ким Сергей» begin with the family name; all others end with it. */
function familyIn(words: readonly NameWord[], patronymicAt: number): NameWord | null {
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  const isAfterPatronymic = patronymicAt >= 0 && patronymicAt < words.length
  if (words.length === 2 && !isAfterPatronymic && isGiven(last) && !isGiven(first)) return first
  return last
}

function isGiven({ folded }: NameWord): boolean {
  return (listsOfStem(nameStem(folded)) & isGivenBit) !== 0
}
