import type { UpkeepShelf } from '../archive.ts'
import type { Engine } from '../engine.ts'
import { schemaVersion } from '../migrate.ts'
import { checkArchive } from './check.ts'
import { dumpArchive } from './dump.ts'
import { loadArchive } from './load.ts'
import { reindex } from './reindex.ts'
import { retain } from './retain.ts'

export function createUpkeepShelf(engine: Engine): UpkeepShelf {
  return {
    retain: (policy, now) => retain(engine, policy, now),
    check: () => checkArchive(engine),
    reindex: (after, understand) => reindex(engine, after, understand),
    dump: () => dumpArchive(engine),
    load: (lines) => loadArchive(engine, lines),
    size: async () => ({ engine: engine.name, bytes: await engine.bytes(), schemaVersion }),
  }
}
