import { articleText } from '../../model/article-text.ts'
import type { CaptureId } from '../../model/capture.ts'
import type { EpochMs } from '../../model/time.ts'
import type { Filed, Filing } from '../archive.ts'
import { pack } from '../captures.ts'
import type { Changes, Note } from '../changes.ts'
import type { Database, Engine } from '../engine.ts'
import { endJob, pushJobs } from '../jobs.ts'
import { putMarks } from '../names/put-marks.ts'
import { learn } from '../outlet-memories.ts'
import { putOutlet } from '../outlets.ts'
import { dropUnnamedCapture } from '../unnamed-captures.ts'
import { noteGone } from './note-gone.ts'
import { nextPlace } from './place.ts'

/**
 * The article is there with its addresses, index, outlet, counts and next check, and its job is ended, or nothing of
 * it happened. When another worker ended the job (this one's lease had lapsed), what that one filed is returned.
 */
export async function fileArticle(engine: Engine, changes: Changes, filing: Filing): Promise<Filed> {
  const stems = await pack(JSON.stringify(filing.indexText))
  const packedMarks = await pack(JSON.stringify(filing.marks))
  return await changes.write(async (db, note) => {
    const wasOpen = await endJob(db, filing.jobId)
    const known = await findKnown(db, filing)
    // Its capture is kept, or was dropped, by the one that ended it.
    if (known !== null && !wasOpen) return { articleId: known.id, outcome: 'unchanged' }
    const filed =
      known === null
        ? await fileNew({ engine, db, note, filing, stems, packedMarks })
        : await fileAgain({ engine, db, note, filing, stems, packedMarks, known })
    if (filed.outcome === 'unchanged') await dropUnnamedCapture(engine, db, filing.captureId)
    await leadTo(db, filing, filed.articleId)
    if (filing.nextCheck !== null) await pushJobs(db, [filing.nextCheck])
    return filed
  })
}

interface Work {
  readonly engine: Engine
  readonly db: Database
  readonly note: Note
  readonly filing: Filing
  readonly stems: Uint8Array
  readonly packedMarks: Uint8Array
}

interface Known {
  readonly id: number
  readonly place: number
  readonly outlet_id: number
  readonly language: string
  readonly revisions: number
  readonly content_hash: string
  readonly capture_id: number
  readonly gone_how: string | null
}

function addressesOf({ article, addresses }: Filing): readonly string[] {
  return [...new Set([article.address, ...addresses])]
}

/** The article at any of the addresses: that of its own canonical address first, else the one filed first. */
async function findKnown(db: Database, filing: Filing): Promise<Known | null> {
  const rows = await db
    .selectFrom('addresses')
    .innerJoin('articles', 'articles.id', 'addresses.article_id')
    .select([
      'addresses.address',
      'articles.id',
      'articles.place',
      'articles.outlet_id',
      'articles.language',
      'articles.revisions',
      'articles.content_hash',
      'articles.capture_id',
      'articles.gone_how',
    ])
    .where('addresses.address', 'in', addressesOf(filing))
    .orderBy('articles.id')
    .execute()
  return rows.find((row) => row.address === filing.article.address) ?? rows[0] ?? null
}

/** Where nothing says when it was published: an imported page was fetched long before it is filed. */
async function fetchedAt(db: Database, captureId: CaptureId): Promise<EpochMs> {
  const { fetched_at } = await db
    .selectFrom('captures')
    .select('fetched_at')
    .where('id', '=', captureId)
    .executeTakeFirstOrThrow()
  return fetched_at
}

