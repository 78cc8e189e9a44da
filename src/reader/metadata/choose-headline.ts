import { cleanText, lettersOf, plainText } from '../parse/clean-text.ts'

/** More is a description. */
const longestHeadline = 200

export interface HeadlineCandidates {
  readonly jsonLd: string
  readonly headings: readonly string[]
  /** What headings that lead to the front page say. */
  readonly siteNames: readonly string[]
  readonly openGraph: string
  readonly title: string
  readonly outletName: string
  /** The page's host: outlets name themselves as their host does. */
  readonly host: string
  readonly microdata: string
}

/**
 * The headline as readers of the page see it, without the outlet's name: a heading that the metadata confirms,
 * then what two of JSON-LD, OpenGraph and title agree on, then whatever is there.
 */
export function chooseHeadline(candidates: HeadlineCandidates): string {
  const outlet: OutletNames = { name: lettersOf(candidates.outletName), host: hostName(candidates.host) }
  const [jsonLd, openGraph, microdata] = [candidates.jsonLd, candidates.openGraph, candidates.microdata].map(
    plainText,
  ) as [string, string, string]
  const title = withoutSiteName(plainText(candidates.title), candidates.siteNames)
  const stated = [jsonLd, openGraph, title, microdata].filter((text) => text !== '')
  const headings = candidates.headings
    .map(cleanText)
    .filter((text) => text !== '' && lettersOf(text) !== outlet.name)
  const confirmed = headings
    .map((heading) => ({ heading, support: support(heading, stated) }))
    .filter((one) => one.support > 0)
    .sort((a, b) => b.support - a.support)[0]
  if (confirmed !== undefined)
    return withKicker(withoutName(spelled(confirmed.heading, stated), outlet), jsonLd, openGraph)
  const [heading = ''] = [...headings].sort((a, b) => shared(b, stated) - shared(a, stated))
  if (sameHeadline(heading, jsonLd) && begins(jsonLd, [openGraph, title])) return jsonLd
  const agreed = agreedOn([jsonLd, openGraph, title].map((text) => withoutOutlet(text, outlet)))
  if (isLongerBy(heading, agreed)) return agreed
  // What JSON-LD and OpenGraph say alike, and the title says otherwise for search engines, an editor wrote.
  if (
    jsonLd !== '' &&
    lettersOf(jsonLd) === lettersOf(openGraph) &&
    !lettersOf(title).startsWith(lettersOf(jsonLd))
  )
    return withoutOutlet(jsonLd, outlet)
  if (heading.length > 15 && heading.length <= longestHeadline && shared(heading, stated) >= 0.3)
    return heading
  if (agreed !== '') return agreed
  if (headings.length === 1 && heading.length > 25) return heading
  return (
    withoutOutlet(jsonLd, outlet) ||
    withoutOutlet(openGraph, outlet) ||
    heading ||
    withoutOutlet(title, outlet)
  )
}

/** What two of them say alike. */
function agreedOn(texts: readonly string[]): string {
  return (
    texts.find(
      (text, at) =>
        text.length > 15 &&
        texts.some((other, otherAt) => otherAt > at && lettersOf(other) === lettersOf(text)),
    ) ?? ''
  )
}

