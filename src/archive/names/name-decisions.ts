import { sql } from 'kysely'
import type { ArticleId } from '../../model/article.ts'
import { familyOf, type Name, type NameId } from '../../model/name.ts'
import type { Decided, NameDecision, NameDecisionId } from '../archive.ts'
import type { Database } from '../engine.ts'
import { fold } from '../fold.ts'
import { namesAt, presentName } from './name-rows.ts'

/** What was before: enough to go back to it. */
interface What {
  /** The keys that were led elsewhere, with whether an editor had led them before. */
  readonly keys?: readonly { readonly key: string; readonly wasDecided: boolean }[]
  readonly article?: { readonly id: ArticleId; readonly ordinal: number; readonly wasDecided: boolean }
  readonly name?: { readonly text: string; readonly wasPinned: boolean }
}

export async function renameName(
  db: Database,
  id: NameId,
  text: string,
  decided: Decided,
): Promise<NameDecisionId | null> {
  const present = await presentName(db, id)
  if (present === null || text.trim() === '') return null
  const { name, isPinned } = present
  await db.updateTable('names').set({ name: text.trim(), is_pinned: 1 }).where('id', '=', name.id).execute()
  await db
    .insertInto('name_aliases')
    .values({ alias_folded: fold(text), name_id: name.id })
    .onConflict((conflict) => conflict.columns(['alias_folded', 'name_id']).doNothing())
    .execute()
  const what = { name: { text: name.name, wasPinned: isPinned } }
  return await note(db, { kind: 'rename', id: name.id, other: null, what }, decided)
}

export async function mergeNames(
  db: Database,
  id: NameId,
  into: NameId,
  decided: Decided,
): Promise<NameDecisionId | null> {
  const merged = await presentName(db, id)
  const target = await presentName(db, into)
  if (merged === null || target === null || merged.name.id === target.name.id) return null
  if (merged.name.kind !== target.name.kind) return null
  const keys = await keysOf(db, merged.name.id)
  await lead(db, merged.name, keys, target.name.id)
  await db
    .updateTable('names')
    .set({ merged_into: target.name.id })
    .where('id', '=', merged.name.id)
    .execute()
  return await note(db, { kind: 'merge', id: target.name.id, other: merged.name.id, what: { keys } }, decided)
}

