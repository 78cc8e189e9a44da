import { type RawBuilder, sql } from 'kysely'
import type { Database, Engine } from '../engine.ts'

/** What must hold between rows beyond what the engines enforce; each query gives the keys of the rows that break it. */
const rules: readonly { readonly broken: RawBuilder<{ key: string | number }>; readonly sentence: string }[] =
  [
    {
      broken: sql`select id as key from jobs where kind = 'read' and (capture_id is null
      or exists (select 1 from captures c where c.id = capture_id and c.dropped = 1))`,
      sentence: 'A read job has lost its capture: job',
    },
    {
      broken: sql`select id as key from captures where dropped = 0
      and not exists (select 1 from capture_bytes b where b.sha256 = captures.sha256)`,
      sentence: 'A capture has lost its bytes: capture',
    },
    {
      broken: sql`select id as key from articles where not exists
      (select 1 from revisions r where r.article_id = articles.id and r.number = articles.revisions + 1)`,
      sentence: 'An article has no text: article',
    },
    {
      broken: sql`select id as key from articles where revisions + 1 <>
      (select count(*) from revisions r where r.article_id = articles.id)`,
      sentence: 'An article has lost a revision: article',
    },
    {
      broken: sql`select id as key from articles where not exists
      (select 1 from index_texts t where t.article_id = articles.id)`,
      sentence: 'An article has no index text: article',
    },
    {
      broken: sql`select id as key from articles where not exists
      (select 1 from addresses a where a.address = articles.address and a.article_id = articles.id)`,
      sentence: 'The address of an article does not lead to it: article',
    },
    {
      broken: sql`select id as key from sources where articles <>
      (select count(*) from articles a where a.source_id = sources.id)`,
      sentence: 'A source counts its articles wrongly: source',
    },
    {
      broken: sql`select language as key from language_tallies where articles <>
      (select count(*) from articles a where a.language = language_tallies.language)`,
      sentence: 'The articles of a language are counted wrongly:',
    },
    {
      broken: sql`select distinct language as key from articles where not exists
      (select 1 from language_tallies t where t.language = articles.language)`,
      sentence: 'The articles of a language are not counted:',
    },
    {
      broken: sql`select distinct article_id as key from article_names
      where name_id in (select id from names where merged_into is not null)`,
      sentence: 'An article names what was merged into another Name: article',
    },
    {
      broken: sql`select distinct s.article_id as key from statements s where s.name_ordinal is not null
      and not exists (select 1 from article_names n where n.article_id = s.article_id
        and n.ordinal = s.name_ordinal and n.name_id = s.name_id)`,
      sentence: 'A statement is not its speaker’s: article',
    },
  ]

const keysShown = 5

export async function checkArchive(engine: Engine): Promise<readonly string[]> {
  const found = [...(await engine.check())]
  return await engine.snapshot(async (db) => {
    for (const { broken, sentence } of rules) found.push(...(await complaint(db, broken, sentence)))
    const { missing, extra } = await engine.index.strays(db)
    if (missing > 0) found.push(`The search index lacks ${missing} articles.`)
    if (extra > 0) found.push(`The search index holds ${extra} entries of no article.`)
    return found
  })
}

async function complaint(
  db: Database,
  broken: RawBuilder<{ key: string | number }>,
  sentence: string,
): Promise<readonly string[]> {
  const { rows } = await broken.execute(db)
  if (rows.length === 0) return []
  const keys = rows.slice(0, keysShown).map((row) => row.key)
  const more = rows.length > keysShown ? ` and ${rows.length - keysShown} more` : ''
  return [`${sentence} ${keys.join(', ')}${more}.`]
}
