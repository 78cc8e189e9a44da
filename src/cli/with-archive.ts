import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import { Problem } from '../model/problem.ts'
import type { Configuration } from './configuration.ts'

/** Opens the configured archive (made when it is not there yet), lends it, and closes it whatever happens. */
export async function withArchive<Result>(
  configuration: Pick<Configuration, 'database'>,
  use: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openConfiguredArchive(configuration)
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

async function openConfiguredArchive({ database }: Pick<Configuration, 'database'>): Promise<Archive> {
  if (!/^postgres(ql)?:/.test(database)) await makeFolder(path.dirname(database))
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
