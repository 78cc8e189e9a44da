import type { LanguageTag } from '../../model/language-tag.ts'
import type { Locale } from './locale.ts'

/** “Russian”, “казахский”; the tag itself where it is not one. */
export function languageName(tag: LanguageTag, locale: Locale): string {
  const names = made.get(locale) ?? new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  made.set(locale, names)
  try {
    return names.of(tag) ?? tag
  } catch {
    // RangeError: an outlet declared something that is no language tag.
    return tag
  }
}

const made = new Map<Locale, Intl.DisplayNames>()
