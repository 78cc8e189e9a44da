import type { Article, ArticleId, NoArticle, Reading } from '../model/article.ts'
import type { Capture, CaptureId } from '../model/capture.ts'
import type { Explanation } from '../model/explanation.ts'
import type { LanguageTag } from '../model/language-tag.ts'
import type { CreditKind, Encounter, EncounterKind, Marks, NameKind, Statement } from '../model/marks.ts'
import type { Name, NameId } from '../model/name.ts'
import type { NewOutlet, Outlet, OutletId } from '../model/outlet.ts'
import type { PageNote } from '../model/outlet-memory.ts'
import type { OutletRules } from '../model/outlet-rules.ts'
import type { ProblemCode } from '../model/problem.ts'
import type { SearchQuery } from '../model/search-query.ts'
import type {
  Entry,
  FoundSource,
  Source,
  SourceHealth,
  SourceId,
  SourceKind,
  SourceState,
} from '../model/source.ts'
import type { EpochMs } from '../model/time.ts'

/**
 * Everything that is kept, behind one interface for SQLite and PostgreSQL. Each method is one transaction:
 * it happens whole or not at all. Times are epoch ms. A missing row is `null`, never an exception;
 * the database's own failures are a Problem `archive/…`.
 */
export interface Archive {
  readonly sources: SourceShelf
  readonly outlets: OutletShelf
  readonly rules: RuleShelf
  readonly memories: MemoryShelf
  readonly hosts: HostShelf
  readonly jobs: JobShelf
  readonly captures: CaptureShelf
  readonly articles: ArticleShelf
  readonly names: NameShelf
  readonly credits: CreditShelf
  readonly discoveries: DiscoveryShelf
  readonly explanations: ExplanationShelf
  readonly users: UserShelf
  readonly settings: SettingShelf
  readonly changes: ChangeShelf
  readonly upkeep: UpkeepShelf
  close(): Promise<void>
}

// ── Sources and outlets ────────────────────────────────────────────────────────────────────────────────

export interface NewSource {
  readonly kind: SourceKind
  readonly address: string
  readonly title: string
  readonly outlet: NewOutlet
  readonly nextPollAt: EpochMs
  readonly intervalSeconds: number
}

export interface ListedSource {
  readonly source: Source
  readonly outlet: Outlet
  readonly articles: number
}

export interface SourceShelf {
  /** Adds a source and, when its key is new, its outlet. An address already watched is returned as it is. */
  add(source: NewSource, now: EpochMs): Promise<{ readonly source: Source; readonly added: boolean }>
  get(id: SourceId): Promise<ListedSource | null>
  /** By outlet name, then title. */
  list(): Promise<readonly ListedSource[]>
  edit(
    id: SourceId,
    change: { readonly title?: string; readonly address?: string; readonly kind?: SourceKind },
  ): Promise<Source | null>
  /** Pausing keeps its health; making it active again makes it due at `now`. */
  setState(id: SourceId, state: SourceState, now: EpochMs): Promise<Source | null>
  pollSoon(id: SourceId, now: EpochMs): Promise<Source | null>
  /** Its articles stay. False when there was none. */
  remove(id: SourceId): Promise<boolean>
  /** Leases up to `limit` active sources whose time has come, longest due first; a lapsed lease is due again. */
  claimDue(options: {
    readonly now: EpochMs
    readonly limit: number
    readonly leaseMs: number
  }): Promise<readonly Source[]>
  /** Holds claims that have not ended until `leaseUntil`. */
  renew(ids: readonly SourceId[], leaseUntil: EpochMs): Promise<void>
  /**
   * Ends a claim: health as given, the moved address if any, and a job for every entry whose address the archive
   * does not know yet, all in one transaction. Returns how many were new and how many checks were opened.
   */
  recordPoll(
    id: SourceId,
    poll: PollRecord,
  ): Promise<{ readonly newEntries: number; readonly checks: number }>
}

