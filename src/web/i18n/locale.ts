/** The languages the interface speaks, each named in itself. */
export const locales = { en: 'English', ru: 'Русский', uk: 'Українська', kk: 'Қазақша' } as const

export type Locale = keyof typeof locales

export function isLocale(tag: string): tag is Locale {
  return Object.hasOwn(locales, tag)
}

/** The chosen one where it is one of ours, else the best of Accept-Language (RFC 9110 §12.5.4), else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | undefined): Locale {
  if (chosen !== undefined && isLocale(chosen)) return chosen
  return (
    (acceptLanguage ?? '')
      .split(',', 20)
      .map((range) => {
        const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
        const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
        return { tag: tag.split('-')[0] ?? '', weight: Number(weight?.trim().slice(2) ?? 1) }
      })
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .map(({ tag }) => tag)
      .find(isLocale) ?? 'en'
  )
}
