import type { NameShelf } from '../archive.ts'
import type { Database, Engine } from '../engine.ts'
import { encountersOf } from './filed-encounters.ts'
import { statementsBy, statementsOf } from './filed-statements.ts'
import { mergeNames, moveName, renameName, splitName, undoDecision } from './name-decisions.ts'
import { articlesNaming, findNames, mostNamed } from './name-lists.ts'
import { nameRecord } from './name-record.ts'

export function createNameShelf(engine: Engine): NameShelf {
  /** Filings hold the same lock: no article is filed under a Name that is being merged. */
  const decide = <Result>(work: (db: Database) => Promise<Result>): Promise<Result> =>
    engine.write(async (db) => {
      await engine.lock(db, 'changes')
      return await work(db)
    })
  return {
    get: (id) => engine.snapshot((db) => nameRecord(db, id)),
    find: (text, options) => findNames(engine.reader, text, options),
    most: (options) => mostNamed(engine.reader, options),
    articles: (id, page) => articlesNaming(engine.reader, id, page),
    statements: (id, page) => engine.snapshot((db) => statementsBy(db, id, page)),
    statementsOf: (ids) => engine.snapshot((db) => statementsOf(db, ids)),
    encounters: (id, page) => engine.snapshot((db) => encountersOf(db, id, page)),
    rename: (id, name, decided) => decide((db) => renameName(db, id, name, decided)),
    merge: (id, into, decided) => decide((db) => mergeNames(db, id, into, decided)),
    split: (id, keys, decided) => decide((db) => splitName(db, id, keys, decided)),
    move: (articleId, ordinal, to, decided) => decide((db) => moveName(db, articleId, ordinal, to, decided)),
    undo: (id, decided) => decide((db) => undoDecision(db, id, decided)),
  }
}