export interface PollRecord {
  readonly health: SourceHealth
  readonly state: SourceState
  readonly movedTo: string | null
  /** Oldest first, so that ids follow time; addresses canonical. */
  readonly entries: readonly QueuedEntry[]
  readonly at: EpochMs
}

export interface QueuedEntry {
  /** Canonical address: what makes it known. */
  readonly address: string
  /** The host it will ask, or null when it asks none (the entry is whole). */
  readonly host: string | null
  readonly entry: Entry
  readonly dueAt: EpochMs
  /** Opened where the address is known already and its page is not waiting to be fetched anyway. */
  readonly check?: NewJob
}

export interface OutletShelf {
  get(id: OutletId): Promise<Outlet | null>
  list(): Promise<readonly Outlet[]>
  rename(id: OutletId, name: string): Promise<Outlet | null>
  /** The IANA zone that its times without one are told in from now on; null where nobody knows. */
  setZone(id: OutletId, zone: string | null): Promise<Outlet | null>
}

/** What an operator says of an outlet's pages, as it stands since somebody saved it. */
export interface SavedRules {
  /** 1 is the first; the highest is in force. */
  readonly number: number
  readonly rules: OutletRules
  readonly savedAt: EpochMs
  /** The name of the account, as it was then. */
  readonly savedBy: string
}

export interface RuleShelf {
  /** Those in force; null where none were ever saved. */
  get(id: OutletId): Promise<SavedRules | null>
  /** Those in force, by the outlet's key: what the reader of a page asks. */
  ofOutlet(key: string): Promise<OutletRules | null>
  /** Puts them in force for every page read from now on; what was before is kept. Null when there is no such outlet. */
  save(
    id: OutletId,
    rules: OutletRules,
    saved: { readonly by: string; readonly now: EpochMs },
  ): Promise<SavedRules | null>
  /** The newest first. */
  history(id: OutletId, limit: number): Promise<readonly SavedRules[]>
}

/** An OutletMemory as JSON, to be handed on as it is, and how many pages it was made of. */
export interface KeptMemory {
  readonly pages: number
  readonly memory: string
}

/** What filed pages taught the reader of their outlets; it is added to when an article is filed for the first time. */
export interface MemoryShelf {
  /** By the outlet's key. Null when it has none, or still the one that was made of `known` pages. */
  ofOutlet(key: string, known: number): Promise<KeptMemory | null>
}

/** What politeness must remember of a host over a restart. `host` is host:port as in a URL. */
export interface HostRecord {
  readonly host: string
  readonly robotsText: string | null
  readonly robotsFetchedAt: EpochMs | null
  /** Not before this time is anything asked of it. */
  readonly backOffUntil: EpochMs | null
  readonly consecutiveFailures: number
}

export interface HostShelf {
  all(): Promise<readonly HostRecord[]>
  save(record: HostRecord): Promise<void>
}

// ── Jobs ───────────────────────────────────────────────────────────────────────────────────────────────

export type JobId = number

export type JobWork =
  /** Fetch the page of an entry. `checks`: how many revision checks were made before this one; null for the first fetch. */
  | {
      readonly kind: 'fetch'
      readonly address: string
      readonly sourceId: SourceId | null
      readonly entry: Entry
      readonly checks: number | null
    }
  /** Read a capture and file the article. */
  | {
      readonly kind: 'read'
      readonly captureId: CaptureId
      readonly address: string
      readonly sourceId: SourceId | null
      readonly entry: Entry
      readonly checks: number | null
      /** The page of an article that is filed, read once more: what differs now is our doing, not the outlet's. */
      readonly again?: true
    }
  | { readonly kind: 'discover'; readonly discoveryId: DiscoveryId; readonly address: string }
  | { readonly kind: 'explain'; readonly explanationId: ExplanationId; readonly address: string }

export interface Job {
  readonly id: JobId
  readonly work: JobWork
  /** The host it will ask, or null when it asks none. */
  readonly host: string | null
  readonly dueAt: EpochMs
  readonly attempts: number
}

