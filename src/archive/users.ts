import type { User, UserShelf } from './archive.ts'
import type { Engine } from './engine.ts'
import { fold } from './fold.ts'
import type { UserRow } from './schema.ts'

export function createUserShelf(engine: Engine): UserShelf {
  return {
    add: ({ name, role, passwordHash, createdAt }) =>
      engine.write(async (db) => {
        const row = await db
          .insertInto('users')
          .values({
            name,
            name_folded: fold(name),
            role,
            password_hash: passwordHash,
            created_at: createdAt,
          })
          .onConflict((conflict) => conflict.column('name_folded').doNothing())
          .returningAll()
          .executeTakeFirst()
        return row === undefined ? null : userOf(row)
      }),

    async byName(name) {
      const row = await engine.reader
        .selectFrom('users')
        .selectAll()
        .where('name_folded', '=', fold(name))
        .executeTakeFirst()
      return row === undefined ? null : userOf(row)
    },

    async list() {
      const rows = await engine.reader.selectFrom('users').selectAll().orderBy('name_folded').execute()
      return rows.map(userOf)
    },

    setPassword: (id, passwordHash) =>
      engine.write(async (db) => {
        await db.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', id).execute()
        await db.deleteFrom('sessions').where('user_id', '=', id).execute()
      }),

    remove: (id) =>
      engine.write(async (db) => {
        const rows = await db.deleteFrom('users').where('id', '=', id).returning('id').execute()
        return rows.length === 1
      }),

    openSession: ({ tokenHash, userId, expiresAt }) =>
      engine.write(async (db) => {
        await db
          .insertInto('sessions')
          .values({ token_hash: tokenHash, user_id: userId, expires_at: expiresAt })
          .execute()
      }),

    async session(tokenHash, now) {
      const row = await engine.reader
        .selectFrom('sessions')
        .innerJoin('users', 'users.id', 'sessions.user_id')
        .selectAll('users')
        .select('expires_at')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row === undefined ? null : { user: userOf(row), expiresAt: row.expires_at }
    },

    closeSession: (tokenHash) =>
      engine.write(async (db) => {
        await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
      }),
  }
}

function userOf(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    role: row.role as User['role'],
    passwordHash: row.password_hash,
    createdAt: row.created_at,
  }
}
