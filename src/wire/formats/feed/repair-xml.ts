import { Problem } from '../../../model/problem.ts'

/**
 * XML without what stands before it (warnings, blank lines) and without its DOCTYPE, so that no parser ever has
 * entities to expand. A DOCTYPE that builds entities out of entities or fetches them is an attack, and is
 * Problem 'wire/unsafe-xml'.
 */
export function bareXml(text: string, address: string): string {
  const start = text.search(
    /<(\?xml|!doctype\s+(?!html)|(\w+:)?(rss|rdf|feed|urlset|sitemapindex|opml)[\s>])/i,
  )
  const xml = start > 0 ? text.slice(start) : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, feeds hold them
  return withoutDoctype(xml, address).replace(/[\x01-\x08\x0B\x0C\x0E-\x1F]/g, '')
}

function withoutDoctype(xml: string, address: string): string {
  const head = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*<!doctype\b/i.exec(xml)
  if (head === null) return xml
  const rest = xml.slice(head[0].length)
  const end = rest.indexOf('>')
  const bracket = rest.indexOf('[')
  if (bracket === -1 || (end !== -1 && end < bracket)) return rest.slice(end + 1)
  const close = rest.search(/\]\s*>/)
  const subset = close === -1 ? rest : rest.slice(bracket, close)
  if (/<!ENTITY\s+%?\s*[\w.:-]+\s+(SYSTEM|PUBLIC)|<!ENTITY[^>]*["'][^"'>]*[&%](?!#)[\w.:-]+;/i.test(subset))
    throw new Problem(
      'wire/unsafe-xml',
      `${address} declares XML entities that refer to others or to files, as attacks do; it was not read.`,
    )
  return close === -1 ? '' : rest.slice(close).replace(/^\]\s*>/, '')
}

/** Escapes what can be no markup: `<` before what no tag begins with, and what a cut-off download left open. */
export function repairXml(xml: string): string {
  return closeOpen(xml.replace(/<(?![a-z_!?/])/gi, '&lt;'))
}

/** A feed that ends in the middle of an item ends after the item before it. */
function closeOpen(xml: string): string {
  if (/<\/((\w+:)?(rss|rdf|feed))\s*>\s*$/i.test(xml)) return xml
  const last = /^[\s\S]*<\/(?:item|entry)\s*>/i.exec(xml)?.[0] ?? xml
  const root = /<((?:\w+:)?(rss|rdf|feed))[\s>]/i.exec(xml)?.[1]
  if (root === undefined) return xml
  const isRss = /rss$/i.test(root)
  return `${last}${isRss ? '</channel>' : ''}</${root}>`
}

/** The feed's head and its items apart, so that some of them can be read without the others. */
export function headAndItems(xml: string): { readonly head: string; readonly items: readonly string[] } {
  const first = xml.search(/<(?:item|entry)[\s>]/i)
  if (first === -1) return { head: xml, items: [] }
  const items = xml.slice(first).match(/<(item|entry)[\s>][\s\S]*?<\/\1\s*>/gi) ?? []
  return { head: xml.slice(0, Math.min(first, maxHead)), items }
}

export function withItems(head: string, items: readonly string[]): string {
  return closeOpen(head + items.join('\n'))
}

/** The number of items that the text holds, however broken. */
export function countItems(xml: string): number {
  return xml.match(itemEnd)?.length ?? 0
}

/** An endless feed is cut to the items at both of its ends, for either may be the newest. */
export function withoutMiddle(xml: string): string {
  const ends = [...xml.matchAll(itemEnd)].map((match) => match.index + match[0].length)
  const head = ends[maxItems]
  const tail = ends[ends.length - maxItems - 1]
  return head === undefined || tail === undefined || tail <= head ? xml : xml.slice(0, head) + xml.slice(tail)
}

const maxItems = 1500
const maxHead = 64 * 1024
const itemEnd = /<\/(?:item|entry)\s*>/gi
