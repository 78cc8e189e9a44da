import type { NewOutlet, OutletId } from './outlet.ts'
import type { ProblemCode } from './problem.ts'
import type { EpochMs } from './time.ts'

export type SourceId = number

export type SourceKind = 'feed' | 'sitemap' | 'section' | 'telegram' | 'mastodon' | 'warc'

/** `gone`: the address answered 410; it stays until an editor deletes or resumes it. */
export type SourceState = 'active' | 'paused' | 'gone'

/** An address watched for an outlet. */
export interface Source {
  readonly id: SourceId
  readonly outletId: OutletId
  readonly kind: SourceKind
  readonly address: string
  readonly title: string
  readonly state: SourceState
  readonly createdAt: EpochMs
  readonly health: SourceHealth
}

/** How a source fares and when it is due: shown to editors in words, used by the schedule as numbers. */
export interface SourceHealth {
  readonly intervalSeconds: number
  readonly nextPollAt: EpochMs
  readonly lastPollAt: EpochMs | null
  readonly lastSuccessAt: EpochMs | null
  /** When it last listed an address that was new to us. */
  readonly lastNewAt: EpochMs | null
  readonly consecutiveFailures: number
  readonly lastProblem: { readonly code: ProblemCode; readonly message: string; readonly at: EpochMs } | null
  /** Validators of the last good answer, for conditional GET (RFC 9110 §13). */
  readonly etag: string | null
  readonly lastModified: string | null
}

/** What a source lists: one address and what the source itself says of it. Everything but the address may be missing. */
export interface Entry {
  /** Absolute, as listed; not yet canonical. */
  readonly address: string
  readonly headline: string | null
  readonly summary: string | null
  /** The source's own text of it, as HTML; null when it has none. */
  readonly html: string | null
  /** True when `html` is the whole article and no page need be fetched (a Telegram or Mastodon post). */
  readonly whole: boolean
  readonly publishedAt: EpochMs | null
  readonly modifiedAt: EpochMs | null
  /** True when the source stated these times without a zone, and UTC was assumed. */
  readonly zoneUnknown?: true
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  readonly images: readonly string[]
  /** As declared by the source (feed language, news:language), or null. */
  readonly language: string | null
}

/** What discovery makes of a pasted address: one source that could be added, with what would come from it. */
export interface FoundSource {
  readonly kind: SourceKind
  readonly address: string
  readonly title: string
  readonly outlet: NewOutlet
  /** The newest few entries, so that an editor sees what will come. */
  readonly entries: readonly Entry[]
}
