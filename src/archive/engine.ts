import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { SearchQuery } from '../model/search-query.ts'
import type { IndexText } from './archive.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>

/** What SQLite and PostgreSQL do differently; everything else is written once, above it. */
export interface Engine {
  readonly name: 'sqlite' | 'postgres'
  /** Reads what is committed and never waits for a writer. */
  readonly reader: Database
  /** One transaction, kept whole or not at all once it resolves; `work` may be run again and touches only `db`. */
  write<Result>(work: (db: Database) => Promise<Result>): Promise<Result>
  /** Several reads of one moment. Keep it short. */
  snapshot<Result>(work: (db: Database) => Promise<Result>): Promise<Result>
  /** Several reads of one moment, however long, on a connection of its own. */
  openSnapshot(): Promise<Snapshot>
  /**
   * Until the transaction ends, keeps out every other that asks for the same lock. 'changes', first in a transaction
   * that notes some: their order is then the order of commits. 'bytes', where captures come to share bytes or lose them.
   */
  lock(db: Database, what: 'changes' | 'bytes'): Promise<void>
  /** Tells other processes, on commit, that changes were noted. */
  announceChanges(db: Database): Promise<void>
  /** Calls `poke` whenever another process may have noted changes, until stopped. */
  watchChanges(poke: () => void): () => void
  /** Rows that another transaction is claiming are passed over. */
  skipLocked<Table extends keyof Schema, Row>(
    query: SelectQueryBuilder<Schema, Table, Row>,
  ): SelectQueryBuilder<Schema, Table, Row>
  readonly index: SearchIndex
  /** After a load that gave keys itself. */
  continueSerialKeys(db: Database): Promise<void>
  /** What the engine itself can tell to be wrong, as sentences. */
  check(): Promise<readonly string[]>
  bytes(): Promise<number>
  close(): Promise<void>
}

export interface Snapshot {
  readonly db: Database
  close(): Promise<void>
}

/** An article as the search index knows it. */
export interface IndexedArticle {
  /** Its key in the index: see articles/place.ts. */
  readonly place: number
  readonly language: string
  readonly outletId: number
}

export interface SearchIndex {
  /** Adds the article or replaces what is there. */
  put(db: Database, article: IndexedArticle, text: IndexText): Promise<void>
  remove(db: Database, places: readonly number[]): Promise<void>
  /** Places of the articles that match, latest first. */
  find(db: Database, wanted: Wanted): Promise<readonly number[]>
  /** How many articles it lacks, and how many entries are of no article. */
  strays(db: Database): Promise<{ readonly missing: number; readonly extra: number }>
}

export interface Wanted {
  readonly clauses: SearchQuery['clauses']
  /** Null: any. Never empty. */
  readonly languages: readonly string[] | null
  readonly outletIds: readonly number[] | null
  /** Inclusive. */
  readonly fromPlace: number
  /** Exclusive. */
  readonly beforePlace: number
  readonly limit: number
}
