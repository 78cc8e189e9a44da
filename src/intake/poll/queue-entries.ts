import type { QueuedEntry } from '../../archive/archive.ts'
import { canonicalAddress, hostOf } from '../../kit/address.ts'
import type { Entry } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'

/**
 * What a source lists, as jobs: each canonical address once, in the order given; what is no address is left out. Of two
 * entries of one address the one with the longer text of its own is kept. What states that it is older than a day comes
 * last, the newest of it first: a source that is new to us may list a thousand, a second each, before today's.
 */
export function queueEntries(entries: readonly Entry[], dueAt: EpochMs): readonly QueuedEntry[] {
  const byAddress = new Map<string, QueuedEntry>()
  for (const entry of entries) {
    const address = canonicalAddress(entry.address)
    if (address === null) continue
    const before = byAddress.get(address)
    if (before !== undefined && textLength(before.entry) >= textLength(entry)) continue
    byAddress.set(address, { address, host: entry.whole ? null : hostOf(address), entry, dueAt })
  }
  const isOld = ({ entry }: QueuedEntry): boolean => (entry.publishedAt ?? dueAt) < dueAt - dayMs
  const queued = [...byAddress.values()]
  return [...queued.filter((one) => !isOld(one)), ...queued.filter(isOld).reverse()]
}

const dayMs = 86_400_000

function textLength({ html, summary }: Entry): number {
  return (html ?? summary ?? '').length
}
