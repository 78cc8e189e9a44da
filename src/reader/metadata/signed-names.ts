import { lettersOf } from '../parse/clean-text.ts'
import { authorNames } from './author-names.ts'

/** Where nothing but its place says that it is a name, it must look like one: two to five words, most with a capital. */
export function isFullName(name: string): boolean {
  const words = name.split(/[\s.]+/).filter((word) => word !== '')
  const capitals = words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length
  return (
    (words.length >= 2 || /^\p{Lo}{2,4}$/u.test(name)) &&
    words.length <= 5 &&
    capitals >= Math.min(2, words.length)
  )
}

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

/** Nothing but names: two or three words, each with a capital. */
function onlyNames(text: string): readonly string[] {
  const names = authorNames(text).filter(isFullName)
  return names.every((name) => /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s*){2,3}$/u.test(name)) ? names : []
}