export async function splitName(
  db: Database,
  id: NameId,
  asked: readonly string[],
  decided: Decided,
): Promise<{ readonly decision: NameDecisionId; readonly name: Name } | null> {
  const present = await presentName(db, id)
  if (present === null) return null
  const all = await keysOf(db, present.name.id)
  const keys = all.filter(({ key }) => asked.includes(key))
  if (keys.length === 0 || keys.length < asked.length || keys.length === all.length) return null
  const name = {
    kind: present.name.kind,
    name: await formOf(
      db,
      present.name,
      keys.map(({ key }) => key),
    ),
  }
  const { id: splitId } = await db
    .insertInto('names')
    .values({ ...name, is_pinned: 0, merged_into: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await lead(db, present.name, keys, splitId)
  // What stays is decided as well: the next full name must not take it in again.
  await db.updateTable('name_keys').set({ is_decided: 1 }).where('name_id', '=', present.name.id).execute()
  const decision = await note(
    db,
    { kind: 'split', id: present.name.id, other: splitId, what: { keys } },
    decided,
  )
  return { decision, name: { ...name, id: splitId } }
}

export async function moveName(
  db: Database,
  articleId: ArticleId,
  ordinal: number,
  to: NameId,
  decided: Decided,
): Promise<NameDecisionId | null> {
  const target = await presentName(db, to)
  const row = await db
    .selectFrom('article_names')
    .innerJoin('names', 'names.id', 'article_names.name_id')
    .select(['name_id', 'is_decided', 'names.kind'])
    .where('article_id', '=', articleId)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst()
  if (target === null || row === undefined || row.name_id === target.name.id) return null
  if (row.kind !== target.name.kind) return null
  await placeName(db, articleId, ordinal, { id: target.name.id, isDecided: true })
  const what = { article: { id: articleId, ordinal, wasDecided: row.is_decided === 1 } }
  return await note(db, { kind: 'move', id: row.name_id, other: target.name.id, what }, decided)
}

/** Goes back on a decision; the newest of its Names goes first. */
export async function undoDecision(db: Database, id: NameDecisionId, { now }: Decided): Promise<boolean> {
  const decision = await db
    .selectFrom('name_decisions')
    .selectAll()
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  if (decision === undefined || (await hasLater(db, decision))) return false
  const { keys = [], article, name } = JSON.parse(decision.what) as What
  const other = decision.other_id
  if (name !== undefined)
    await db
      .updateTable('names')
      .set({ name: name.text, is_pinned: name.wasPinned ? 1 : 0 })
      .where('id', '=', decision.name_id)
      .execute()
  if (article !== undefined)
    await placeName(db, article.id, article.ordinal, { id: decision.name_id, isDecided: article.wasDecided })
  if (other !== null && keys.length > 0) {
    const [from, to] = decision.kind === 'merge' ? [decision.name_id, other] : [other, decision.name_id]
    await db.updateTable('names').set({ merged_into: null }).where('id', '=', to).execute()
    const there = (await namesAt(db, [from])).get(from)
    if (there !== undefined) await lead(db, there, keys, to)
    for (const { key, wasDecided } of keys)
      await db
        .updateTable('name_keys')
        .set({ is_decided: wasDecided ? 1 : 0 })
        .where('name_id', '=', to)
        .where('key', '=', key)
        .execute()
    if (decision.kind === 'split')
      await db.updateTable('names').set({ merged_into: decision.name_id }).where('id', '=', other).execute()
  }
  await db.updateTable('name_decisions').set({ undone_at: now }).where('id', '=', id).execute()
  return true
}

/** The newest first, those of what was merged into it too. */
export async function nameDecisions(db: Database, id: NameId): Promise<readonly NameDecision[]> {
  const rows = await db
    .selectFrom('name_decisions')
    .selectAll()
    .where((where) => where.or([where('name_id', '=', id), where('other_id', '=', id)]))
    .orderBy('id', 'desc')
    .limit(decisionsShown)
    .execute()
  const names = await namesAt(
    db,
    rows.flatMap((row) => [row.name_id, row.other_id]),
  )
  return rows.flatMap((row) => {
    const name = names.get(row.name_id)
    if (name === undefined) return []
    return {
      id: row.id,
      kind: row.kind as NameDecision['kind'],
      name,
      other: row.other_id === null ? null : (names.get(row.other_id) ?? null),
      by: row.decided_by,
      at: row.decided_at,
      undoneAt: row.undone_at,
    }
  })
}

const decisionsShown = 50

async function note(
  db: Database,
  { kind, id, other, what }: { kind: NameDecision['kind']; id: NameId; other: NameId | null; what: What },
  { by, now }: Decided,
): Promise<NameDecisionId> {
  const row = await db
    .insertInto('name_decisions')
    .values({
      kind,
      name_id: id,
      other_id: other,
      what: JSON.stringify(what),
      decided_at: now,
      decided_by: by,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

async function hasLater(
  db: Database,
  { id, name_id, other_id }: { id: number; name_id: number; other_id: number | null },
): Promise<boolean> {
  const names = other_id === null ? [name_id] : [name_id, other_id]
  const later = await db
    .selectFrom('name_decisions')
    .select('id')
    .where('id', '>', id)
    .where('undone_at', 'is', null)
    .where((where) => where.or([where('name_id', 'in', names), where('other_id', 'in', names)]))
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

async function keysOf(db: Database, id: NameId): Promise<NonNullable<What['keys']>> {
  const rows = await db
    .selectFrom('name_keys')
    .select(['key', 'is_decided'])
    .where('name_id', '=', id)
    .orderBy('key')
    .execute()
  return rows.map(({ key, is_decided }) => ({ key, wasDecided: is_decided === 1 }))
}

/** The keys, and all that stands under them with this Name, lead to another from now on. */
async function lead(db: Database, from: Name, keys: NonNullable<What['keys']>, to: NameId): Promise<void> {
  const texts = keys.map(({ key }) => key)
  if (texts.length === 0) return
  await db
    .updateTable('name_keys')
    .set({ name_id: to, is_decided: 1 })
    .where('kind', '=', from.kind)
    .where('key', 'in', texts)
    .execute()
  await copyAliases(db, from.id, to, texts)
  await db
    .updateTable('article_names')
    .set({ name_id: to })
    .where('name_id', '=', from.id)
    .where('key', 'in', texts)
    .execute()
  for (const table of ['statements', 'credits', 'encounter_names'] as const)
    await sql`update ${sql.table(table)} set name_id = (
      select n.name_id from article_names n
      where n.article_id = ${sql.table(table)}.article_id and n.ordinal = ${sql.table(table)}.name_ordinal
    ) where name_id = ${from.id}`.execute(db)
}

/** Forms under these keys find the other Name as well. */
async function copyAliases(db: Database, from: NameId, to: NameId, keys: readonly string[]): Promise<void> {
  const rows = await db
    .selectFrom('article_names')
    .select('name')
    .distinct()
    .where('name_id', '=', from)
    .where('key', 'in', keys)
    .execute()
  const aliases = [...new Set(rows.map(({ name }) => fold(name)))]
  if (aliases.length === 0) return
  await db
    .insertInto('name_aliases')
    .values(aliases.map((alias_folded) => ({ alias_folded, name_id: to })))
    .onConflict((conflict) => conflict.columns(['alias_folded', 'name_id']).doNothing())
    .execute()
}

async function placeName(
  db: Database,
  articleId: ArticleId,
  ordinal: number,
  { id, isDecided }: { readonly id: NameId; readonly isDecided: boolean },
): Promise<void> {
  await db
    .updateTable('article_names')
    .set({ name_id: id, is_decided: isDecided ? 1 : 0 })
    .where('article_id', '=', articleId)
    .where('ordinal', '=', ordinal)
    .execute()
  for (const table of ['statements', 'credits', 'encounter_names'] as const)
    await db
      .updateTable(table)
      .set({ name_id: id })
      .where('article_id', '=', articleId)
      .where('name_ordinal', '=', ordinal)
      .execute()
}

/** The form under these keys that most articles write; a family name where none does. */
async function formOf(db: Database, { id, name }: Name, keys: readonly string[]): Promise<string> {
  const row = await db
    .selectFrom('article_names')
    .select(['name', ({ fn }) => fn.countAll<number>().as('articles')])
    .where('name_id', '=', id)
    .where('key', 'in', keys)
    .groupBy('name')
    .orderBy('articles', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? (keys.map(familyOf)[0] || name)
}
