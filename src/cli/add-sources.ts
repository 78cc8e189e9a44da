import type { Archive } from '../archive/archive.ts'
import type { FoundSource, Source } from '../model/source.ts'
import type { Configuration } from './configuration.ts'

type Wanted = Pick<FoundSource, 'kind' | 'address' | 'title' | 'outlet'>

/** Adds each and makes it due at once; those already watched stay as they are. */
export async function addSources(
  archive: Archive,
  { minPollSeconds }: Pick<Configuration, 'minPollSeconds'>,
  wanted: readonly Wanted[],
): Promise<readonly { readonly source: Source; readonly added: boolean }[]> {
  const outcomes: { readonly source: Source; readonly added: boolean }[] = []
  for (const { kind, address, title, outlet } of wanted) {
    const now = Date.now()
    outcomes.push(
      await archive.sources.add(
        { kind, address, title, outlet, nextPollAt: now, intervalSeconds: minPollSeconds },
        now,
      ),
    )
  }
  return outcomes
}
