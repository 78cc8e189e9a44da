import { createRequire } from 'node:module'
import { asProblem } from './sqlite-problem.ts'

/** One connection to a SQLite file, synchronous. */
export interface SqliteConnection {
  /** Runs one statement and gives all of its rows; bytes come as Uint8Array. */
  all(sql: string, parameters: readonly unknown[]): Record<string, unknown>[]
  /** Runs statements that take nothing and give nothing. */
  exec(sql: string): void
  close(): void
}

export interface ConnectionOptions {
  readonly readOnly: boolean
  /** How long a statement may block this thread while another process holds a lock. */
  readonly busyTimeoutMs: number
}

/** node:sqlite where Node carries it without a flag (from 22.13), libsql before. */
export function connect(file: string, options: ConnectionOptions): SqliteConnection {
  try {
    return wrap(connectLibrary(file, options), file)
  } catch (error) {
    throw asProblem(error, file)
  }
}

/** What both libraries offer. */
interface Library {
  prepare(sql: string): LibraryStatement
  exec(sql: string): void
  close(): void
}

interface LibraryStatement {
  all(...parameters: readonly unknown[]): unknown[]
}

const require = createRequire(import.meta.url)

function connectLibrary(file: string, { readOnly, busyTimeoutMs }: ConnectionOptions): Library & Quirks {
  const node = process.getBuiltinModule?.('node:sqlite') as unknown as NodeSqlite | undefined
  if (node !== undefined) {
    const database = new node.DatabaseSync(file, { readOnly })
    database.exec(`pragma busy_timeout = ${busyTimeoutMs}`)
    return {
      prepare: (sql) => database.prepare(sql),
      exec: (sql) => database.exec(sql),
      close: () => database.close(),
      takesArray: false,
    }
  }
  const LibSql = require('libsql') as LibSqlConstructor
  const database = new LibSql(file, { timeout: busyTimeoutMs })
  // libsql takes no open flags: this is how it is kept from writing.
  if (readOnly) database.exec('pragma query_only = on')
  return {
    prepare: (sql) => database.prepare(sql),
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    takesArray: true,
  }
}

/** libsql takes a lone object (bytes) for named parameters, so that it must be given one array. */
interface Quirks {
  readonly takesArray: boolean
}

interface NodeSqlite {
  readonly DatabaseSync: new (file: string, options: { readonly readOnly: boolean }) => Library
}

type LibSqlConstructor = new (file: string, options: { readonly timeout: number }) => Library

const statementsKept = 256

function wrap(library: Library & Quirks, file: string): SqliteConnection {
  const prepared = new Map<string, LibraryStatement>()

  function prepare(sql: string): LibraryStatement {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const statement = library.prepare(sql)
    if (prepared.size >= statementsKept) prepared.delete(prepared.keys().next().value ?? '')
    prepared.set(sql, statement)
    return statement
  }

  return {
    all(sql, parameters) {
      try {
        const values = parameters.map(bindable)
        const statement = prepare(sql)
        const rows = library.takesArray ? statement.all(values) : statement.all(...values)
        return rows.map((row) => withBytes(row as Record<string, unknown>))
      } catch (error) {
        throw asProblem(error, file)
      }
    },
    exec(sql) {
      try {
        library.exec(sql)
      } catch (error) {
        throw asProblem(error, file)
      }
    },
    close() {
      prepared.clear()
      library.close()
    },
  }
}

/** Both libraries bind every number as REAL, and a NUL ends a text: PostgreSQL refuses it outright. */
function bindable(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  // libsql aborts the process on a boolean.
  if (typeof value === 'boolean') throw new TypeError('A flag is stored as 0 or 1.')
  return value
}

function withBytes(row: Record<string, unknown>): Record<string, unknown> {
  for (const name in row) {
    const value = row[name]
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value)
  }
  return row
}
