import type {
  Archive,
  Filed,
  Filing,
  IndexText,
  Job,
  NewJob,
  NewSource,
  QueuedEntry,
} from '../../src/archive/archive.ts'
import { sha256 } from '../../src/kit/hash.ts'
import type { Article } from '../../src/model/article.ts'
import { bareEntry } from '../../src/model/bare-entry.ts'
import { bodyText } from '../../src/model/block-text.ts'
import type { Capture } from '../../src/model/capture.ts'
import { noMarks } from '../../src/model/no-marks.ts'
import type { Entry } from '../../src/model/source.ts'

let made = 0

/** A number that no sample had before, so that samples of one archive do not meet by accident. */
export function another(): number {
  made += 1
  return made
}

export function sampleSource(change: Partial<NewSource> = {}): NewSource {
  const number = another()
  return {
    kind: 'feed',
    address: `https://harbour${number}.example/feed.xml`,
    title: `Harbour ${number}`,
    outlet: {
      key: `harbour${number}.example`,
      name: `Harbour Post ${number}`,
      language: null,
      country: null,
    },
    nextPollAt: 0,
    intervalSeconds: 300,
    ...change,
  }
}

export function sampleEntry(address: string, change: Partial<Entry> = {}): Entry {
  return { ...bareEntry(address), headline: 'Ferry resumes after storm', ...change }
}

export function queued(address: string, dueAt: number): QueuedEntry {
  return { address, host: new URL(address).host, entry: sampleEntry(address), dueAt }
}

export function sampleFetch(address: string, change: Partial<NewJob> = {}): NewJob {
  return {
    work: { kind: 'fetch', address, sourceId: null, entry: sampleEntry(address), checks: null },
    host: new URL(address).host,
    dueAt: 0,
    key: `fetch ${address}`,
    ...change,
  }
}

export function sampleCapture(address: string, html: string, fetchedAt: number): Capture {
  const bytes = Buffer.from(html)
  return {
    address,
    finalAddress: address,
    fetchedAt,
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    bytes,
    sha256: sha256(bytes),
  }
}

export function sampleArticle(change: Partial<Article> = {}): Article {
  return {
    address: `https://harbour.example/news/${another()}`,
    headline: 'Ferry resumes after storm',
    lead: null,
    authors: [],
    agency: null,
    publishedAt: null,
    modifiedAt: null,
    language: 'en',
    blocks: [{ kind: 'paragraph', text: 'The ferry to Port Linden sailed again.', links: [] }],
    image: null,
    outletName: null,
    section: null,
    keywords: [],
    outgoingLinks: [],
    textFrom: 'page',
    ...change,
  }
}

/** The words in lower case: stems enough for a test. */
export function sampleIndexText(article: Article): IndexText {
  const stems = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
  return {
    headline: stems(article.headline),
    lead: stems(article.lead ?? ''),
    body: stems(bodyText(article)),
    authors: stems(article.authors.join(' ')),
  }
}

/** A read job that is claimed, as intake has it in hand when it files. */
export async function claimedRead(
  archive: Archive,
  address: string,
  now: number,
): Promise<{ readonly job: Job; readonly captureId: number }> {
  await archive.jobs.push(sampleFetch(address, { key: `fetch ${address} ${another()}`, dueAt: -1e15 }))
  const [fetch] = await archive.jobs.claim({ kind: 'fetch', now, limit: 1, leaseMs: 60_000 })
  if (fetch === undefined) throw new Error('The fetch job cannot be claimed.')
  const capture = sampleCapture(address, `<h1>${address} ${another()}</h1>`, now)
  const captureId = await archive.captures.keep(capture, fetch.id, {
    work: { kind: 'read', address, sourceId: null, entry: sampleEntry(address), checks: null },
    host: null,
    dueAt: -1e15,
    key: `read ${address} ${another()}`,
  })
  const [job] = await archive.jobs.claim({ kind: 'read', now, limit: 1, leaseMs: 60_000 })
  if (job === undefined) throw new Error('The read job cannot be claimed.')
  return { job, captureId }
}

/** A filing as intake makes it, its job claimed. */
export async function sampleFiling(
  archive: Archive,
  now: number,
  change: Partial<Filing> = {},
): Promise<Filing> {
  const article = change.article ?? sampleArticle()
  const { job, captureId } = await claimedRead(archive, article.address, now)
  return {
    jobId: job.id,
    captureId,
    article,
    kind: 'article',
    indexText: sampleIndexText(article),
    marks: noMarks(article.language),
    outlet: { key: 'harbour.example', name: 'Harbour Post', language: null, country: null },
    sourceId: null,
    note: null,
    isReadBetter: false,
    gone: null,
    addresses: [article.address],
    contentHash: sha256(JSON.stringify(article)),
    now,
    nextCheck: null,
    ...change,
  }
}

export async function fileSample(
  archive: Archive,
  now: number,
  change: Partial<Filing> = {},
): Promise<Filed> {
  return await archive.articles.file(await sampleFiling(archive, now, change))
}
