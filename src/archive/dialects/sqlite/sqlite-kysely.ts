import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Database } from '../../engine.ts'
import type { SqliteConnection } from './sqlite-library.ts'

/**
 * Kysely over one connection, without locks or transactions of its own: whoever holds the connection sees to those.
 * Statements that are to say how much they changed use `returning`.
 */
export function kyselyOver(connection: SqliteConnection): Database {
  return new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driverOver(connection),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

function driverOver(connection: SqliteConnection): Driver {
  const lent: DatabaseConnection = {
    async executeQuery<Row>({
      sql,
      parameters,
    }: {
      readonly sql: string
      readonly parameters: readonly unknown[]
    }): Promise<QueryResult<Row>> {
      return { rows: connection.all(sql, parameters) as Row[] }
    },
    streamQuery() {
      throw new Error('The archive reads by key, page after page, and streams nothing.')
    },
  }
  const notHere = async (): Promise<void> => {
    throw new Error('Transactions are begun by the engine: see write-queue.ts.')
  }
  return {
    init: async () => {},
    acquireConnection: async () => lent,
    releaseConnection: async () => {},
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    destroy: async () => {},
  }
}
