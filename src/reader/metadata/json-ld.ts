import { attribute, elementsOf, type Page } from '../parse/page-node.ts'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** The objects and lists of a block that are looked at: no real one holds so many. */
const mostValues = 5000
/** A block of more is none to parse: of 1,538 pages the largest, a live blog of a day, had 3,434 objects and 52,482 quotes. */
const mostOpenings = 20_000
const mostQuotes = 100_000
/** Nor is a broken one of more characters mended: the largest but that one had 43,594. */
const longestToMend = 250_000

/** Every object of the page's JSON-LD that has a type, those of @graph and nested ones with them, in order. */
export function jsonLdObjects(page: Page): readonly JsonObject[] {
  const found: JsonObject[] = []
  for (const node of elementsOf(page, 'script')) {
    if (!/ld\+json/i.test(attribute(node, 'type'))) continue
    const queue: { readonly value: Json; readonly depth: number }[] = [
      { value: parseLeniently(node.text), depth: 0 },
    ]
    for (let at = 0; at < queue.length; at++) {
      const { value, depth } = queue[at] as (typeof queue)[number]
      if (value === null || typeof value !== 'object' || depth > 12) continue
      if (isObject(value) && value['@type'] !== undefined) found.push(value)
      for (const name in value) {
        if (queue.length === mostValues) break
        const child = (value as JsonObject)[name]
        if (typeof child === 'object') queue.push({ value: child, depth: depth + 1 })
      }
    }
  }
  return found
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function typesOf(object: JsonObject): readonly string[] {
  return listOf(object['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''))
}

export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value as Json]
}

/** The text of a property: of its first string, or of the name or @value of its first object. */
export function textOf(value: Json | undefined): string {
  for (const item of listOf(value)) {
    if (typeof item === 'string' && item.trim() !== '') return item.trim()
    if (typeof item === 'number') return String(item)
    if (isObject(item)) {
      const inner = textOf(item.name ?? item['@value'] ?? item.url)
      if (inner !== '') return inner
    }
  }
  return ''
}

/** Outlets write JSON by hand: line breaks in strings, trailing commas, comments around it. */
function parseLeniently(text: string): Json {
  const opened = text.trim().replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
  let end = opened.length
  while (end > 0 && /[\s;]/.test(opened[end - 1] as string)) end--
  // What closes the wrapping is short: an expression that looks for it anywhere would start at every space.
  const closing = /(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/.exec(
    opened.slice(Math.max(0, end - 40), end),
  )
  const trimmed = opened.slice(0, end - (closing?.[0].length ?? 0))
  if (holdsMore(trimmed, '"', mostQuotes) || holdsMore(trimmed, '{', mostOpenings)) return null
  if (holdsMore(trimmed, '[', mostOpenings)) return null
  return parse(trimmed) ?? (trimmed.length > longestToMend ? null : parse(repair(trimmed)))
}

function holdsMore(text: string, mark: string, most: number): boolean {
  let left = most
  for (let at = text.indexOf(mark); at >= 0 && left > 0; at = text.indexOf(mark, at + 1)) left--
  return left === 0
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

function repair(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\[\s\S])*(?:"|$)/g, (string) =>
      string.replace(/\p{Cc}/gu, escapeControl).replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
    )
    .replace(/,\s*(?=[}\]])/g, '')
    .replace(/\}\s*\{/g, '},{')
}

function escapeControl(character: string): string {
  if (character === '\n') return '\\n'
  return character === '\t' ? '\\t' : ' '
}