export interface NewJob {
  readonly work: JobWork
  readonly host: string | null
  readonly dueAt: EpochMs
  /** A second open job with the same key is not made. */
  readonly key: string
}

/** Set-aside jobs by their numbers, or those of one problem. */
export type ChosenJobs = { readonly ids: readonly JobId[] } | { readonly code: string }

export interface JobShelf {
  /** False when an open job has the key already. */
  push(job: NewJob): Promise<boolean>
  /**
   * Leases due jobs of one kind, longest due first. With `onePerHost`, at most one job a host and none for the
   * hosts listed as busy. A lapsed lease can be claimed again; `attempts` counts claims.
   */
  claim(options: {
    readonly kind: JobWork['kind']
    readonly now: EpochMs
    readonly limit: number
    readonly leaseMs: number
    readonly onePerHost?: boolean
    readonly busyHosts?: readonly string[]
  }): Promise<readonly Job[]>
  /** Holds jobs that are leased still until `leaseUntil`. */
  renew(ids: readonly JobId[], leaseUntil: EpochMs): Promise<void>
  /** Ends a job with nothing to file (a 404, a page that is not an article); its address stays known. */
  finish(id: JobId): Promise<void>
  /** Puts it back for later, without losing it. */
  retry(
    id: JobId,
    later: {
      readonly dueAt: EpochMs
      readonly problem: { readonly code: ProblemCode; readonly message: string }
    },
  ): Promise<void>
  /** Out of the way of the others, kept with its problem for an operator to see. */
  setAside(
    id: JobId,
    problem: { readonly code: ProblemCode; readonly message: string },
    now: EpochMs,
  ): Promise<void>
  counts(now: EpochMs): Promise<{
    readonly waiting: number
    readonly due: number
    readonly leased: number
    readonly setAside: number
  }>
  /** The newest first. */
  listSetAside(limit: number): Promise<
    readonly (Job & {
      readonly problem: { readonly code: ProblemCode; readonly message: string }
      readonly at: EpochMs
    })[]
  >
  /** How many are set aside for each problem, most first. */
  setAsideByProblem(): Promise<readonly { readonly code: ProblemCode; readonly jobs: number }[]>
  /** Lets set-aside jobs try again: all of them, or those chosen. Returns how many. */
  resumeSetAside(now: EpochMs, chosen?: ChosenJobs): Promise<number>
  /**
   * Ends set-aside jobs for good, with the captures that nothing else names; their addresses stay known. Returns how many.
   */
  dismissSetAside(chosen: ChosenJobs): Promise<number>
}

// ── Captures and articles ──────────────────────────────────────────────────────────────────────────────

export interface CaptureShelf {
  /** Keeps the capture, ends the fetch job and opens the read job, in one transaction. Equal bytes are stored once. */
  keep(
    capture: Capture,
    done: JobId,
    next: Omit<NewJob, 'work'> & { readonly work: Omit<Extract<JobWork, { kind: 'read' }>, 'captureId'> },
  ): Promise<CaptureId>
  /** `bytes` are empty once retention has dropped them. */
  get(id: CaptureId): Promise<Capture | null>
}

/** Stems of the text, joined by single spaces, as `language` makes them. */
export interface IndexText {
  readonly headline: string
  readonly lead: string
  readonly body: string
  readonly authors: string
}

export interface Filing {
  readonly jobId: JobId
  readonly captureId: CaptureId
  readonly article: Article
  readonly kind: Exclude<Reading['kind'], NoArticle>
  readonly indexText: IndexText
  /** Offsets into `articleText(article)`. */
  readonly marks: Marks
  readonly outlet: NewOutlet
  readonly sourceId: SourceId | null
  /** What its page teaches of the outlet; noted once, when the article is new. */
  readonly note: PageNote | null
  /** Every canonical address that leads to it: as listed, after redirects, rel=canonical. */
  readonly addresses: readonly string[]
  /** Equal hashes mean that the outlet changed nothing. */
  readonly contentHash: string
  /**
   * True when the hash differs from what is filed only because we read better by now: the article is what is read now,
   * and no revision is made.
   */
  readonly isReadBetter: boolean
  /** 'cut' where the outlet left hardly anything of the text that is filed. */
  readonly gone: 'cut' | null
  readonly now: EpochMs
  /** The next revision check, or null when there is none to come. */
  readonly nextCheck: NewJob | null
}