/** The heading element holds the headline and more: a date, a counter in brackets. */
function isLongerBy(heading: string, agreed: string): boolean {
  const more = agreed !== '' && heading.startsWith(agreed) ? heading.slice(agreed.length) : ''
  return /^\s*\(|^\s+\p{L}.*(?:19|20)\d{2}|^\s*\d+$/u.test(more)
}

/** 'After the voteMinister resigns', where each part has an element of its own: in the words of who writes it apart. */
function spelled(heading: string, stated: readonly string[]): string {
  const letters = lettersOf(heading)
  const words = wordCount(heading)
  return stated.find((text) => wordCount(text) > words && lettersOf(text) === letters) ?? heading
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0
}

/** 'After the vote: Minister resigns', where heading and OpenGraph have only 'Minister resigns'; alike, they are believed. */
function withKicker(heading: string, jsonLd: string, openGraph: string): string {
  const [whole, part] = [lettersOf(jsonLd), lettersOf(heading)]
  return whole !== part &&
    whole.endsWith(part) &&
    whole.length < part.length * 2 &&
    lettersOf(openGraph) !== part
    ? jsonLd
    : heading
}

/** One is the other with a kicker before it. */
function sameHeadline(heading: string, jsonLd: string): boolean {
  const [a, b] = [lettersOf(heading), lettersOf(jsonLd)]
  return a.length > 12 && b.length > 12 && (a.endsWith(b) || b.endsWith(a))
}

function begins(text: string, others: readonly string[]): boolean {
  const letters = lettersOf(text)
  return others.some((other) => lettersOf(other).startsWith(letters))
}

/** How surely the metadata means this heading: equal, or the beginning of a title that goes on with the outlet. */
function support(heading: string, stated: readonly string[]): number {
  const letters = lettersOf(heading)
  if (letters.length < 3) return 0
  let found = 0
  for (const text of stated) {
    const other = lettersOf(text)
    if (other === letters) found += 2
    else if (other.startsWith(letters) && letters.length >= 12) found += 1
  }
  return found
}

/** The largest share of words that a text has in common with one of the others, of the shorter of both. */
function shared(heading: string, stated: readonly string[]): number {
  const words = wordsOf(heading)
  return Math.max(
    0,
    ...stated.map((text) => {
      const others = wordsOf(text)
      const size = Math.min(words.size, others.size)
      return size === 0 ? 0 : [...others].filter((word) => words.has(word)).length / size
    }),
  )
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
}

/** 'Lessons Learned: The lean year', 'maud.example Ferries': what the site's own heading says first goes. */
function withoutSiteName(title: string, siteNames: readonly string[]): string {
  const name = siteNames.find((one) => title.startsWith(one))
  const rest = name === undefined ? '' : title.slice(name.length)
  const isApart = /^\s*[|–—•·»:-]+\s/.test(rest) || (/\.\p{L}+$/u.test(name ?? '') && rest.startsWith(' '))
  return isApart ? rest.replace(/^[\s|–—•·»:-]+/, '') : title
}

export interface OutletNames {
  /** Letters only. */
  readonly name: string
  readonly host: string
}

/** 'gazette' of www.gazette.example and of gazette.co.example. */
function hostName(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.')
  const isShort = labels.length > 2 && (labels.at(-2) ?? '').length <= 3
  return lettersOf(labels.at(isShort ? -3 : -2) ?? '')
}

/** 'Headline — Outlet', 'Outlet | Headline': the part that is the outlet's name, or a short last part, goes. */
function withoutOutlet(title: string, outlet: OutletNames): string {
  const parts = title.split(/\s+[|—–•·»:/-]+\s+|\s*[|»]\s*/)
  if (parts.length < 2) return title
  const isOutlet = (part: string): boolean => {
    const letters = lettersOf(part)
    return (
      (outlet.name !== '' &&
        (letters === outlet.name || letters.includes(outlet.name) || outlet.name.includes(letters))) ||
      (letters.length >= 3 && letters === outlet.host)
    )
  }
  if (isOutlet(parts[parts.length - 1] ?? '')) return cutAt(title, parts, parts.length - 1)
  if (isOutlet(parts[0] ?? '')) return title.slice(title.indexOf(parts[1] ?? '')).trim()
  const last = parts[parts.length - 1] ?? ''
  const separatedByBar = /\s[|»•·]\s[^|»•·]*$/.test(title)
  return separatedByBar && last.length < 30 && title.length - last.length > 20
    ? cutAt(title, parts, parts.length - 1)
    : title
}

/** 'Headline – Outlet' in the heading itself. */
function withoutName(heading: string, outlet: OutletNames): string {
  const last = /\s[|–—•·»-]+\s([^|–—•·»]+)$/.exec(heading)
  const letters = lettersOf(last?.[1] ?? '')
  return last !== null && letters !== '' && (letters === outlet.name || letters === outlet.host)
    ? heading.slice(0, last.index).trim()
    : heading
}

function cutAt(title: string, parts: readonly string[], index: number): string {
  const part = parts[index] ?? ''
  return title
    .slice(0, title.lastIndexOf(part))
    .replace(/[\s|—–•·»:/-]+$/, '')
    .trim()
}
