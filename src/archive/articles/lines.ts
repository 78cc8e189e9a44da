import type { Selectable } from 'kysely'
import type { ArticleLine } from '../archive.ts'
import type { Database } from '../engine.ts'
import { outletOf } from '../outlets.ts'
import type { ArticleTable } from '../schema.ts'

/** Half of what the table has: a column is a hundred rows, and each value read takes its time. */
export const lineColumns = [
  'id',
  'place',
  'address',
  'outlet_id',
  'language',
  'kind',
  'headline',
  'lead',
  'text_from',
  'at',
  'first_seen_at',
  'revisions',
  'gone_how',
] as const

export type LineRow = Pick<Selectable<ArticleTable>, (typeof lineColumns)[number]>

export type PlacedLine = ArticleLine & { readonly place: number }

/** Lines of the articles at these ids or places, in no order. */
export async function linesWhere(
  db: Database,
  column: 'id' | 'place',
  values: readonly number[],
): Promise<readonly PlacedLine[]> {
  if (values.length === 0) return []
  const rows = await db.selectFrom('articles').select(lineColumns).where(column, 'in', values).execute()
  return await linesOf(db, rows)
}

/** The rows as lines, in their order. */
export async function linesOf(db: Database, rows: readonly LineRow[]): Promise<readonly PlacedLine[]> {
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map((row) => row.outlet_id))]
  const outlets = new Map(
    (await db.selectFrom('outlets').selectAll().where('id', 'in', ids).execute()).map((row) => [
      row.id,
      outletOf(row),
    ]),
  )
  return rows.flatMap((row) => {
    const outlet = outlets.get(row.outlet_id)
    if (outlet === undefined) return []
    return {
      id: row.id,
      place: row.place,
      address: row.address,
      headline: row.headline,
      lead: row.lead,
      outlet,
      language: row.language,
      kind: row.kind as ArticleLine['kind'],
      at: row.at,
      firstSeenAt: row.first_seen_at,
      revisions: row.revisions,
      textFrom: row.text_from as ArticleLine['textFrom'],
      gone: row.gone_how as ArticleLine['gone'],
    }
  })
}

/** What leaves the room knows nothing of places. */
export function withoutPlace({ place: _, ...line }: PlacedLine): ArticleLine {
  return line
}