/**
 * What an outlet did to an article other than rewriting it. Its address leads nowhere, to a page without text, or to
 * something else; or most of its text was taken out. What was filed before stays.
 */
export type GoneHow = 'missing' | 'emptied' | 'replaced' | 'cut'

export interface Filed {
  readonly articleId: ArticleId
  readonly outcome: 'filed' | 'revised' | 'unchanged'
}

/** An article as a line of a list. */
export interface ArticleLine {
  readonly id: ArticleId
  readonly address: string
  readonly headline: string
  readonly lead: string | null
  readonly outlet: Outlet
  readonly language: LanguageTag
  readonly kind: Filing['kind']
  /** Its place in time: when it says it was published, but never later than we first saw it. */
  readonly at: EpochMs
  readonly firstSeenAt: EpochMs
  /** How many revisions came after the first. */
  readonly revisions: number
  readonly textFrom: Article['textFrom']
  /** What its outlet did to it besides rewriting it; null while it is there. */
  readonly gone: GoneHow | null
}

export interface FiledArticle {
  readonly line: ArticleLine
  readonly article: Article
  readonly source: Source | null
  readonly captureId: CaptureId
  readonly contentHash: string
  /** `since`: when a look found it so for the first time. Null while it is there. */
  readonly gone: { readonly since: EpochMs; readonly how: GoneHow } | null
  /** Oldest first; the last is `article`. */
  readonly revisions: readonly RevisionLine[]
}

export interface RevisionLine {
  /** 1 is the article as first filed. */
  readonly number: number
  readonly seenAt: EpochMs
  readonly captureId: CaptureId
  readonly headline: string
}

/** Where a page of a list goes on; opaque, made by the archive, fit for a query string. */
export type Cursor = string

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: Cursor | null
}

export interface LatestOptions {
  readonly limit: number
  readonly cursor?: Cursor
  readonly languages?: readonly LanguageTag[]
  readonly outletIds?: readonly OutletId[]
}

export interface SearchHit {
  readonly line: ArticleLine
  /** For the excerpt: the plain body of the article (see model/block-text.ts). */
  readonly body: string
}

export interface ArticleShelf {
  /** Files the article or a revision of it, its addresses and index, ends the job and opens the next check: one transaction. */
  file(filing: Filing): Promise<Filed>
  /**
   * Ends the job of a look that filed nothing and opens the next one. `gone`: what it found in the article's place, null
   * when the article is there as it was, 'unknown' when the look could not tell.
   */
  endLook(look: {
    readonly jobId: JobId
    readonly articleId: ArticleId
    readonly gone: GoneHow | null | 'unknown'
    readonly now: EpochMs
    readonly nextCheck: NewJob | null
  }): Promise<void>
  /** Latest first, by `at` and then id. */
  latest(options: LatestOptions): Promise<Page<ArticleLine>>
  /** In the order asked; unknown ids are left out. */
  lines(ids: readonly ArticleId[]): Promise<readonly ArticleLine[]>
  get(id: ArticleId): Promise<FiledArticle | null>
  byAddress(canonicalAddress: string): Promise<ArticleId | null>
  revision(id: ArticleId, number: number): Promise<Article | null>
  /** What language found in its latest revision; null where it was filed before there were marks. */
  marks(id: ArticleId): Promise<FiledMarks | null>
  /** Latest first. */
  search(
    query: SearchQuery,
    options: { readonly limit: number; readonly cursor?: Cursor },
  ): Promise<Page<SearchHit>>
  /** The languages in the archive with how many articles each, most first. */
  languages(): Promise<readonly { readonly language: LanguageTag; readonly articles: number }[]>
  count(): Promise<number>
  /**
   * Opens jobs to read the kept pages of an outlet's articles since then once more: what differs is read better, and
   * no revision. Returns how many.
   */
  readAgain(outletId: OutletId, when: { readonly since: EpochMs; readonly now: EpochMs }): Promise<number>
  /** All of them in id order, for export. */
  each(options?: { readonly after?: EpochMs; readonly before?: EpochMs }): AsyncIterable<FiledArticle>
}

