import type { CreditKind, Statement } from '../../model/marks.ts'
import type { NameId } from '../../model/name.ts'
import type { ArticleLine, FiledStatement, Page, PageOptions } from '../archive.ts'
import { linesWhere, type PlacedLine, withoutPlace } from '../articles/lines.ts'
import type { Database } from '../engine.ts'
import { articlePlaces } from './article-places.ts'
import { namesAt } from './name-rows.ts'

/** What a Name said, an article's worth after the other: a page holds all of each of its articles. */
export async function statementsBy(
  db: Database,
  id: NameId,
  page: PageOptions,
): Promise<Page<FiledStatement>> {
  const { places, next } = await articlePlaces(db, 'statements', id, page)
  const lines = await linesWhere(db, 'place', places)
  return { items: await statementsIn(db, lines, id), next }
}

/** All that the articles tell, in the order of the ids and that of their texts. */
export async function statementsOf(db: Database, ids: readonly number[]): Promise<readonly FiledStatement[]> {
  const lines = new Map((await linesWhere(db, 'id', [...new Set(ids)])).map((line) => [line.id, line]))
  const found = await statementsIn(db, [...lines.values()], null)
  return ids.flatMap((id) => found.filter(({ article }) => article.id === id))
}

async function statementsIn(
  db: Database,
  lines: readonly PlacedLine[],
  speaker: NameId | null,
): Promise<readonly FiledStatement[]> {
  if (lines.length === 0) return []
  let query = db
    .selectFrom('statements')
    .leftJoin('credits', (join) =>
      join
        .onRef('credits.article_id', '=', 'statements.article_id')
        .onRef('credits.ordinal', '=', 'statements.credit_ordinal'),
    )
    .select([
      'statements.article_id',
      'statements.ordinal',
      'statements.name_id',
      'statements.speaker',
      'statements.manner',
      'statements.act',
      'statements.content',
      'credits.kind as credit_kind',
      'credits.source_name',
    ])
    .where(
      'statements.article_id',
      'in',
      lines.map(({ id }) => id),
    )
    .orderBy('statements.place', 'desc')
    .orderBy('statements.ordinal')
  if (speaker !== null) query = query.where('statements.name_id', '=', speaker)
  const rows = await query.execute()
  const names = await namesAt(
    db,
    rows.map((row) => row.name_id),
  )
  const articles = new Map<number, ArticleLine>(lines.map((line) => [line.id, withoutPlace(line)]))
  return rows.flatMap((row) => {
    const article = articles.get(row.article_id)
    if (article === undefined) return []
    return {
      article,
      ordinal: row.ordinal,
      content: row.content,
      manner: row.manner as Statement['manner'],
      act: row.act as Statement['act'],
      speaker: row.speaker,
      name: row.name_id === null ? null : (names.get(row.name_id) ?? null),
      credit:
        row.credit_kind === null || row.source_name === null
          ? null
          : { kind: row.credit_kind as CreditKind, sourceName: row.source_name },
    }
  })
}