async function fileNew({ engine, db, note, filing, stems, packedMarks }: Work): Promise<Filed> {
  const { article, now } = filing
  const outlet = await putOutlet(db, filing.outlet)
  const sourceId = await presentSource(db, filing.sourceId)
  const at = Math.min(article.publishedAt?.at ?? (await fetchedAt(db, filing.captureId)), now)
  const place = await nextPlace(db, at)
  const { id } = await db
    .insertInto('articles')
    .values({
      place,
      ...lineColumns(filing),
      outlet_id: outlet.id,
      source_id: sourceId,
      at,
      first_seen_at: now,
      revisions: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addRevision(db, filing, id, 1)
  await db.insertInto('index_texts').values({ article_id: id, stems }).execute()
  const indexed = { place, language: article.language, outletId: outlet.id }
  await engine.index.put(db, indexed, filing.indexText)
  await mark(db, filing, packedMarks, { id, place })
  if (filing.note !== null) await learn(db, outlet.id, filing.note)
  await tally(db, article.language, 1)
  if (sourceId !== null) {
    await db
      .updateTable('sources')
      .set((set) => ({ articles: set('articles', '+', 1) }))
      .where('id', '=', sourceId)
      .execute()
  }
  await note({ kind: 'article-filed', id, at: now })
  return { articleId: id, outcome: 'filed' }
}

async function fileAgain({
  engine,
  db,
  note,
  filing,
  stems,
  packedMarks,
  known,
}: Work & { readonly known: Known }): Promise<Filed> {
  const { now } = filing
  // Of two captures read side by side the later is filed to stay.
  if (known.capture_id > filing.captureId) return { articleId: known.id, outcome: 'unchanged' }
  if (filing.isReadBetter) await readBetter(db, filing, known)
  else if (known.content_hash !== filing.contentHash)
    return await revise({ engine, db, note, filing, stems, packedMarks, known })
  await noteGone(db, note, { id: known.id, before: known.gone_how, gone: null, now })
  if (filing.isReadBetter) await index({ engine, db, filing, stems, packedMarks, known })
  return { articleId: known.id, outcome: 'unchanged' }
}

/** The outlet changed nothing: the revision that is there says now what we read in it today. */
async function readBetter(db: Database, filing: Filing, known: Known): Promise<void> {
  const content = { headline: filing.article.headline, content: JSON.stringify(filing.article) }
  await db
    .updateTable('articles')
    .set({ ...lineColumns(filing), capture_id: known.capture_id })
    .where('id', '=', known.id)
    .execute()
  await db
    .updateTable('revisions')
    .set(content)
    .where('article_id', '=', known.id)
    .where('number', '=', known.revisions + 1)
    .execute()
}

async function revise(work: Work & { readonly known: Known }): Promise<Filed> {
  const { db, note, filing, known } = work
  const { now, gone } = filing
  const revisions = known.revisions + 1
  await db
    .updateTable('articles')
    .set({
      ...lineColumns(filing),
      revisions,
      gone_since: gone === null ? null : now,
      gone_how: gone,
    })
    .where('id', '=', known.id)
    .execute()
  await addRevision(db, filing, known.id, revisions + 1)
  await index(work)
  await note({ kind: 'article-revised', id: known.id, at: now })
  return { articleId: known.id, outcome: 'revised' }
}

async function index({
  engine,
  db,
  filing,
  stems,
  packedMarks,
  known,
}: Omit<Work, 'note'> & { readonly known: Known }): Promise<void> {
  const { article } = filing
  await db.updateTable('index_texts').set({ stems }).where('article_id', '=', known.id).execute()
  const indexed = { place: known.place, language: article.language, outletId: known.outlet_id }
  await engine.index.put(db, indexed, filing.indexText)
  await mark(db, filing, packedMarks, known)
  if (known.language !== article.language) {
    await tally(db, known.language, -1)
    await tally(db, article.language, 1)
  }
}

async function mark(
  db: Database,
  { article, marks }: Filing,
  packed: Uint8Array,
  { id, place }: Pick<Known, 'id' | 'place'>,
): Promise<void> {
  await putMarks(db, { articleId: id, place, marks, packed, text: articleText(article).text })
}

function lineColumns({ article, kind, captureId, contentHash }: Filing): {
  readonly address: string
  readonly capture_id: number
  readonly language: string
  readonly kind: string
  readonly headline: string
  readonly lead: string | null
  readonly text_from: string
  readonly content_hash: string
} {
  return {
    address: article.address,
    capture_id: captureId,
    language: article.language,
    kind,
    headline: article.headline,
    lead: article.lead,
    text_from: article.textFrom,
    content_hash: contentHash,
  }
}

async function addRevision(db: Database, filing: Filing, articleId: number, number: number): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      article_id: articleId,
      number,
      seen_at: filing.now,
      capture_id: filing.captureId,
      headline: filing.article.headline,
      content: JSON.stringify(filing.article),
    })
    .execute()
}

/** Null when it was deleted since: the article stays without it. */
async function presentSource(db: Database, id: number | null): Promise<number | null> {
  if (id === null) return null
  const row = await db.selectFrom('sources').select('id').where('id', '=', id).executeTakeFirst()
  return row?.id ?? null
}

/** An address that leads to another article already goes on leading there. */
async function leadTo(db: Database, filing: Filing, articleId: number): Promise<void> {
  await db
    .insertInto('addresses')
    .values(addressesOf(filing).map((address) => ({ address, article_id: articleId })))
    .onConflict((conflict) =>
      conflict
        .column('address')
        .doUpdateSet({ article_id: articleId })
        .where('addresses.article_id', 'is', null),
    )
    .execute()
}

/** Counts kept as they change: counting a million rows for a page is too slow. */
export async function tally(db: Database, language: string, articles: number): Promise<void> {
  await db
    .insertInto('language_tallies')
    .values({ language, articles })
    .onConflict((conflict) =>
      conflict
        .column('language')
        .doUpdateSet((set) => ({ articles: set('language_tallies.articles', '+', articles) })),
    )
    .execute()
}