// ── Names, statements, credits ─────────────────────────────────────────────────────────────────────────

/** Marks, and which Name each of `marks.names` is, in their order. */
export interface FiledMarks {
  readonly marks: Marks
  readonly names: readonly Name[]
  /** The article that each of `marks.credits` means, where the archive has it, in their order. */
  readonly credited: readonly (ArticleId | null)[]
}

/** A Name and how many articles name it. */
export interface NameLine extends Name {
  readonly articles: number
}

/** A form or an office as articles write it, and how many of those looked at do. */
export interface Written {
  readonly text: string
  readonly articles: number
}

export interface NameRecord {
  readonly name: Name
  readonly articles: number
  /** Of its latest articles, the most frequent first. */
  readonly aliases: readonly Written[]
  readonly offices: readonly Written[]
  /** What `split` can part: see `TextName.key`. */
  readonly keys: readonly { readonly key: string; readonly forms: readonly Written[] }[]
  /** Whom its latest articles name with it, the most frequent first. */
  readonly companions: readonly NameLine[]
  /** Newest first. */
  readonly decisions: readonly NameDecision[]
}

export type NameDecisionId = number

export interface NameDecision {
  readonly id: NameDecisionId
  readonly kind: 'merge' | 'split' | 'move' | 'rename'
  readonly name: Name
  /** The Name merged in or split off, or the one moved to. */
  readonly other: Name | null
  readonly by: string
  readonly at: EpochMs
  readonly undoneAt: EpochMs | null
}

export interface FiledStatement {
  readonly article: ArticleLine
  /** Its place in the article's `Marks.statements`. */
  readonly ordinal: number
  readonly content: string
  readonly manner: Statement['manner']
  readonly act: Statement['act']
  /** As the article names the speaker, or ''. */
  readonly speaker: string
  readonly name: Name | null
  /** Whom the article has it from, where it says so. */
  readonly credit: { readonly kind: CreditKind; readonly sourceName: string } | null
}

export interface FiledEncounter {
  readonly article: ArticleLine
  readonly ordinal: number
  readonly kind: EncounterKind
  readonly standing: Encounter['standing']
  /** The clause that tells of it. */
  readonly text: string
  /** Local time of the article's zone, as TimeExpression has it. */
  readonly from: string | null
  readonly until: string | null
  readonly parties: readonly { readonly role: 'who' | 'with' | 'place' | 'origin'; readonly name: Name }[]
}

export interface PageOptions {
  readonly limit: number
  readonly cursor?: Cursor
}

/** By whom and when a decision is taken. */
export interface Decided {
  /** The name of the account, as it is then. */
  readonly by: string
  readonly now: EpochMs
}

