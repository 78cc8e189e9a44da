import type { Article, Block, Image, Reading } from '../model/article.ts'
import type { OutletMemory, PageNote } from '../model/outlet-memory.ts'
import { isWithoutRules, type OutletRules } from '../model/outlet-rules.ts'
import type { EpochMs } from '../model/time.ts'
import { makeBlocks } from './blocks/make-blocks.ts'
import { outgoingLinks } from './blocks/outgoing-links.ts'
import { statedVideos } from './blocks/stated-videos.ts'
import { type Body, readBody } from './body/read-body.ts'
import { role } from './body/role.ts'
import { decodeMarkup } from './decode/decode-page.ts'
import { liveBlog } from './kinds/live-blog.ts'
import { nameKind } from './kinds/name-kind.ts'
import { notePage } from './memory/note-page.ts'
import { picturesOf, withOwnPictures } from './memory/own-pictures.ts'
import { type Recollection, recollect } from './memory/recollect.ts'
import { type Metadata, readMetadata } from './metadata/read-metadata.ts'
import type { Page, PageNode } from './parse/page-node.ts'
import { parsePage } from './parse/parse-page.ts'
import { type MatchedRules, matchRules } from './rules/match-rules.ts'
import { ruleBody } from './rules/rule-body.ts'
import { ruleMetadata } from './rules/rule-metadata.ts'
import { type IdentifyLanguage, inTextLanguage } from './text-language.ts'

export interface ReaderInput {
  /** The page as served, or `text`, the page already decoded. */
  readonly bytes?: Uint8Array | ArrayBuffer
  readonly text?: string
  /** The base of relative links, and the article's address where the page states none. */
  readonly address: string
  readonly contentType?: string | null
  /** Which year a date without one is of, is told by it; without it such dates are passed over. */
  readonly fetchedAt?: EpochMs
  /** What the operator says of this outlet's pages, as far as they say it: it wins over every guess. See selectorProblem. */
  readonly rules?: Partial<OutletRules> | null
  /** Tells the language of the text; without it the declared one stands where it is written in the text's script. */
  readonly identifyLanguage?: IdentifyLanguage
  /** What earlier pages of its outlet taught: see readAndNote. */
  readonly memory?: OutletMemory | null
}

/**
 * Reads a page down to its article: decode, parse, metadata, body, blocks. A page that is no article is named.
 * Pure and synchronous; never throws, whatever the bytes, but for a TypeError where it is given neither bytes nor text.
 * `language` is that of the text, or 'und'.
 */
export function read(input: ReaderInput): Reading {
  return readWhole(input).reading
}

/**
 * As `read`, and what the page teaches of its outlet, to be added to its memory with `remember`; null where it held no
 * article. The memory that was given is not changed.
 */
export function readAndNote(input: ReaderInput): {
  readonly reading: Reading
  readonly note: PageNote | null
} {
  const { reading, metadata, body, pictures } = readWhole(input)
  const hasArticle = 'article' in reading
  return {
    reading,
    note: hasArticle ? notePage(metadata.address, body.passages, body.judged, pictures) : null,
  }
}

/** A reading with all that it was made from, for who explains it. */
export interface Whole {
  readonly page: Page
  readonly metadata: Metadata
  readonly body: Body
  readonly rules: MatchedRules | null
  readonly reading: Reading
  /** The addresses of all pictures in the article, furniture or not. */
  readonly pictures: readonly string[]
}

export function readWhole(input: ReaderInput): Whole {
  const markup = input.text ?? decodeMarkup(bytesOf(input), input.contentType)
  const isRuled = input.rules != null && !isWithoutRules(input.rules)
  const page = parsePage(markup, isRuled ? 'all' : 'kept')
  const rules = isRuled ? matchRules(page, input.rules) : null
  const metadata = metadataOf(page, rules, input)
  const memory = input.memory == null ? null : recollect(input.memory, metadata.address)
  const body = bodyOf(page, rules, metadata, memory)
  const live = liveBlog(page, metadata, body, input.address)
  const container = body.container ?? (body.blocks.length === 0 ? wholePage(page) : null)
  const blocks =
    container === null
      ? body.blocks
      : makeBlocks({
          ...body,
          kept: live === null ? body.kept : body.kept.filter(({ start }) => !live.holds(start)),
          isDropped: (node) =>
            live?.holds(node.index) === true ||
            (body.container === null ? isBeside(body, node) : body.isDropped(node)),
          container,
          page,
          address: input.address,
          videos: statedVideos(metadata.objects, input.address),
        })
  const article = inTextLanguage(toArticle(metadata, body, blocks), input.identifyLanguage)
  const reading = nameKind(
    { page, metadata, body, entries: live?.entries ?? null },
    memory === null ? article : withOwnPictures(article, memory),
  )
  return { page, metadata, body, rules, reading, pictures: picturesOf(article) }
}

/** Who calls from JavaScript has no compiler to be told by. */
function bytesOf({ bytes }: ReaderInput): Uint8Array {
  if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
  if (ArrayBuffer.isView(bytes)) return bytes
  throw new TypeError('Give the page as `bytes` (a Uint8Array or an ArrayBuffer) or as `text` (a string).')
}

/** A page without text can still show pictures or a video. */
function wholePage({ nodes }: Page): PageNode | null {
  return (
    nodes.find(({ tag }) => tag === 'main') ?? nodes.find(({ tag }) => tag === 'body') ?? nodes[0] ?? null
  )
}

function isBeside({ roles }: Body, { index }: PageNode): boolean {
  return ((roles.all[index] ?? 0) & (role.nav | role.footer | role.aside | role.comments | role.dialog)) !== 0
}

function metadataOf(page: Page, rules: MatchedRules | null, { address, fetchedAt }: ReaderInput): Metadata {
  const metadata = readMetadata(page, address, fetchedAt)
  return rules === null ? metadata : ruleMetadata(metadata, page, rules, fetchedAt)
}

/** Where all text of a page came back on others, they told the same: none of it is furniture. */
function bodyOf(
  page: Page,
  rules: MatchedRules | null,
  metadata: Metadata,
  memory: Recollection | null,
): Body {
  const body = bodyBy(page, rules, metadata, memory)
  const isNothing = body.kept.length === 0 && body.lead === null && body.blocks.length === 0
  return memory !== null && isNothing ? bodyBy(page, rules, metadata, null) : body
}

function bodyBy(
  page: Page,
  rules: MatchedRules | null,
  metadata: Metadata,
  memory: Recollection | null,
): Body {
  if (rules === null) return readBody(page, metadata, memory, null)
  const ruledOut = {
    elements: rules.elements('drop'),
    holds: (node: PageNode) => rules.verdict(node)?.keep === false,
  }
  return ruleBody(page, readBody(page, metadata, memory, ruledOut), rules, metadata.headline)
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
    image: metadata.image ?? firstImage(blocks),
    outletName: metadata.outletName,
    section: metadata.section,
    keywords: metadata.keywords,
    outgoingLinks: outgoingLinks(blocks),
    textFrom: 'page',
  }
}

function firstImage(blocks: readonly Block[]): Image | null {
  for (const block of blocks) {
    if (block.kind === 'figure' && block.images[0] !== undefined) return block.images[0]
    if (block.kind === 'gallery' && block.pictures[0] !== undefined) return block.pictures[0].image
  }
  return null
}
