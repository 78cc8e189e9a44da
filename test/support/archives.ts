import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import pg from 'pg'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { postgres } from './needs.ts'

/** A place of its own for the archives of one `describe`; all of it is gone at the end. */
export interface Ground {
  readonly engine: 'sqlite' | 'postgres'
  /** What the archives' clock says; a test moves it. */
  now: number
  /** One archive for all tests of the group. */
  readonly archive: Archive
  /** The address of that archive, for another process or a second opening. */
  readonly address: string
  /** The address of nothing yet. */
  newAddress(): Promise<string>
  /** Opens one, closed at the end. */
  open(address: string): Promise<Archive>
}

/** 2026-11-23T12:00:00Z: the moment at which every group begins. */
export const noon: number = Date.UTC(2026, 10, 23, 12)

/** The same cases for SQLite and PostgreSQL. */
export function onBothEngines(what: string, cases: (ground: Ground) => void): void {
  describe(`${what} (SQLite)`, () => cases(prepare('sqlite', sqliteAddresses())))
  onPostgres(what, cases)
}

/** What only PostgreSQL offers. */
export function onPostgres(what: string, cases: (ground: Ground) => void): void {
  describe(`${what} (PostgreSQL)`, { skip: postgres.skip }, () =>
    cases(prepare('postgres', postgresAddresses())),
  )
}

interface Addresses {
  make(): Promise<string>
  drop(): Promise<void>
}

function prepare(engine: Ground['engine'], addresses: Addresses): Ground {
  const opened: Archive[] = []
  let shared: { readonly archive: Archive; readonly address: string } | null = null
  const ground = {
    engine,
    now: noon,
    get archive(): Archive {
      if (shared === null) throw new Error('The archive is open only while tests run.')
      return shared.archive
    },
    get address(): string {
      if (shared === null) throw new Error('The archive is open only while tests run.')
      return shared.address
    },
    newAddress: () => addresses.make(),
    async open(address: string): Promise<Archive> {
      const archive = await openArchive(address, { clock: () => ground.now })
      opened.push(archive)
      return archive
    },
  }
  before(async () => {
    const address = await addresses.make()
    shared = { address, archive: await ground.open(address) }
  })
  after(async () => {
    for (const archive of opened) await archive.close()
    await addresses.drop()
  })
  return ground
}

function sqliteAddresses(): Addresses {
  let folder: string | null = null
  let made = 0
  return {
    async make() {
      folder ??= mkdtempSync(path.join(tmpdir(), 'wiredesk-archive-'))
      made += 1
      return path.join(folder, `archive-${made}.db`)
    },
    async drop() {
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

let schemasMade = 0

/** A schema each: it is made and dropped faster than a database. */
function postgresAddresses(): Addresses {
  const schemas: string[] = []
  return {
    async make() {
      schemasMade += 1
      const schema = `wiredesk_${process.pid}_${schemasMade}`
      schemas.push(schema)
      await run(`create schema ${schema}`)
      const address = new URL(postgres.at)
      address.searchParams.set('options', `-c search_path=${schema} -c synchronous_commit=off`)
      return address.href
    },
    async drop() {
      for (const schema of schemas) await run(`drop schema ${schema} cascade`)
    },
  }
}

async function run(statement: string): Promise<void> {
  const client = new pg.Client(postgres.at)
  await client.connect()
  await client.query(statement)
  await client.end()
}
