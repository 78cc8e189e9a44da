import type { NameKind } from '../../model/marks.ts'
import type { Name, NameId } from '../../model/name.ts'
import type { NameLine } from '../archive.ts'
import type { Database } from '../engine.ts'

export function nameOf({ id, kind, name }: { id: number; kind: string; name: string }): Name {
  return { id, kind: kind as NameKind, name }
}

/** The Names at these ids; what is not there is left out. */
export async function namesAt(
  db: Database,
  ids: readonly (NameId | null)[],
): Promise<ReadonlyMap<NameId, Name>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('names').select(['id', 'kind', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, nameOf(row)]))
}

/** The Name itself, or the one that it was merged into. */
export async function presentName(
  db: Database,
  id: NameId,
): Promise<{ readonly name: Name; readonly isPinned: boolean } | null> {
  const row = await db.selectFrom('names').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  return row.merged_into === null
    ? { name: nameOf(row), isPinned: row.is_pinned === 1 }
    : await presentName(db, row.merged_into)
}

/** As lines, most articles first. */
export async function countedNames(
  db: Database,
  counted: readonly { readonly name_id: number; readonly articles: number | string }[],
): Promise<readonly NameLine[]> {
  const names = await namesAt(
    db,
    counted.map(({ name_id }) => name_id),
  )
  return counted
    .flatMap(({ name_id, articles }) => {
      const name = names.get(name_id)
      return name === undefined ? [] : [{ ...name, articles: Number(articles) }]
    })
    .sort((one, other) => other.articles - one.articles || one.id - other.id)
}
