import { bylineWords } from '../data/byline-words.ts'
import { lettersOf } from '../parse/clean-text.ts'
import { authorNames } from './author-names.ts'

/**
 * Where nothing but its place says that it is a name, it must look like one: two to five words, all with a capital but
 * particles. What stands behind a comma is a degree.
 */
export function isFullName(name: string): boolean {
  const words = name
    .replace(/,.*$/, '')
    .split(/[\s.]+/)
    .filter((word) => word !== '')
  return (
    (words.length >= 2 || /^\p{Lo}{2,4}$/u.test(name)) &&
    words.length <= 5 &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || particles.has(word)) &&
    !/[’'](?:m|re|ve|ll|t)\b|:$/.test(name) &&
    !bylineWords.role.test(name)
  )
}

const particles: ReadonlySet<string> = new Set(
  'van der den de del della di da dos das du la le el al bin ibn ben von zu zur y e ten ter af av оглы кызы'.split(
    ' ',
  ),
)

/** 'Orla Finch, “The Outlet”': who signs with the outlet's name behind their own. `outlet` holds that name. */
export function signedNames(line: string, outlet: string): readonly string[] {
  const [, name = '', of = ''] = /^\s*([^,]{4,60}),\s*([^,]{3,60})$/.exec(line) ?? []
  const letters = lettersOf(of)
  return letters.length >= 3 && lettersOf(outlet).includes(letters) ? onlyNames(name) : []
}

/** '24 November 2026 14:05 | Orla Finch': the names beside a date. */
export function namesBesideDate(line: string): readonly string[] {
  const parts = line.split(/\s[|·•/—–-]\s/)
  const dated = parts.findIndex((part) => /\d{1,2}[:.]\d{2}|(?:19|20)\d{2}/.test(part))
  return dated < 0 ? [] : parts.filter((_, at) => at !== dated).flatMap(onlyNames)
}

/** Nothing but names: two or three words, each with a capital; no person's begins with an article. */
export function onlyNames(text: string): readonly string[] {
  const names = authorNames(text).filter(isFullName)
  return names.every((name) => /^(?!The\s)(?:\p{Lu}[\p{L}\p{M}.'’-]*\s*){2,3}$/u.test(name)) ? names : []
}
