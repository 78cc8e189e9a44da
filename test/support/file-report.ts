import type { Archive, Filed, Filing } from '../../src/archive/archive.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { indexArticle } from '../../src/language/index-article.ts'
import { markArticle } from '../../src/language/mark-article.ts'
import type { Article } from '../../src/model/article.ts'
import type { NewOutlet } from '../../src/model/outlet.ts'
import type { SourceId } from '../../src/model/source.ts'
import type { EpochMs } from '../../src/model/time.ts'
import { claimedRead } from './archive-samples.ts'

/** Files an article as intake would have, stemmed and marked as `language` does. */
export async function fileReport(
  archive: Archive,
  filing: {
    readonly article: Article
    readonly outlet: NewOutlet
    readonly sourceId: SourceId | null
    readonly now: EpochMs
    readonly kind?: Filing['kind']
  },
): Promise<Filed> {
  const { article, outlet, sourceId, now, kind = 'article' } = filing
  const { job, captureId } = await claimedRead(archive, article.address, now)
  return await archive.articles.file({
    jobId: job.id,
    captureId,
    article,
    kind,
    indexText: indexArticle(article),
    marks: markArticle(article),
    outlet,
    sourceId,
    note: null,
    isReadBetter: false,
    gone: null,
    addresses: [article.address],
    contentHash: sha256(JSON.stringify([article.headline, article.lead, article.blocks, article.entries])),
    now,
    nextCheck: null,
  })
}
