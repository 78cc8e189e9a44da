import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../model/problem.ts'
import type { IndexText } from '../archive.ts'
import { unpack } from '../captures.ts'
import type { Database, Engine } from '../engine.ts'
import { schemaVersion } from '../migrate.ts'
import { backupFormat } from './dump.ts'
import { type BackedUpTable, backedUpTables } from './tables.ts'

const headLine = z.object({
  wiredesk: z.literal('backup'),
  format: z.number().int(),
  schemaVersion: z.number().int(),
})
const rowLine = z.object({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
const endLine = z.object({ end: z.object({ rows: z.number().int() }) })

type Row = z.infer<typeof rowLine>['row']

const rowsAtOnce = 100

/** All of it or nothing: one transaction. */
export async function loadArchive(engine: Engine, lines: AsyncIterable<string>): Promise<number> {
  return await engine.write(async (db) => {
    await refuseUnlessEmpty(db)
    const loaded = await loadLines(engine, db, lines)
    await engine.continueSerialKeys(db)
    return loaded
  })
}

async function refuseUnlessEmpty(db: Database): Promise<void> {
  for (const { name } of backedUpTables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0)
      throw new Problem('archive/not-empty', 'A backup can only be restored into an empty archive.')
  }
}

async function loadLines(engine: Engine, db: Database, lines: AsyncIterable<string>): Promise<number> {
  let number = 0
  let loaded = 0
  let isEnded = false
  let batch: Batch | null = null
  const flush = async (): Promise<void> => {
    if (batch !== null) await loadRows(engine, db, batch)
    batch = null
  }
  for await (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    const content = parseJson(text, number)
    if (number === 1) {
      checkHead(content)
      continue
    }
    if (isEnded) throw badBackup(`line ${number} comes after its end`)
    const end = endLine.safeParse(content)
    if (end.success) {
      if (end.data.end.rows !== loaded)
        throw badBackup(`it ends with ${end.data.end.rows} rows, but holds ${loaded}`)
      isEnded = true
      continue
    }
    const { table, row } = parseRow(content, number)
    if (batch !== null && (batch.table !== table || batch.rows.length >= rowsAtOnce)) await flush()
    batch ??= { table, rows: [] }
    batch.rows.push(row)
    loaded += 1
  }
  await flush()
  if (!isEnded) throw badBackup('it has no end: it was cut short')
  return loaded
}

interface Batch {
  readonly table: BackedUpTable
  readonly rows: Row[]
}

function parseJson(text: string, number: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badBackup(`line ${number} is not JSON`, cause)
  }
}

function checkHead(content: unknown): void {
  const head = headLine.safeParse(content)
  if (!head.success) throw badBackup('its first line is not that of a backup')
  if (head.data.format > backupFormat || head.data.schemaVersion > schemaVersion)
    throw new Problem(
      'archive/newer-schema',
      `The backup has schema version ${head.data.schemaVersion}; this Wiredesk knows versions up to ${schemaVersion}.`,
    )
}

function parseRow(content: unknown, number: number): { readonly table: BackedUpTable; readonly row: Row } {
  const parsed = rowLine.safeParse(content)
  if (!parsed.success) throw badBackup(`line ${number} is not a row`)
  const table = backedUpTables.find(({ name }) => name === parsed.data.table)
  if (table === undefined) throw badBackup(`line ${number} is of an unknown table ${parsed.data.table}`)
  return { table, row: parsed.data.row }
}

async function loadRows(engine: Engine, db: Database, { table, rows }: Batch): Promise<void> {
  const values = rows.map((row) => stored(row, table))
  try {
    await db
      .insertInto(table.name)
      .values(values as never)
      .execute()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw badBackup(`rows of ${table.name} do not fit: ${(cause as Error).message}`, cause)
  }
  if (table.name === 'index_texts') await indexArticles(engine, db, values)
}

function stored(row: Row, { bytes = [] }: BackedUpTable): Readonly<Record<string, unknown>> {
  return {
    ...row,
    ...Object.fromEntries(bytes.map((column) => [column, Buffer.from(String(row[column]), 'base64')])),
  }
}

async function indexArticles(
  engine: Engine,
  db: Database,
  texts: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const ids = texts.map((text) => Number(text.article_id))
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'place', 'language', 'outlet_id'])
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const text of texts) {
    const article = byId.get(Number(text.article_id))
    if (article === undefined) continue
    const indexText = JSON.parse(Buffer.from(await unpack(text.stems as Uint8Array)).toString()) as IndexText
    const { place, language, outlet_id: outletId } = article
    await engine.index.put(db, { place, language, outletId }, indexText)
  }
}

function badBackup(why: string, cause?: unknown): Problem {
  return new Problem('archive/bad-backup', `The backup cannot be restored: ${why}.`, { cause })
}