/** What an editor decides here is final: no later filing undoes it, only an editor does. */
export interface NameShelf {
  /** One that was merged gives the one that it was merged into. */
  get(id: NameId): Promise<NameRecord | null>
  /** Names with a form that begins with the text, without regard to case; the most named first. */
  find(
    text: string,
    options: { readonly kind?: NameKind; readonly limit: number },
  ): Promise<readonly NameLine[]>
  /** Those that the most articles since then name, the most named first. */
  most(options: {
    readonly since: EpochMs
    readonly kind?: NameKind
    readonly limit: number
  }): Promise<readonly NameLine[]>
  /** Latest first; likewise below. */
  articles(id: NameId, page: PageOptions): Promise<Page<ArticleLine>>
  statements(id: NameId, page: PageOptions): Promise<Page<FiledStatement>>
  /** Of the articles, in their order and that of their texts. */
  statementsOf(ids: readonly ArticleId[]): Promise<readonly FiledStatement[]>
  encounters(id: NameId, page: PageOptions): Promise<Page<FiledEncounter>>
  rename(id: NameId, name: string, decided: Decided): Promise<NameDecisionId | null>
  /** All that is the first's is the second's from then on. Null where either is not there, they are one, or of two kinds. */
  merge(id: NameId, into: NameId, decided: Decided): Promise<NameDecisionId | null>
  /** What these keys lead to is a new Name from then on. Null where the Name has not all of them, or no other. */
  split(
    id: NameId,
    keys: readonly string[],
    decided: Decided,
  ): Promise<{ readonly decision: NameDecisionId; readonly name: Name } | null>
  /** In this article the name at that place of `Marks.names` is another Name. */
  move(articleId: ArticleId, ordinal: number, to: NameId, decided: Decided): Promise<NameDecisionId | null>
  /** False where it was undone already, or a later decision stands on it. */
  undo(id: NameDecisionId, decided: Decided): Promise<boolean>
}

export interface CreditShelf {
  /** Whom the articles of an outlet credit, by key or as they name it, the most credited first. */
  creditedBy(
    outletId: OutletId,
    limit: number,
  ): Promise<
    readonly { readonly outletKey: string | null; readonly sourceName: string; readonly articles: number }[]
  >
  /** The outlets whose articles credit the outlet of this key, the most frequent first. */
  crediting(
    outletKey: string,
    limit: number,
  ): Promise<readonly { readonly outlet: Outlet; readonly articles: number }[]>
  /** The chain from an article to where it has its news from: the articles that it credits, those that these credit, … */
  chain(articleId: ArticleId): Promise<readonly CreditStep[]>
}

/** A credit of an article, as deep in the chain as the archive knows it; `depth` 0 is the article's own. */
export interface CreditStep {
  readonly depth: number
  readonly articleId: ArticleId
  readonly ordinal: number
  readonly kind: CreditKind
  readonly sourceName: string
  readonly outletKey: string | null
  readonly name: Name | null
  readonly address: string | null
  readonly credited: ArticleLine | null
}

// ── Discoveries, users, settings, changes, upkeep ──────────────────────────────────────────────────────

export type DiscoveryId = number

/** A pasted address on its way to becoming a source: asked for on the desk, answered by intake. */
export interface Discovery {
  readonly id: DiscoveryId
  readonly address: string
  readonly askedAt: EpochMs
  readonly answer:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'found'; readonly sources: readonly FoundSource[] }
    | { readonly kind: 'failed'; readonly code: ProblemCode; readonly message: string }
}

export interface DiscoveryShelf {
  /** Notes the wish and opens its job. */
  ask(address: string, now: EpochMs): Promise<DiscoveryId>
  get(id: DiscoveryId): Promise<Discovery | null>
  /** Ends the job. */
  answer(
    id: DiscoveryId,
    job: JobId,
    answer: Exclude<Discovery['answer'], { kind: 'waiting' }>,
  ): Promise<void>
}

export type ExplanationId = number

/** A capture to be read once more, to see why it is read as it is: asked for on the desk, answered by intake. */
export interface AskedExplanation {
  readonly id: ExplanationId
  readonly outletId: OutletId
  readonly captureId: CaptureId
  /** Rules that nobody saved yet; null where only the present reading is asked about. */
  readonly proposed: OutletRules | null
  readonly askedAt: EpochMs
  readonly answer:
    | { readonly kind: 'waiting' }
    | {
        readonly kind: 'explained'
        /** By the rules in force. */
        readonly present: Explanation
        /** By those proposed, where some were. */
        readonly proposed: Explanation | null
      }
    | { readonly kind: 'failed'; readonly code: ProblemCode; readonly message: string }
}

