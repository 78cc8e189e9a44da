import type { LanguageTag } from './language-tag.ts'
import type { EpochMs } from './time.ts'

/**
 * What an editor searches for, with words already stemmed by `language`, so that the archive need know no
 * grammar. A clause matches when its words stand side by side in the field, each as any of its alternatives
 * (one query word has a stem in each language that it could be in).
 */
export interface SearchQuery {
  /** All must hold. With no clause that is not negated, filters alone choose. */
  readonly clauses: readonly SearchClause[]
  readonly filters: SearchFilters
}

export interface SearchClause {
  readonly field: 'any' | 'headline' | 'lead' | 'body' | 'author'
  readonly negated: boolean
  /** One word, or a phrase of several in order; each word is its alternative stems, never empty. */
  readonly words: readonly (readonly string[])[]
}

export interface SearchFilters {
  readonly languages: readonly LanguageTag[]
  /** Outlet keys or names, matched whole and without regard to case. */
  readonly outlets: readonly string[]
  /** Inclusive. */
  readonly after: EpochMs | null
  /** Exclusive. */
  readonly before: EpochMs | null
}
