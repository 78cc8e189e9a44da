import { Parser } from 'htmlparser2'
import { Problem } from '../model/problem.ts'
import type { SourceKind } from '../model/source.ts'

export interface OpmlSource {
  readonly address: string
  readonly title: string
  /** What Wiredesk wrote it as; of other readers' files, 'feed'. */
  readonly kind: SourceKind
  /** The outlet's name, where Wiredesk wrote the file: an editor may have given it. */
  readonly outlet: string | null
  /** The titles of the folders that it lies in, outermost first. */
  readonly folders: readonly string[]
}

/**
 * The sources that an OPML file lists, as any feed reader exports it: folders within folders, attributes in any case,
 * unescaped ampersands. Each address once. What is no OPML is Problem 'wire/not-opml'.
 */
export function parseOpml(text: string): OpmlSource[] {
  const found = new Map<string, OpmlSource>()
  const open: string[] = []
  let isOpml = false
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        if (tag.toLowerCase() === 'opml') isOpml = true
        if (tag.toLowerCase() !== 'outline') return
        const attributes = lowerCased(raw)
        const source = sourceOf(attributes, open)
        if (source !== null && !found.has(source.address)) found.set(source.address, source)
        open.push(source === null ? titleOf(attributes) : '')
      },
      onclosetag(tag) {
        if (tag.toLowerCase() === 'outline') open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text.replace(/^\uFEFF/, ''))
  if (!isOpml)
    throw new Problem(
      'wire/not-opml',
      'This file is no OPML: it has no <opml> element. Export it again as OPML.',
    )
  return [...found.values()]
}

/** An OPML 2.0 file with one outline a source. */
export function writeOpml(
  sources: readonly {
    readonly address: string
    readonly title: string
    readonly kind?: SourceKind
    readonly outlet?: string
  }[],
  title: string,
): string {
  const lines = sources.map(({ address, title: name, kind = 'feed', outlet = '' }) => {
    const attributes = {
      type: 'rss',
      text: name || address,
      title: name,
      xmlUrl: address,
      category: outlet.replace(/,/g, ' '),
      wiredeskKind: kind,
      wiredeskOutlet: outlet,
    }
    return `    <outline ${written(attributes)}/>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escaped(title)}</title>`,
    '  </head>',
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

type Attributes = Readonly<Record<string, string>>

function lowerCased(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]))
}

function sourceOf(attributes: Attributes, open: readonly string[]): OpmlSource | null {
  const address = (attributes.xmlurl ?? attributes.url ?? '').trim().replace(/^feed:(\/\/)?(?=https?:)/i, '')
  if (!/^https?:\/\//i.test(address)) return null
  const { wiredeskoutlet: outlet = '' } = attributes
  return {
    address,
    title: titleOf(attributes),
    kind: kindOf(attributes),
    outlet: outlet.trim() || null,
    folders: open.filter(Boolean),
  }
}

function titleOf({ title, text }: Attributes): string {
  return (title || text || '').trim()
}

function kindOf({ wiredeskkind: kind }: Attributes): SourceKind {
  return kinds.find((known) => known === kind) ?? 'feed'
}

const kinds: readonly SourceKind[] = ['feed', 'sitemap', 'section', 'telegram', 'mastodon', 'warc']

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')
}

function escaped(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
      .replace(/[\x00-\x1F]/g, '')
  )
}
