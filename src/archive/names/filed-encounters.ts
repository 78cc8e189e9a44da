import type { Encounter, EncounterKind } from '../../model/marks.ts'
import type { NameId } from '../../model/name.ts'
import type { ArticleLine, FiledEncounter, Page, PageOptions } from '../archive.ts'
import { linesWhere, withoutPlace } from '../articles/lines.ts'
import type { Database } from '../engine.ts'
import { articlePlaces } from './article-places.ts'
import { namesAt } from './name-rows.ts'

/** The encounters that a Name takes part in or that are there, an article's worth after the other. */
export async function encountersOf(
  db: Database,
  id: NameId,
  page: PageOptions,
): Promise<Page<FiledEncounter>> {
  const { places, next } = await articlePlaces(db, 'encounter_names', id, page)
  if (places.length === 0) return { items: [], next }
  const articles = new Map<number, ArticleLine>(
    (await linesWhere(db, 'place', places)).map((line) => [line.id, withoutPlace(line)]),
  )
  const rows = await db
    .selectFrom('encounters')
    .selectAll()
    .where('place', 'in', places)
    .where('article_id', 'in', [...articles.keys()])
    .orderBy('place', 'desc')
    .orderBy('ordinal')
    .execute()
  const parties = await db
    .selectFrom('encounter_names')
    .select(['article_id', 'ordinal', 'role', 'name_id'])
    .where('article_id', 'in', [...articles.keys()])
    .orderBy('name_ordinal')
    .execute()
  const names = await namesAt(
    db,
    parties.map((party) => party.name_id),
  )
  const items = rows.flatMap((row) => {
    const article = articles.get(row.article_id)
    const present = parties.filter(
      (party) => party.article_id === row.article_id && party.ordinal === row.ordinal,
    )
    if (article === undefined || !present.some((party) => party.name_id === id)) return []
    return {
      article,
      ordinal: row.ordinal,
      kind: row.kind as EncounterKind,
      standing: row.standing as Encounter['standing'],
      text: row.text,
      from: row.from_time,
      until: row.until_time,
      parties: present.flatMap((party) => {
        const name = names.get(party.name_id)
        return name === undefined
          ? []
          : [{ role: party.role as FiledEncounter['parties'][number]['role'], name }]
      }),
    }
  })
  return { items, next }
}
