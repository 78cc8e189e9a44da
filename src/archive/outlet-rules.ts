import type { OutletId } from '../model/outlet.ts'
import type { OutletRules } from '../model/outlet-rules.ts'
import type { RuleShelf, SavedRules } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Database, Engine } from './engine.ts'
import type { OutletRulesRow } from './schema.ts'

export function createRuleShelf(engine: Engine, changes: Changes): RuleShelf {
  return {
    get: (id) => latestRules(engine.reader, id),

    async ofOutlet(key) {
      const row = await engine.reader
        .selectFrom('outlets')
        .innerJoin('outlet_rules', 'outlet_rules.outlet_id', 'outlets.id')
        .select('rules')
        .where('key', '=', key)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.rules) as OutletRules)
    },

    save: (id, rules, { by, now }) =>
      // One at a time: each state has a number of its own.
      changes.write(async (db) => {
        const outlet = await db.selectFrom('outlets').select('id').where('id', '=', id).executeTakeFirst()
        if (outlet === undefined) return null
        const before = await latestRules(db, id)
        const number = (before?.number ?? 0) + 1
        const text = JSON.stringify(rules)
        await db
          .insertInto('outlet_rules')
          .values({ outlet_id: id, number, rules: text, saved_at: now, saved_by: by })
          .execute()
        return { number, rules, savedAt: now, savedBy: by }
      }),

    async history(id, limit) {
      const rows = await engine.reader
        .selectFrom('outlet_rules')
        .selectAll()
        .where('outlet_id', '=', id)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(savedOf)
    },
  }
}

export async function latestRules(db: Database, id: OutletId): Promise<SavedRules | null> {
  const row = await db
    .selectFrom('outlet_rules')
    .selectAll()
    .where('outlet_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : savedOf(row)
}

function savedOf({ number, rules, saved_at, saved_by }: OutletRulesRow): SavedRules {
  return { number, rules: JSON.parse(rules) as OutletRules, savedAt: saved_at, savedBy: saved_by }
}
