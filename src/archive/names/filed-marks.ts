import type { ArticleId } from '../../model/article.ts'
import type { Marks } from '../../model/marks.ts'
import type { FiledMarks } from '../archive.ts'
import { unpack } from '../captures.ts'
import type { Database } from '../engine.ts'
import { nameOf } from './name-rows.ts'

export async function filedMarks(db: Database, id: ArticleId): Promise<FiledMarks | null> {
  const row = await db.selectFrom('marks').select('marks').where('article_id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const names = await db
    .selectFrom('article_names')
    .innerJoin('names', 'names.id', 'article_names.name_id')
    .select(['names.id', 'names.kind', 'names.name'])
    .where('article_id', '=', id)
    .orderBy('ordinal')
    .execute()
  const credits = await db
    .selectFrom('credits')
    .select('credited_id')
    .where('article_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return {
    marks: JSON.parse(Buffer.from(await unpack(row.marks)).toString('utf8')) as Marks,
    names: names.map(nameOf),
    credited: credits.map(({ credited_id }) => credited_id),
  }
}
