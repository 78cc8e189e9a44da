import type { TextName } from '../../model/marks.ts'
import { familyOf, isFamilyOnly, type NameId } from '../../model/name.ts'
import type { Database } from '../engine.ts'
import { fold } from '../fold.ts'

/**
 * The Name of each of a text's names, made where it is new. A key leads where it led before. A family name alone is the
 * only person of that family that the archive knows, or by far the most named one; where there are several, it stays a
 * Name of its own. The first full name takes in what was filed under its family name alone, unless an editor decided
 * otherwise. Within a transaction that keeps other filings out.
 */
export async function resolveNames(db: Database, names: readonly TextName[]): Promise<readonly NameId[]> {
  if (names.length === 0) return []
  const known = await knownKeys(db, names)
  const newKeys: KnownKey[] = []
  const ids: NameId[] = []
  for (const name of names) ids.push(await resolve(db, { known, newKeys }, name))
  await addKeys(db, newKeys)
  await addAliases(db, names, ids)
  return ids
}

interface KnownKey {
  readonly kind: string
  readonly key: string
  readonly name_id: number
  readonly is_decided: number
}

/** Every key that leads somewhere and has its family name in the text. */
type KnownKeys = Map<string, KnownKey[]>

async function knownKeys(db: Database, names: readonly TextName[]): Promise<KnownKeys> {
  const families = [...new Set(names.map(({ key }) => familyOf(key)))]
  const rows = await db
    .selectFrom('name_keys')
    .select(['kind', 'key', 'name_id', 'is_decided'])
    .where('family', 'in', families)
    .execute()
  const known: KnownKeys = new Map()
  for (const row of rows) remember(known, row)
  return known
}

function remember(known: KnownKeys, row: KnownKey): void {
  const family = familyIn(row)
  known.set(family, [...(known.get(family) ?? []), row])
}

function familyIn({ kind, key }: Pick<KnownKey, 'kind' | 'key'>): string {
  return `${kind} ${familyOf(key)}`
}

async function resolve(
  db: Database,
  { known, newKeys }: { readonly known: KnownKeys; readonly newKeys: KnownKey[] },
  name: TextName,
): Promise<NameId> {
  const family = known.get(familyIn(name)) ?? []
  const same = family.find(({ key }) => key === name.key)
  const isBareFamily = name.kind === 'person' && isFamilyOnly(name.key)
  if (same !== undefined && (!isBareFamily || same.is_decided === 1)) return same.name_id
  if (isBareFamily) {
    const person = await personMeant(db, family)
    if (person !== null) return person
    if (same !== undefined) return same.name_id
  }
  const alone = name.kind === 'person' && !isBareFamily ? loneFamilyName(family) : null
  const id = alone === null ? await newName(db, name) : await growName(db, alone, name)
  const row = { kind: name.kind, key: name.key, name_id: id, is_decided: 0 }
  newKeys.push(row)
  remember(known, row)
  return id
}

async function addKeys(db: Database, keys: readonly KnownKey[]): Promise<void> {
  if (keys.length === 0) return
  await db
    .insertInto('name_keys')
    .values(keys.map((row) => ({ ...row, family: familyOf(row.key) })))
    .execute()
}

/** Whose articles are that many times those of all others of the family together is meant by the family name alone. */
const dominance = 10

async function personMeant(db: Database, family: readonly KnownKey[]): Promise<NameId | null> {
  const people = [...new Set(family.filter(({ key }) => !isFamilyOnly(key)).map(({ name_id }) => name_id))]
  if (people.length <= 1) return people[0] ?? null
  const counts = await db
    .selectFrom('article_names')
    .select(['name_id', ({ fn }) => fn.countAll<number>().as('articles')])
    .where('name_id', 'in', people)
    .groupBy('name_id')
    .orderBy('articles', 'desc')
    .execute()
  const [first, ...others] = counts.map(({ name_id, articles }) => ({ name_id, articles: Number(articles) }))
  const rest = others.reduce((sum, { articles }) => sum + articles, 0)
  return first !== undefined && first.articles >= dominance * rest ? first.name_id : null
}

/** The Name of a family name alone while nobody of the family is known in full. */
function loneFamilyName(family: readonly KnownKey[]): NameId | null {
  const [only, ...others] = family
  return only !== undefined && others.length === 0 && isFamilyOnly(only.key) && only.is_decided === 0
    ? only.name_id
    : null
}

async function newName(db: Database, { kind, name }: TextName): Promise<NameId> {
  const { id } = await db
    .insertInto('names')
    .values({ kind, name, is_pinned: 0, merged_into: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function growName(db: Database, id: NameId, { name }: TextName): Promise<NameId> {
  await db.updateTable('names').set({ name }).where('id', '=', id).where('is_pinned', '=', 0).execute()
  return id
}

async function addAliases(db: Database, names: readonly TextName[], ids: readonly NameId[]): Promise<void> {
  const aliases = names.flatMap(({ name, aliases: others }, at) =>
    [name, ...others].map((alias) => ({ alias_folded: fold(alias), name_id: ids[at] ?? 0 })),
  )
  await db
    .insertInto('name_aliases')
    .values(aliases)
    .onConflict((conflict) => conflict.columns(['alias_folded', 'name_id']).doNothing())
    .execute()
}
