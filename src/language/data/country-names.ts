/**
 * ISO 3166 codes of countries with their names in Russian, Ukrainian, Kazakh and English, from CLDR, which Node carries.
 * Codes of states that are no more are left out.
 */
export function countryNames(): readonly (readonly [code: string, name: string])[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isPresent)
  return ['ru', 'uk', 'kk', 'en'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes.flatMap((code): (readonly [string, string])[] => {
      const name = names.of(code)?.replace(/\s*\(.*\)/, '')
      return name === undefined || name === '' ? [] : [[code, name]]
    })
  })
}

/** A code that CLDR writes as another, as SU is written RU, is of the past. */
function isPresent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
}
