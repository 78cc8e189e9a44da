import type { LanguageTag } from '../../model/language-tag.ts'
import type { Locale } from './locale.ts'

/** “Russian”, “казахский”; the tag itself where it is not one. */
export function languageName(tag: LanguageTag, locale: Locale): string {
  const names = named[locale]
  const known = names.get(tag) ?? nameOf(tag, locale)
  // Tags come from strangers: what they make up is not kept for ever.
  if (names.size > mostKept) names.clear()
  names.set(tag, known)
  return known
}

const mostKept = 500

/** A column names a language in each of its lines, and asking Intl takes 5 µs. */
const named: Readonly<Record<Locale, Map<LanguageTag, string>>> = {
  en: new Map(),
  ru: new Map(),
  uk: new Map(),
  kk: new Map(),
}

function nameOf(tag: LanguageTag, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag
  } catch {
    // RangeError: an outlet declared something that is no language tag.
    return tag
  }
}
