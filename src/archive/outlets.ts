import type { NewOutlet, Outlet } from '../model/outlet.ts'
import type { OutletShelf } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Database, Engine } from './engine.ts'
import { fold } from './fold.ts'
import type { OutletRow } from './schema.ts'

export function createOutletShelf(engine: Engine, changes: Changes, clock: () => number): OutletShelf {
  return {
    async get(id) {
      const row = await engine.reader
        .selectFrom('outlets')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : outletOf(row)
    },
    async list() {
      const rows = await engine.reader.selectFrom('outlets').selectAll().execute()
      return rows.map(outletOf).sort((one, other) => byName.compare(one.name, other.name))
    },
    rename: (id, name) =>
      changes.write(async (db, note) => {
        const row = await db
          .updateTable('outlets')
          .set({ name, name_folded: fold(name) })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
        if (row === undefined) return null
        const sources = await db.selectFrom('sources').select('id').where('outlet_id', '=', id).execute()
        for (const source of sources) await note({ kind: 'source', id: source.id, at: clock() })
        return outletOf(row)
      }),
    async setZone(id, zone) {
      const rows = await engine.write((db) =>
        db.updateTable('outlets').set({ zone }).where('id', '=', id).returningAll().execute(),
      )
      return rows[0] === undefined ? null : outletOf(rows[0])
    },
  }
}

/** The engines' own collations differ: names are put in order here. */
export const byName: Intl.Collator = new Intl.Collator('und', { numeric: true })

export function outletOf(row: OutletRow): Outlet {
  const { id, key, name, language, country, zone } = row
  return { id, key, name, language, country, zone }
}

/** The outlet of this key, made when it is new. A name that is there stays; what was unknown is filled in. */
export async function putOutlet(db: Database, outlet: NewOutlet): Promise<OutletRow> {
  const known = await db.selectFrom('outlets').selectAll().where('key', '=', outlet.key).executeTakeFirst()
  if (known === undefined) {
    return await db
      .insertInto('outlets')
      .values({ ...outlet, key_folded: fold(outlet.key), name_folded: fold(outlet.name) })
      // Another transaction may have made it since: then its row is given back unchanged.
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: outlet.key }))
      .returningAll()
      .executeTakeFirstOrThrow()
  }
  const language = known.language ?? outlet.language
  const country = known.country ?? outlet.country
  if (language === known.language && country === known.country) return known
  return await db
    .updateTable('outlets')
    .set({ language, country })
    .where('id', '=', known.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
