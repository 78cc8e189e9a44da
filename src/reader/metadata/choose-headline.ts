import { cleanText, lettersOf, plainText } from '../parse/clean-text.ts'

export interface HeadlineCandidates {
  readonly jsonLd: string
  readonly headings: readonly string[]
  readonly openGraph: string
  readonly title: string
  readonly outletName: string
  readonly microdata: string
}

/**
 * The headline as readers of the page see it, without the outlet's name: a heading that the metadata confirms,
 * then what two of JSON-LD, OpenGraph and title agree on, then whatever is there.
 */
export function chooseHeadline(candidates: HeadlineCandidates): string {
  const outlet = lettersOf(candidates.outletName)
  const [jsonLd, openGraph, title, microdata] = [
    candidates.jsonLd,
    candidates.openGraph,
    candidates.title,
    candidates.microdata,
  ].map(plainText) as [string, string, string, string]
  const stated = [jsonLd, openGraph, title, microdata].filter((text) => text !== '')
  const headings = candidates.headings
    .map(cleanText)
    .filter((text) => text !== '' && lettersOf(text) !== outlet)
  const confirmed = headings
    .map((heading) => ({ heading, support: support(heading, stated) }))
    .filter((one) => one.support > 0)
    .sort((a, b) => b.support - a.support)[0]
  if (confirmed !== undefined) return withKicker(confirmed.heading, jsonLd)
  const [heading = ''] = headings
  if (sameHeadline(heading, jsonLd)) return jsonLd
  // What JSON-LD and OpenGraph say alike, and the title says otherwise for search engines, an editor wrote.
  if (
    jsonLd !== '' &&
    lettersOf(jsonLd) === lettersOf(openGraph) &&
    !lettersOf(title).startsWith(lettersOf(jsonLd))
  )
    return withoutOutlet(jsonLd, outlet)
  if (heading.length > 15 && similar(heading, stated)) return heading
  if (headings.length === 1 && heading.length > 25) return heading
  return (
    withoutOutlet(jsonLd, outlet) ||
    withoutOutlet(openGraph, outlet) ||
    heading ||
    withoutOutlet(title, outlet)
  )
}

/** 'After the vote: Minister resigns', where the heading has only 'Minister resigns'. */
function withKicker(heading: string, jsonLd: string): string {
  const [whole, part] = [lettersOf(jsonLd), lettersOf(heading)]
  return whole !== part && whole.endsWith(part) && whole.length < part.length * 2 ? jsonLd : heading
}

/** One is the other with a kicker before it. */
function sameHeadline(heading: string, jsonLd: string): boolean {
  const [a, b] = [lettersOf(heading), lettersOf(jsonLd)]
  return a.length > 12 && b.length > 12 && (a.endsWith(b) || b.endsWith(a))
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

function similar(heading: string, stated: readonly string[]): boolean {
  const words = new Set(heading.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
  return stated.some((text) => {
    const others = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
    return others.filter((word) => words.has(word)).length >= Math.min(words.size, others.length) * 0.5
  })
}

/** 'Headline — Outlet', 'Outlet | Headline': the part that is the outlet's name, or a short last part, goes. */
export function withoutOutlet(title: string, outletLetters: string): string {
  const parts = title.split(/\s+[|—–•·»:/-]+\s+|\s*[|»]\s*/)
  if (parts.length < 2) return title
  const isOutlet = (part: string): boolean => {
    const letters = lettersOf(part)
    return (
      outletLetters !== '' &&
      (letters === outletLetters || letters.includes(outletLetters) || outletLetters.includes(letters))
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

function cutAt(title: string, parts: readonly string[], index: number): string {
  const part = parts[index] ?? ''
  return title
    .slice(0, title.lastIndexOf(part))
    .replace(/[\s|—–•·»:/-]+$/, '')
    .trim()
}
