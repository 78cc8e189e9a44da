import type { LanguageTag } from './language-tag.ts'
import type { Moment } from './time.ts'

export type ArticleId = number

/** An address within a text: `start` and `end` are UTF-16 offsets into that text, end exclusive. */
export interface TextLink {
  readonly start: number
  readonly end: number
  readonly address: string
}

/** White space is collapsed and trimmed; line breaks inside a block are '\n'. */
export interface LinkedText {
  readonly text: string
  readonly links: readonly TextLink[]
}

export interface Image {
  readonly address: string
  readonly alt: string
  /** CSS pixels as declared by the page, or null. */
  readonly width: number | null
  readonly height: number | null
}

export type Block =
  | ({ readonly kind: 'paragraph' } & LinkedText)
  | ({ readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5 | 6 } & LinkedText)
  | ({ readonly kind: 'quote' } & LinkedText)
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly LinkedText[] }
  | {
      readonly kind: 'figure'
      readonly images: readonly Image[]
      readonly caption: string
      readonly credit: string
    }
  | {
      /** A post or player of another site: `provider` is its host; `text` what the page itself says of it. */
      readonly kind: 'embed'
      readonly provider: string
      readonly address: string
      readonly author: string
      readonly text: string
    }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[] }

/** What the reader makes of a capture. One per canonical address. */
export interface Article {
  /** Canonical: see kit/address.ts. */
  readonly address: string
  readonly headline: string
  /** The standfirst, when the page sets one apart from the body; not repeated in `blocks`. */
  readonly lead: string | null
  readonly authors: readonly string[]
  /** The agency named in the byline, or null. */
  readonly agency: string | null
  readonly publishedAt: Moment | null
  readonly modifiedAt: Moment | null
  readonly language: LanguageTag
  readonly blocks: readonly Block[]
  readonly image: Image | null
  /** As the page states it (og:site_name, publisher), or null. */
  readonly outletName: string | null
  readonly section: string | null
  readonly keywords: readonly string[]
  /** Absolute addresses linked from the blocks, each once, in order. */
  readonly outgoingLinks: readonly string[]
  /** Where the text came from: the page itself, or the source's own text because the page could not be had. */
  readonly textFrom: 'page' | 'source'
}

/** A page that is not an article is named, not guessed into one. `why` is a sentence for an editor. */
export type Reading =
  | { readonly kind: 'article'; readonly article: Article }
  | {
      readonly kind: 'live-blog' | 'gallery' | 'video' | 'paywall-stub'
      readonly article: Article
      readonly why: string
    }
  | { readonly kind: 'section' | 'consent-wall' | 'error-page' | 'empty'; readonly why: string }
