import { z } from 'zod'
import type { Archive } from '../archive/archive.ts'
import { stemsVersion } from '../language/stems-version.ts'
import type { ArticleId } from '../model/article.ts'

/** Which stems the articles of an archive were indexed by. */
export interface StemsState {
  readonly version: number
  /** A reindexing under way: towards which version, and the last article that it has done. */
  readonly under: { readonly version: number; readonly done: ArticleId } | null
}

const setting = 'index.stems'
const shape = z.object({
  version: z.number(),
  under: z.object({ version: z.number(), done: z.number() }).nullable(),
})

/** An archive that says nothing of it was filled before it was noted, by the first stems that there were. */
export async function readStems(archive: Archive): Promise<StemsState> {
  const noted = shape.safeParse(await archive.settings.get(setting))
  return noted.success ? noted.data : { version: 1, under: null }
}

export async function noteStems(archive: Archive, state: StemsState): Promise<void> {
  await archive.settings.set(setting, state)
}

/** An archive without articles will be filled with the stems of this code. */
export async function noteStemsOfEmpty(archive: Archive): Promise<void> {
  const { version } = await readStems(archive)
  if (version !== stemsVersion && (await archive.articles.count()) === 0)
    await noteStems(archive, { version: stemsVersion, under: null })
}
