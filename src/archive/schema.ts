import type { Generated, Insertable, Selectable } from 'kysely'
import type { EpochMs } from '../model/time.ts'

/**
 * The rows, the same in both engines: times are epoch ms, flags 0 or 1, structured values JSON text.
 * They never leave this room.
 */
export interface Schema {
  readonly outlets: OutletTable
  readonly sources: SourceTable
  readonly outlet_rules: OutletRulesTable
  readonly hosts: HostTable
  readonly outlet_memories: OutletMemoryTable
  readonly page_notes: PageNoteTable
  readonly addresses: AddressTable
  readonly jobs: JobTable
  readonly captures: CaptureTable
  readonly capture_bytes: CaptureBytesTable
  readonly articles: ArticleTable
  readonly revisions: RevisionTable
  readonly index_texts: IndexTextTable
  readonly language_tallies: LanguageTallyTable
  readonly names: NameTable
  readonly name_keys: NameKeyTable
  readonly name_aliases: NameAliasTable
  readonly name_decisions: NameDecisionTable
  readonly marks: MarksTable
  readonly article_names: ArticleNameTable
  readonly statements: StatementTable
  readonly credits: CreditTable
  readonly encounters: EncounterTable
  readonly encounter_names: EncounterNameTable
  readonly discoveries: DiscoveryTable
  readonly explanations: ExplanationTable
  readonly users: UserTable
  readonly sessions: SessionTable
  readonly settings: SettingTable
  readonly changes: ChangeTable
}

export interface OutletTable {
  id: Generated<number>
  key: string
  /** Folded for filters: the engines' own lower() disagree beyond ASCII. */
  key_folded: string
  name: string
  name_folded: string
  language: string | null
  country: string | null
  /** IANA; null while no editor has said it. */
  zone: string | null
}

export interface OutletMemoryTable {
  outlet_id: number
  /** How many it was made of. */
  pages: number
  /** OutletMemory as JSON. */
  memory: string
}

/** What a page taught and the memory does not hold yet. */
export interface PageNoteTable {
  id: Generated<number>
  outlet_id: number
  /** PageNote as JSON. */
  note: string
}

export interface SourceTable {
  id: Generated<number>
  outlet_id: number
  kind: string
  address: string
  title: string
  state: string
  created_at: EpochMs
  articles: number
  lease_until: EpochMs | null
  /** 1 when the address was edited while a poll of the old one was under way. */
  poll_is_stale: number
  interval_seconds: number
  next_poll_at: EpochMs
  last_poll_at: EpochMs | null
  last_success_at: EpochMs | null
  last_new_at: EpochMs | null
  consecutive_failures: number
  problem_code: string | null
  problem_message: string | null
  problem_at: EpochMs | null
  etag: string | null
  last_modified: string | null
}

/** Every state of an outlet's rules; the highest number is in force. */
export interface OutletRulesTable {
  outlet_id: number
  number: number
  /** OutletRules as JSON. */
  rules: string
  saved_at: EpochMs
  /** A name, which outlives the account. */
  saved_by: string
}

export interface HostTable {
  host: string
  robots_text: string | null
  robots_fetched_at: EpochMs | null
  back_off_until: EpochMs | null
  consecutive_failures: number
}

/** Every canonical address ever listed or filed, so that none is fetched twice. Outlives its article. */
export interface AddressTable {
  address: string
  article_id: number | null
}

/** Finished jobs are deleted: what they did is in the same transaction. */
export interface JobTable {
  id: Generated<number>
  kind: string
  key: string
  host: string | null
  due_at: EpochMs
  lease_until: EpochMs | null
  attempts: number
  work: string
  capture_id: number | null
  problem_code: string | null
  problem_message: string | null
  set_aside_at: EpochMs | null
}

export interface CaptureTable {
  id: Generated<number>
  address: string
  final_address: string
  fetched_at: EpochMs
  status: number
  headers: string
  sha256: string
  /** 1 once retention has dropped its bytes. */
  dropped: number
}

export interface CaptureBytesTable {
  sha256: string
  /** zlib. */
  bytes: Uint8Array
}

export interface ArticleTable {
  id: Generated<number>
  /** Its place in the order of `at`, unique: see articles/place.ts. */
  place: number
  address: string
  outlet_id: number
  source_id: number | null
  capture_id: number
  language: string
  kind: string
  headline: string
  lead: string | null
  text_from: string
  at: EpochMs
  first_seen_at: EpochMs
  /** How many came after the first. */
  revisions: number
  content_hash: string
  /** Since when looks find another page, or none, in its place; null while it is there. */
  gone_since: EpochMs | null
  gone_how: string | null
}

