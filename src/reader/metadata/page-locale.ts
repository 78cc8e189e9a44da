import { hostOf } from '../../kit/address.ts'

/**
 * The locale by which the page's dates are written: its language, with the region that it declares or that its host
 * ends in: en-GB for /en/ pages of a .uk host. 'und' when it declares no language.
 */
export function pageLocale(language: string, declared: readonly string[], address: string): string {
  if (language === 'und') return language
  for (const tag of declared) {
    const [, primary = '', region] = /^\s*([a-z]{2,3})[-_](?:[a-z]{4}[-_])?([a-z]{2})\b/i.exec(tag) ?? []
    if (region !== undefined && primary.toLowerCase() === language)
      return `${language}-${region.toUpperCase()}`
  }
  const ending = /\.([a-z]{2})$/.exec(hostOf(address))?.[1]
  if (ending === undefined || notCountries.has(ending)) return language
  return `${language}-${ending === 'uk' ? 'GB' : ending.toUpperCase()}`
}

/** Endings of countries that outlets from everywhere use. */
const notCountries: ReadonlySet<string> = new Set('ai co cc eu fm io ly me su to tv ws'.split(' '))
