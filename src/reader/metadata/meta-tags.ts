import { attribute, elementsOf, type Page } from '../parse/page-node.ts'

/** What meta and link elements say: names in lower case, values trimmed, in document order. */
export interface MetaTags {
  first(...names: readonly string[]): string
  all(name: string): readonly string[]
}

export function readMetaTags(page: Page): MetaTags {
  const values = new Map<string, string[]>()
  for (const node of elementsOf(page, 'meta')) {
    const content = attribute(node, 'content').trim()
    if (content === '') continue
    const names = [attribute(node, 'property'), attribute(node, 'name'), attribute(node, 'itemprop')]
    for (const name of new Set(names.map((name) => name.trim().toLowerCase())))
      if (name !== '') add(name, content)
    if (attribute(node, 'http-equiv').toLowerCase() === 'content-language') add('content-language', content)
  }
  for (const node of elementsOf(page, 'link')) {
    const address = attribute(node, 'href').trim()
    if (address !== '')
      for (const rel of attribute(node, 'rel').toLowerCase().split(/\s+/)) add(`link:${rel}`, address)
  }
  return {
    first: (...names) => {
      for (const name of names) {
        const value = values.get(name)?.[0]
        if (value !== undefined) return value
      }
      return ''
    },
    all: (name) => values.get(name) ?? [],
  }

  function add(name: string, value: string): void {
    const known = values.get(name)
    if (known === undefined) values.set(name, [value])
    else known.push(value)
  }
}
