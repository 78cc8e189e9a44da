import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import { Problem } from '../model/problem.ts'
import { archiveName } from './archive-name.ts'
import type { Configuration } from './configuration.ts'

/**
 * Opens the configured archive, lends it, and closes it whatever happens. A SQLite file that is not there is made by a
 * command that may make one; for the others its path is mistyped, Problem 'cli/no-archive'.
 */
export async function withArchive<Result>(
  configuration: Pick<Configuration, 'database'>,
  use: (archive: Archive) => Promise<Result>,
  { mayMake = false }: { readonly mayMake?: boolean } = {},
): Promise<Result> {
  const archive = await openConfiguredArchive(configuration, mayMake)
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

async function openConfiguredArchive(
  { database }: Pick<Configuration, 'database'>,
  mayMake: boolean,
): Promise<Archive> {
  const isFile = !/^postgres(ql)?:/.test(database)
  if (isFile && !mayMake && !existsSync(database))
    throw new Problem(
      'cli/no-archive',
      `There is no archive at ${archiveName(database)}. Check --database and --home; \`wiredesk start\` makes a new archive.`,
    )
  if (isFile) await makeFolder(path.dirname(database))
  return await openArchive(database, { clock: Date.now })
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file stands in its place' : message
    throw new Problem('archive/cannot-open', `The folder ${folder} cannot be made: ${why}.`, { cause })
  }
}
