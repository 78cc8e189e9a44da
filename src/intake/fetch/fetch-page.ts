import type { Job, JobWork, NewJob } from '../../archive/archive.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Capture } from '../../model/capture.ts'
import { Problem, type ProblemCode } from '../../model/problem.ts'
import { type FetchAnswer, type Fetcher, HostBackingOff } from '../../wire/fetcher.ts'
import { nameRefusal } from '../../wire/name-refusal.ts'
import type { Rooms } from '../rooms.ts'
import { endCheck } from './end-check.ts'
import { hasEnoughText } from './has-enough-text.ts'
import { retryDelayMs } from './retry-delay.ts'

type FetchWork = Extract<JobWork, { kind: 'fetch' }>
type Trouble = Pick<Problem, 'code' | 'message'>

/** After so many failures the source's own text, where there is one, is filed without waiting for the page any more. */
const attemptsBeforeSourceText = 3
/** Sites list an article before its page is there, and a page is missing for a moment while its site is renewed. */
const attemptsAtMissing = 5
/** A look at a page that is filed already is given up sooner: the next one comes anyway. */
const checkAttempts = 3

/** Fetches the page of an entry and hands it on to be read, or decides what becomes of the entry without it. */
export async function fetchPage(rooms: Rooms, fetcher: Fetcher, job: Job, work: FetchWork): Promise<void> {
  const { counters } = rooms
  if (work.entry.whole) {
    counters.add('fetches.none')
    return await keep(rooms, job, work, entryCapture(rooms, work))
  }
  const began = performance.now()
  let answer: FetchAnswer
  try {
    answer = await ask(rooms, fetcher, work)
  } catch (error) {
    return await afterFailure(rooms, job, work, error)
  } finally {
    counters.add('fetches.ms', performance.now() - began)
  }
  counters.add(`fetches.${answer.kind}`)
  switch (answer.kind) {
    case 'unchanged':
      return await endCheck(rooms, job, work, null)
    case 'fetched':
      return await afterPage(rooms, job, work, answer.capture)
    case 'refused':
      return await afterRefusal(rooms, job, work, answer)
  }
}

/** At the canonical address, and where nothing is there, at the one that was listed. */
async function ask({ archive }: Rooms, fetcher: Fetcher, work: FetchWork): Promise<FetchAnswer> {
  const validators = work.checks === null ? {} : await validatorsOf(archive, work.address)
  const answer = await fetcher.fetch({ address: work.address, purpose: 'article', ...validators })
  const isMissing = answer.kind === 'refused' && isGone(answer.status)
  if (!isMissing || work.entry.address === work.address) return answer
  return await fetcher.fetch({ address: work.entry.address, purpose: 'article', ...validators })
}

async function validatorsOf(
  archive: Rooms['archive'],
  address: string,
): Promise<{ readonly etag: string | null; readonly lastModified: string | null }> {
  const none = { etag: null, lastModified: null }
  const id = await archive.articles.byAddress(address)
  const filed = id === null ? null : await archive.articles.get(id)
  // What was made of the source's own text says nothing about the page.
  if (filed === null || filed.line.textFrom === 'source') return none
  const capture = await archive.captures.get(filed.captureId)
  if (capture === null) return none
  return {
    etag: capture.headers.etag ?? null,
    lastModified: capture.headers['last-modified'] ?? null,
  }
}

async function afterPage(rooms: Rooms, job: Job, work: FetchWork, capture: Capture): Promise<void> {
  const contentType = capture.headers['content-type'] ?? ''
  if (!isPage(contentType)) {
    const type = contentType.split(';')[0] ?? ''
    const trouble: Trouble = {
      code: 'intake/not-a-page',
      message: `${work.address} is no page, but ${type}.`,
    }
    return await withoutPage(rooms, job, work, trouble, { ...capture, status: 415, ...nothing })
  }
  if (leadsHome(work.address, capture.finalAddress)) {
    const message = `${work.address} leads to the home page.`
    return await withoutArticle(rooms, job, work, { code: 'intake/no-longer-there', message })
  }
  await keep(rooms, job, work, capture)
}

async function afterRefusal(
  rooms: Rooms,
  job: Job,
  work: FetchWork,
  { status, retryAfterSeconds, capture }: Extract<FetchAnswer, { kind: 'refused' }>,
): Promise<void> {
  const trouble: Trouble = {
    code: nameRefusal(status, retryAfterSeconds) ?? 'intake/refused',
    message: `${work.address} answered ${status}.`,
  }
  if (status === 404 && job.attempts < attemptsAtMissing) return await again(rooms, job, trouble, null)
  if (isGone(status)) return await withoutArticle(rooms, job, work, trouble)
  if (status === 408 || status === 425 || status === 429 || status >= 500)
    return await later(rooms, job, work, trouble, retryAfterSeconds)
  await withoutPage(rooms, job, work, trouble, capture ?? emptyCapture(rooms, work, status))
}

/** Nothing will change these by asking again. */
const lasting: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'wire/bad-address',
  'wire/decompression',
  'wire/forbidden-address',
  'wire/redirects',
  'wire/robots',
  'wire/too-large',
])

