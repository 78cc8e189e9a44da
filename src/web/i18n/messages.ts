import { readFileSync } from 'node:fs'
import type en from '../messages/en.json'
import { type Locale, locales } from './locale.ts'

export type MessageKey = keyof typeof en

/** A message, or its plural forms by the categories of Intl.PluralRules, chosen by `count`. */
type Message = string | { readonly [category in Intl.LDMLPluralRule]?: string }

export type MessageValues = Readonly<Record<string, string | number>>

/** The words for a key in one language, with `{name}` replaced by the value of that name. Plain text, not markup. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

const translators = Object.fromEntries(
  (Object.keys(locales) as Locale[]).map((locale) => [locale, createTranslate(locale)]),
) as Readonly<Record<Locale, Translate>>

export function translateTo(locale: Locale): Translate {
  return translators[locale]
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(english, key)
}

/** Every message of a language, as the data file has it. */
export function loadMessages(locale: Locale): Readonly<Record<string, Message>> {
  const file = new URL(`../messages/${locale}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Message>
}

const english = loadMessages('en')

function createTranslate(locale: Locale): Translate {
  const messages = loadMessages(locale)
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (key, values = {}) => {
    const message = messages[key] ?? key
    const form =
      typeof message === 'string' ? message : (message[rules.select(Number(values.count))] ?? message.other)
    return (form ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole)
    })
  }
}
