/** BCP 47 primary language subtag in lower case ('ru', 'uk', 'en', 'kk', …), or 'und' when it cannot be told. */
export type LanguageTag = string
