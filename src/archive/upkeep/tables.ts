import type { Schema } from '../schema.ts'

/** How the rows of one table travel in a backup. */
export interface BackedUpTable {
  readonly name: Exclude<keyof Schema, 'sessions' | 'explanations'>
  /** The primary key, by which it is read page after page. */
  readonly key: readonly [string, ...string[]]
  /** Columns of bytes: base64 in a backup. */
  readonly bytes?: readonly string[]
  /** Columns that mean nothing to another process. */
  readonly cleared?: readonly string[]
}

/** In an order in which every row finds what it refers to. Sessions are left out: people log in again; and so are explanations: they are asked for again. */
export const backedUpTables: readonly BackedUpTable[] = [
  { name: 'settings', key: ['name'] },
  { name: 'users', key: ['id'] },
  { name: 'hosts', key: ['host'] },
  { name: 'outlets', key: ['id'] },
  { name: 'outlet_rules', key: ['outlet_id', 'number'] },
  { name: 'outlet_memories', key: ['outlet_id'] },
  { name: 'page_notes', key: ['id'] },
  { name: 'sources', key: ['id'], cleared: ['lease_until'] },
  { name: 'capture_bytes', key: ['sha256'], bytes: ['bytes'] },
  { name: 'captures', key: ['id'] },
  { name: 'articles', key: ['id'] },
  { name: 'addresses', key: ['address'] },
  { name: 'revisions', key: ['article_id', 'number'] },
  { name: 'index_texts', key: ['article_id'], bytes: ['stems'] },
  { name: 'names', key: ['id'] },
  { name: 'name_keys', key: ['kind', 'key'] },
  { name: 'name_aliases', key: ['alias_folded', 'name_id'] },
  { name: 'name_decisions', key: ['id'] },
  { name: 'marks', key: ['article_id'], bytes: ['marks'] },
  { name: 'article_names', key: ['article_id', 'ordinal'] },
  { name: 'statements', key: ['article_id', 'ordinal'] },
  { name: 'credits', key: ['article_id', 'ordinal'] },
  { name: 'encounters', key: ['article_id', 'ordinal'] },
  { name: 'encounter_names', key: ['article_id', 'ordinal', 'role', 'name_ordinal'] },
  { name: 'language_tallies', key: ['language'] },
  { name: 'discoveries', key: ['id'] },
  { name: 'jobs', key: ['id'], cleared: ['lease_until'] },
  { name: 'changes', key: ['seq'] },
]
