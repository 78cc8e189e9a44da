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
  | List
  | Definitions
  | Code
  | Figure
  | Gallery
  | Video
  | Embed
  | Table

export interface List {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly ListItem[]
}

/** `inner` is the list that stands in the item, where one does. */
export interface ListItem extends LinkedText {
  readonly inner?: List
}

/** Terms, each with what is said of it; several lines where the page gives it several. */
export interface Definitions {
  readonly kind: 'definitions'
  readonly items: readonly { readonly term: string; readonly meaning: LinkedText }[]
}

/** Text whose spaces and line breaks count. */
export interface Code {
  readonly kind: 'code'
  readonly text: string
}

export interface Figure {
  readonly kind: 'figure'
  readonly images: readonly Image[]
  readonly caption: string
  readonly credit: string
}

/** Three pictures or more that stand together, in their order. */
export interface Gallery {
  readonly kind: 'gallery'
  readonly pictures: readonly { readonly image: Image; readonly caption: string; readonly credit: string }[]
}

/** A film in the page or in another site's player: `address` is where it can be seen, `provider` the host of that. */
export interface Video {
  readonly kind: 'video'
  readonly provider: string
  readonly address: string
  /** What the page calls it. */
  readonly title: string
  /** The address of the still that stands for it, or null. */
  readonly poster: string | null
  readonly durationSeconds: number | null
}

/** A post, map or player of another site: `provider` is its host; `text` what the page itself carries of it. */
export interface Embed {
  readonly kind: 'embed'
  readonly provider: string
  /** '' when the page does not say where it stands. */
  readonly address: string
  /** As the page writes the name, or ''. */
  readonly author: string
  readonly text: string
  /** '@port', where the page or the address tells it. */
  readonly handle?: string
  /** When it was posted, where the page says so. */
  readonly at?: Moment
}

/** Rows are equally long: a cell that spans others is followed by empty ones. */
export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
  /** How many of the first rows name columns; none when absent. */
  readonly headerRows?: number
  /** True when the first cell of each row names it. */
  readonly headerColumn?: boolean
}

/** One entry of a live blog. */
export interface LiveEntry {
  readonly headline: string | null
  readonly at: Moment | null
  /** Its own address, a fragment of the page's where the page gives it one; or null. */
  readonly address: string | null
  readonly blocks: readonly Block[]
}

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
  /** Of a live blog only: its entries as the page orders them; what stands above them is in `blocks`. */
  readonly entries?: readonly LiveEntry[]
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
  | { readonly kind: NoArticle; readonly why: string }

/** `bot-check`: the site asks whether a person is asking. `empty`: nothing to read, as where scripts draw the page. */
export type NoArticle = 'section' | 'consent-wall' | 'login-wall' | 'bot-check' | 'error-page' | 'empty'
