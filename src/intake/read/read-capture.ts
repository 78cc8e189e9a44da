import type { FiledArticle, GoneHow, Job, JobWork, ListedSource } from '../../archive/archive.ts'
import { canonicalAddress, hostOf, outletKey } from '../../kit/address.ts'
import { countryZone } from '../../kit/country-zone.ts'
import type { Article, Reading } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import type { Capture } from '../../model/capture.ts'
import type { NewOutlet } from '../../model/outlet.ts'
import { Problem, type ProblemCode } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'
import { endCheck } from '../fetch/end-check.ts'
import { checkDelayMs, checkJob } from '../fetch/next-check.ts'
import type { Rooms } from '../rooms.ts'
import { entryOfFiled } from './entry-of-filed.ts'
import type { ReaderPool } from './reader-pool.ts'
import type { ReadTask, Understanding } from './understand-capture.ts'

type ReadWork = Extract<JobWork, { kind: 'read' }>

/** Reads a capture in another thread and files what came of it. A page that breaks the reader is set aside. */
export async function readCapture(rooms: Rooms, pool: ReaderPool, job: Job, asked: ReadWork): Promise<void> {
  const { archive, clock, counters, logger } = rooms
  const work = asked.again === true ? await workOfAgain(rooms, asked) : asked
  if (work === null) return await archive.jobs.finish(job.id)
  const capture = await archive.captures.get(work.captureId)
  if (capture === null || isDropped(capture)) {
    counters.add('reads.dropped')
    logger.warn({ address: work.address }, 'intake: retention dropped a page before it was read')
    return await archive.jobs.finish(job.id)
  }
  const source = work.sourceId === null ? null : await archive.sources.get(work.sourceId)
  const began = performance.now()
  try {
    const understanding = await pool.read(await taskOf(rooms, work, capture, source))
    counters.add('reads.ms', performance.now() - began)
    if (understanding.kind === 'nothing') await endWithout(rooms, job, work, understanding)
    else await file(rooms, pool, job, { work, capture, source }, understanding)
  } catch (error) {
    if (!(error instanceof Problem) || error.code.startsWith('archive/')) throw error
    if (error.code === 'intake/stopped')
      return await archive.jobs.retry(job.id, { dueAt: job.dueAt, problem: error })
    counters.add('reads.broken')
    logger.error({ address: work.address, err: error }, 'intake: a page was set aside')
    return await archive.jobs.setAside(job.id, error, clock())
  }
}

/** Null where the outlet has changed the article since: then it has been read by what is in force now. */
async function workOfAgain(rooms: Rooms, work: ReadWork): Promise<ReadWork | null> {
  const filed = await filedAt(rooms, work.address)
  return filed?.captureId === work.captureId ? { ...work, entry: entryOfFiled(filed) } : null
}

/** Retention empties captures; the hash tells them from pages that were empty. */
export function isDropped({ bytes, sha256 }: Capture): boolean {
  return bytes.length === 0 && sha256 !== hashOfNothing
}

const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

async function taskOf(
  { archive, memories }: Rooms,
  work: ReadWork,
  capture: Capture,
  source: ListedSource | null,
): Promise<ReadTask> {
  const key = outletKey(capture.finalAddress)
  return {
    bytes: capture.bytes,
    status: capture.status,
    contentType: capture.headers['content-type'] ?? null,
    address: work.address,
    finalAddress: capture.finalAddress,
    fetchedAt: capture.fetchedAt,
    entry: work.entry,
    outletName: source?.outlet.name ?? null,
    outletZone: source?.outlet.zone ?? countryZone(source?.outlet.key ?? key),
    rules: await archive.rules.ofOutlet(key),
    memory: await memories.of(key),
    isCheck: work.checks !== null || work.again === true,
  }
}

/**
 * A wall or an empty page may hide an article: an editor can see it. A section or an error page hides none, unless the
 * source dated it, as it dates reports and nothing else.
 */
async function endWithout(
  rooms: Rooms,
  job: Job,
  work: ReadWork,
  { reading, why }: Extract<Understanding, { kind: 'nothing' }>,
): Promise<void> {
  const { archive, clock, counters, logger } = rooms
  counters.add(`reads.${reading}`)
  logger.debug({ address: work.address, reading, why }, 'intake: a page gave no article')
  if (work.checks !== null) return await endCheck(rooms, job, work, goneBy[reading] ?? 'unknown')
  if (work.again === true) return await archive.jobs.finish(job.id)
  if ((reading === 'section' || reading === 'error-page') && work.entry.publishedAt === null)
    return await archive.jobs.finish(job.id)
  const code = walls[reading] ?? 'intake/empty-page'
  await archive.jobs.setAside(job.id, { code, message: `${work.address}: ${why}` }, clock())
}

const walls: Readonly<Partial<Record<Reading['kind'], ProblemCode>>> = {
  'consent-wall': 'intake/consent-wall',
  'login-wall': 'intake/login-wall',
  'bot-check': 'intake/bot-check',
}

/** A wall says nothing of what is behind it. */
const goneBy: Readonly<Partial<Record<Reading['kind'], GoneHow>>> = {
  empty: 'emptied',
  section: 'replaced',
  'error-page': 'missing',
}

