import type { ArticleId } from '../../model/article.ts'
import type { EpochMs } from '../../model/time.ts'
import type { GoneHow } from '../archive.ts'
import type { Note } from '../changes.ts'
import type { Database } from '../engine.ts'

/**
 * Notes what became of an article, when it is news: since when it is gone stays while it stays so. A text that was cut is
 * there still as it was cut; only a revision ends that.
 */
export async function noteGone(
  db: Database,
  note: Note,
  look: {
    readonly id: ArticleId
    readonly before: string | null
    readonly gone: GoneHow | null
    readonly now: EpochMs
  },
): Promise<void> {
  const { id, before, gone, now } = look
  if (gone === before || (gone === null && before === 'cut')) return
  const since = gone === null ? null : now
  await db.updateTable('articles').set({ gone_since: since, gone_how: gone }).where('id', '=', id).execute()
  await note({ kind: 'article-revised', id, at: now })
}
