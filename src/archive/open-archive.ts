import type { Clock } from '../kit/clock.ts'
import type { Archive } from './archive.ts'
import { createArticleShelf } from './articles/article-shelf.ts'
import { createCaptureShelf } from './captures.ts'
import { createChanges } from './changes.ts'
import { openPostgres } from './dialects/postgres/open-postgres.ts'
import { openSqlite } from './dialects/sqlite/open-sqlite.ts'
import { createDiscoveryShelf } from './discoveries.ts'
import type { Engine } from './engine.ts'
import { createExplanationShelf } from './explanations.ts'
import { createHostShelf } from './hosts.ts'
import { createJobShelf } from './jobs.ts'
import { createCreditShelf } from './names/credit-shelf.ts'
import { createNameShelf } from './names/name-shelf.ts'
import { createMemoryShelf } from './outlet-memories.ts'
import { createRuleShelf } from './outlet-rules.ts'
import { createOutletShelf } from './outlets.ts'
import { createSettingShelf } from './settings.ts'
import { createSourceShelf } from './sources.ts'
import { createUpkeepShelf } from './upkeep/upkeep-shelf.ts'
import { createUserShelf } from './users.ts'

export interface OpenOptions {
  readonly clock: Clock
  /** Neither makes nor migrates it; every write is a Problem 'archive/read-only'. */
  readonly readOnly?: boolean
}

/**
 * Opens the archive at `address`, `postgres://…` or the path of a SQLite file, and brings its schema up to date. A file
 * that is not there is made, its folder is not. Problems: archive/cannot-open, archive/newer-schema, archive/locked,
 * archive/damaged.
 */
export async function openArchive(address: string, options: OpenOptions): Promise<Archive> {
  const engine = await openEngine(address, { readOnly: options.readOnly ?? false })
  const changes = createChanges(engine)
  return {
    sources: createSourceShelf(engine, changes, options.clock),
    outlets: createOutletShelf(engine, changes, options.clock),
    rules: createRuleShelf(engine, changes),
    memories: createMemoryShelf(engine),
    hosts: createHostShelf(engine),
    jobs: createJobShelf(engine),
    captures: createCaptureShelf(engine),
    articles: createArticleShelf(engine, changes),
    names: createNameShelf(engine),
    credits: createCreditShelf(engine),
    discoveries: createDiscoveryShelf(engine, changes, options.clock),
    explanations: createExplanationShelf(engine, changes, options.clock),
    users: createUserShelf(engine),
    settings: createSettingShelf(engine),
    changes: changes.shelf,
    upkeep: createUpkeepShelf(engine),
    async close() {
      await changes.close()
      await engine.close()
    },
  }
}

function openEngine(address: string, options: { readonly readOnly: boolean }): Promise<Engine> {
  return /^postgres(ql)?:\/\//.test(address) ? openPostgres(address, options) : openSqlite(address, options)
}
