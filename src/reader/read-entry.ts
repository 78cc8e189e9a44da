import { canonicalAddress } from '../kit/address.ts'
import type { Article, Block } from '../model/article.ts'
import { bareEntry } from '../model/bare-entry.ts'
import type { Entry } from '../model/source.ts'
import type { EpochMs, Moment } from '../model/time.ts'
import { makeBlocks } from './blocks/make-blocks.ts'
import { outgoingLinks } from './blocks/outgoing-links.ts'
import { elementRoles } from './body/element-roles.ts'
import { passagesOf } from './body/passages.ts'
import { isFurnitureText } from './data/furniture.ts'
import { plainText } from './parse/clean-text.ts'
import { parsePage } from './parse/parse-page.ts'
import { type IdentifyLanguage, inTextLanguage } from './text-language.ts'

/** What is known of an entry beside what it says. */
export interface KnownOfEntry {
  readonly outletName?: string | null
  readonly identifyLanguage?: IdentifyLanguage
}

/** An entry of a feed, as far as the feed says it. */
export type GivenEntry = Pick<Entry, 'address'> & Partial<Entry>

/** An article of the source's own text, for where the page cannot be had: `textFrom` is 'source'. Never throws. */
export function readEntry(given: GivenEntry, known: KnownOfEntry = {}): Article {
  const entry: Entry = { ...bareEntry(given.address), ...given }
  const blocks = blocksOf(entry)
  const [image] = entry.images
  const summary = plainText(entry.summary ?? '')
  const article: Article = {
    address: canonicalAddress(entry.address) ?? entry.address,
    headline: plainText(entry.headline ?? ''),
    lead:
      blocks.length > 0 && summary !== '' && entry.html !== null && !repeats(blocks, summary)
        ? summary
        : null,
    authors: entry.authors,
    agency: null,
    publishedAt: moment(entry.publishedAt),
    modifiedAt: moment(entry.modifiedAt),
    language: /^[a-z]{2,3}/i.exec(entry.language ?? '')?.[0].toLowerCase() ?? 'und',
    blocks,
    image: image === undefined ? null : { address: image, alt: '', width: null, height: null },
    outletName: known.outletName ?? null,
    section: entry.categories[0] ?? null,
    keywords: entry.categories,
    outgoingLinks: outgoingLinks(blocks),
    textFrom: 'source',
  }
  return inTextLanguage(article, known.identifyLanguage)
}

function blocksOf(entry: Entry): readonly Block[] {
  const page = parsePage(`<body>${entry.html ?? entry.summary ?? ''}</body>`)
  const roles = elementRoles(page)
  const [, container] = page.nodes
  if (container === undefined) return []
  const kept = passagesOf(page, roles).filter((passage) => !isFurnitureText(passage.text))
  return makeBlocks({ page, roles, container, kept, isDropped: () => false, address: entry.address })
}

function repeats(blocks: readonly Block[], summary: string): boolean {
  return blocks.some(
    (block) =>
      block.kind === 'paragraph' &&
      (block.text.startsWith(summary.slice(0, 60)) || summary.startsWith(block.text.slice(0, 60))),
  )
}

/** A feed's time is exact to what it wrote; what reaches us is the instant alone. */
function moment(at: EpochMs | null): Moment | null {
  return at === null ? null : { at, zone: null, precision: 'second' }
}
