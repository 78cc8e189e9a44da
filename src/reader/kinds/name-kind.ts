import type { Article, Block, LiveEntry, Reading } from '../../model/article.ts'
import { allBlocks, bodyText } from '../../model/block-text.ts'
import { outgoingLinks } from '../blocks/outgoing-links.ts'
import { type StatedVideo, statedVideos } from '../blocks/stated-videos.ts'
import { videoOf } from '../blocks/video-at.ts'
import type { Passage } from '../body/passages.ts'
import { weightOf } from '../body/prose.ts'
import type { Body } from '../body/read-body.ts'
import { pageKindWords } from '../data/page-kind-words.ts'
import { typesOf } from '../metadata/json-ld.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import type { Page } from '../parse/page-node.ts'
import { isSection } from './is-section.ts'
import { nameShell, nameWall } from './name-wall.ts'
import { pageFace } from './page-face.ts'

/** Less is no article, but may be a stub or a picture with a caption. */
const shortWeight = 400
const stubWeight = 800

export interface Read {
  readonly page: Page
  readonly metadata: Metadata
  readonly body: Body
  /** Null where the page is no live blog. */
  readonly entries: readonly LiveEntry[] | null
}

/** An article, or what else the page is: named, not guessed into an article. */
export function nameKind({ page, metadata, body, entries }: Read, article: Article): Reading {
  if (entries !== null)
    return {
      kind: 'live-blog',
      article: {
        ...article,
        entries,
        outgoingLinks: outgoingLinks(allBlocks({ blocks: article.blocks, entries })),
      },
      why:
        entries.length === 0
          ? 'The page says of itself that it is a live blog.'
          : `The page is a live blog of ${entries.length} entries.`,
    }
  const text = bodyText(article)
  const weight = weightOf(text)
  const face = pageFace(page, body.roles, metadata, article, text)
  const wall = face === null ? null : nameWall(face)
  if (wall !== null) return wall
  if (isStub(body, metadata, weight))
    return {
      kind: 'paywall-stub',
      article,
      why: 'The page shows the beginning of the article; the rest is for subscribers.',
    }
  const pictures = article.blocks.reduce((count, block) => count + picturesIn(block), 0)
  const isStatedGallery = metadata.types.some((type) => /Gallery$/.test(type))
  if ((weight < shortWeight && pictures >= 5) || (isStatedGallery && (pictures >= 3 || weight < shortWeight)))
    return { kind: 'gallery', article, why: `The page shows ${pictures} pictures and little text.` }
  if (weight < shortWeight && isVideo(metadata, article)) return asVideo(metadata, article)
  const shell = face === null ? null : nameShell(face)
  if (shell !== null) return shell
  if (isSection(body, metadata, weight))
    return { kind: 'section', why: 'The page lists articles and has no text of its own.' }
  if (weight === 0 && article.lead === null && !article.blocks.some(({ kind }) => kind === 'embed'))
    return { kind: 'empty', why: 'The page holds no text that reads as an article.' }
  return { kind: 'article', article }
}

function isStub(body: Body, metadata: Metadata, weight: number): boolean {
  if (weight >= stubWeight || (weight === 0 && body.lead === null)) return false
  return !metadata.isFree || body.passages.some((passage) => saysPaywall(passage, body))
}

/** Offers of a subscription stand in the head of every page; those that end an article stand behind its beginning. */
function saysPaywall({ start, text }: Passage, { kept }: Body): boolean {
  return start > (kept[0]?.start ?? 0) && text.length < 400 && pageKindWords.paywall.within.test(text)
}

function picturesIn(block: Block): number {
  if (block.kind === 'gallery') return block.pictures.length
  return block.kind === 'figure' ? block.images.length : 0
}

function isVideo({ openGraphType, types, objects }: Metadata, { blocks }: Article): boolean {
  if (/^video/.test(openGraphType) || types.includes('VideoObject')) return true
  if (types.some((type) => /Article$|Posting$/.test(type))) return false
  return blocks[0]?.kind === 'video' || objects.some((object) => typesOf(object).includes('VideoObject'))
}

/** With the video that its data names where no player stands in it, and the description where it has no text. */
function asVideo(metadata: Metadata, article: Article): Reading {
  const [stated] = statedVideos(metadata.objects, article.address)
  const video = article.blocks.some(({ kind }) => kind === 'video') ? null : videoOf(stated ?? bare(metadata))
  const hasText = article.lead !== null || article.blocks.some(({ kind }) => kind === 'paragraph')
  const said = metadata.description || (stated?.description ?? '')
  return {
    kind: 'video',
    why: 'The page shows a video and little text.',
    article: {
      ...article,
      lead: hasText || said === '' ? article.lead : said,
      blocks: video === null ? article.blocks : [video, ...article.blocks],
    },
  }
}

/** What OpenGraph says of the video. */
function bare({ video, image }: Metadata): StatedVideo {
  return {
    addresses: video === null ? [] : [video],
    title: '',
    description: '',
    poster: image?.address ?? null,
    durationSeconds: null,
  }
}
