import { hostOf } from '../../kit/address.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import { isObject, type JsonObject, listOf, textOf, typesOf } from './json-ld.ts'
import type { MetaTags } from './meta-tags.ts'

const longest = 60

/**
 * What the outlet calls itself: og:site_name, the publisher of JSON-LD, the name of the site, the end or beginning of the
 * title that agrees with the host. A name in words that agrees with the host before the host itself; null when the page names none.
 */
export function chooseOutletName(
  meta: MetaTags,
  objects: readonly JsonObject[],
  article: JsonObject | null,
  title: string,
  address: string,
): string | null {
  const host = hostOf(address)
    .replace(/^www\./, '')
    .toLowerCase()
  const stated = [
    meta.first('og:site_name'),
    ...listOf(article?.publisher).map((publisher) =>
      isObject(publisher) ? textOf(publisher.name) : textOf(publisher),
    ),
    meta.first('application-name', 'apple-mobile-web-app-title'),
    ...objects
      .filter((object) => typesOf(object).some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type)))
      .map((object) => textOf(object.name)),
  ]
    .map((name) => withoutMotto(plainText(name), host))
    .filter((name) => isOutletName(name, title))
  const [first] = stated
  if (first !== undefined && !isHost(first)) return first
  const inWords = stated.find((name) => !isHost(name) && agrees(name, host))
  return inWords ?? titleName(title, host) ?? first ?? null
}

function isOutletName(name: string, title: string): boolean {
  return (
    /\p{L}/u.test(name) &&
    name.length <= longest &&
    !/^https?:|[{}<>]/.test(name) &&
    !(name.length > 20 && lettersOf(title).startsWith(lettersOf(name)))
  )
}

/** 'gazette.example' */
function isHost(name: string): boolean {
  return /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(name)
}

/** 'Harbour Gazette | News from the islands': of two parts, the one that the host agrees with. */
function withoutMotto(name: string, host: string): string {
  const parts = name.split(/\s+[|–—•:-]+\s+/)
  return parts.length === 1 ? name : (parts.find((part) => agrees(part, host)) ?? name)
}

function titleName(title: string, host: string): string | null {
  const parts = title.split(/\s+[|–—•«»:-]+\s+|\s*\|\s*/)
  if (parts.length < 2) return null
  return (
    [parts.at(-1) ?? '', parts[0] ?? ''].find((part) => part.length <= longest && agrees(part, host)) ?? null
  )
}

/** The host is the name, or its words run together, or their first letters. */
function agrees(name: string, host: string): boolean {
  const letters = lettersOf(name)
  const label = lettersOf(host.split('.')[0] ?? '')
  const whole = lettersOf(host)
  const initials = lettersOf((name.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word][0]).join(''))
  return (
    letters.length >= 2 &&
    (letters === label ||
      letters === whole ||
      lettersOf(name.replace(/^the\s/i, '')) === label ||
      (initials.length >= 3 && initials === label) ||
      (letters.length >= 6 && whole.includes(letters)))
  )
}