async function afterFailure(rooms: Rooms, job: Job, work: FetchWork, error: unknown): Promise<void> {
  const { archive, counters, logger } = rooms
  const trouble: Trouble =
    error instanceof Problem
      ? error
      : { code: 'intake/unexpected', message: `${work.address}: ${(error as Error).message}` }
  if (rooms.isStopping()) return await archive.jobs.retry(job.id, { dueAt: job.dueAt, problem: trouble })
  // The host's trouble, not the page's: it is put off until the host may be asked again.
  if (error instanceof HostBackingOff)
    return await archive.jobs.retry(job.id, { dueAt: error.retryAt, problem: trouble })
  counters.add('fetches.failed')
  if (error instanceof Problem) {
    if (error.code.startsWith('archive/')) throw error
    logger.debug({ address: work.address, code: error.code }, 'intake: a page could not be fetched')
  } else {
    logger.error({ address: work.address, err: error }, 'intake: a page could not be fetched')
  }
  if (lasting.has(trouble.code))
    return await withoutPage(rooms, job, work, trouble, emptyCapture(rooms, work, 0))
  await later(rooms, job, work, trouble, null)
}

async function later(
  rooms: Rooms,
  job: Job,
  work: FetchWork,
  trouble: Trouble,
  retryAfterSeconds: number | null,
): Promise<void> {
  const { attempts } = job
  if (work.checks !== null && attempts >= checkAttempts) return await endCheck(rooms, job, work, 'unknown')
  const isPatient = work.checks !== null || attempts < attemptsBeforeSourceText || !hasEnoughText(work.entry)
  if (!isPatient || attempts >= rooms.config.fetchAttempts)
    return await withoutPage(rooms, job, work, trouble, emptyCapture(rooms, work, 0))
  await again(rooms, job, trouble, retryAfterSeconds)
}

async function again(
  { archive, chance, clock, counters }: Rooms,
  { id, attempts }: Job,
  problem: Trouble,
  retryAfterSeconds: number | null,
): Promise<void> {
  counters.add('fetches.retried')
  const dueAt = clock() + retryDelayMs(attempts, retryAfterSeconds, chance)
  await archive.jobs.retry(id, { dueAt, problem })
}

/** The source's own text is filed where it says enough; `capture` (not 2xx) shows what the page answered. */
async function withoutPage(
  rooms: Rooms,
  job: Job,
  work: FetchWork,
  trouble: Trouble,
  capture: Capture,
): Promise<void> {
  if (work.checks !== null) return await endCheck(rooms, job, work, 'unknown')
  if (hasEnoughText(work.entry)) return await keep(rooms, job, work, capture)
  rooms.counters.add('fetches.set-aside')
  rooms.logger.info({ address: work.address, code: trouble.code }, 'intake: a page was set aside')
  await rooms.archive.jobs.setAside(job.id, trouble, rooms.clock())
}

/** There is no such article, or there is none any more: what is filed stays, and says so. */
async function withoutArticle(rooms: Rooms, job: Job, work: FetchWork, trouble: Trouble): Promise<void> {
  rooms.counters.add('fetches.gone')
  rooms.logger.debug({ address: work.address, ...trouble }, 'intake: nothing is there')
  if (work.checks !== null) return await endCheck(rooms, job, work, 'missing')
  await rooms.archive.jobs.finish(job.id)
}

async function keep(rooms: Rooms, job: Job, work: FetchWork, capture: Capture): Promise<void> {
  const { address, sourceId, entry, checks } = work
  const next: Omit<NewJob, 'work'> & {
    readonly work: Omit<Extract<JobWork, { kind: 'read' }>, 'captureId'>
  } = {
    work: { kind: 'read', address, sourceId, entry, checks },
    host: null,
    dueAt: job.dueAt,
    // Another capture of the page may wait to be read still.
    key: `read ${checks ?? 'first'} ${capture.sha256} ${address}`,
  }
  await rooms.archive.captures.keep(capture, job.id, next)
  rooms.wake.read()
}

function entryCapture({ clock }: Rooms, { address, entry }: FetchWork): Capture {
  const bytes = new TextEncoder().encode(entry.html ?? entry.summary ?? '')
  return {
    address,
    finalAddress: address,
    fetchedAt: clock(),
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    bytes,
    sha256: sha256(bytes),
  }
}

const nothing = { bytes: new Uint8Array(), sha256: sha256('') } as const

/** Status 0: the page gave no answer at all. */
function emptyCapture({ clock }: Rooms, { address }: FetchWork, status: number): Capture {
  return { address, finalAddress: address, fetchedAt: clock(), status, headers: {}, ...nothing }
}

function isGone(status: number): boolean {
  return status === 404 || status === 410
}

/** A page without a type may be one; the reader will see. */
function isPage(contentType: string): boolean {
  return /^\s*(?:$|;|text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream))/i.test(
    contentType,
  )
}

/** How sites without a 404 say that an article is no longer there. */
function leadsHome(asked: string, final: string): boolean {
  const from = new URL(asked)
  const to = new URL(final)
  return to.pathname === '/' && to.search === '' && (from.pathname !== '/' || from.search !== '')
}
