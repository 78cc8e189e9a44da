import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
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

export async function openConfiguredArchive({ database }: Pick<Configuration, 'database'>): Promise<Archive> {
  if (!/^postgres(ql)?:/.test(database)) await mkdir(path.dirname(database), { recursive: true })
  return await openArchive(database, { clock: Date.now })
}
