import { canonicalAddress } from '../../kit/address.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Credit, Marks, Party, Span } from '../../model/marks.ts'
import type { NameId } from '../../model/name.ts'
import type { Database } from '../engine.ts'
import { creditedArticle } from './credited-article.ts'
import { resolveNames } from './resolve-names.ts'

/** The latest revision's marks as they are filed; `packed` is what `packMarks` makes of them. */
export interface FiledMarks {
  readonly articleId: ArticleId
  readonly place: number
  readonly marks: Marks
  readonly packed: Uint8Array
  /** What they are offsets into. */
  readonly text: string
}

/** Replaces what the article had; what an editor decided of a name in it stays. Within the transaction that files it. */
export async function putMarks(db: Database, filed: FiledMarks): Promise<void> {
  const { articleId, place, marks, packed } = filed
  const decided = await decidedNames(db, articleId)
  await dropMarks(db, articleId)
  await db.insertInto('marks').values({ article_id: articleId, marks: packed }).execute()
  const resolved = await resolveNames(db, marks.names)
  const ids = marks.names.map(({ key }, at) => decided.get(key) ?? resolved[at] ?? 0)
  const keyed = { article_id: articleId, place }
  if (marks.names.length > 0)
    await db
      .insertInto('article_names')
      .values(
        marks.names.map(({ key, name, offices }, ordinal) => ({
          ...keyed,
          ordinal,
          name_id: ids[ordinal] ?? 0,
          key,
          name,
          offices: JSON.stringify(offices),
          is_decided: decided.has(key) ? 1 : 0,
        })),
      )
      .execute()
  await putStatements(db, filed, ids)
  await putCredits(db, filed, ids)
  await putEncounters(db, filed, ids)
}

async function decidedNames(db: Database, articleId: ArticleId): Promise<ReadonlyMap<string, NameId>> {
  const rows = await db
    .selectFrom('article_names')
    .select(['key', 'name_id'])
    .where('article_id', '=', articleId)
    .where('is_decided', '=', 1)
    .execute()
  return new Map(rows.map(({ key, name_id }) => [key, name_id]))
}

async function dropMarks(db: Database, articleId: ArticleId): Promise<void> {
  for (const table of ['marks', 'article_names', 'statements', 'credits', 'encounters'] as const)
    await db.deleteFrom(table).where('article_id', '=', articleId).execute()
}

async function putStatements(
  db: Database,
  { articleId, place, marks, text }: FiledMarks,
  ids: readonly NameId[],
): Promise<void> {
  if (marks.statements.length === 0) return
  await db
    .insertInto('statements')
    .values(
      marks.statements.map(({ speaker, content, manner, act, credit }, ordinal) => ({
        article_id: articleId,
        ordinal,
        place,
        ...nameColumns(speaker?.name ?? null, ids),
        speaker: speaker === null ? '' : slice(text, speaker),
        manner,
        act,
        content: content.map((span) => slice(text, span)).join('\n'),
        start_at: content[0]?.start ?? 0,
        credit_ordinal: credit,
      })),
    )
    .execute()
}

async function putCredits(
  db: Database,
  { articleId, place, marks }: FiledMarks,
  ids: readonly NameId[],
): Promise<void> {
  for (const [ordinal, credit] of marks.credits.entries())
    await db
      .insertInto('credits')
      .values({
        article_id: articleId,
        ordinal,
        place,
        kind: credit.kind,
        source_name: credit.sourceName,
        outlet_key: credit.outlet,
        ...nameColumns(credit.name, ids),
        address: credit.address,
        credited_id: await creditedBy(db, credit, { articleId, place, ids }),
        start_at: credit.start,
      })
      .execute()
}

async function creditedBy(
  db: Database,
  { address, outlet }: Credit,
  {
    articleId,
    place,
    ids,
  }: { readonly articleId: ArticleId; readonly place: number; readonly ids: readonly NameId[] },
): Promise<ArticleId | null> {
  const link = address === null ? null : canonicalAddress(address)
  return await creditedArticle(db, { articleId, place, link, outletKey: outlet, nameIds: ids })
}

async function putEncounters(
  db: Database,
  { articleId, place, marks, text }: FiledMarks,
  ids: readonly NameId[],
): Promise<void> {
  for (const [ordinal, encounter] of marks.encounters.entries()) {
    const time = encounter.time === null ? undefined : marks.times[encounter.time]
    await db
      .insertInto('encounters')
      .values({
        article_id: articleId,
        ordinal,
        place,
        kind: encounter.kind,
        standing: encounter.standing,
        text: slice(text, encounter),
        from_time: time?.from ?? null,
        until_time: time?.until ?? null,
        start_at: encounter.start,
      })
      .execute()
    const { who, with: others, place: where, origin } = encounter
    const named = [
      ...inRole('who', who),
      ...inRole('with', others),
      ...inRole('place', where === null ? [] : [where]),
      ...inRole('origin', origin === null ? [] : [origin]),
    ]
    if (named.length === 0) continue
    await db
      .insertInto('encounter_names')
      .values(
        named.map(({ role, name }) => ({
          article_id: articleId,
          ordinal,
          role,
          name_ordinal: name,
          place,
          name_id: ids[name] ?? 0,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

function inRole(
  role: string,
  parties: readonly Party[],
): readonly { readonly role: string; readonly name: number }[] {
  return parties.flatMap(({ name }) => (name === null ? [] : [{ role, name }]))
}

function nameColumns(
  ordinal: number | null,
  ids: readonly NameId[],
): { readonly name_ordinal: number | null; readonly name_id: NameId | null } {
  return { name_ordinal: ordinal, name_id: ordinal === null ? null : (ids[ordinal] ?? null) }
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}
