import type { SettingShelf } from './archive.ts'
import type { Engine } from './engine.ts'

export function createSettingShelf(engine: Engine): SettingShelf {
  return {
    async get(name) {
      const row = await engine.reader
        .selectFrom('settings')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.value) as unknown)
    },
    set: (name, value) =>
      engine.write(async (db) => {
        const json = JSON.stringify(value ?? null)
        await db
          .insertInto('settings')
          .values({ name, value: json })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
          .execute()
      }),
  }
}
