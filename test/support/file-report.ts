import type { Archive, Filed } from '../../src/archive/archive.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { indexText } from '../../src/language/stem-words.ts'
import type { Article } from '../../src/model/article.ts'
import { bodyText } from '../../src/model/block-text.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import type { SourceId } from '../../src/model/source.ts'
import type { EpochMs } from '../../src/model/time.ts'

/** Files an article as intake would have: a job, a capture, a reading. */
export async function fileReport(
  archive: Archive,
  filing: {
    readonly article: Article
    readonly outlet: NewOutlet
    readonly sourceId: SourceId | null
    readonly now: EpochMs
  },
): Promise<Filed> {
  const { article, outlet, sourceId, now } = filing
  const { address, language } = article
  const work = { address, sourceId, entry: entryOf(article), checks: null }
  const key = `test ${address} ${now} ${Math.random()}`
  await archive.jobs.push({ work: { kind: 'fetch', ...work }, host: null, dueAt: 0, key })
  const fetching = await claimOnly(archive, 'fetch', now)
  const bytes = new TextEncoder().encode(`<title>${article.headline}</title>${bodyText(article)}`)
  const captureId = await archive.captures.keep(
    {
      address,
      finalAddress: address,
      fetchedAt: now,
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      bytes,
      sha256: sha256(bytes),
    },
    fetching,
    { work: { kind: 'read', ...work }, host: null, dueAt: 0, key: `${key} read` },
  )
  return await archive.articles.file({
    jobId: await claimOnly(archive, 'read', now),
    captureId,
    article,
    kind: 'article',
    indexText: {
      headline: indexText(article.headline, language),
      lead: indexText(article.lead ?? '', language),
      body: indexText(bodyText(article), language),
      authors: indexText(article.authors.join(' '), language),
    },
    outlet,
    sourceId,
    addresses: [address],
    contentHash: sha256(JSON.stringify([article.headline, article.lead, article.blocks])),
    now,
    nextCheck: null,
  })
}

async function claimOnly(archive: Archive, kind: 'fetch' | 'read', now: EpochMs): Promise<number> {
  const [job] = await archive.jobs.claim({ kind, now, limit: 1, leaseMs: 60_000 })
  if (job === undefined) throw new Error(`There is no ${kind} job to claim.`)
  return job.id
}

function entryOf({ address, headline }: Article) {
  return {
    address,
    headline,
    summary: null,
    html: null,
    whole: false,
    publishedAt: null,
    modifiedAt: null,
    authors: [],
    categories: [],
    images: [],
    language: null,
  } as const
}
