import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Database } from '../../engine.ts'
import { asProblem } from './postgres-problem.ts'

const int8Oid = 20
const statementsNamed = 500

/** How to reach the server; counts and times come as numbers: all of ours are exact in a double. */
export function clientConfig(address: string): pg.ClientConfig {
  return {
    connectionString: address,
    application_name: 'wiredesk',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        oid === int8Oid
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  }
}

/** A pool of connections with our spelling of values, prepared statements, and failures as Problems. */
export function connectPool(address: string, readOnly: boolean): Database {
  const pool = new pg.Pool({ ...clientConfig(address), max: 10 })
  // An idle connection that breaks is replaced; the next use of a broken one says what is wrong.
  pool.on('error', () => {})
  // Set on each connection and not in its options, since the address may bring options of its own.
  if (readOnly)
    pool.on('connect', (client) => {
      client.query('set default_transaction_read_only = on').catch(() => {})
    })
  return new Kysely({ dialect: new PostgresDialect({ pool: wrapPool(pool, address) }) })
}

function wrapPool(pool: pg.Pool, address: string): PostgresPool {
  const names = new Map<string, string>()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  return {
    async connect() {
      try {
        const client = await pool.connect()
        const wrapped = clients.get(client) ?? wrap(client)
        clients.set(client, wrapped)
        return wrapped
      } catch (error) {
        throw asProblem(error, address)
      }
    },
    end: () => pool.end(),
  }

  function wrap(client: pg.PoolClient): PostgresPoolClient {
    let broken: Error | undefined
    client.on('error', (error) => {
      broken = error
    })
    const query = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
      try {
        const name = nameOf(text)
        return await client.query({
          text,
          values: values.map(bindable),
          ...(name === undefined ? {} : { name }),
        })
      } catch (error) {
        throw asProblem(error, address)
      }
    }
    return {
      // Kysely's interface also has a cursor here, which is never used: the archive reads by key.
      query: query as unknown as PostgresPoolClient['query'],
      release: () => client.release(broken),
    }
  }

  /**
   * Statements are parsed and planned once a connection; those with lists of many lengths are not kept without end. A
   * search is planned each time: how rare its words are decides which index is walked.
   */
  function nameOf(text: string): string | undefined {
    if (text.includes('tsquery')) return undefined
    const known = names.get(text)
    if (known !== undefined || names.size >= statementsNamed) return known
    const name = `wiredesk${names.size}`
    names.set(text, name)
    return name
  }
}

/** PostgreSQL refuses a NUL in a text. */
function bindable(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  if (value instanceof Uint8Array && !Buffer.isBuffer(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return value
}
