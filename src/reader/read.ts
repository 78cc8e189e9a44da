import type { Article, Block, Reading } from '../model/article.ts'
import type { EpochMs } from '../model/time.ts'
import { makeBlocks } from './blocks/make-blocks.ts'
import { type Body, readBody } from './body/read-body.ts'
import { decodePage } from './decode/decode-page.ts'
import { nameKind } from './kinds/name-kind.ts'
import { type Metadata, readMetadata } from './metadata/read-metadata.ts'
import { parsePage } from './parse/parse-page.ts'

export interface ReaderInput {
  /** The page as served, or `text`, the page already decoded. */
  readonly bytes?: Uint8Array
  readonly text?: string
  /** The base of relative links, and the article's address where the page states none. */
  readonly address: string
  readonly contentType?: string | null
  /** Which year a date without one is of, is told by it; without it such dates are passed over. */
  readonly fetchedAt?: EpochMs
}

/**
 * Reads a page down to its article: decode, parse, metadata, body, blocks. A page that is no article is named.
 * Pure and synchronous; never throws, whatever the bytes. `language` is as declared, or 'und'.
 */
export function read(input: ReaderInput): Reading {
  const html = input.text ?? decodePage(input.bytes ?? new Uint8Array(), input.contentType).text
  const page = parsePage(html)
  const metadata = readMetadata(page, input.address, input.fetchedAt)
  const body = readBody(page, metadata)
  const blocks =
    body.container === null
      ? body.blocks
      : makeBlocks({ ...body, container: body.container, page, address: input.address })
  return nameKind(page, metadata, toArticle(metadata, body, blocks))
}

function toArticle(metadata: Metadata, body: Body, blocks: readonly Block[]): Article {
  return {
    address: metadata.address,
    headline: metadata.headline,
    lead: body.lead,
    authors: metadata.authors,
    agency: metadata.agency,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    language: metadata.language,
    blocks,
    image: metadata.image ?? blocks.find((block) => block.kind === 'figure')?.images[0] ?? null,
    outletName: metadata.outletName,
    section: metadata.section,
    keywords: metadata.keywords,
    outgoingLinks: outgoingLinks(blocks),
    textFrom: 'page',
  }
}

export function outgoingLinks(blocks: readonly Block[]): readonly string[] {
  const links = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap((item) => item.links)
    return 'links' in block ? block.links : []
  })
  return [...new Set(links.map((link) => link.address))]
}