export interface RevisionTable {
  article_id: number
  number: number
  seen_at: EpochMs
  capture_id: number
  headline: string
  /** The whole Article as JSON. */
  content: string
}

/** What the index was built from, so that a backup can be indexed by the other engine. */
export interface IndexTextTable {
  article_id: number
  /** zlib of the IndexText as JSON. */
  stems: Uint8Array
}

export interface LanguageTallyTable {
  language: string
  articles: number
}

export interface NameTable {
  id: Generated<number>
  kind: string
  name: string
  /** 1 when an editor spelt it. */
  is_pinned: number
  /** Its pages lead there; nothing else names it any more. */
  merged_into: number | null
}

/** Which Name a key of a text's name leads to. */
export interface NameKeyTable {
  kind: string
  key: string
  /** Of a person's key; the whole key otherwise. */
  family: string
  name_id: number
  /** 1 when an editor said so: nothing changes it but an editor. */
  is_decided: number
}

/** Every form that a Name was written in, folded: what it is found by. */
export interface NameAliasTable {
  alias_folded: string
  name_id: number
}

/** What editors decided of Names; `what` is JSON that says enough to undo it. */
export interface NameDecisionTable {
  id: Generated<number>
  kind: string
  name_id: number
  other_id: number | null
  what: string
  decided_at: EpochMs
  /** A name, which outlives the account. */
  decided_by: string
  undone_at: EpochMs | null
}

export interface MarksTable {
  article_id: number
  /** zlib of Marks as JSON, of the latest revision. */
  marks: Uint8Array
}

/** Each name of an article once; `ordinal` is its place in Marks.names. */
export interface ArticleNameTable {
  article_id: number
  ordinal: number
  /** Of the article, so that lists of a Name need no join. */
  place: number
  name_id: number
  key: string
  /** The fullest form in the article. */
  name: string
  /** Titles and offices that the article gives it: JSON. */
  offices: string
  /** 1 when an editor said whose name it is. */
  is_decided: number
}

export interface StatementTable {
  article_id: number
  /** Its place in Marks.statements; likewise in the tables below. */
  ordinal: number
  place: number
  name_id: number | null
  /** Its speaker's place in Marks.names. */
  name_ordinal: number | null
  /** As the text names the speaker, or ''. */
  speaker: string
  manner: string
  act: string
  content: string
  /** Offset into the article's text. */
  start_at: number
  credit_ordinal: number | null
}

export interface CreditTable {
  article_id: number
  ordinal: number
  place: number
  kind: string
  source_name: string
  outlet_key: string | null
  name_id: number | null
  name_ordinal: number | null
  address: string | null
  /** The article that is credited, where the archive has it. */
  credited_id: number | null
  start_at: number
}

export interface EncounterTable {
  article_id: number
  ordinal: number
  place: number
  kind: string
  standing: string
  /** The clause that tells of it. */
  text: string
  /** Local time of the article's zone, as TimeExpression has it. */
  from_time: string | null
  until_time: string | null
  start_at: number
}

export interface EncounterNameTable {
  article_id: number
  ordinal: number
  /** 'who', 'with', 'place', 'origin'. */
  role: string
  name_ordinal: number
  place: number
  name_id: number
}

export interface DiscoveryTable {
  id: Generated<number>
  address: string
  asked_at: EpochMs
  answer: string
}

/** Answers for the moment: not in backups, and dropped after a day. */
export interface ExplanationTable {
  id: Generated<number>
  /** Equal for equal questions. */
  question: string
  outlet_id: number
  capture_id: number
  /** OutletRules as JSON. */
  proposed: string | null
  asked_at: EpochMs
  /** zlib of the answer as JSON; null while it waits. */
  answer: Uint8Array | null
}

export interface UserTable {
  id: Generated<number>
  name: string
  name_folded: string
  role: string
  password_hash: string
  created_at: EpochMs
}

export interface SessionTable {
  token_hash: string
  user_id: number
  expires_at: EpochMs
}

export interface SettingTable {
  name: string
  value: string
}

export interface ChangeTable {
  seq: Generated<number>
  kind: string
  row_id: number
  at: EpochMs
}

export type OutletRow = Selectable<OutletTable>
export type OutletRulesRow = Selectable<OutletRulesTable>
export type SourceRow = Selectable<SourceTable>
export type JobRow = Selectable<JobTable>
export type NewJobRow = Insertable<JobTable>
export type NewArticleRow = Insertable<ArticleTable>
export type UserRow = Selectable<UserTable>