async function file(
  rooms: Rooms,
  pool: ReaderPool,
  job: Job,
  { work, capture, source }: { work: ReadWork; capture: Capture; source: ListedSource | null },
  { article, filedAs, indexText, marks, contentHash, note }: Extract<Understanding, { kind: 'article' }>,
): Promise<void> {
  const { archive, chance, clock, counters, logger, wake } = rooms
  const { checkMinutes } = rooms.config
  const addresses = [work.address, work.entry.address, capture.finalAddress, article.address].flatMap(
    (address) => canonicalAddress(address) ?? [],
  )
  if (isLesser(article, filedAs, work) && (await hasFullText(rooms, addresses))) {
    counters.add('articles.kept')
    return await archive.jobs.finish(job.id)
  }
  const filed = work.checks === null ? null : await filedAt(rooms, work.address)
  if (filed !== null && (await isAnotherPage(rooms, filed, article))) {
    counters.add('reads.another-page')
    logger.info(
      { address: work.address, headline: article.headline },
      'intake: another page stands there now',
    )
    return await endCheck(rooms, job, work, 'replaced')
  }
  const isReadBetter =
    work.again === true ||
    (filed !== null &&
      filed.contentHash !== contentHash &&
      (await readsTheSameToday(rooms, pool, { work, filed, source }, contentHash)))
  const now = clock()
  const checks = work.checks === null ? 0 : work.checks + 1
  const isNews = work.checks !== null || filedAs === 'live-blog' || !isOld(article, checkMinutes, now)
  // Reading it again changes nothing of when the article is looked at next.
  const isChecked = work.again !== true && isNews && !work.entry.whole && source?.source.kind !== 'warc'
  const delay = isChecked
    ? checkDelayMs({ checks, kind: filedAs, textFrom: article.textFrom }, { checkMinutes, chance })
    : null
  const { outcome } = await archive.articles.file({
    jobId: job.id,
    captureId: work.captureId,
    article,
    kind: filedAs,
    indexText,
    marks,
    outlet: outletOf(article, source),
    sourceId: work.sourceId,
    // The page has taught what it can.
    note: work.again === true ? null : note,
    addresses,
    contentHash,
    isReadBetter,
    gone: filed !== null && isCut(article, filed) ? 'cut' : null,
    now,
    nextCheck:
      delay === null ? null : checkJob({ ...work, host: hostOf(work.address), checks, dueAt: now + delay }),
  })
  counters.add(`reads.${filedAs}`)
  counters.add(`articles.${outcome}`)
  if (article.textFrom === 'source') counters.add('articles.from-source')
  if (delay !== null) wake.fetch()
}

/** A page known by another address already must not become a stub of itself. */
function isLesser(article: Article, filedAs: string, { entry }: ReadWork): boolean {
  return (article.textFrom === 'source' && !entry.whole) || filedAs === 'paywall-stub'
}

async function hasFullText({ archive }: Rooms, addresses: readonly string[]): Promise<boolean> {
  for (const address of new Set(addresses)) {
    const id = await archive.articles.byAddress(address)
    const known = id === null ? null : await archive.articles.get(id)
    if (known !== null && known.line.textFrom === 'page' && known.line.kind !== 'paywall-stub') return true
  }
  return false
}

/**
 * Whether a look found what is no version of the article that is filed: one that names the address of another article
 * as its own, or a few words under another headline, as a site says that it is being repaired with status 200.
 */
async function isAnotherPage(
  { archive }: Rooms,
  { line, article: before }: FiledArticle,
  article: Article,
): Promise<boolean> {
  if (article.textFrom === 'source') return false
  const itsId = await archive.articles.byAddress(article.address)
  if (itsId !== null && itsId !== line.id) return true
  return article.headline !== before.headline && isThird(article, before)
}

/** Hardly anything is left of a text: it was taken down in its place. */
function isCut(article: Article, { article: before }: FiledArticle): boolean {
  return article.textFrom === 'page' && before.textFrom === 'page' && isThird(article, before)
}

function isThird(article: Article, before: Article): boolean {
  return bodyText(article).length * 3 < bodyText(before).length
}

async function filedAt({ archive }: Rooms, address: string): Promise<FiledArticle | null> {
  const id = await archive.articles.byAddress(address)
  return id === null ? null : await archive.articles.get(id)
}

/**
 * Whether the page as it was when the article was filed says the same as the page now, both read today. If so the
 * outlet changed nothing: its memory, its rules or the reader have grown better since.
 */
async function readsTheSameToday(
  rooms: Rooms,
  pool: ReaderPool,
  { work, filed, source }: { work: ReadWork; filed: FiledArticle; source: ListedSource | null },
  contentHash: string,
): Promise<boolean> {
  const before = await rooms.archive.captures.get(filed.captureId)
  if (before === null || isDropped(before)) return false
  try {
    const understanding = await pool.read(await taskOf(rooms, work, before, source))
    return understanding.kind === 'article' && understanding.contentHash === contentHash
  } catch (error) {
    if (error instanceof Problem && error.code !== 'intake/stopped') return false
    throw error
  }
}

/** When a source is new to us, most of what it lists is not news: nobody changes it any more while we look. */
function isOld({ publishedAt }: Article, checkMinutes: readonly number[], now: EpochMs): boolean {
  const lastCheckMs = (checkMinutes.at(-1) ?? 0) * 60_000
  return publishedAt !== null && publishedAt.at < now - Math.max(lastCheckMs, dayMs)
}

const dayMs = 86_400_000

const longestName = 120

/** The outlet of the source where the article is its own; else the one whose address it has, named by its page. */
function outletOf({ address, outletName }: Article, source: ListedSource | null): NewOutlet {
  const key = outletKey(address)
  if (source !== null && source.outlet.key === key) {
    const { name, language, country } = source.outlet
    return { key, name, language, country }
  }
  const name = outletName?.replace(/\s+/g, ' ').trim().slice(0, longestName)
  return { key, name: name || key, language: null, country: null }
}
