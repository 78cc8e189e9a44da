import type { ArticleShelf } from '../archive.ts'
import type { Changes } from '../changes.ts'
import { endJob, pushJobs } from '../jobs.ts'
import { noteGone } from './note-gone.ts'

/** All of it happens, or none; nothing when another worker ended the job, this one's lease having lapsed. */
export async function endLook(
  changes: Changes,
  { jobId, articleId, gone, now, nextCheck }: Parameters<ArticleShelf['endLook']>[0],
): Promise<void> {
  await changes.write(async (db, note) => {
    const wasOpen = await endJob(db, jobId)
    if (!wasOpen) return
    if (nextCheck !== null) await pushJobs(db, [nextCheck])
    if (gone === 'unknown') return
    const known = await db
      .selectFrom('articles')
      .select('gone_how')
      .where('id', '=', articleId)
      .executeTakeFirst()
    if (known !== undefined) await noteGone(db, note, { id: articleId, before: known.gone_how, gone, now })
  })
}