export interface ExplanationShelf {
  /** Notes the question and opens its job; one that was asked minutes ago is the same one. */
  ask(
    question: Pick<AskedExplanation, 'outletId' | 'captureId' | 'proposed'> & { readonly address: string },
    now: EpochMs,
  ): Promise<ExplanationId>
  /** Null once it was dropped: an answer is kept for a day. */
  get(id: ExplanationId): Promise<AskedExplanation | null>
  /** Ends the job. */
  answer(
    id: ExplanationId,
    job: JobId,
    answer: Exclude<AskedExplanation['answer'], { kind: 'waiting' }>,
  ): Promise<void>
}

export type Role = 'reader' | 'writer' | 'editor' | 'admin'

export interface User {
  readonly id: number
  readonly name: string
  readonly role: Role
  /** PHC string (argon2id). */
  readonly passwordHash: string
  readonly createdAt: EpochMs
}

export interface Session {
  readonly user: User
  readonly expiresAt: EpochMs
}

export interface UserShelf {
  /** Null when the name (without regard to case) is taken. */
  add(user: Omit<User, 'id'>): Promise<User | null>
  byName(name: string): Promise<User | null>
  list(): Promise<readonly User[]>
  /** Also ends all of the user's sessions. */
  setPassword(id: number, passwordHash: string): Promise<void>
  remove(id: number): Promise<boolean>
  openSession(session: {
    readonly tokenHash: string
    readonly userId: number
    readonly expiresAt: EpochMs
  }): Promise<void>
  session(tokenHash: string, now: EpochMs): Promise<Session | null>
  closeSession(tokenHash: string): Promise<void>
}

export interface SettingShelf {
  /** Null when never set. The caller parses. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}

/** Something on the desk is not what it was. `seq` only grows. */
export interface Change {
  readonly seq: number
  readonly kind: 'article-filed' | 'article-revised' | 'source' | 'discovery' | 'explanation'
  readonly id: number
  readonly at: EpochMs
}

export interface ChangeShelf {
  /** Called after commit, in this process or (PostgreSQL) in any, in order, each once. Returns how to stop. */
  listen(listener: (changes: readonly Change[]) => void): () => void
  /** Oldest first: what a page missed while it was away. */
  since(seq: number, limit: number): Promise<readonly Change[]>
  latestSeq(): Promise<number>
}

export interface RetentionPolicy {
  /** Bytes of captures older than this are dropped; null keeps them. Days of 24 h. */
  readonly captureDays: number | null
  /** Articles older than this are dropped with all that is theirs; null keeps them. */
  readonly articleDays: number | null
  /** Jobs set aside longer ago than this are dismissed; null, or nothing said, keeps them. */
  readonly setAsideDays?: number | null
}

export interface UpkeepShelf {
  /** Does a bounded piece of work; `more` says to call again. */
  retain(
    policy: RetentionPolicy,
    now: EpochMs,
  ): Promise<{ readonly captures: number; readonly articles: number; readonly more: boolean }>
  /** Every check the engine and our own rules offer; sentences, empty when all is well. */
  check(): Promise<readonly string[]>
  /**
   * Makes the index entries and the marks of the articles after this id anew, a bounded piece in id order, each by what
   * `understand` makes of the article as it reads now. `next` is where to go on, null at the end. Search works meanwhile.
   */
  reindex(
    after: ArticleId,
    understand: (
      article: Article,
      outlet: Pick<Outlet, 'key' | 'zone'>,
    ) => { readonly indexText: IndexText; readonly marks: Marks },
  ): Promise<{ readonly articles: number; readonly next: ArticleId | null }>
  /** The whole archive as JSON lines, from one moment, readable by `load` of either engine. */
  dump(): AsyncIterable<string>
  /** Into an empty archive only, else Problem 'archive/not-empty'. Rows loaded. */
  load(lines: AsyncIterable<string>): Promise<number>
  size(): Promise<{
    readonly engine: 'sqlite' | 'postgres'
    readonly bytes: number
    readonly schemaVersion: number
  }>
}
