/** Languages whose month names CLDR spells out; asked for only when a page's date is in words. */
const languages =
  'ru uk en kk be bg de fr es it pt nl pl cs sk sl hr sr ro hu tr az uz ky tg tk lt lv et fi sv da nb is el sq mk ka hy ar fa he hi bn ta te th vi id ms ca eu gl ga cy af sw ur mn'.split(
    ' ',
  )

const byLanguage = new Map<string, ReadonlyMap<string, number>>()
let everyLanguage: ReadonlyMap<string, number> | null = null

/** Month names and abbreviations in lower case → 1 to 12, those of the language before those of all others. */
export function monthsIn(language: string): ReadonlyMap<string, number> {
  let names = byLanguage.get(language)
  if (names === undefined) {
    everyLanguage ??= new Map(languages.flatMap((other) => [...monthNames(other)]))
    names = new Map([
      ...everyLanguage,
      ...monthNames('en'),
      ...(languages.includes(language) ? monthNames(language) : []),
    ])
    byLanguage.set(language, names)
  }
  return names
}

function monthNames(language: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ] as const) {
    const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
      ...options,
      timeZone: 'UTC',
    })
    for (let month = 1; month <= 12; month++) {
      const part = format
        .formatToParts(Date.UTC(2021, month - 1, 11))
        .find(({ type }) => type === 'month')?.value
      for (const word of part?.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []) names.set(word, month)
    }
  }
  return names
}
